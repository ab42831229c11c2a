import Annotator

/// The annotations of one text as the commands print them in JSON: spans in code points.
struct AnnotationDocument: Encodable {
  /// A span in code points, `[start, end]`.
  typealias Span = [Int]

  /// An LSP range in UTF-16 columns.
  struct LineRange: Encodable {
    struct Position: Encodable {
      var line: Int
      var character: Int
    }
    var start: Position
    var end: Position
  }

  struct Entity: Encodable {
    var id: String
    var start: Int
    var end: Int
    var type: EntityType
    var mention: MentionKind
    var text: String
    var chain: String?
    var value: String?
    var confidence: Float
    var range: LineRange?
  }

  struct Chain: Encodable {
    var id: String
    var type: EntityType
    var name: String
    var role: String?
    var mentions: [String]
  }

  struct Claim: Encodable {
    struct Ranges: Encodable {
      var source: [LineRange]
      var cue: [LineRange]
      var content: [LineRange]
    }
    var id: String
    var form: ClaimForm
    var polarity: Polarity
    var certainty: Certainty
    var kind: ClaimKind
    var source: [Span]
    var sourceChain: String?
    var cue: [Span]
    var content: [Span]
    var confidence: Float
    var ranges: Ranges?
  }

  var file: String?
  var id: String?
  var tier: Tier
  var entities: [Entity]
  var chains: [Chain]
  var claims: [Claim]

  /// The annotations of a text.
  ///
  /// - Parameter withRanges: also give each span's LSP range.
  init(
    _ found: Annotations, in text: SourceText, file: String? = nil, id: String? = nil,
    withRanges: Bool = false
  ) {
    var points = Conversion(text, unit: .utf32)
    var lines = Conversion(text, unit: .utf16)
    func span(_ range: ByteRange) -> Span {
      [points.count(from: 0, to: range.lowerBound), points.count(from: 0, to: range.upperBound)]
    }
    func lineRange(_ range: ByteRange) -> LineRange {
      let start = lines.position(range.lowerBound)
      let end = lines.position(range.upperBound)
      return LineRange(
        start: .init(line: start.line, character: start.column),
        end: .init(line: end.line, character: end.column))
    }
    self.file = file
    self.id = id
    tier = found.tier
    entities = found.entities.enumerated().map { index, entity in
      let place = span(entity.range)
      return Entity(
        id: "e\(index + 1)", start: place[0], end: place[1], type: entity.type,
        mention: entity.mention, text: text.string(entity.range),
        chain: entity.chain.map { "x\($0 + 1)" }, value: entity.value,
        confidence: rounded(entity.confidence),
        range: withRanges ? lineRange(entity.range) : nil)
    }
    chains = found.chains.enumerated().map { index, chain in
      Chain(
        id: "x\(index + 1)", type: chain.type, name: chain.name, role: chain.role,
        mentions: chain.mentions.map { "e\($0 + 1)" })
    }
    claims = found.claims.enumerated().map { index, claim in
      Claim(
        id: "c\(index + 1)", form: claim.form, polarity: claim.polarity,
        certainty: claim.certainty, kind: claim.kind, source: claim.source.map(span),
        sourceChain: claim.sourceChain.map { "x\($0 + 1)" }, cue: claim.cue.map(span),
        content: claim.content.map(span), confidence: rounded(claim.confidence),
        ranges: withRanges
          ? .init(
            source: claim.source.map(lineRange), cue: claim.cue.map(lineRange),
            content: claim.content.map(lineRange)) : nil)
    }
  }
}

/// A probability to three places, which is more than it is worth.
private func rounded(_ confidence: Float) -> Float { (confidence * 1000).rounded() / 1000 }
