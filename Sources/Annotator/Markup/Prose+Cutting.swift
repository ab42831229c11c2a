extension Prose {
  /// The part of the prose that a range of the source shows, with a map that counts from the range's
  /// start. Both count from the block's origin. Decoded runs are taken whole or not at all.
  func cut(to range: ByteRange) -> Prose {
    var builder = ProseBuilder(origin: range.lowerBound)
    let first = segments.partitionPoint { $0.source + $0.sourceLength > range.lowerBound }
    for segment in segments[first...].prefix(while: { $0.source < range.upperBound }) {
      let source = segment.source..<segment.source + segment.sourceLength
      let part = source.clamped(to: range)
      if segment.length == segment.sourceLength {
        let start = segment.prose + part.lowerBound - source.lowerBound
        builder.append(bytes[start..<start + part.count], from: part)
      } else if part == source {
        builder.append(bytes[segment.prose..<segment.prose + segment.length], from: source)
      }
    }
    return builder.prose
  }

  /// Whether there is nothing to see.
  var isBlank: Bool { bytes.allSatisfy(ASCII.isWhitespace) }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that meets a condition which all after it meet too; `endIndex`
  /// when none does.
  func partitionPoint(_ isMet: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
