import Annotator
import Foundation

/// The highlights that an editor should show, one a line as `LINE:COLUMN`, the group and the text,
/// parted by tabs; columns are code points, both count from 1. A span that crosses line ends gives
/// a highlight on each of its lines.
struct Highlights {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let findings: Findings

  /// The highlights of a text in which something was found.
  init(_ version: SampleArticle.Version) {
    text = version.text
    scalars = Array(text.unicodeScalars)
    findings = version.findings
  }

  /// Every entity and claim by itself, as overlays show them.
  var overlays: [String] { (entities + claims).sorted(by: byBytes) }

  /// Every claim by itself, and the entities and cues as semantic tokens, which do not overlap and
  /// leave out the markup that no reader sees: of entities the innermost, of an entity and a cue the
  /// entity. Groups of tokens begin with `@`.
  var tokensAndClaims: [String] { (tokenPieces + claims).sorted(by: byBytes) }

  /// The entities and cues as semantic tokens alone.
  var tokens: [String] { tokenPieces.sorted(by: byBytes) }

  /// The claims as lists show them, each as `LINE:COLUMN`, a tab, and the words for the source, the
  /// cue and the content between bars.
  var claimRows: [String] {
    findings.claims.map { claim in
      let parts = [claim.source, claim.cue, claim.content].filter { !$0.isEmpty }
      let said = parts.map { $0.map(words).joined(separator: " ... ") }.joined(separator: " | ")
      return "\(described(start(of: claim)))\t\(said)"
    }
  }

  /// Where the cursor comes when it goes from the top of the text to the next claim, until it has
  /// been everywhere and is at the first again, and then back by two.
  var claimMoves: [String] {
    let starts = Set(findings.claims.map(start)).sorted().map(described)
    let rounds = findings.claims.indices.map { starts[$0 % starts.count] }
    let last = findings.claims.count % starts.count
    return rounds + [starts[last], starts[(last - 2 + 2 * starts.count) % starts.count]]
  }

  /// The full name of what an entity means.
  func name(of entity: Findings.Entity) -> String {
    findings.chains.first { $0.id == entity.chain }?.name ?? words([entity.start, entity.end])
  }

  /// The line and the column of an offset in code points, both from 1.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    let line = scalars[..<offset].count { $0 == "\n" } + 1
    let lineStart = scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return (line, offset - lineStart + 1)
  }

  private func described(_ offset: Int) -> String {
    let place = place(offset)
    return "\(place.line):\(place.column)"
  }

  private func start(of claim: Findings.Claim) -> Int {
    (claim.source + claim.cue + claim.content).map { $0[0] }.min() ?? 0
  }

  /// The characters of a span on one line.
  private func words(_ span: [Int]) -> String {
    String(String.UnicodeScalarView(scalars[span[0]..<span[1]].map { $0 == "\n" ? " " : $0 }))
  }

  private var entities: [String] {
    findings.entities.flatMap { pieces($0.start..<$0.end, group(of: $0.type)) }
  }

  private var claims: [String] {
    findings.claims.flatMap { claim in
      pieces(claim.source, "AnnotateClaimSource") + pieces(claim.cue, "AnnotateClaimCue")
        + pieces(claim.content, "AnnotateClaimContent")
    }
  }

  private var tokenPieces: [String] {
    let visible = visibleScalars
    var painted = [String?](repeating: nil, count: scalars.count)
    for claim in findings.claims {
      for span in claim.cue { paint(span[0]..<span[1], "@AnnotateClaimCue") }
    }
    for entity in findings.entities.sorted(by: { $0.end - $0.start > $1.end - $1.start }) {
      paint(entity.start..<entity.end, "@" + group(of: entity.type))
    }
    func paint(_ span: Range<Int>, _ group: String) {
      for index in span where visible[index] { painted[index] = group }
    }
    // Neighbours in one group are told apart by neither side.
    let starts = painted.indices.filter { $0 == 0 || painted[$0] != painted[$0 - 1] }
    return zip(starts, starts.dropFirst() + [painted.count]).flatMap { start, end in
      painted[start].map { pieces(start..<end, $0) } ?? []
    }
  }

  /// Whether a reader sees them.
  private var visibleScalars: [Bool] {
    var bytes = [Bool](repeating: false, count: scalars.reduce(0) { $0 + UTF8.width($1) })
    for passage in parseArticle(SourceText(text)).passages {
      for run in passage.prose.visibleRuns(0..<passage.prose.bytes.count) {
        for offset in run { bytes[passage.range.lowerBound + offset] = true }
      }
    }
    var offset = 0
    return scalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return bytes[offset]
    }
  }

  private func pieces(_ spans: [[Int]], _ group: String) -> [String] {
    spans.flatMap { pieces($0[0]..<$0[1], group) }
  }

  private func pieces(_ span: Range<Int>, _ group: String) -> [String] {
    let start = place(span.lowerBound)
    let lines = scalars[span].split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, piece in
      guard !piece.isEmpty else { return nil }
      let column = index == 0 ? start.column : 1
      return "\(start.line + index):\(column)\t\(group)\t\(String(String.UnicodeScalarView(piece)))"
    }
  }
}

/// The highlight group of a type of entity, which the plugins share.
private func group(of type: String) -> String {
  switch type {
  case "PERSON": "AnnotatePerson"
  case "ORG": "AnnotateOrganization"
  case "GPE", "LOC", "FAC": "AnnotatePlace"
  case "NORP", "LANGUAGE": "AnnotateGroup"
  case "EVENT": "AnnotateEvent"
  case "WORK_OF_ART", "LAW": "AnnotateWork"
  case "PRODUCT": "AnnotateProduct"
  case "DATE", "TIME": "AnnotateDate"
  case "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL": "AnnotateQuantity"
  case "ROLE": "AnnotateRole"
  default: "unknown type \(type)"
  }
}

/// The order of bytes, in which the editors sort too.
private func byBytes(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}
