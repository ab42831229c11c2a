/// What a word looks like, whatever it says.
public struct WordShape: OptionSet, Hashable, Sendable {
  /// The flags as bits; models may store them.
  public let rawValue: UInt16

  /// A shape of flags.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first letter is a capital: `Hui`, `U.S.`, not `iPhone`.
  public static let initialCapital = WordShape(rawValue: 1 << 0)
  /// Two or more letters, all of them capitals: `KCNA`, `U.S.`, `COVID-19`.
  public static let allCapitals = WordShape(rawValue: 1 << 1)
  /// A capital behind a small letter: `iPhone`, `McCain`.
  public static let innerCapital = WordShape(rawValue: 1 << 2)
  /// Has a letter that is not a capital.
  public static let hasSmall = WordShape(rawValue: 1 << 3)
  /// Has a letter.
  public static let hasLetter = WordShape(rawValue: 1 << 4)
  /// Has a digit.
  public static let hasDigit = WordShape(rawValue: 1 << 5)
  /// Has digits, and no letters.
  public static let numeric = WordShape(rawValue: 1 << 6)
  /// Has a hyphen.
  public static let hasHyphen = WordShape(rawValue: 1 << 7)
  /// Has a full stop: `U.S.`, `Mr.`, `2.9`.
  public static let hasStop = WordShape(rawValue: 1 << 8)
  /// Has an apostrophe: `'s`, `O'Neill`.
  public static let hasApostrophe = WordShape(rawValue: 1 << 9)
  /// Has a character outside ASCII.
  public static let nonASCII = WordShape(rawValue: 1 << 10)
  /// One capital, alone or with a stop: `J.`, `I`.
  public static let singleCapital = WordShape(rawValue: 1 << 11)

  /// The shape of the word that a range of UTF-8 bytes spells.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var shape: WordShape = []
    var letters = 0
    var capitals = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = bytes.scalar(at: i)
      i += length
      if length > 1 { shape.insert(.nonASCII) }
      switch CharacterClass(scalar) {
      case .letter where scalar != "_":
        if isCapital(scalar) {
          capitals += 1
          if letters == 0 { shape.insert(.initialCapital) }
          if shape.contains(.hasSmall) { shape.insert(.innerCapital) }
        } else {
          shape.insert(.hasSmall)
        }
        letters += 1
      case .digit: shape.insert(.hasDigit)
      case .hyphen: shape.insert(.hasHyphen)
      case .apostrophe: shape.insert(.hasApostrophe)
      default: if scalar == "." { shape.insert(.hasStop) }
      }
    }
    if letters > 0 { shape.insert(.hasLetter) }
    if letters == 0, shape.contains(.hasDigit) { shape.insert(.numeric) }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if letters == 1, capitals == 1, shape.isDisjoint(with: [.hasDigit, .hasApostrophe]) {
      shape.insert(.singleCapital)
    }
    self = shape
  }

  /// The shape of a word.
  public init(_ word: String) {
    var word = word
    self = word.withUTF8 { WordShape($0, 0..<$0.count) }
  }
}

/// Whether a character is a capital or title-case letter.
@inline(__always)
func isCapital(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 { return UInt8(scalar.value).isASCIIUpper }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter: return true
  default: return false
  }
}

extension TokenizedProse {
  /// What a token looks like.
  public func shape(_ token: Int) -> WordShape {
    prose.bytes.withUnsafeBufferPointer { WordShape($0, tokens[token].range) }
  }

  /// Whether a blank, or the beginning of the prose, stands before a token.
  public func hasBlankBefore(_ token: Int) -> Bool {
    token == 0 || tokens[token - 1].range.upperBound < tokens[token].range.lowerBound
  }

  /// Whether a blank, or the end of the prose, stands behind a token.
  public func hasBlankAfter(_ token: Int) -> Bool {
    token + 1 == tokens.count
      || tokens[token].range.upperBound < tokens[token + 1].range.lowerBound
  }
}
