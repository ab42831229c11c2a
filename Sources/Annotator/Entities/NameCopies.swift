extension NameDocument {
  /// The text in capitals, as old wires set titles. ASCII and Latin-1 letters alone change, so that
  /// every name stays where it is.
  func inCapitals() -> NameDocument {
    var copy = self
    var bytes = Array(text.bytes)
    for i in bytes.indices {
      if 0x61...0x7A ~= bytes[i] {
        bytes[i] &= 0xDF
      } else if i > 0, bytes[i - 1] == 0xC3, 0xA0...0xBE ~= bytes[i], bytes[i] != 0xB7 {
        bytes[i] -= 0x20
      }
    }
    copy.text = SourceText(unchecked: bytes)
    return copy
  }

  /// A sentence with a capital at each word of four letters or more and without its stop, as many
  /// papers set titles; `nil` where it is no plain sentence.
  func asHeadline() -> NameDocument? {
    var bytes = Array(text.bytes)
    guard let last = bytes.last, last == UInt8(ascii: "."),
      !names.contains(where: { $0.range.upperBound == bytes.count })
    else { return nil }
    bytes.removeLast()
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if end - start > 3, 0x61...0x7A ~= bytes[start] { bytes[start] &= 0xDF }
      start = end + 1
    }
    var copy = self
    copy.text = SourceText(unchecked: bytes)
    return copy
  }
}
