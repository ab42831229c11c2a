/// A document's URI, character for character as the client sent it, since clients compare what the
/// server sends back with what they sent. Two spellings of one URI are two values.
public struct DocumentURI: RawRepresentable, Codable, Hashable, Sendable {
  /// The URI.
  public var rawValue: String

  /// A URI as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The URI of a file by its absolute path.
  public init(path: String) {
    var uri = "file://"
    for byte in path.utf8 {
      if DocumentURI.isPlain(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.count < 2 ? "%0" : "%"
        uri += digits
      }
    }
    rawValue = uri
  }

  /// The absolute path of a `file` URI of this machine, with percent escapes resolved; `nil` for
  /// any other URI (`untitled:` among them) and for a path that is not UTF-8.
  public var path: String? {
    guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")),
      rawValue[..<colon].lowercased() == "file"
    else { return nil }
    var rest = rawValue.utf8[rawValue.utf8.index(after: colon)...]
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != UInt8(ascii: "/") }
      guard host.isEmpty || host.elementsEqual("localhost".utf8) else { return nil }
      rest = rest[host.endIndex...]
    }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    let end = rest.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return DocumentURI.decoded(rest[..<(end ?? rest.endIndex)])
  }

  /// The bytes that stand for themselves in a path (RFC 3986: `unreserved`, and `/`).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// A percent sign that no two hexadecimal digits follow stands for itself.
  private static func decoded(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(hexadecimalValue)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
