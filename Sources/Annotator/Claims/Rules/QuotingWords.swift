/// Reads again, beside quotations, what the tagger mistook: "reports" and "added" look like nouns
/// and participles, "Will" and "Grimm" like other words, until one sees that somebody is quoted.
func readQuotingWords(
  _ outline: inout Outline, _ quotations: [QuotedTokens], _ lexicon: CueLexicon
) {
  readSurnames(&outline, lexicon)
  readOpeningVerb(&outline, lexicon)
  for at in outline.elements.indices {
    guard let number = outline.quotation(at) else { continue }
    let quotation = quotations[number]
    guard quotation.isSpeech || quotation.isEndedLikeSentence else { continue }
    readClause(before: at, &outline, lexicon)
    let isOver = quotation.endsSentence && !quotation.endsInCry
    if quotation.isEndedLikeSentence, !isOver { readClause(behind: at, &outline, lexicon) }
  }
}

/// "Schilling told": a word with a capital before a verb of saying is somebody's name.
private func readSurnames(_ outline: inout Outline, _ lexicon: CueLexicon) {
  for at in outline.elements.indices.dropLast() {
    // "read the email": no past stands behind an article.
    if outline.tag(at) == .determiner, outline.tag(at + 1) == .verbPast,
      outline.classes(at).contains(.article)
    {
      outline.elements[at + 1].tag = .noun
    }
    guard outline.classes(at).contains(.capital),
      outline.tag(at).isVerb || outline.tag(at) == .modal,
      [.verbPast, .verbParticiple, .verbThirdPerson].contains(outline.tag(at + 1)),
      outline.classes(at).isDisjoint(with: [.be, .have, .do]),
      lexicon.verb(outline.elements[at + 1].hash) != nil
    else { continue }
    outline.elements[at].tag = .name
  }
}

/// `Said Roe, "…"`.
private func readOpeningVerb(_ outline: inout Outline, _ lexicon: CueLexicon) {
  guard outline.elements.count > 3, outline.classes(0).contains(.capital),
    lexicon.verb(outline.elements[0].hash) != nil, !outline.classes(0).contains(.gerund)
  else { return }
  let end = outline.phraseEnd(1, withApposition: false, limit: outline.elements.count)
  guard end > 1, outline.classes(1).contains(.capital) || outline.tag(1) == .determiner,
    !outline.classes(end).isDisjoint(with: [.comma, .colon]), outline.quotation(end + 1) != nil
  else { return }
  outline.elements[0].tag = .verbPast
}

/// `Some chanted "…"`, `The ad claims "…"`, `…, writing "…"`.
private func readClause(before quotation: Int, _ outline: inout Outline, _ lexicon: CueLexicon) {
  var verb = quotation - 1
  if !outline.classes(verb).isDisjoint(with: [.comma, .colon]) { verb -= 1 }
  guard verb > 0, mayReport(verb, outline, lexicon) else { return }
  if outline.classes(verb).contains(.gerund) {
    if outline.classes(verb - 1).contains(.comma) { outline.elements[verb].tag = .verbGerund }
    return
  }
  guard outline.endsNounPhrase(verb - 1), outline.tag(verb) != .adjective else { return }
  var at = verb - 1
  while at >= 0, outline.tag(at) != .punctuation, outline.tag(at) != .conjunction {
    if outline.tag(at).isFinite || outline.tag(at) == .to { return }
    at -= 1
  }
  // "Its claims, "…"" has an owner, "the ad claims" another noun before it.
  let isNoun =
    outline.tag(verb) == .noun
    || outline.tag(verb) == .pluralNoun
      && [.determiner, .possessivePronoun, .possessiveMark, .adjective].contains(
        outline.tag(verb - 1))
  if !isNoun { readAsPast(verb, &outline) }
}

/// `"…," added Will Roe`, `"…," Roe notes`.
private func readClause(behind quotation: Int, _ outline: inout Outline, _ lexicon: CueLexicon) {
  let first = quotation + 1
  guard outline.elements.indices.contains(first) else { return }
  let isVerb =
    outline.tag(first).isFinite && lexicon.verb(outline.elements[first].hash) != nil
  if isVerb || mayReport(first, outline, lexicon), opensPhrase(first + 1, outline) {
    if !isVerb { readAsPast(first, &outline) }
    let next = outline.tag(first + 1)
    if outline.classes(first + 1).contains(.capital), !next.isNominal, next != .determiner,
      next != .possessivePronoun
    {
      outline.elements[first + 1].tag = .name
    }
    return
  }
  guard outline.tag(first) != .punctuation else { return }
  for at in first + 1..<max(first + 1, min(first + 12, outline.elements.count)) {
    if outline.tag(at).isFinite || outline.quotation(at) != nil { return }
    if mayReport(at, outline, lexicon), endsReportingClause(at + 1, outline),
      outline.tag(at - 1).isNominal || outline.classes(at - 1).contains(.comma)
    {
      readAsPast(at, &outline)
      return
    }
    if outline.tag(at) == .preposition { return }
  }
}

/// Whether a word in lower case that was not taken for a verb with a tense is a form of one that
/// reports.
private func mayReport(_ index: Int, _ outline: Outline, _ lexicon: CueLexicon) -> Bool {
  switch outline.tag(index) {
  case .noun, .pluralNoun, .adjective, .verbParticiple, .verbBase, .name: break
  default: return false
  }
  guard !outline.classes(index).contains(.capital) else { return false }
  let hash = outline.elements[index].hash
  if lexicon.verb(hash) != nil { return true }
  return outline.elements.indices.contains(index + 1)
    && lexicon.phrase(hash, outline.elements[index + 1].hash) != nil
}

private func opensPhrase(_ index: Int, _ outline: Outline) -> Bool {
  if outline.classes(index).contains(.capital) { return true }
  switch outline.tag(index) {
  case .determiner, .possessivePronoun, .name, .noun, .pluralNoun, .adjective, .number, .pronoun:
    return true
  default: return false
  }
}

/// Whether nothing stands at an element that a noun before it could belong to.
private func endsReportingClause(_ index: Int, _ outline: Outline) -> Bool {
  guard index < outline.elements.count else { return true }
  if !outline.classes(index).isDisjoint(with: [.comma, .stop, .time, .semicolon, .dash]) {
    return true
  }
  return outline.quotation(index) != nil || outline.tag(index) == .preposition
    || outline.tag(index) == .adverb || outline.tag(index) == .particle
}

private func readAsPast(_ index: Int, _ outline: inout Outline) {
  outline.elements[index].tag =
    outline.tag(index) == .pluralNoun ? .verbThirdPerson : .verbPast
}
