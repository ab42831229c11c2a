/// The sentences of a passage, as ranges of token indices that cover the tokens.
///
/// A sentence ends behind a stop, a question or exclamation mark or an ellipsis, and behind what
/// closes there (quotation marks, brackets, references, faces), when what follows can begin one.
func sentences(of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var first = 0
  var i = 0
  while i < tokens.count {
    guard let end = SentenceEnd(tokens[i], in: bytes) else {
      i += 1
      continue
    }
    var next = i + 1
    while next < tokens.count, closes(next, tokens, bytes) { next += 1 }
    // A mark that stands alone behind the last sentence is its last mark.
    if next + 1 == tokens.count, tokens[next].kind == .punctuation { break }
    let hasClosed = next > i + 1
    while let behind = trailerEnd(next, tokens, bytes) { next = behind }
    if next == tokens.count { break }
    if isBoundary(end, at: i, hasClosed: hasClosed, next: next, first: first, tokens, bytes) {
      result.append(first..<next)
      first = next
    }
    i = next
  }
  if first < tokens.count { result.append(first..<tokens.count) }
  return result
}

/// A token that may end a sentence.
private enum SentenceEnd {
  case stop
  case question
  case ellipsis
  case abbreviation(AbbreviationKind)

  init?(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
    let range = token.range
    switch bytes[range.upperBound - 1] {
    case UInt8(ascii: "."):
      switch token.kind {
      case .punctuation: self = range.count == 1 ? .stop : .ellipsis
      case .word:
        let word = range.lowerBound..<range.upperBound - 1
        guard !word.isEmpty, let kind = abbreviationKind(bytes, word) else { return nil }
        self = .abbreviation(kind)
      case .number, .symbol, .address: return nil
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard token.kind == .punctuation else { return nil }
      self = .question
    case 0x80...:
      guard token.kind == .punctuation else { return nil }
      switch bytes.scalar(at: range.lowerBound).scalar {
      case "…": self = .ellipsis
      case "。", "।", "۔": self = .stop
      case "！", "？", "؟", "‼", "⁇", "⁈", "⁉": self = .question
      default: return nil
      }
    default: return nil
    }
  }
}

/// Whether a token closes a quotation or bracket that the sentence before it opened.
private func closes(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let range = tokens[token].range
  guard tokens[token].kind == .punctuation, isAttached(token, tokens) else { return false }
  switch bytes.scalar(at: range.lowerBound).scalar {
  case ")", "]", "}", "”", "’", "»", "›", "」", "』", "）": return true
  case "\"", "'", "“", "‘", "«":
    // Straight marks, and German and Nordic ones, close where nothing is attached behind them.
    return token + 1 == tokens.count || !isAttached(token + 1, tokens)
      || tokens[token + 1].kind == .punctuation
  default: return false
  }
}

/// The token behind something that a sentence takes along behind its end: a reference in brackets
/// (`[4]`, `[citation needed]`), a face.
private func trailerEnd(
  _ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
) -> Int? {
  guard token < tokens.count else { return nil }
  let first = bytes[tokens[token].range.lowerBound]
  switch tokens[token].kind {
  case .symbol:
    return first == UInt8(ascii: ":") || first == UInt8(ascii: ";") || first >= 0xE2
      ? token + 1 : nil
  case .punctuation:
    guard first == UInt8(ascii: "["), tokens[token].range.count == 1 else { return nil }
    // A reference is short; a bracket with a sentence in it begins with a capital.
    for end in token + 1..<min(token + 6, tokens.count) {
      let range = tokens[end].range
      switch tokens[end].kind {
      case .number: continue
      case .word where !isCapital(bytes.scalar(at: range.lowerBound).scalar): continue
      case .punctuation where bytes[range.lowerBound] == UInt8(ascii: "]"): return end + 1
      case .punctuation where bytes[range.lowerBound] == UInt8(ascii: ","): continue
      default: return nil
      }
    }
    return nil
  case .word, .number, .address: return nil
  }
}

private func isAttached(_ token: Int, _ tokens: [Token]) -> Bool {
  tokens[token - 1].range.upperBound == tokens[token].range.lowerBound
}

private func isBoundary(
  _ end: SentenceEnd, at token: Int, hasClosed: Bool, next: Int, first: Int, _ tokens: [Token],
  _ bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  let isAttached = isAttached(next, tokens)
  let opener = Opener(next, tokens, bytes)
  switch end {
  case .stop:
    // "1. First" and "a. First" count a list.
    if token == first + 1, !hasClosed, tokens[first].range.count <= 2 { return false }
    switch opener {
    case .small, .smallInside: return !hasClosed && !isAttached
    case .mark: return false
    case .number, .ellipsis: return !isAttached
    case .capital, .opener, .quote: return true
    }
  case .question:
    switch opener {
    case .small, .smallInside, .mark, .ellipsis: return false
    case .number, .opener, .quote: return true
    case .capital:
      return !(hasClosed && reports(next, tokens, bytes)) && !isNameWithMark(token, tokens, bytes)
    }
  case .ellipsis:
    switch opener {
    case .small, .smallInside, .mark, .number, .ellipsis: return false
    case .capital, .opener, .quote: return !isAttached
    }
  case .abbreviation(let kind):
    guard !isAttached else { return false }
    switch kind {
    case .connective, .reference, .initial: return false
    case .title:
      // Of these only the street ends sentences.
      guard case .opener = opener else { return false }
      return bytes.slice(tokens[token].range, equals: "st.")
    case .month, .weekday, .stateBehindComma, .trailing:
      switch opener {
      case .opener, .quote: return true
      case .capital: return bytes.slice(tokens[token].range, equals: "etc.")
      case .small, .smallInside, .mark, .number, .ellipsis: return false
      }
    }
  }
}

/// What the first token behind a possible end looks like.
private enum Opener {
  case small
  case capital
  /// A capitalised word that begins sentences often, and names seldom.
  case opener
  /// An opening quotation mark or bracket, and a capital behind it.
  case quote
  /// An opening quotation mark or bracket, and no capital behind it.
  case smallInside
  case number
  case ellipsis
  case mark

