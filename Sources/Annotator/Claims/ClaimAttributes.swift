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
  if let group = report.group.map({ outline.groups[$0] }) {
    // "could not confirm" tells what was.
    if group.certainty == .possible, !group.isNegated { return .possible }
    if isPondering(group, outline) { return .possible }
  }
  guard let content = report.content.first else { return word }
  let verb = outline.groups.first { content.contains($0.elements.lowerBound) && $0.isFinite }
  guard let verb, isFirstClause(verb, content, outline) else { return word }
  if verb.certainty == .possible || isPondering(verb, outline) { return .possible }
  if let cue = verb.cue, lexicon.entries[cue].certainty == .possible { return .possible }
  let isLikely = verb.elements.contains { likely.contains(outline.elements[$0].hash) }
  return word == .certain && isLikely ? .probable : word
}

private let likely = hashes("likely probably presumably apparently")
private let pondering = hashes("considering mulling weighing contemplating pondering exploring")

/// Whether a verb group tells a choice that is still open: "is considering".
private func isPondering(_ group: Outline.VerbGroup, _ outline: Outline) -> Bool {
  group.isFinite && pondering.contains(outline.elements[group.main].hash)
}

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
  if let group = report.group.map({ outline.groups[$0] }) {
    let verb = outline.elements[group.main].hash
    if group.isNegated, isRefusing(group, outline) { return .refusal }
    if isPondering(group, outline) { return .intention }
    if let preposition = report.preposition {
      if preposition == forHash, calling.contains(verb) { return .order }
      if preposition == onHash, urging.contains(verb) { return .order }
      if kind == .order, topical.contains(preposition), pressing.contains(verb) { return .question }
    }
  }
  switch (kind, report.frame) {
  case (.question, .infinitive), (.question, .objectInfinitive):
    return .order
  case (.intention, .that), (.intention, .quotation), (.intention, .postposed),
    (.intention, .quotationBefore):
    return lexicon.entries[entry].certainty == .certain ? .statement : kind
  default:
    return kind
  }
}

private let forHash = wordHash("for")
private let onHash = wordHash("on")
/// "called for a truce", "pleaded for mercy".
private let calling = hashes(
  "call calls called calling plead pleads pleaded pleading ask asks asked asking beg begs begged "
    + "begging")
/// "called on them to leave".
private let urging = hashes("call calls called calling prevail prevailed")
/// "pressed on whether …": a question, though "pressed them to …" is an order.
private let pressing = hashes(
  "press presses pressed pressing push pushes pushed challenge challenged")
private let topical = hashes("on about over")
private let answering = hashes("respond comment reply answer return")
private let telling = hashes(
  "say comment confirm discuss disclose reveal elaborate specify answer speak talk give provide")
private let would = hashes("would will 'll 'd")

/// Whether a negated verb makes a refusal: "did not respond", "would not say".
private func isRefusing(_ group: Outline.VerbGroup, _ outline: Outline) -> Bool {
  let verb = outline.elements[group.main].hash
  if answering.contains(verb) { return true }
  return telling.contains(verb)
    && group.elements.contains { would.contains(outline.elements[$0].hash) }
}

private func hashes(_ words: String) -> Set<UInt64> {
  Set(words.split(separator: " ").map { wordHash(String($0)) })
}
