extension NameFacts {
  /// Names with what emphasis and quotation marks tell of their extent: a title goes as far as they
  /// do, and words in italics that look like a title are one.
  func withTitles(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    var rest = mentions[...]
    for span in spans where span.isTitle {
      while let next = rest.first, next.tokens.upperBound <= span.tokens.lowerBound {
        result.append(next)
        rest.removeFirst()
      }
      let meeting = rest.prefix { $0.tokens.lowerBound < span.tokens.upperBound }
      let isInside = meeting.allSatisfy {
        span.tokens.lowerBound <= $0.tokens.lowerBound
          && $0.tokens.upperBound <= span.tokens.upperBound
      }
      guard isInside, let title = title(span, meeting) else { continue }
      rest.removeFirst(meeting.count)
      result.append(title)
    }
    return result + rest
  }

  private func title(_ span: NameSpan, _ meeting: ArraySlice<Mention>) -> Mention? {
    if meeting.count == 1, meeting.first?.tokens == span.tokens { return nil }
    let confidence = meeting.map(\.confidence).max() ?? 0.6
    if meeting.contains(where: { $0.type == .work }) {
      return Mention(tokens: span.tokens, type: .work, confidence: confidence)
    }
    guard span.kind == .emphasis, span.tokens.count > 1 || meeting.isEmpty else { return nil }
    // One word in italics may be stressed; words of several names may be a ship's.
    let words = span.tokens.map { names.words[$0] }
    if span.tokens.count == 1, words.contains(where: { $0.kinds.contains(.word) }) { return nil }
    let type = meeting.count == 1 ? meeting.first?.type ?? .work : .work
    return Mention(
      tokens: span.tokens, type: type == .product ? .product : .work, confidence: confidence)
  }
}

extension NameText {
  /// Names with their forms in other scripts, which brackets hold behind them: "Koza (Коза)".
  func withOtherScripts(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    for (index, mention) in mentions.enumerated() {
      result.append(mention)
      let start = mention.tokens.upperBound + 1
      guard isMark(start - 1, "("), start < count, isOtherScript(start) else { continue }
      var end = start + 1
      while end < min(count, start + 12), !isMark(end, ")") { end += 1 }
      let next = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : count
      guard isMark(end, ")"), end <= next else { continue }
      result.append(
        Mention(tokens: start..<end, type: mention.type, confidence: mention.confidence))
    }
    return result
  }

  /// Whether a word is of letters beyond Latin ones.
  private func isOtherScript(_ i: Int) -> Bool {
    let byte = text.prose.bytes[text.tokens[i].range.lowerBound]
    return text.tokens[i].kind == .word && byte >= 0xCE && byte != 0xE2
  }
}
