import Annotator

/// A run of visible text over which the annotations do not change.
struct Piece {
  /// What a reader sees.
  var text: String
  /// Where it stands in the source.
  var range: ByteRange
  /// The entity it belongs to: the shortest, where a role holds a name.
  var entity: Int?
  /// The claim parts it belongs to.
  var parts: [ClaimPart]
}

/// What a run of text is to a claim.
struct ClaimPart: Hashable {
  enum Role: String {
    case source, cue, content
  }

  /// The claim, as an index.
  var claim: Int
  /// Its part.
  var role: Role
}

/// Cuts passages into pieces; made once for an article.
struct Pieces {
  private let passages: [Passage]
  private let entities: [Entity]
  /// Every span of a claim in text order, with the farthest end of all spans up to it.
  private let parts: [(range: ByteRange, part: ClaimPart, reach: Int)]
  /// Every place where an annotation begins or ends, in order.
  private let boundaries: [Int]

  init(_ article: Article, _ annotations: Annotations) {
    passages = article.passages
    entities = annotations.entities
    var spans: [(range: ByteRange, part: ClaimPart)] = []
    for (index, claim) in annotations.claims.enumerated() {
      spans += claim.source.map { ($0, ClaimPart(claim: index, role: .source)) }
      spans += claim.cue.map { ($0, ClaimPart(claim: index, role: .cue)) }
      spans += claim.content.map { ($0, ClaimPart(claim: index, role: .content)) }
    }
    spans.sort { $0.range.lowerBound < $1.range.lowerBound }
    var reach = 0
    parts = spans.map { span in
      reach = max(reach, span.range.upperBound)
      return (span.range, span.part, reach)
    }
    let ranges = entities.map(\.range) + spans.map(\.range)
    boundaries = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
  }

  /// The pieces of a passage, in order.
  func pieces(ofPassage index: Int) -> [Piece] {
    let passage = passages[index]
    let origin = passage.range.lowerBound
    var pieces: [Piece] = []
    for segment in passage.prose.segments {
      let source = segment.source + origin..<segment.source + segment.sourceLength + origin
      let shown = passage.prose.bytes[segment.prose..<segment.prose + segment.length]
      // A decoded run cannot be cut.
      let cuts = segment.length == segment.sourceLength ? self.cuts(in: source) : []
      var start = source.lowerBound
      for end in cuts + [source.upperBound] where end > start {
        let from = shown.startIndex + (cuts.isEmpty ? 0 : start - source.lowerBound)
        let to = cuts.isEmpty ? shown.endIndex : from + end - start
        pieces.append(
          Piece(
            text: String(decoding: shown[from..<to], as: UTF8.self), range: start..<end,
            entity: entity(at: start), parts: parts(at: start)))
        start = end
      }
    }
    return pieces
  }

  /// The boundaries inside a range.
  private func cuts(in range: ByteRange) -> [Int] {
    var index = boundaries.partitioningIndex { $0 > range.lowerBound }
    var cuts: [Int] = []
    while index < boundaries.count, boundaries[index] < range.upperBound {
      if cuts.last != boundaries[index] { cuts.append(boundaries[index]) }
      index += 1
    }
    return cuts
  }

  private func entity(at offset: Int) -> Int? {
    var index = entities.partitioningIndex { $0.range.lowerBound > offset } - 1
    // Entities nest at most two deep, so that the holder is among the last few.
    for _ in 0..<4 where index >= 0 {
      if entities[index].range.contains(offset) { return index }
      index -= 1
    }
    return nil
  }

  private func parts(at offset: Int) -> [ClaimPart] {
    var index = parts.partitioningIndex { $0.range.lowerBound > offset } - 1
    var found: [ClaimPart] = []
    while index >= 0, parts[index].reach > offset {
      if parts[index].range.contains(offset) { found.append(parts[index].part) }
      index -= 1
    }
    return found.reversed()
  }
}
