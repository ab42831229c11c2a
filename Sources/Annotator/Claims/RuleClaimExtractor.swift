/// Finds claims by rule: quotations by their structure, other reports by the words that report and
/// what stands around them. How far a report is to be believed is measured, word by word (see
/// `CueLexicon`).
public struct RuleClaimExtractor: ClaimExtractor {
  /// The least probability of a claim that is given out.
  public var threshold: Float

  /// An extractor.
  public init(threshold: Float = 0.25) {
    self.threshold = threshold
  }

  /// Whether the next passage begins like a quotation or the name under one, or this one leaves one
  /// open.
  public func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool {
    guard let first = next.text.tokens.first else { return false }
    let bytes = next.text.prose.bytes
    let byte = bytes[first.range.lowerBound]
    let isMark =
      byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0x2D
      || byte == 0xE2 && first.range.count >= 3 && bytes[first.range.lowerBound + 1] == 0x80
    if isMark { return true }
    let own = quotations(in: passage.text.prose)
    return own.last.map { $0.closing == nil && $0.depth == 0 } ?? false
  }

  /// The claims of a window, in text order.
  public func claims(in window: [AnalyzedPassage]) -> [WindowClaim] {
    RuleReading(window, threshold: threshold).claims
  }
}

/// What the rules make of a window.
struct RuleReading {
  /// The passages with their sentences.
  var passages: [PassageOutline]
  /// The sentences of all passages.
  var outlines: [Outline]
  /// What may be a report, however unlikely.
  var candidates: [Report] = []
  /// The claims, in text order.
  var claims: [WindowClaim]

  /// Reads a window, and claims nothing less probable than a threshold.
  init(_ window: [AnalyzedPassage], threshold: Float) {
    let lexicon = CueLexicon.standard
    let passages = Annotator.outlines(of: window, lexicon)
    let all = passages.flatMap(\.outlines)
    var reports: [Report] = []
    for (index, outline) in all.enumerated() {
      let quotations = passages[outline.passage].quotations
      var found =
        outline.verbReports(index, quotations, lexicon)
        + outline.otherReports(index, quotations, lexicon)
      let passage = passages[outline.passage]
      if passage.isHeadline, var report = outline.headlineReport(quotations, passage.tags) {
        report.outline = index
        found.append(report)
      }
      candidates += found
      reports += settled(found.filter { $0.probability >= threshold }, outline)
    }
    continueQuotations(&reports, all, passages, lexicon)
    claims = reports.map { claim($0, all, passages, lexicon) }.sorted { $0.place < $1.place }
    self.passages = passages
    outlines = all
  }
}

extension WindowClaim {
  /// Where its first word stands: passage and token.
  var place: (Int, Int) {
    let first = (source + cue + content).min {
      ($0.passage, $0.tokens.lowerBound) < ($1.passage, $1.tokens.lowerBound)
    }
    return (first?.passage ?? 0, first?.tokens.lowerBound ?? 0)
  }
}

/// Reports that do not meet: one whose cue lies in another's content is left out, and of two that
/// claim the same quotation the likelier stays.
func settled(_ reports: [Report], _ outline: Outline) -> [Report] {
  var kept: [Report] = []
  // `"…," he said, according to officials`: what is passed on holds what it quotes. But in `He told
  // them: "…," he said, "…"` the same words are reported twice, and the nearer report counts.
  let own = reports.filter { report in
    !reports.contains { other in
      if report.frame == .quotationBefore, other.frame == .postposed {
        return report.cue.map { cue in other.content.contains { $0.overlaps(cue) } } ?? false
      }
      return report.frame == .quotation && other.frame == .quotationBefore
        && other.content.first.map { quote in
          report.content.contains { $0.lowerBound == quote.lowerBound }
        } ?? false
    }
  }
  let ranked = own.enumerated().sorted {
    (size($0.element), -$0.offset) > (size($1.element), -$1.offset)
  }
  for (_, report) in ranked {
    let isInside = kept.contains { other in
      guard let cue = report.cue else { return false }
      return other.content.contains { $0.overlaps(cue) }
        || other.cue.map { $0.overlaps(cue) } == true
    }
    let isTaken = kept.contains { other in
      report.content.contains { range in other.content.contains { $0.overlaps(range) } }
    }
    if !isInside, !isTaken { kept.append(report) }
  }
  return kept.sorted { ($0.cue?.lowerBound ?? 0) < ($1.cue?.lowerBound ?? 0) }
}

private func size(_ report: Report) -> Float {
  report.probability + Float(report.content.reduce(0) { $0 + $1.count }) * 0.01
}

/// A report as a claim: elements become tokens.
private func claim(
  _ report: Report, _ outlines: [Outline], _ passages: [PassageOutline], _ lexicon: CueLexicon
) -> WindowClaim {
  let outline = outlines[report.outline]
  func span(_ elements: Range<Int>, _ outline: Outline) -> WindowSpan {
    WindowSpan(passage: outline.passage, tokens: outline.tokens(elements))
  }
  var content = report.content.map { span($0, outline) }
  for part in report.continuations { content.append(span(part.elements, outlines[part.outline])) }
  content = joined(content)
  return WindowClaim(
    form: form(of: content, passages), polarity: polarity(of: report, outline, lexicon),
    certainty: certainty(of: report, outline, lexicon), kind: kind(of: report, outline, lexicon),
    source: report.source.map { [span($0, outline)] } ?? [],
    cue: report.cue.map { [span($0, outline)] } ?? [], content: content,
    confidence: report.probability)
}

/// Spans in text order, adjoining ones as one.
private func joined(_ spans: [WindowSpan]) -> [WindowSpan] {
  var result: [WindowSpan] = []
  for span in spans.sorted(by: {
    ($0.passage, $0.tokens.lowerBound) < ($1.passage, $1.tokens.lowerBound)
  }) {
    if let last = result.last, last.passage == span.passage,
      last.tokens.upperBound >= span.tokens.lowerBound
    {
      let end = max(last.tokens.upperBound, span.tokens.upperBound)
      result[result.count - 1].tokens = last.tokens.lowerBound..<end
    } else {
      result.append(span)
    }
  }
  return result
}
