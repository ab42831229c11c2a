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
    readClippedVerbs(&result.outlines[at], lexicon)
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
