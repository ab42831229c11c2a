import Testing

/// The annotations of one text as the commands print them, read without the product's code.
struct AnnotationJSON: Decodable, Equatable {
  struct Place: Decodable, Equatable {
    var line: Int
    var character: Int
  }
  struct LineRange: Decodable, Equatable {
    var start: Place
    var end: Place
  }
  struct Entity: Decodable, Equatable {
    var id: String
    var start: Int
    var end: Int
    var type: String
    var mention: String
    var text: String
    var chain: String?
    var value: String?
    var confidence: Double
    var range: LineRange?
  }
  struct Chain: Decodable, Equatable {
    var id: String
    var type: String
    var name: String
    var role: String?
    var mentions: [String]
  }
  struct Claim: Decodable, Equatable {
    struct Ranges: Decodable, Equatable {
      var source: [LineRange]
      var cue: [LineRange]
      var content: [LineRange]
    }
    var id: String
    var form: String
    var polarity: String
    var certainty: String
    var kind: String
    var source: [[Int]]
    var sourceChain: String?
    var cue: [[Int]]
    var content: [[Int]]
    var confidence: Double
    var ranges: Ranges?
  }
  var file: String?
  var tier: String
  var entities: [Entity]
  var chains: [Chain]
  var claims: [Claim]
}

/// A text by code points, counted from the start.
struct CodePoints {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The text of a span.
  subscript(start: Int, end: Int) -> String {
    guard 0 <= start, start <= end, end <= scalars.count else { return "(no such span)" }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<end])
    return text
  }

  /// The place in UTF-16 units of a code point, in a text whose lines end in LF.
  func place(_ index: Int) -> AnnotationJSON.Place {
    let before = scalars[..<index]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return AnnotationJSON.Place(
      line: before.count { $0 == "\n" }, character: self[start, index].utf16.count)
  }
}

/// Checks what holds of all annotations: spans lie in the text, ids are in order, references lead
/// somewhere, and words are those of the vocabulary.
func check(
  _ found: AnnotationJSON, in text: String, withRanges: Bool = false, tier: String = "instant",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let points = CodePoints(text)
  let entityIDs = Set(found.entities.map(\.id))
  let chainIDs = Set(found.chains.map(\.id))
  func expect(_ condition: Bool, _ what: String) {
    #expect(condition, "\(what)", sourceLocation: sourceLocation)
  }
  func range(_ start: Int, _ end: Int) -> AnnotationJSON.LineRange {
    .init(start: points.place(start), end: points.place(end))
  }
  expect(found.tier == tier, "tier \(found.tier)")
  expect(found.entities.map(\.id) == (1...).prefix(found.entities.count).map { "e\($0)" }, "ids")
  expect(found.chains.map(\.id) == (1...).prefix(found.chains.count).map { "x\($0)" }, "ids")
  expect(found.claims.map(\.id) == (1...).prefix(found.claims.count).map { "c\($0)" }, "ids")
  expect(found.entities.map(\.start) == found.entities.map(\.start).sorted(), "text order")
  for entity in found.entities {
    expect(points[entity.start, entity.end] == entity.text, "the text of \(entity)")
    expect(!entity.text.isEmpty, "an entity has a text")
    expect(["name", "nominal", "pronoun"].contains(entity.mention), "mention of \(entity)")
    expect((0...1).contains(entity.confidence), "confidence of \(entity)")
    expect(entity.chain.map { chainIDs.contains($0) } ?? true, "chain of \(entity)")
    expect(
      entity.range == (withRanges ? range(entity.start, entity.end) : nil), "range of \(entity)")
  }
  for chain in found.chains {
    let members = found.entities.filter { $0.chain == chain.id }.map(\.id)
    expect(!chain.mentions.isEmpty && Set(chain.mentions).isSubset(of: entityIDs), "\(chain)")
    expect(chain.mentions == members, "\(chain) has the mentions that name it")
  }
  for claim in found.claims {
    let spans = claim.source + claim.cue + claim.content
    expect(
      spans.allSatisfy {
        $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] && $0[1] <= text.unicodeScalars.count
      },
      "spans of \(claim)")
    expect(!claim.content.isEmpty, "content of \(claim)")
    expect(["direct", "indirect", "mixed"].contains(claim.form), "form of \(claim)")
    expect(["positive", "negative"].contains(claim.polarity), "polarity of \(claim)")
    expect(["certain", "probable", "possible"].contains(claim.certainty), "\(claim)")
    expect(
      ["statement", "belief", "intention", "question", "order", "criticism", "refusal"]
        .contains(claim.kind), "kind of \(claim)")
    expect(claim.sourceChain.map { chainIDs.contains($0) } ?? true, "chain of \(claim)")
    let ranges = AnnotationJSON.Claim.Ranges(
      source: claim.source.map { range($0[0], $0[1]) }, cue: claim.cue.map { range($0[0], $0[1]) },
      content: claim.content.map { range($0[0], $0[1]) })
    expect(claim.ranges == (withRanges ? ranges : nil), "ranges of \(claim)")
  }
}
