/// The sentences of a passage, as ranges of token indices that cover the tokens.
///
/// A sentence ends behind a stop, a question or exclamation mark or an ellipsis, and behind the
/// quotation marks and brackets that close there, when what follows can begin a sentence.
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
    if next == tokens.count { break }
    if isBoundary(end, at: i, next: next, first: first, tokens, bytes) {
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
    case 0xA6 where token.kind == .punctuation:
      guard bytes.scalar(at: range.lowerBound).scalar == "…" else { return nil }
      self = .ellipsis
    case 0x82 where token.kind == .punctuation:
      guard bytes.scalar(at: range.lowerBound).scalar == "。" else { return nil }
      self = .stop
    default: return nil
    }
  }
}

/// Whether a token closes a quotation or bracket that the sentence before it opened.
private func closes(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let range = tokens[token].range
  guard tokens[token].kind == .punctuation,
    tokens[token - 1].range.upperBound == range.lowerBound
  else { return false }
  switch bytes.scalar(at: range.lowerBound).scalar {
  case ")", "]", "}", "”", "’", "»", "›", "」", "』", "）": return true
  case "\"", "'", "“", "‘", "«":
    // Straight marks, and German and Nordic ones, close where nothing is attached behind them.
    return token + 1 == tokens.count || tokens[token + 1].range.lowerBound > range.upperBound
      || tokens[token + 1].kind == .punctuation
  default: return false
  }
}

private func isBoundary(
  _ end: SentenceEnd, at token: Int, next: Int, first: Int, _ tokens: [Token],
  _ bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  let isAttached = tokens[next - 1].range.upperBound == tokens[next].range.lowerBound
  let hasClosed = next > token + 1
  let opener = Opener(next, tokens, bytes)
  switch end {
  case .stop:
    // "1. First" and "a. First" count a list.
    if token == first + 1, !hasClosed, tokens[first].range.count <= 2 { return false }
    switch opener {
    case .small: return !hasClosed && !isAttached
    case .mark: return false
    case .number: return !isAttached
    case .capital, .opener, .quote: return true
    }
  case .question:
    switch opener {
    case .small, .mark: return false
    case .number, .opener, .quote: return true
    case .capital: return !(hasClosed && reports(next + 1, tokens, bytes))
    }
  case .ellipsis:
    switch opener {
    case .small, .mark, .number: return false
    case .capital, .opener, .quote: return !isAttached
    }
  case .abbreviation(let kind):
    switch kind {
    case .title, .connective, .reference, .initial: return false
    case .month, .weekday, .stateBehindComma, .trailing:
      switch opener {
      case .opener, .quote: return !isAttached
      case .small, .capital, .mark, .number: return false
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
  /// An opening quotation mark or bracket.
  case quote
  case number
  case mark

  init(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
    let range = tokens[token].range
    let first = bytes.scalar(at: range.lowerBound).scalar
    switch tokens[token].kind {
    case .word:
      if isCapital(first) {
        self = sentenceOpeners.contains(FoldedHash(bytes, range)) ? .opener : .capital
      } else if first.properties.isLowercase {
        self = .small
      } else {
        self = .capital
      }
    case .number: self = .number
    case .symbol: self = .number
    case .address: self = .capital
    case .punctuation:
      switch first {
      case "\"", "“", "„", "«", "‘", "'", "`", "(", "[", "¿", "¡", "‚", "‹": self = .quote
      default: self = .mark
      }
    }
  }
}

/// Whether a token is a word that reports speech: `"Why?" Smith asked.`
private func reports(_ token: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  token < tokens.count && reportingWords.contains(FoldedHash(bytes, tokens[token].range))
}

private let reportingWords = WordSet(
  words: "said says asked asks told tells wrote writes added adds cried shouted replied answered")

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
