/// Cuts prose into tokens and sentences.
///
/// The convention is that of the Universal Dependencies corpora of English (EWT and GUM), which is
/// also that of OntoNotes:
/// - contractions and possessives are parted (`do|n't`, `can|not`, `he|'s`, `North|'s`, `gon|na`);
/// - a hyphen is a token (`20|-|month`, `Soo|-|hyang`, `U.S.|-|led`), but not behind a prefix that
///   makes no word by itself (`anti-Trump`, `co-founder`, `mid-1980s`), in dates or in telephone
///   numbers;
/// - an abbreviation keeps its stop, also where the stop ends the sentence (`U.S.`, `Mr.`);
/// - a number keeps its separators (`1,500`, `10:15`, `3/4`) and is parted from its unit, currency
///   or percent sign (`$|5|bn`, `5|km`, `20|%`);
/// - addresses, handles and hashtags are one token each; so are an ellipsis, a dash of hyphens, a
///   run of `!` and `?`, the quotation marks of two graves or apostrophes, and a sequence of emoji
///   that shows as one;
/// - in a script without blanks between words a run of letters is one token.
///
/// Linear in the length of the prose, whatever it holds.
public func tokenize(_ prose: Prose) -> TokenizedProse {
  prose.bytes.withUnsafeBufferPointer { bytes in
    var scanner = TokenScanner(bytes)
    scanner.scan()
    let tokens = scanner.tokens
    return TokenizedProse(prose: prose, tokens: tokens, sentences: sentences(of: tokens, in: bytes))
  }
}

/// A walk over the bytes of one passage that leaves tokens behind.
struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var tokens: [Token] = []
  /// No e-mail address begins before this offset: the last search went so far in vain.
  var noMailBefore = 0
  /// No domain name begins before this offset, likewise.
  var noDomainBefore = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 4)
  }

  mutating func scan() {
    var i = 0
    while i < bytes.count {
      let (kind, length) = bytes.characterClass(at: i)
      switch kind {
      case .blank, .ignorable: i += length
      case .letter, .mark: i = scanWord(at: i)
      case .digit: i = scanNumber(at: i)
      case .apostrophe: i = scanApostrophe(at: i, length: length)
      case .hyphen, .punctuation: i = scanPunctuation(at: i, length: length)
      case .symbol: i = scanSymbol(at: i, length: length)
      case .emoji: i = emit(i..<emojiEnd(from: i), .symbol)
      }
    }
  }

  /// Adds a token, and returns where it ends.
  @inline(__always)
  mutating func emit(_ range: Range<Int>, _ kind: Token.Kind) -> Int {
    tokens.append(Token(range: range, kind: kind))
    return range.upperBound
  }

  /// The end of the letters, digits and marks that go on at an offset. Ignorable characters belong
  /// to the run where a visible one follows.
  @inline(__always)
  func runEnd(from start: Int) -> Int {
    var i = start
    var end = start
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        guard byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") else { break }
        i += 1
        end = i
      } else {
        let (kind, length) = bytes.characterClass(at: i)
        guard kind.isWordlike else { break }
        i += length
        if kind != .ignorable { end = i }
      }
    }
    return end
  }

  /// The end of the digits that go on at an offset.
  func digitsEnd(from start: Int) -> Int {
    var i = start
    while i < bytes.count {
      let (kind, length) = bytes.characterClass(at: i)
      guard kind == .digit else { break }
      i += length
    }
    return i
  }

  /// Whether a letter or digit begins at an offset.
  @inline(__always)
  func isWordlike(at offset: Int) -> Bool {
    offset < bytes.count && bytes.characterClass(at: offset).kind.isWordlike
  }

  /// Whether the text goes on with a blank, or ends, at an offset.
  @inline(__always)
  func isBlank(at offset: Int) -> Bool {
    offset >= bytes.count || bytes.characterClass(at: offset).kind == .blank
  }

  /// Whether a blank or the beginning of the text stands before an offset.
  func isBlank(before offset: Int) -> Bool {
    offset == 0 || bytes.characterClass(at: bytes.scalarStart(before: offset)).kind == .blank
  }

  /// The end of the combining marks and variation selectors that go on at an offset.
  func endOfMarks(_ offset: Int) -> Int {
    var i = offset
    while i < bytes.count, bytes[i] >= 0x80 {
      let (kind, length) = bytes.characterClass(at: i)
      guard kind == .mark else { break }
      i += length
    }
    return i
  }

  /// The end of the run of one ASCII byte that goes on at an offset.
  func endOfRun(of byte: UInt8, from offset: Int) -> Int {
    var i = offset
    while i < bytes.count, bytes[i] == byte { i += 1 }
    return i
  }
}
