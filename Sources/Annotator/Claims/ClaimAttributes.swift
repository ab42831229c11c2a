/// The form of a content: direct where its parts lie within quotation marks, mixed where one of them
/// holds a quotation, else indirect.
func form(of content: [WindowSpan], _ passages: [PassageOutline]) -> ClaimForm {
  var isDirect = true
  var isMixed = false
  for span in content {
    let quotations = passages[span.passage].quotations
    let isInside = quotations.contains {
      $0.tokens.lowerBound <= span.tokens.lowerBound
        && span.tokens.upperBound <= $0.tokens.upperBound
    }
    if !isInside { isDirect = false }
    if isInside || quotations.contains(where: { $0.tokens.overlaps(span.tokens) }) {
      isMixed = true
    }
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

/// How sure the source makes a report's content.
func certainty(of report: Report, _ outline: Outline, _ lexicon: CueLexicon) -> Certainty {
  guard let entry = report.entry else { return .certain }
  if let group = report.group, outline.groups[group].certainty == .possible { return .possible }
  return lexicon.entries[entry].certainty
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
      || report.frame == .postposed
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
