/// The text of a leaf block without the marks of the blocks around it, its lines joined by newlines,
/// and the way back to the source. Two blocks with equal sources have equal inline structures.
struct InlineSource: Hashable, Sendable {
  /// A line of the content.
  struct Line: Hashable, Sendable {
    /// Its first offset in the content.
    var content: Int
    /// Its first offset in the source, from the origin.
    var source: Int
    /// The length of its line ending in the source: 2 for CR LF.
    var endLength: Int
  }

  /// The content.
  let content: [UInt8]
  /// The lines, at least one.
  let lines: [Line]

  /// The content of lines; their source offsets are counted from `origin`.
  init(_ parts: ArraySlice<MarkupTree.Line>, origin: Int, in bytes: [UInt8]) {
    var content: [UInt8] = []
    var lines: [Line] = []
    content.reserveCapacity(parts.reduce(parts.count) { $0 + $1.range.count })
    lines.reserveCapacity(parts.count)
    for part in parts {
      if !lines.isEmpty { content.append(ASCII.lineFeed) }
      let end = part.range.upperBound
      let isPair =
        end + 1 < bytes.count && bytes[end] == ASCII.carriageReturn
        && bytes[end + 1] == ASCII.lineFeed
      lines.append(
        Line(
          content: content.count, source: part.range.lowerBound - origin, endLength: isPair ? 2 : 1)
      )
      content.append(contentsOf: bytes[part.range])
    }
    if lines.isEmpty { lines = [Line(content: 0, source: 0, endLength: 1)] }
    self.content = content
    self.lines = lines
  }

  /// The content decides; blocks with equal content and different lines are rare.
  func hash(into hasher: inout Hasher) {
    content.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The line that holds a content offset.
  func line(at offset: Int) -> Line {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].content <= offset { low = middle } else { high = middle }
    }
    return lines[low]
  }

  /// The source offset of a content offset.
  func sourceOffset(_ offset: Int) -> Int {
    let line = line(at: offset)
    return line.source + offset - line.content
  }

  /// The source from the first to the last byte of a range of the content, with the marks of other
  /// blocks that stand between.
  func sourceRange(_ range: Range<Int>) -> ByteRange {
    let start = sourceOffset(range.lowerBound)
    return range.isEmpty ? start..<start : start..<sourceOffset(range.upperBound - 1) + 1
  }
}
