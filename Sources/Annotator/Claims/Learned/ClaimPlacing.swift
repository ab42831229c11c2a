extension ClaimText {
  /// A choice as a claim: words become tokens, and the rules tell what kind of claim it is.
  func claim(_ choice: ClaimChoice) -> WindowClaim {
    if choice.isRuled, let index = choice.ruled {
      var claim = rules.claims[index]
      claim.confidence = choice.probability
      return claim
    }
    let content = choice.content.map(span)
    var claim = WindowClaim(
      form: form(of: content, rules.passages), source: choice.source.map { [span($0)] } ?? [],
      cue: choice.cue.map { [span($0)] } ?? [], content: content, confidence: choice.probability)
    guard let cue = choice.cue else { return claim }
    let report = report(choice, cue, seed: choice.candidate?.seed.word ?? cueHead(of: cue))
    let lexicon = CueLexicon.standard
    let outline = rules.outlines[report.outline]
    claim.polarity = polarity(of: report, outline, lexicon)
    claim.certainty = certainty(of: report, outline, lexicon)
    claim.kind = kind(of: report, outline, lexicon)
    return claim
  }

  /// A choice as the rules would report it.
  private func report(_ choice: ClaimChoice, _ cue: Range<Int>, seed: Int) -> Report {
    let number = sentence(of: seed)
    let sentence = sentences[number]
    let outline = rules.outlines[number]
    func elements(_ words: Range<Int>) -> Range<Int>? {
      let words = words.clamped(to: sentence)
      guard !words.isEmpty else { return nil }
      return words.lowerBound - sentence.lowerBound..<words.upperBound - sentence.lowerBound
    }
    let known = words[seed].ruled.report
    let element = outline.elements[seed - sentence.lowerBound]
    let content = choice.content.compactMap(elements)
    var report = Report(
      outline: number, passage: outline.passage, source: choice.source.flatMap(elements),
      cue: elements(cue), content: content,
      frame: known >= 0
        ? rules.candidates[known].frame
        : frame(content.first, behind: seed - sentence.lowerBound, outline))
    report.entry =
      known >= 0
      ? rules.candidates[known].entry
      : CueLexicon.standard.entry(element.hash, element.tag)
    report.group = element.group
    return report
  }

  /// What a content that no rule knows looks like from its cue.
  private func frame(_ content: Range<Int>?, behind cue: Int, _ outline: Outline) -> Frame {
    guard let first = content?.lowerBound else { return .clause }
    if outline.quotation(first) != nil { return first < cue ? .quotationBefore : .quotation }
    if first < cue { return .postposed }
    if outline.classes(first).contains(.that) { return .that }
    if outline.tag(first) == .to { return .infinitive }
    return outline.classes(first).contains(.whether) ? .interrogative : .nounPhrase
  }

  /// The sentence that holds a word.
  func sentence(of word: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.lowerBound > word } - 1)
  }

  /// Some words of one passage as a span.
  func span(_ range: Range<Int>) -> WindowSpan {
    let first = words[range.lowerBound]
    return WindowSpan(
      passage: first.passage,
      tokens: first.tokens.lowerBound..<words[range.upperBound - 1].tokens.upperBound)
  }
}
