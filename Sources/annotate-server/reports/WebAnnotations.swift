import Annotator

/// An annotation of the W3C Web Annotation data model, with a position and a quotation selector.
struct WebAnnotation: Encodable {
  struct Body: Encodable {
    var type = "TextualBody"
    var purpose: String
    var value: String
  }

  struct Selector: Encodable {
    var type: String
    var start: Int?
    var end: Int?
    var exact: String?
    var prefix: String?
    var suffix: String?
  }

  struct Target: Encodable {
    var source: String
    var selector: [Selector]
  }

  var context = "http://www.w3.org/ns/anno.jsonld"
  var id: String
  var type = "Annotation"
  var motivation: String
  var body: [Body]
  var target: [Target]

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case id, type, motivation, body, target
  }
}

/// The annotations of an article as Web Annotations: an entity is tagged with its type and value, a
/// claim with its fields; a claim's targets are its source, cue and content in this order, and the
/// purposes of its bodies say which part is which.
func webAnnotations(_ article: AnnotatedArticle) -> [WebAnnotation] {
  let text = article.analysis.text
  var points = Conversion(text, unit: .utf32)
  func target(_ range: ByteRange) -> WebAnnotation.Target {
    let start = points.count(from: 0, to: range.lowerBound)
    let end = points.count(from: 0, to: range.upperBound)
    return .init(
      source: article.file,
      selector: [
        .init(type: "TextPositionSelector", start: start, end: end),
        .init(
          type: "TextQuoteSelector", exact: text.string(range),
          prefix: text.string(text.context(before: range.lowerBound)),
          suffix: text.string(text.context(after: range.upperBound))),
      ])
  }
  let chains = article.annotations.chains
  var result: [WebAnnotation] = []
  for (index, entity) in article.annotations.entities.enumerated() {
    var body: [WebAnnotation.Body] = [.init(purpose: "tagging", value: entity.type.rawValue)]
    if let chain = entity.chain {
      body.append(.init(purpose: "identifying", value: chains[chain].name))
    }
    if let value = entity.value { body.append(.init(purpose: "describing", value: value)) }
    result.append(
      WebAnnotation(
        id: "\(article.file)#e\(index + 1)", motivation: "tagging", body: body,
        target: [target(entity.range)]))
  }
  for (index, claim) in article.annotations.claims.enumerated() {
    let fields = [
      claim.form.rawValue, claim.polarity.rawValue, claim.certainty.rawValue, claim.kind.rawValue,
    ]
    let parts = [("source", claim.source), ("cue", claim.cue), ("content", claim.content)]
    let order = parts.flatMap { name, spans in spans.map { _ in name } }.joined(separator: " ")
    result.append(
      WebAnnotation(
        id: "\(article.file)#c\(index + 1)", motivation: "describing",
        body: fields.map { .init(purpose: "tagging", value: $0) }
          + [.init(purpose: "describing", value: "targets: \(order)")],
        target: parts.flatMap(\.1).map(target)))
  }
  return result
}

extension SourceText {
  /// Up to 32 bytes before an offset, from the start of a character.
  func context(before offset: Int) -> ByteRange {
    var start = max(0, offset - 32)
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start..<offset
  }

  /// Up to 32 bytes behind an offset, to the end of a character.
  func context(after offset: Int) -> ByteRange {
    var end = min(count, offset + 32)
    while end > offset, end < count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return offset..<end
  }
}
