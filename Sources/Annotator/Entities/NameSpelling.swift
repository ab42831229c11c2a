/// How a token is spelt, as hashes: the words themselves are kept in no model.
struct NameSpelling: Sendable {
  /// The token as it is, digits read as 0.
  var exact: UInt64 = 0
  /// The token without the case of its letters.
  var folded: UInt64 = 0
  /// Its pattern of capitals, small letters, digits and signs; runs count two at most.
  var shape: UInt64 = 0
  /// Its first one to four bytes, and its last, in lower case; 0 where it is shorter.
  var prefixes = SIMD4<UInt64>.zero
  var suffixes = SIMD4<UInt64>.zero

  /// A token's spelling. Bytes beyond ASCII count as small letters in the shape.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    let prime: UInt64 = 0x0000_0100_0000_01B3
    var exact = basis
    var folded = basis
    var shape = basis
    var last: UInt8 = 0
    var repeats = 0
    for i in range {
      let byte = bytes[i]
      let (read, low, kind) = NameSpelling.read(byte)
      exact = (exact ^ UInt64(read)) &* prime
      folded = (folded ^ UInt64(low)) &* prime
      if i - range.lowerBound < 4 { prefixes[i - range.lowerBound] = folded }
      repeats = kind == last ? repeats + 1 : 1
      last = kind
      if repeats <= 2 { shape = (shape ^ UInt64(kind)) &* prime }
    }
    var suffix = basis
    for k in 0..<min(4, range.count) {
      suffix = (suffix ^ UInt64(NameSpelling.read(bytes[range.upperBound - 1 - k]).low)) &* prime
      suffixes[k] = suffix
    }
    self.exact = FeatureHash.mixed(exact)
    self.folded = FeatureHash.mixed(folded)
    self.shape = shape
  }

  /// A byte with digits made one, the same in lower case, and what kind of sign it is.
  @inline(__always)
  private static func read(_ byte: UInt8) -> (read: UInt8, low: UInt8, kind: UInt8) {
    switch byte {
    case 0x61...0x7A: (byte, byte, UInt8(ascii: "x"))
    case 0x41...0x5A: (byte, byte | 0x20, UInt8(ascii: "X"))
    case 0x30...0x39: (0x30, 0x30, 0x30)
    case 0x80...: (byte, byte, UInt8(ascii: "x"))
    default: (byte, byte, byte)
    }
  }
}
