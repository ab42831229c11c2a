/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
  /// Parts tokens: the space, line ends, tabs, no-break and zero-width spaces, controls.
  case blank
  /// Is not seen: soft hyphens, joiners, marks of direction. Inside a word it belongs to the word.
  case ignorable
  /// A letter or ideograph of any script, and the low line.
  case letter
  /// A decimal digit.
  case digit
  /// A combining mark, which belongs to what it follows.
  case mark
  /// `'` and `’`.
  case apostrophe
  /// `-` and its look-alikes, which join words.
  case hyphen
  /// Other punctuation.
  case punctuation
  /// Signs of money, arithmetic and the like.
  case symbol
  /// A picture, alone or at the head of a sequence.
  case emoji

  /// Whether a word can begin with it or go on with it.
  var isWordlike: Bool {
    switch self {
    case .letter, .digit, .mark, .ignorable: true
    default: false
    }
  }
}

extension CharacterClass {
  /// The class of an ASCII byte. Controls are blanks.
  @inline(__always)
  init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, UInt8(ascii: "_"): self = .letter
    case 0x00...0x20, 0x7F: self = .blank
    case 0x30...0x39: self = .digit
    case UInt8(ascii: "'"): self = .apostrophe
    case UInt8(ascii: "-"): self = .hyphen
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "<"),
      UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "@"),
      UInt8(ascii: "*"):
      self = .symbol
    default: self = .punctuation
    }
  }

  /// The class of any character. The ranges that news in European languages uses are told apart
  /// here; the standard library's tables know the rest.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: self = CharacterClass(ascii: UInt8(scalar.value))
    case 0x80...0x9F, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self = .blank
    case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: self = .ignorable
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x370...0x373, 0x376...0x377,
      0x37B...0x37D, 0x386, 0x388...0x3FF, 0x400...0x481, 0x48A...0x52F:
      self = .letter
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: self = .punctuation
    case 0xA2...0xA6, 0xA8, 0xA9, 0xAC, 0xAE...0xB4, 0xB8, 0xB9, 0xBC...0xBE, 0xD7, 0xF7:
      self = .symbol
    case 0x2019, 0x2BC: self = .apostrophe
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2018, 0x201A...0x2027, 0x2030...0x2043: self = .punctuation
    default: self = CharacterClass(properties: scalar.properties)
    }
  }

  private init(properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      self = .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .decimalNumber: self = .digit
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .connectorPunctuation, .otherPunctuation:
      self = .punctuation
    case .otherSymbol, .modifierSymbol:
      self = properties.isEmoji || properties.isEmojiModifier ? .emoji : .symbol
    case .mathSymbol, .currencySymbol, .otherNumber: self = .symbol
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .blank
    case .format: self = .ignorable
    case .surrogate, .privateUse, .unassigned: self = .symbol
    @unknown default: self = .symbol
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at an offset, and its length in bytes. Bytes that are not UTF-8 are
  /// replacement characters of one byte each.
  @inline(__always)
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    return longScalar(at: offset, first: first)
  }

  private func longScalar(at offset: Int, first: UInt8) -> (scalar: Unicode.Scalar, length: Int) {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length {
      let byte = self[offset + i]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The class and length of the character that begins at an offset.
  @inline(__always)
  func characterClass(at offset: Int) -> (kind: CharacterClass, length: Int) {
    let byte = self[offset]
    if byte < 0x80 { return (CharacterClass(ascii: byte), 1) }
    let (scalar, length) = scalar(at: offset)
    return (CharacterClass(scalar), length)
  }

  /// The byte at an offset, or 0 outside the buffer: text holds no NUL that would matter.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// The start of the character that ends before an offset greater than 0.
  func scalarStart(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter.
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is an ASCII capital.
  @inline(__always) var isASCIIUpper: Bool { self &- 0x41 < 26 }
  /// Whether the byte is an ASCII small letter.
  @inline(__always) var isASCIILower: Bool { self &- 0x61 < 26 }
  /// Whether the byte is an ASCII digit.
  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
