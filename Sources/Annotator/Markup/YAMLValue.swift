/// The text of a scalar in YAML front matter, with its map to the source.
struct YAMLValue {
  /// The text, whose map counts from `range`.
  private(set) var prose = Prose()
  /// Where it stands, without quotation marks.
  private(set) var range: ByteRange

  /// The value behind a key: the rest of the key's line and the indented lines that follow it.
  init(_ bytes: [UInt8], _ value: ByteRange, _ continuation: ArraySlice<ByteRange>) {
    let start = bytes.skipBlanks(value.lowerBound, before: value.upperBound)
    let end = bytes.trimEnd(value.upperBound, after: start)
    range = start..<end
    guard start < end else {
      readLines(bytes, continuation)
      return
    }
    switch bytes[start] {
    case ASCII.quote where readQuoted(bytes, start + 1..<end, ASCII.quote): break
    case ASCII.apostrophe where readQuoted(bytes, start + 1..<end, ASCII.apostrophe): break
    case ASCII.bar, ASCII.greater: readLines(bytes, continuation)
    case ASCII.number: break
    default: readLines(bytes, [start..<end] + continuation)
    }
  }

  /// Reads plain lines, which a newline joins, without comments and the marks of a sequence.
  private mutating func readLines(_ bytes: [UInt8], _ lines: ArraySlice<ByteRange>) {
    var parts: [ByteRange] = []
    for line in lines {
      var start = bytes.skipBlanks(line.lowerBound, before: line.upperBound)
      if bytes.begins("- ", at: start, before: line.upperBound) { start += 2 }
      var end = start
      while end < line.upperBound {
        if bytes[end] == ASCII.number, end == start || ASCII.isBlank(bytes[end - 1]) { break }
        end += 1
      }
      end = bytes.trimEnd(end, after: start)
      if start < end { parts.append(start..<end) }
    }
    guard let first = parts.first, let last = parts.last else { return }
    range = first.lowerBound..<last.upperBound
    var builder = ProseBuilder(origin: range.lowerBound)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let gap = parts[index - 1].upperBound..<part.lowerBound
        builder.append(CollectionOfOne(ASCII.lineFeed), from: gap)
      }
      builder.append(bytes[part], from: part)
    }
    prose = builder.prose
  }

  /// Reads text up to a closing quotation mark. False when none closes it.
  private mutating func readQuoted(_ bytes: [UInt8], _ text: ByteRange, _ mark: UInt8) -> Bool {
    var builder = ProseBuilder(origin: text.lowerBound)
    var i = text.lowerBound
    while i < text.upperBound {
      let next = i + 1 < text.upperBound ? bytes[i + 1] : 0
      if bytes[i] == mark {
        if mark == ASCII.apostrophe, next == mark {
          builder.append(CollectionOfOne(mark), from: i..<i + 2)
          i += 2
          continue
        }
        range = text.lowerBound..<i
        prose = builder.prose
        return true
      }
      if mark == ASCII.quote, bytes[i] == ASCII.backslash, i + 1 < text.upperBound {
        let (decoded, length) = YAMLValue.escape(bytes, i..<text.upperBound)
        builder.append(decoded, from: i..<i + length)
        i += length
      } else {
        builder.append(bytes[i..<i + 1], from: i..<i + 1)
        i += 1
      }
    }
    return false
  }

  /// The character that an escape stands for, and the escape's length.
  private static func escape(_ bytes: [UInt8], _ range: ByteRange) -> ([UInt8], Int) {
    let start = range.lowerBound
    let digits: Int
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): return ([ASCII.lineFeed], 2)
    case UInt8(ascii: "t"): return ([ASCII.tab], 2)
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    // A character of more than one byte is not cut: the backslash alone goes.
    case 0x80...: return ([ASCII.backslash], 1)
    case let byte: return ([byte], 2)
    }
    let code = bytes[start + 2..<min(start + 2 + digits, range.upperBound)]
    guard code.count == digits, code.allSatisfy({ $0 < 0x80 }),
      let value = UInt32(String(decoding: code, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return ([bytes[start + 1]], 2) }
    return (Array(String(Character(scalar)).utf8), 2 + digits)
  }
}
