/// The text of one block as a reader sees it, with a map back to the source. Markup, link
/// destinations, HTML tags and code are not in it; character references and escapes are decoded.
///
/// Offsets into `bytes` are *prose offsets*. Source offsets in `segments` count from the block's
/// origin, so that an unchanged block keeps its prose when the text before it changes.
public struct Prose: Sendable, Hashable {
  /// A run of prose that comes from one run of source. Where the two lengths are equal the bytes
  /// are the same (but that a newline may show a lone CR); otherwise the whole run was decoded
  /// (`&amp;` → `&`) and cannot be cut.
  public struct Segment: Sendable, Hashable {
    /// The first prose offset.
    public var prose: Int
    /// The length in the prose, in bytes.
    public var length: Int
    /// The first source offset, from the block's origin.
    public var source: Int
    /// The length in the source, in bytes.
    public var sourceLength: Int

    /// A run of prose and where it comes from.
    public init(prose: Int, length: Int, source: Int, sourceLength: Int) {
      self.prose = prose
      self.length = length
      self.source = source
      self.sourceLength = sourceLength
    }
  }

  /// The visible text as UTF-8. Line ends inside the block stay as a newline.
  public var bytes: [UInt8]
  /// The map to the source, in ascending order, covering `bytes` without gaps.
  public var segments: [Segment]

  /// Prose with its map.
  public init(bytes: [UInt8] = [], segments: [Segment] = []) {
    self.bytes = bytes
    self.segments = segments
  }

  /// Prose that is its own source.
  public init(verbatim bytes: [UInt8]) {
    self.bytes = bytes
    segments =
      bytes.isEmpty
      ? [] : [Segment(prose: 0, length: bytes.count, source: 0, sourceLength: bytes.count)]
  }

  /// The visible text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The source range, from the block's origin, from the first to the last byte of a range of the
  /// prose, with the markup that stands between them. The range must not be empty.
  public func sourceRange(_ range: Range<Int>) -> ByteRange {
    let first = segments[segment(at: range.lowerBound)]
    let last = segments[segment(at: range.upperBound - 1)]
    let start =
      first.length == first.sourceLength
      ? first.source + range.lowerBound - first.prose : first.source
    let end =
      last.length == last.sourceLength
      ? last.source + range.upperBound - last.prose : last.source + last.sourceLength
    return start..<end
  }

  /// The runs of source, from the block's origin, that show a range of the prose: the range without
  /// the markup that cuts it. Adjoining runs are joined.
  public func visibleRuns(_ range: Range<Int>) -> [ByteRange] {
    guard !range.isEmpty else { return [] }
    var runs: [ByteRange] = []
    for index in segment(at: range.lowerBound)...segment(at: range.upperBound - 1) {
      let s = segments[index]
      let run = sourceRange(range.clamped(to: s.prose..<s.prose + s.length))
      if let last = runs.last, last.upperBound == run.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<run.upperBound
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  /// The visible bytes that come from a source range, counted from the block's origin.
  func bytes(ofSource range: ByteRange) -> [UInt8] {
    var shown: [UInt8] = []
    for segment in segments {
      let source = segment.source..<segment.source + segment.sourceLength
      guard source.overlaps(range) else { continue }
      let part = source.clamped(to: range)
      let isVerbatim = segment.length == segment.sourceLength
      let start = isVerbatim ? part.lowerBound - source.lowerBound : 0
      let length = isVerbatim ? part.count : segment.length
      shown += bytes[segment.prose + start..<segment.prose + start + length]
    }
    return shown
  }

  /// The index of the segment that holds a prose offset.
  private func segment(at offset: Int) -> Int {
    max(0, segments.partitioningIndex { $0.prose > offset } - 1)
  }
}
