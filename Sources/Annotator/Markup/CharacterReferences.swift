/// Character references, numeric and named (CommonMark 0.31, section 2.5).
enum CharacterReferences {
  /// The characters that the reference at an `&` stands for, and its end behind the semicolon.
  static func decode(_ text: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
    var i = start + 1
    if i < text.count, text[i] == ASCII.number {
      i += 1
      let isHexadecimal = i < text.count && text[i] | 0x20 == UInt8(ascii: "x")
      if isHexadecimal { i += 1 }
      let digits = i
      var value: UInt32 = 0
      while i < text.count, i - digits < 8, let digit = digit(text[i], isHexadecimal) {
        value = value * (isHexadecimal ? 16 : 10) + digit
        i += 1
      }
      guard i > digits, i - digits <= (isHexadecimal ? 6 : 7), i < text.count,
        text[i] == ASCII.semicolon
      else { return nil }
      return (utf8(value), i + 1)
    }
    while i < text.count, i - start <= longestName, ASCII.isAlphanumeric(text[i]) { i += 1 }
    guard i > start + 1, i < text.count, text[i] == ASCII.semicolon else { return nil }
    return lookUp(text[start + 1..<i]).map { ($0, i + 1) }
  }

  private static let longestName = 31

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x57) : nil
  }

  /// A code point as UTF-8; those that are no characters, and NUL, as U+FFFD.
  private static func utf8(_ value: UInt32) -> [UInt8] {
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// The characters of a name, by binary search in the sorted list.
  private static func lookUp(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    names.withUTF8Buffer { list in
      var low = 0
      var high = list.count
      while low < high {
        var start = (low + high) / 2
        while start > low, list[start - 1] != ASCII.space { start -= 1 }
        var end = start
        while list[end] != ASCII.equals { end += 1 }
        var next = end
        while next < list.count, list[next] != ASCII.space { next += 1 }
        let entry = list[start..<end]
        if entry.elementsEqual(name) { return codePoints(list[end + 1..<next]) }
        if entry.lexicographicallyPrecedes(name) {
          low = min(next + 1, list.count)
        } else {
          high = start
        }
      }
      return nil
    }
  }

  private static func codePoints(_ list: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    list.split(separator: ASCII.plus).flatMap { digits in
      utf8(digits.reduce(0) { $0 * 16 + (digit($1, true) ?? 0) })
    }
  }
}
