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

/// A passage with its quotations and the outlines of its sentences.
struct PassageOutline {
  var text: TokenizedProse
  /// Whether it is a title or heading, whose sentences are clipped.
  var isHeadline: Bool
  var tags: [WordTag]
  var hashes: [UInt64]
  var quotations: [QuotedTokens]
  var outlines: [Outline]
}

/// Reads the passages of a window.
func outlines(of window: [AnalyzedPassage], _ lexicon: CueLexicon) -> [PassageOutline] {
  var found = window.map { quotations(in: $0.text.prose) }
  linkQuotations(&found, in: window.map(\.text.prose))
  return window.indices.map { index in
    outline(window[index], at: index, quotations: found[index], lexicon)
  }
}

private func outline(
  _ passage: AnalyzedPassage, at index: Int, quotations: [Quotation], _ lexicon: CueLexicon
) -> PassageOutline {
  let text = passage.text
  let hashes = text.prose.bytes.withUnsafeBufferPointer { bytes in
    text.tokens.map { wordHash(bytes, $0.range) }
  }
  let tags = WordTagger.tags(text, hashes: hashes)
  var result = PassageOutline(
    text: text, isHeadline: isHeadline(passage.role), tags: tags, hashes: hashes, quotations: [],
    outlines: [])
  result.quotations = quotations.filter { $0.depth == 0 }.compactMap {
    quotedTokens($0, text: text, tags: tags)
  }
  result.outlines = cut(result, passage: index)
  for at in result.outlines.indices {
    readQuotingWords(&result.outlines[at], result.quotations, lexicon)
    if result.isHeadline { readHeadlineVerbs(&result.outlines[at], lexicon) }
    findVerbGroups(&result.outlines[at], lexicon)
  }
  return result
}

private func isHeadline(_ role: Passage.Role) -> Bool {
  switch role {
  case .title, .heading: true
  case .alternativeText, .caption, .paragraph, .listItem, .tableCell, .credit: false
  }
}

private func quotedTokens(
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

/// The most elements of an outline. No sentence that a person reads is longer; the rules look back
/// and forth within one, and so cost as much as its length allows.
private let longestOutline = 240

/// Cuts a passage into outlines: at the ends of the tokenizer's sentences that lie outside
/// quotations, and after a quotation that ends a sentence, unless a reporting clause follows.
private func cut(_ passage: PassageOutline, passage index: Int) -> [Outline] {
  let text = passage.text
  var outlines: [Outline] = []
  var elements: [Outline.Element] = []
  func close() {
    guard !elements.isEmpty else { return }
    outlines.append(
      Outline(
        passage: index, isFirst: outlines.isEmpty, isHeadline: passage.isHeadline,
        elements: elements))
    elements.removeAll()
  }
  var token = 0
  var next = 0
  var sentence = 0
  while token < text.tokens.count {
    if elements.count >= longestOutline { close() }
    while sentence < text.sentences.count, text.sentences[sentence].upperBound <= token {
      sentence += 1
    }
    if next < passage.quotations.count, passage.quotations[next].tokens.lowerBound <= token {
      let quotation = passage.quotations[next]
      if quotation.tokens.upperBound <= token {
        next += 1
        continue
      }
      elements.append(
        Outline.Element(
          tokens: token..<quotation.tokens.upperBound, tag: .quotation, hash: 0,
          classes: quotation.isSpeech || quotation.isEndedLikeSentence ? [] : .fragment,
          quotation: next, group: nil))
      token = quotation.tokens.upperBound
      next += 1
      if quotation.endsSentence, endsOutline(after: quotation, at: token, next, passage) { close() }
    } else {
      let hash = passage.hashes[token]
      elements.append(
        Outline.Element(
          tokens: token..<token + 1, tag: passage.tags[token], hash: hash,
          classes: classes(of: hash, token, text), quotation: nil, group: nil))
      token += 1
      if sentence < text.sentences.count, token == text.sentences[sentence].upperBound { close() }

    }
  }
  close()
  return outlines
}

private func classes(of hash: UInt64, _ token: Int, _ text: TokenizedProse) -> WordClasses {
  let bytes = text.prose.bytes
  let range = text.tokens[token].range
  var classes = WordClasses.of(hash)
  if bytes[range].suffix(3).elementsEqual("ing".utf8) { classes.insert(.gerund) }
  if let last = bytes[range].last, last | 0x20 == 0x73 { classes.insert(.sibilant) }
  if bytes[range.lowerBound].isASCIIUpper { return classes.union(.capital) }
  if classes.contains(.dash), range.count == 1, range.lowerBound > 0,
    range.upperBound < bytes.count, isWordByte(bytes[range.lowerBound - 1]),
    isWordByte(bytes[range.upperBound])
  {
    return .hyphen
  }
  return classes
}

/// Whether a sentence ends with a quotation whose own last sentence is at an end.
private func endsOutline(
  after quotation: QuotedTokens, at token: Int, _ next: Int, _ passage: PassageOutline
) -> Bool {
  let tokens = passage.text.tokens
  guard token < tokens.count else { return true }
  if next < passage.quotations.count, passage.quotations[next].tokens.lowerBound == token {
    return true
  }
  let first = passage.text.prose.bytes[tokens[token].range.lowerBound]
  if tokens[token].kind == .punctuation { return false }
  let isLower = (0x61...0x7A).contains(first)
  if isLower { return false }
  if !quotation.endsInCry { return true }
  // "We won!" President Jane Roe said.
  for at in token..<min(token + 8, tokens.count) {
    if tokens[at].kind == .punctuation { return at == token }
    if passage.tags[at] == .verbPast || passage.tags[at] == .verbThirdPerson {
      return CueLexicon.standard.verb(passage.hashes[at]) == nil
    }
  }
  return true
}
