/// Words that a writer set apart, as titles and the names of ships are: by emphasis or by quotation
/// marks.
struct NameSpan: Sendable, Hashable {
  /// How words are set apart.
  enum Kind: UInt8, Sendable {
    case emphasis
    case quotation
    case singleQuotation
  }

  /// The words, without the marks.
  var tokens: Range<Int>
  /// How they are set apart.
  var kind: Kind
  /// Whether they look like a title: all words but those of grammar and numbers begin with a capital,
  /// and no stop or comma ends them.
  var isTitle = false

  /// What is longer than this, in tokens, is no name.
  static let longest = 14
}

extension NameText {
  /// The short spans of a passage that are set apart, by their first token; where two meet, the one
  /// that begins first.
  func spansSetApart() -> [NameSpan] {
    var spans = emphasizedSpans()
    let marks = quotationMarks(in: text)
    for mark in marks where mark.opens {
      guard let partner = mark.partner else { continue }
      let tokens = mark.token + 1..<max(mark.token + 1, marks[partner].token)
      guard !tokens.isEmpty, tokens.count <= NameSpan.longest else { continue }
      let kind: NameSpan.Kind =
        mark.kind == .single || mark.kind == .singleAngle ? .singleQuotation : .quotation
      spans.append(NameSpan(tokens: tokens, kind: kind))
    }
    spans.sort { ($0.tokens.lowerBound, $0.tokens.count) < ($1.tokens.lowerBound, $1.tokens.count) }
    var result: [NameSpan] = []
    for var span in spans where span.tokens.lowerBound >= result.last?.tokens.upperBound ?? 0 {
      span.isTitle = isTitle(span.tokens)
      result.append(span)
    }
    return result
  }

  /// What stands between single marks of emphasis, which show as one byte of the source that the prose
  /// leaves out before and behind a run. A link's end and strong emphasis leave out more.
  private func emphasizedSpans() -> [NameSpan] {
    let segments = text.prose.segments
    guard segments.count > 1 else { return [] }
    func gap(before i: Int) -> Int {
      i == 0
        ? segments[0].source
        : segments[i].source - segments[i - 1].source - segments[i - 1].sourceLength
    }
    var spans: [NameSpan] = []
    var start: Int?
    for i in segments.indices {
      let width = gap(before: i)
      guard width > 0 else { continue }
      if let first = start, width == 1,
        let tokens = tokens(segments[first].prose..<segments[i].prose)
      {
        spans.append(NameSpan(tokens: tokens, kind: .emphasis))
        start = nil
      } else {
        start = width == 1 ? i : nil
      }
    }
    return spans
  }

  /// The tokens that a range of the prose holds, where it cuts none and is short and on one line.
  private func tokens(_ range: Range<Int>) -> Range<Int>? {
    guard range.count < 120, !text.prose.bytes[range].contains(0x0A) else { return nil }
    let first = text.tokens.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = text.tokens.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    guard first < end, end - first <= NameSpan.longest,
      text.tokens[first].range.lowerBound == range.lowerBound,
      text.tokens[end - 1].range.upperBound <= range.upperBound
    else { return nil }
    return first..<end
  }

  private func isTitle(_ tokens: Range<Int>) -> Bool {
    guard words[tokens.lowerBound].isCapital,
      text.tokens[tokens.upperBound - 1].kind != .punctuation
    else { return false }
    return tokens.allSatisfy { i in
      text.tokens[i].kind != .word || words[i].isCapital || isPossessive(i)
        || words[i].kinds.intersects([.functionWord, .particle, .placePreposition])
    }
  }
}
