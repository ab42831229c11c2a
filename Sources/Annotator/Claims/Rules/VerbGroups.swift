/// Finds the verb groups of an outline, from left to right.
func findVerbGroups(_ outline: inout Outline, _ lexicon: CueLexicon) {
  var at = 0
  let count = outline.elements.count
  while at < count {
    guard var group = verbGroup(in: outline, at: at, lexicon) else {
      at += 1
      continue
    }
    let index = outline.groups.count
    if readsAsPast(group, in: outline) { group.isFinite = true }
    outline.groups.append(group)
    for element in group.elements { outline.elements[element].group = index }
    at = group.elements.upperBound
  }
  // A sentence without a tense: its first participle behind a noun phrase is a past.
  guard !outline.groups.contains(where: \.isFinite),
    let first = outline.groups.firstIndex(where: {
      let before = $0.elements.lowerBound - 1
      return outline.tag($0.main) == .verbParticiple && !$0.isPassive && before >= 0
        && outline.endsNounPhrase(before) && !outline.classes($0.elements.upperBound).contains(.by)
    })
  else { return }
  outline.groups[first].isFinite = true
}

/// Whether a lone participle is a past tense that the tags mistook: it has a noun phrase before it
/// and no verb with a tense between that and the start of its clause.
private func readsAsPast(_ group: Outline.VerbGroup, in outline: Outline) -> Bool {
  let first = group.elements.lowerBound
  let isParticiple = outline.tag(group.main) == .verbParticiple
  // "As Roe, a minister, put it": the past of some verbs is their base.
  let isBase = outline.tag(group.main) == .verbBase && !group.isInfinitive && !group.isFinite
  guard isParticiple || isBase, !group.isPassive, group.cue != nil,
    group.elements.allSatisfy({ $0 == group.main || outline.tag($0) == .adverb }), first > 0
  else { return false }
  if outline.tag(first - 1) == .conjunction {
    return outline.groups.last { $0.elements.upperBound <= first }?.isFinite ?? false
  }
  // "…," added Roe.
  if outline.quotation(first - 1) != nil, !outline.classes(first - 1).contains(.fragment) {
    return true
  }
  // "the words reported by" is passive.
  if outline.classes(group.elements.upperBound).contains(.by) { return false }
  var at = first - 1
  guard
    outline.endsNounPhrase(at) || outline.tag(at) == .adverb
      || !outline.classes(at).isDisjoint(with: [.time, .comma])
  else { return false }
  while at >= 0 {
    if let other = outline.group(at) {
      // "Roe, who has not endorsed anybody, told": the verb of a relative clause is not meant.
      if let opener = relativeOpener(of: other, in: outline) {
        at = opener - 1
        continue
      }
      // "The minister, visiting Leeds, told".
      let before = other.elements.lowerBound - 1
      if other.isGerund, outline.classes(before).contains(.comma), before > 0,
        outline.classes(first - 1).contains(.comma)
      {
        at = before - 1
        continue
      }
      return !other.isFinite && outline.endsNounPhrase(first - 1)
    }
    let classes = outline.classes(at)
    if outline.quotation(at) != nil, !classes.contains(.fragment) || classes.contains(.semicolon) {
      return true
    }
    at -= 1
  }
  // Nothing before it has a tense; whether something after it has would tell a relative clause.
  var next = group.elements.upperBound
  while next < outline.elements.count {
    if outline.tag(next).isFinite {
      return outline.tag(next - 1) == .pronoun
        || hasOpener(group.elements.upperBound..<next, outline)
    }
    next += 1
  }
  return true
}

/// The "who" or "that" whose clause a verb group belongs to.
private func relativeOpener(of group: Outline.VerbGroup, in outline: Outline) -> Int? {
  guard group.isFinite else { return nil }
  var at = group.elements.lowerBound - 1
  while at > 0, at > group.elements.lowerBound - 6 {
    if outline.classes(at).contains(.relative) { return at }
    guard outline.tag(at).isNominal || outline.tag(at) == .determiner else { return nil }
    at -= 1
  }
  return nil
}

