/// A half-open range of UTF-8 byte offsets into a source text: the one coordinate system inside
/// this module. Lines and columns, UTF-16 and code points exist only where answers leave it.
public typealias ByteRange = Range<Int>

/// The text of one document, valid UTF-8, with its lines.
public struct SourceText: Sendable {
  /// The text as UTF-8 bytes.
  public private(set) var bytes: [UInt8]
  /// Where the lines begin.
  public private(set) var lines: LineIndex

  /// The text of a Swift string.
  public init(_ string: String) {
    self.init(unchecked: Array(string.utf8))
  }

  /// The text of bytes that come from outside, or `nil` when they are not UTF-8.
  public init?(validating bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.init(unchecked: bytes)
  }

  /// Bytes that are known to be UTF-8.
  init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// The length in bytes.
  public var count: Int { bytes.count }

  /// The characters of a range, which must begin and end at scalar boundaries.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Replaces a range, which must begin and end at scalar boundaries. Costs a move of the bytes and
  /// line starts behind it, no new look at them.
  public mutating func replace(_ range: ByteRange, with replacement: String) {
    let inserted = Array(replacement.utf8)
    bytes.replaceSubrange(range, with: inserted)
    lines.replace(range, with: inserted.count, in: bytes)
  }
}

extension SourceText: Equatable {
  /// Texts are equal when their bytes are: no Unicode equivalence.
  public static func == (a: SourceText, b: SourceText) -> Bool { a.bytes == b.bytes }
}
