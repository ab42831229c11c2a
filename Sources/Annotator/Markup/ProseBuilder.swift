/// Collects prose and its map from left to right.
struct ProseBuilder {
  /// The source offset from which the map counts.
  let origin: Int
  private(set) var prose = Prose()

  init(origin: Int) {
    self.origin = origin
  }

  /// Appends text that a range of the source shows. Verbatim text that adjoins, in prose and source,
  /// is one segment.
  mutating func append(_ text: some Collection<UInt8>, from source: ByteRange) {
    guard !text.isEmpty else { return }
    let start = prose.bytes.count
    prose.bytes.append(contentsOf: text)
    let length = prose.bytes.count - start
    let isVerbatim = length == source.count
    if isVerbatim, let last = prose.segments.last, last.length == last.sourceLength,
      last.source + last.sourceLength == source.lowerBound - origin
    {
      prose.segments[prose.segments.count - 1].length += length
      prose.segments[prose.segments.count - 1].sourceLength += length
    } else {
      prose.segments.append(
        .init(
          prose: start, length: length, source: source.lowerBound - origin,
          sourceLength: source.count))
    }
  }

  /// Appends what a character reference stands for. Some are as long as that, such as `&nvle;`; these
  /// are noted in two parts, for a run with equal lengths would pass for verbatim.
  mutating func appendReference(_ text: [UInt8], from source: ByteRange) {
    guard text.count == source.count, text.count > 1 else { return append(text, from: source) }
    let first = text.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? text.count
    append(text[..<first], from: source.lowerBound..<source.upperBound - 1)
    append(text[first...], from: source.upperBound - 1..<source.upperBound)
  }
}
