/// What one line of a frame's header says.
enum HeaderLine: Equatable {
  /// Nothing: the header ends.
  case empty
  /// The length of the body; `nil` where it is no number. One too large for an `Int` is `Int.max`.
  case contentLength(Int?)
  /// Something that does not matter.
  case other
  /// Not `Name: value`.
  case malformed

  /// Reads a line without its line feed.
  init(_ line: ArraySlice<UInt8>) {
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    guard !line.isEmpty else {
      self = .empty
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(HeaderLine.isToken)
    else {
      self = .malformed
      return
    }
    let isLength = HeaderLine.isContentLength(line[..<colon])
    self = isLength ? .contentLength(HeaderLine.number(line[(colon + 1)...])) : .other
  }

  /// The name of the header that counts, in lower case.
  static let contentLength = Array("content-length".utf8)

  /// Whether a name is `Content-Length`, in any case.
  static func isContentLength(_ name: ArraySlice<UInt8>) -> Bool {
    name.count == contentLength.count
      && zip(name, contentLength).allSatisfy { lowercased($0) == $1 }
  }

  /// Whether bytes begin with a number and the end of the line; `nil` where more bytes must come to
  /// know.
  static func endsLine(lengthIn bytes: ArraySlice<UInt8>) -> Bool? {
    // No number that can be meant is longer.
    let bytes = bytes.prefix(40)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      let mayGoOn = bytes.count < 40 && bytes.allSatisfy { isDigit($0) || isSpace($0) }
      return mayGoOn ? nil : false
    }
    return number(bytes[..<end]) != nil
  }

  private static func number(_ value: ArraySlice<UInt8>) -> Int? {
    let digits = value.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { sum, digit in
      let (product, overflow) = sum.multipliedReportingOverflow(by: 10)
      let (next, carry) = product.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      return overflow || carry ? Int.max : next
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// The bytes of a header's name (RFC 9110, `tchar`).
  private static func isToken(_ byte: UInt8) -> Bool {
    let letter = lowercased(byte)
    return isDigit(byte) || UInt8(ascii: "a") <= letter && letter <= UInt8(ascii: "z")
      || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
