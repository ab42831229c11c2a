extension NameFeatures {
  /// What a noun phrase behind a comma says of the name before it: "the Marigold, a tug of 1931".
  mutating func addApposition(behind last: Int) {
    var i = last + 1
    // A bracket may stand between: "Koza (Коза), a comedy".
    if facts.names.isMark(i, "(") {
      var end = i + 1
      while end < min(sentence.upperBound, i + 8), !facts.names.isMark(end, ")") { end += 1 }
      i = end + 1
    }
    guard i + 2 < sentence.upperBound, facts.names.isMark(i, ","),
      facts.names.text.isToken(i + 1, in: determiners)
    else { return }
    for k in i + 2..<min(sentence.upperBound, i + 5) {
      guard facts.names.text.tokens[k].kind == .word else { break }
      add(83, folded(k))
      add(84, clusters(k).of256)
      addBits(85, kinds(k))
    }
  }

  /// What tells of words that are set apart, and of what stands before and behind them.
  mutating func addSpan(_ i: Int) {
    let index = facts.words[i].span
    guard index >= 0 else { return }
    let span = facts.spans[index]
    let length = UInt64(min(span.tokens.count, 6))
    let place: UInt64 =
      (i == span.tokens.lowerBound ? 1 : 0) | (i + 1 == span.tokens.upperBound ? 2 : 0)
    let form = UInt64(span.kind.rawValue) << 1 | (span.isTitle ? 1 : 0)
    add(86, form, length << 2 | place)
    add(87, form, facts.words[i].spelling.shape)
    let isMarked = span.kind != .emphasis
    let before = span.tokens.lowerBound - (isMarked ? 2 : 1)
    let behind = span.tokens.upperBound + (isMarked ? 1 : 0)
    add(88, form, folded(before))
    add(89, form, folded(behind))
    add(90, form, clusters(before).of256)
    add(91, form, clusters(behind).of256)
  }
}

private let determiners: WordSet = [
  "a", "an", "the", "its", "his", "her", "their", "one", "another",
]
