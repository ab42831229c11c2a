/// The bytes that CommonMark gives a meaning, by name, and its classes of bytes (section 2.1).
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let exclamation = UInt8(ascii: "!")
  static let quote = UInt8(ascii: "\"")
  static let number = UInt8(ascii: "#")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let leftParenthesis = UInt8(ascii: "(")
  static let rightParenthesis = UInt8(ascii: ")")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let hyphen = UInt8(ascii: "-")
  static let stop = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let leftBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let bar = UInt8(ascii: "|")
  static let tilde = UInt8(ascii: "~")

  /// A space or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// A blank, or a byte that ends lines.
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == space || (byte >= 0x09 && byte <= 0x0D)
  }

  /// A control character: never part of a destination without angle brackets.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

  /// `0` to `9`.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `a` to `z` and `A` to `Z`.
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// A letter or digit.
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// Any other visible character: what a backslash can escape.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  /// The byte with `A` to `Z` lowered.
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

extension Array<UInt8> {
  /// Whether the bytes from an offset begin with ASCII text, in any case; `lowercase` is lowered.
  func begins(_ lowercase: StaticString, at offset: Int, before end: Int) -> Bool {
    lowercase.withUTF8Buffer { wanted in
      guard end - offset >= wanted.count else { return false }
      for i in 0..<wanted.count where ASCII.lowered(self[offset + i]) != wanted[i] { return false }
      return true
    }
  }

  /// The offset of the first byte in a range that is not a blank, else the range's end.
  func skipBlanks(_ offset: Int, before end: Int) -> Int {
    var i = offset
    while i < end, ASCII.isBlank(self[i]) { i += 1 }
    return i
  }

  /// The end of a range without the blanks at its end.
  func trimEnd(_ end: Int, after start: Int) -> Int {
    var i = end
    while i > start, ASCII.isBlank(self[i - 1]) { i -= 1 }
    return i
  }
}