  init(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
    let range = tokens[token].range
    let first = bytes.scalar(at: range.lowerBound).scalar
    switch tokens[token].kind {
    case .word:
      if isCapital(first) {
        self = sentenceOpeners.contains(FoldedHash(bytes, range)) ? .opener : .capital
      } else if first.properties.isLowercase, !WordShape(bytes, range).contains(.innerCapital) {
        self = .small
      } else {
        self = .capital
      }
    case .number, .symbol: self = .number
    case .address: self = .capital
    case .punctuation:
      switch first {
      case "\"", "“", "„", "«", "‘", "'", "`", "(", "[", "¿", "¡", "‚", "‹", "「", "（":
        self = Opener.isCapitalised(token + 1, tokens, bytes) ? .quote : .smallInside
      case "…": self = .ellipsis
      case ".": self = range.count > 1 ? .ellipsis : .mark
      default: self = .mark
      }
    }
  }

  /// Whether the first word from a token on, behind further opening marks, is capitalised.
  private static func isCapitalised(
    _ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for next in token..<min(token + 3, tokens.count) where tokens[next].kind != .punctuation {
      return tokens[next].kind == .word
        && !bytes.scalar(at: tokens[next].range.lowerBound).scalar.properties.isLowercase
    }
    return false
  }
}

/// Whether a name, and then a word that reports speech, begins at a token: `"Why?" Mr. Smith asked.`
private func reports(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for next in token + 1..<min(token + 7, tokens.count) {
    guard tokens[next].kind == .word else { return false }
    let range = tokens[next].range
    if reportingWords.contains(FoldedHash(bytes, range)) { return true }
    guard isCapital(bytes.scalar(at: range.lowerBound).scalar) else { return false }
  }
  return false
}

/// Whether a mark belongs to the name before it: `Yahoo! Inc.`
private func isNameWithMark(
  _ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  token > 0 && namesWithMark.contains(FoldedHash(bytes, tokens[token - 1].range))
}

private let namesWithMark: WordSet = ["yahoo", "jeopardy", "oklahoma", "jeb"]

private let reportingWords = WordSet(
  words: """
    said says asked asks told tells wrote writes added adds cried shouted replied answered exclaimed
    tweeted declared recalled joked quipped wondered
    """)

/// Words that begin sentences and rarely names, learnt from how often they do.
let sentenceOpeners = WordSet(
  words: """
    the it and we in they this if he you so but there a she that as when my please for what however
    after well at these let how now one on also then to his is with all here no some from by even
    just while oh our although can not since many okay or your uh yes are because an yeah like any
    have once her most according very their will thus two why of both those maybe another other
    should hope finally would its which therefore unfortunately does over anyway more did everyone
    despite such during each never get sorry perhaps yet anything who instead where sometimes
    overall moreover whether later only every actually due otherwise further besides upon indeed
    several could three probably has though before without nobody recently additionally furthermore
    among throughout four five six still whatever currently unlike hopefully being under meanwhile
    originally nothing within everybody until eventually unless nevertheless it's i asked
    """)
