/// The form of a content: direct where its parts lie within quotation marks, mixed where one of them
/// holds a quotation, else indirect.
func form(of content: [WindowSpan], _ passages: [PassageOutline]) -> ClaimForm {
  var isDirect = true
  var isMixed = false
  for span in content {
    let quotations = passages[span.passage].quotations
    // The last quotation that begins before the span's end is the only one that can hold it all.
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].tokens.lowerBound < span.tokens.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else {
      isDirect = false
      continue
    }
    let last = quotations[low - 1].tokens
    let isInside =
      last.lowerBound <= span.tokens.lowerBound && span.tokens.upperBound <= last.upperBound
    if !isInside { isDirect = false }
    if last.overlaps(span.tokens) { isMixed = true }
  }
  return isDirect ? .direct : isMixed ? .mixed : .indirect
}

/// Whether the source stands by a report's content. Negation turns a cue that affirms; a cue that
/// denies stays negative ("did not deny" affirms nothing), and so does every refusal.
func polarity(of report: Report, _ outline: Outline, _ lexicon: CueLexicon) -> Polarity {
  guard let entry = report.entry else { return .positive }
  if lexicon.entries[entry].polarity == .negative { return .negative }
  if let group = report.group, outline.groups[group].isNegated { return .negative }
  return .positive
}

/// How sure the source makes a report's content: by the cue, and by the first verb of a content in
/// the writer's words ("could expand", "would likely add", "is considering").
func certainty(of report: Report, _ outline: Outline, _ lexicon: CueLexicon) -> Certainty {
  let word = report.entry.map { lexicon.entries[$0].certainty } ?? .certain
  if let group = report.group, outline.groups[group].certainty == .possible { return .possible }
  guard let content = report.content.first else { return word }
  let verb = outline.groups.first { content.contains($0.elements.lowerBound) && $0.isFinite }
  guard let verb, isFirstClause(verb, content, outline) else { return word }
  if verb.certainty == .possible { return .possible }
  if let cue = verb.cue, lexicon.entries[cue].certainty == .possible { return .possible }
  let isLikely = verb.elements.contains { likely.contains(outline.elements[$0].hash) }
  return word == .certain && isLikely ? .probable : word
}

private let likely = Set(["likely", "probably", "presumably", "apparently"].map { wordHash($0) })

/// Whether a verb is that of the clause that a content opens with.
private func isFirstClause(
  _ verb: Outline.VerbGroup, _ content: Range<Int>, _ outline: Outline
) -> Bool {
  !(content.lowerBound..<verb.elements.lowerBound).contains {
    outline.classes($0).contains(.subordinator) && !outline.classes($0).contains(.whether)
      || outline.classes($0).contains(.relative)
  }
}

/// What the source does by a report.
func kind(of report: Report, _ outline: Outline, _ lexicon: CueLexicon) -> ClaimKind {
  guard let entry = report.entry else { return .statement }
  let kind = lexicon.entries[entry].kind
  if kind == .question, report.frame == .infinitive || report.frame == .objectInfinitive {
    return .order
  }
  if kind == .intention,
    report.frame == .that || report.frame == .quotation
      || report.frame == .postposed || report.frame == .quotationBefore
  {
    return lexicon.entries[entry].certainty == .certain ? .statement : kind
  }
  if let group = report.group, outline.groups[group].isNegated, isAnswering(group, outline) {
    return .refusal
  }
  return kind
}

private let answering = Set(
  ["respond", "comment", "reply", "answer", "return"].map { wordHash($0) })

/// Whether a negated group's verb makes it a refusal: "did not respond".
private func isAnswering(_ group: Int, _ outline: Outline) -> Bool {
  answering.contains(outline.elements[outline.groups[group].main].hash)
}