/// Whether a clause opens in a range, so that a verb behind it is not the sentence's own.
private func hasOpener(_ range: Range<Int>, _ outline: Outline) -> Bool {
  range.contains {
    outline.tag($0) == .interrogative
      || !outline.classes($0).isDisjoint(with: [.that, .comma, .subordinator, .relative])
  }
}

private func isAuxiliary(_ element: Outline.Element) -> Bool {
  element.tag == .modal
    || element.tag.isVerb && !element.classes.isDisjoint(with: [.be, .have, .do])
}

private func isAdverb(_ outline: Outline, _ index: Int) -> Bool {
  let tag = outline.tag(index)
  return tag == .adverb || tag == .negation
}

private func verbGroup(in outline: Outline, at start: Int, _ lexicon: CueLexicon)
  -> Outline.VerbGroup?
{
  var first = start
  // Adverbs before the verb belong to it: "strongly condemned", "also said".
  var at = start
  while isAdverb(outline, at), outline.classes(at).isDisjoint(with: [.time, .capital]) { at += 1 }
  let isInfinitive = outline.tag(at) == .to
  if isInfinitive {
    first = at
    at += 1
    while isAdverb(outline, at) { at += 1 }
  }
  guard outline.elements.indices.contains(at) else { return nil }
  let opener = outline.elements[at]
  guard opener.tag.isVerb || opener.tag == .modal, !outline.classes(at - 1).contains(.hyphen) else {
    return nil
  }
  if isInfinitive, opener.tag != .verbBase, opener.tag != .verbPresent { return nil }
  if at - first > 3 { first = at }

  var certainty = Certainty.certain
  var isNegated = false
  var isPassive = false
  var lastIsBe = false
  var main = at
  while true {
    let element = outline.elements[main]
    if element.classes.contains(.possibleModal), element.tag == .modal { certainty = .possible }
    isPassive = lastIsBe && element.tag == .verbParticiple
    lastIsBe = element.classes.contains(.be) && element.tag.isVerb
    guard isAuxiliary(element) else { break }
    var next = main + 1
    while isAdverb(outline, next) { next += 1 }
    // "are you": a question's subject is not looked for.
    let tag = outline.tag(next)
    let isVerb = tag.isVerb || tag == .modal && element.tag != .modal
    // "has said" is one group; "is that he said" and "do what he said" are not.
    guard isVerb, outline.elements.indices.contains(next) else { break }
    main = next
  }
  // "went on to say", "continued to insist".
  var end = main + 1
  if outline.classes(main).contains(.catenative) {
    var next = main + 1
    if outline.tag(next) == .particle || outline.tag(next) == .adverb
      || outline.tag(next) == .preposition
    {
      next += 1
    }
    if outline.tag(next) == .to, outline.tag(next + 1) == .verbBase,
      lexicon.verb(outline.elements[next + 1].hash) != nil
    {
      main = next + 1
      end = main + 1
    }
  }
  for index in first..<main {
    if outline.elements[index].tag == .negation || outline.classes(index).contains(.never) {
      isNegated = true
    }
  }
  let verb = outline.elements[main]
  let isCopula = verb.classes.contains(.be)
  var cue = lexicon.entry(verb.hash, verb.tag)
  if outline.elements.indices.contains(end),
    let phrase = lexicon.phrase(verb.hash, outline.elements[end].hash)
  {
    cue = phrase
    end += 1
  }
  return Outline.VerbGroup(
    elements: first..<end, main: main, cue: cue,
    isFinite: !isInfinitive && opener.tag.isFinite, isPassive: isPassive, isNegated: isNegated,
    certainty: certainty, isGerund: opener.tag == .verbGerund, isInfinitive: isInfinitive,
    isCopula: isCopula)
}
