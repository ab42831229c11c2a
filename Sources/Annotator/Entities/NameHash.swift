/// A hash of a name that is the same for all its spellings in text: case, accents, stops,
/// apostrophes and hyphens do not count ("Al-Qaida", "al Qaida"; "U.S.", "US").
///
/// A name is read as *pieces*, runs of letters and digits, so that the hash does not depend on how
/// a text is cut into tokens. "Sotheby's" is two pieces, "Shi'ite" one.
struct NameHash: Sendable, Hashable {
  /// The hash so far.
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of no pieces.
  init() {}

  /// The hash of a whole name.
  init(_ name: some Sequence<UInt8>) {
    let bytes = Array(name)
    bytes.withUnsafeBufferPointer { bytes in
      NameHash.forEachPiece(of: bytes, 0..<bytes.count) { append($0) }
    }
  }

  /// Adds a piece behind the others.
  mutating func append(_ piece: UInt64) {
    value = NameHash.mixed(value ^ piece)
  }

  /// The hash of an abbreviation as it is written, but for its stops. Abbreviations are kept apart
  /// from words, so that "WHO" is not "who".
  static func ofAbbreviation(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xA5A5_5A5A_0F0F_F0F0
    for i in range where bytes[i] != UInt8(ascii: ".") {
      hash = (hash ^ UInt64(bytes[i])) &* prime
    }
    return mixed(hash)
  }

  /// Calls `body` with the hash of every piece of some bytes.
  @inline(__always)
  static func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var hash = basis
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      i += 1
      if byte < 0x80 {
        let folded = Fold.ascii[Int(byte)]
        if folded != 0 {
          hash = (hash ^ UInt64(folded)) &* prime
        } else if byte == UInt8(ascii: "'") {
          if endsWithGenitive(bytes, i, range.upperBound) { finish(&hash, body) }
        } else if byte != UInt8(ascii: ".") {
          finish(&hash, body)
        }
      } else if byte >= 0xC3, byte <= 0xC5, i < range.upperBound {
        let index = Int(byte & 0x1F) << 6 | Int(bytes[i] & 0x3F)
        i += 1
        let folded = index >= 0xC0 && index < 0x180 ? Fold.latin[index - 0xC0] : 0
        if folded == 0 { finish(&hash, body) }
        if folded & 0xFF != 0 { hash = (hash ^ UInt64(folded & 0xFF)) &* prime }
        if folded >> 8 != 0 { hash = (hash ^ UInt64(folded >> 8)) &* prime }
      } else if byte == 0xCC || byte == 0xCD, i < range.upperBound {
        // A combining accent is dropped; what follows U+036F is Greek.
        if byte == 0xCD, bytes[i] >= 0xB0 { hash = (hash ^ UInt64(bytes[i])) &* prime }
        i += 1
      } else if byte == 0xE2, i + 1 < range.upperBound, bytes[i] == 0x80 {
        // General punctuation: a curly apostrophe counts as a straight one, all else parts.
        let mark = bytes[i + 1]
        i += 2
        if mark != 0x99 || endsWithGenitive(bytes, i, range.upperBound) { finish(&hash, body) }
      } else if byte == 0xC2 {
        i += 1
        finish(&hash, body)
      } else {
        hash = (hash ^ UInt64(byte)) &* prime
      }
    }
    finish(&hash, body)
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  @inline(__always)
  private static func finish(_ hash: inout UInt64, _ body: (UInt64) -> Void) {
    guard hash != basis else { return }
    body(hash)
    hash = basis
  }

  /// Whether an `s` that ends its word stands at an offset.
  @inline(__always)
  private static func endsWithGenitive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int
  ) -> Bool {
    guard i < end, bytes[i] | 0x20 == UInt8(ascii: "s") else { return false }
    return i + 1 == end || bytes[i + 1] < 0x80 && Fold.ascii[Int(bytes[i + 1])] == 0
  }

  /// The finaliser of SplitMix64, which spreads every bit over all others.
  @inline(__always)
  private static func mixed(_ x: UInt64) -> UInt64 {
    var x = x &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}

/// Tables that take case and accents off letters.
private enum Fold {
  /// The lower case of an ASCII letter or digit; 0 for all else.
  static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }

  /// One or two plain letters for U+00C0 to U+017F, the first in the low byte; 0 for × and ÷.
  static let latin: [UInt16] = {
    let plain =
      "a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
      + "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return plain.split(separator: " ").map { letters in
      letters == "." ? 0 : letters.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    }
  }()
}
