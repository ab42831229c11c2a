/// A word, number, mark or address in the prose of one passage.
public struct Token: Sendable, Hashable {
  /// What kind of thing a token is.
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner apostrophes and stops, and with digits: `Hui`, `U.S.`, `n't`, `20th`.
    case word
    /// A numeral: `31`, `1,500`, `2.9`, `3/4`, `10:15`.
    case number
    /// A mark: `,` `.` `"` `—`.
    case punctuation
    /// A sign that is no punctuation: `$`, `US$`, `%`, `+`, an emoji.
    case symbol
    /// A URL, e-mail address, handle or hashtag.
    case address
  }

  /// Prose offsets.
  public var range: Range<Int>
  /// What kind of thing it is.
  public var kind: Kind

  /// A token.
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// The tokens and sentences of one passage.
public struct TokenizedProse: Sendable {
  /// The visible text.
  public var prose: Prose
  /// The tokens in text order; they do not overlap.
  public var tokens: [Token]
  /// The sentences as ranges of token indices; they cover the tokens without gaps.
  public var sentences: [Range<Int>]

  /// The prose offsets from the first to the last of a range of tokens, which must not be empty.
  public func proseRange(_ tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  /// The text of a token.
  public func string(_ token: Int) -> String {
    String(decoding: prose.bytes[tokens[token].range], as: UTF8.self)
  }

  /// The text from the first to the last of a range of tokens, which must not be empty.
  public func string(_ tokens: Range<Int>) -> String {
    String(decoding: prose.bytes[proseRange(tokens)], as: UTF8.self)
  }

  /// The sentence that holds a token, as an index of `sentences`.
  public func sentence(of token: Int) -> Int {
    max(0, sentences.partitioningIndex { $0.lowerBound > token } - 1)
  }
}
