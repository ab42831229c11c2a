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
}
