import Annotator
import LanguageServerProtocol

extension Annotations {
  /// The shortest entity that an offset touches, as an index.
  func entity(at offset: Int) -> Int? {
    entities.indices.filter { entities[$0].range.touches(offset) }
      .min { entities[$0].range.count < entities[$1].range.count }
  }

  /// The last claim with a part that an offset touches, as an index.
  func claim(at offset: Int) -> Int? {
    claims.lastIndex { claim in claim.spans.contains { $0.touches(offset) } }
  }
}

extension Claim {
  /// All its parts.
  var spans: [ByteRange] { source + cue + content }

  /// From its first part to its last; empty where it has none.
  var extent: ByteRange {
    let spans = spans
    guard let start = spans.map(\.lowerBound).min(), let end = spans.map(\.upperBound).max() else {
      return 0..<0
    }
    return start..<end
  }
}

extension Snapshot {
  /// Where a chain's thing gets its fullest name first.
  func introduction(of chain: Int, in found: Annotations) -> ByteRange? {
    let chain = found.chains[chain]
    let names = chain.mentions.filter { found.entities[$0].mention == .name }
    let full = names.first { analysis.visibleText(found.entities[$0].range) == chain.name }
    return (full ?? names.first ?? chain.mentions.first).map { found.entities[$0].range }
  }

  /// The chain that an offset speaks of: that of the entity there.
  func chain(at offset: Int, in found: Annotations) -> Int? {
    found.entity(at: offset).flatMap { found.entities[$0].chain }
  }
}

extension ByteRange {
  /// Whether an offset lies in the range or at its end, where a cursor that is beside it stands.
  func touches(_ offset: Int) -> Bool { lowerBound <= offset && offset <= upperBound }
}

/// A text on one line of at most 80 characters, and never empty.
func oneLine(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard line.count > 80 else { return line.isEmpty ? "(untitled)" : line }
  return line.prefix(79) + "…"
}
