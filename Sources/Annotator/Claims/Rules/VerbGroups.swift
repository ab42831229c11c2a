/// Finds the verb groups of an outline, from left to right.
func findVerbGroups(_ outline: inout Outline, _ lexicon: CueLexicon) {
  var at = 0
  let count = outline.elements.count
  while at < count {
    guard let group = verbGroup(in: outline, at: at, lexicon) else {
      at += 1
      continue
    }
    let index = outline.groups.count
    outline.groups.append(group)
    for element in group.elements { outline.elements[element].group = index }
    at = group.elements.upperBound
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
  while isAdverb(outline, at), outline.classes(at).isDisjoint(with: [.time]) { at += 1 }
  let isInfinitive = outline.tag(at) == .to
  if isInfinitive {
    first = at
    at += 1
    while isAdverb(outline, at) { at += 1 }
  }
  guard outline.elements.indices.contains(at) else { return nil }
  let opener = outline.elements[at]
  guard opener.tag.isVerb || opener.tag == .modal else { return nil }
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
  return Outline.VerbGroup(
    elements: first..<end, cue: lexicon.entry(verb.hash, verb.tag),
    isFinite: !isInfinitive && opener.tag.isFinite, isPassive: isPassive, isNegated: isNegated,
    certainty: certainty, isGerund: opener.tag == .verbGerund, isInfinitive: isInfinitive,
    isCopula: isCopula)
}
