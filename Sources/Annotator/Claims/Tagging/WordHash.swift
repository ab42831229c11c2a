/// The 64-bit FNV-1a hash of a word's lower-case ASCII bytes, with curly apostrophes straightened:
/// the key of all word lists of this folder. Other letters keep their case.
func wordHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, seed: UInt64 = 0) -> UInt64
{
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
  var at = range.lowerBound
  while at < range.upperBound {
    var byte = bytes[at]
    if byte == 0xE2, at + 2 < range.upperBound, bytes[at + 1] == 0x80, bytes[at + 2] | 1 == 0x99 {
      byte = 0x27
      at += 2
    } else if (0x41...0x5A).contains(byte) {
      byte |= 0x20
    }
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    at += 1
  }
  return hash
}

/// The hash of a string.
func wordHash(_ string: String) -> UInt64 {
  Array(string.utf8).withUnsafeBufferPointer { wordHash($0, 0..<$0.count) }
}
