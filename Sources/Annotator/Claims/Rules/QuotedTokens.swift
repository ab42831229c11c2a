/// A quotation by its tokens, with what its words say of its nature.
struct QuotedTokens {
  /// With the marks.
  var tokens: Range<Int>
  /// Words without the marks.
  var words: Int
  /// Whether it opens with a capital, or an ellipsis or bracket that stands for one.
  var isOpenedLikeSentence: Bool
  /// Whether it ends in a stop, comma, dash, or another mark that a sentence ends or pauses with.
  var isEndedLikeSentence: Bool
  /// Whether its last mark ends a sentence.
  var endsSentence: Bool
  /// Whether that is a mark other than a full stop, after which a reporting clause may follow.
  var endsInCry: Bool
  /// Whether it holds a verb with a tense.
  var hasVerb: Bool
  var runsOn: Bool
  var runsInto: Bool
  var isLeftOpen: Bool
  /// Whether it is a title or a name, by its capitals and by the word before it: `a host of "The
  /// Five,"`.
  var isName = false

  /// Whether it is speech rather than a title, a nickname or a word held at arm's length.
  var isSpeech: Bool {
    if runsOn || runsInto { return true }
    if isName { return false }
    if isEndedLikeSentence { return isOpenedLikeSentence || words >= 3 }
    return hasVerb && (isOpenedLikeSentence && words >= 3 || words >= 7)
  }
}

/// A quotation by its tokens; `nil` where it has none.
func quotedTokens(
  _ quotation: Quotation, text: TokenizedProse, tags: [WordTag]
) -> QuotedTokens? {
  let first = firstToken(text, endingAfter: quotation.range.lowerBound)
  let end = firstToken(text, startingAt: quotation.range.upperBound)
  guard first < end else { return nil }
  let bytes = text.prose.bytes
  let inner = quotation.inner
  var result = QuotedTokens(
    tokens: first..<end, words: 0, isOpenedLikeSentence: false, isEndedLikeSentence: false,
    endsSentence: false, endsInCry: false, hasVerb: false, runsOn: quotation.runsOn,
    runsInto: quotation.runsInto, isLeftOpen: quotation.closing == nil)
  for token in first..<end {
    let kind = text.tokens[token].kind
    if kind == .word || kind == .number || kind == .address { result.words += 1 }
    if tags[token].isFinite { result.hasVerb = true }
  }
  var start = inner.lowerBound
  while start < inner.upperBound, !isWordByte(bytes[start]) || bytes[start] == 0xC2 {
    if bytes[start] == 0x5B || bytes[start] == 0x2E { result.isOpenedLikeSentence = true }
    start += 1
  }
  if start < inner.upperBound {
    let byte = bytes[start]
    if (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0xE2 {
      result.isOpenedLikeSentence = true
    }
  }
  var last = inner.upperBound
  while last > inner.lowerBound, [0x20, 0x22, 0x27, 0x29].contains(bytes[last - 1]) { last -= 1 }
  if last >= 3, bytes[last - 3] == 0xE2, bytes[last - 2] == 0x80 {
    // A nested curly mark, a dash or an ellipsis.
    let third = bytes[last - 1]
    if (0x98...0x9F).contains(third) { last -= 3 }
    if (0x90...0x95).contains(third) || third == 0xA6 { result.isEndedLikeSentence = true }
  }
  if last > inner.lowerBound {
    switch bytes[last - 1] {
    case 0x2E:
      result.isEndedLikeSentence = true
      result.endsSentence = true
    case 0x21, 0x3F:
      result.isEndedLikeSentence = true
      result.endsSentence = true
      result.endsInCry = true
    case 0x2C, 0x2D: result.isEndedLikeSentence = true
    default: break
    }
  }
  result.isName = isName(result, text: text, tags: tags)
  return result
}

/// Whether a quotation is a title or a name: all its words but the small ones have capitals, and a
/// word stands before it that a name belongs to.
private func isName(_ quotation: QuotedTokens, text: TokenizedProse, tags: [WordTag]) -> Bool {
  let before = quotation.tokens.lowerBound - 1
  guard before >= 0, quotation.words <= 12, !quotation.endsSentence || quotation.endsInCry else {
    return false
  }
  switch tags[before] {
  case .preposition, .noun, .pluralNoun, .name, .adjective, .determiner, .possessiveMark,
    .possessivePronoun, .verbParticiple:
    break
  default: return false
  }
  let bytes = text.prose.bytes
  return quotation.tokens.allSatisfy { token in
    let range = text.tokens[token].range
    guard text.tokens[token].kind == .word else { return true }
    let isSmall = range.count <= 3 && tags[token] != .pronoun && !tags[token].isFinite
    return bytes[range.lowerBound].isASCIIUpper || isSmall && token > quotation.tokens.lowerBound
  }
}

/// The first token that ends after a prose offset.
private func firstToken(_ text: TokenizedProse, endingAfter offset: Int) -> Int {
  var low = 0
  var high = text.tokens.count
  while low < high {
    let middle = (low + high) / 2
    if text.tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
  }
  return low
}

/// The first token that starts at or after a prose offset.
private func firstToken(_ text: TokenizedProse, startingAt offset: Int) -> Int {
  var low = 0
  var high = text.tokens.count
  while low < high {
    let middle = (low + high) / 2
    if text.tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
  }
  return low
}
