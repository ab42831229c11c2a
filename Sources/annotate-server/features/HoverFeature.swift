import Annotator
import LanguageServerProtocol

/// What is known of the entity and of the claim at a position.
func hover(_ snapshot: Snapshot, at position: Position) -> Hover? {
  var conversion = snapshot.conversion
  let offset = conversion.offset(position)
  let found = snapshot.annotations
  let entity = found.entity(at: offset)
  let claim = found.claim(at: offset).map { found.claims[$0] }
  let paragraphs = [
    entity.map { snapshot.description(ofEntity: $0, in: found) },
    claim.map { described($0, snapshot, found) },
  ].compactMap(\.self)
  guard !paragraphs.isEmpty else { return nil }
  let range =
    entity.map { found.entities[$0].range }
    ?? claim.flatMap { claim in claim.spans.first { $0.touches(offset) } }
  let text = paragraphs.joined(separator: "\n\n")
  return Hover(
    contents: MarkupContent(
      kind: snapshot.client.showsMarkdown ? .markdown : .plaintext, value: text),
    range: range.map { conversion.range($0) })
}

/// A claim in words: who, how, and what kind of claim it is.
private func described(_ claim: Claim, _ snapshot: Snapshot, _ found: Annotations) -> String {
  let words = claim.source.map { snapshot.analysis.visibleText($0) }.joined(separator: " ")
  var who = words.isEmpty ? "nobody named" : words
  if let chain = claim.sourceChain, found.chains[chain].name != who {
    who += " (\(found.chains[chain].name))"
  }
  var first = snapshot.strong("Claim") + " of \(who)"
  if !claim.cue.isEmpty {
    first += ": “\(claim.cue.map { snapshot.analysis.visibleText($0) }.joined(separator: " … "))”"
  }
  let fields = [
    claim.form.rawValue, claim.kind.rawValue, claim.polarity.rawValue, claim.certainty.rawValue,
  ]
  return [first, fields.joined(separator: ", ")].joined(separator: snapshot.lineBreak)
}

extension Snapshot {
  /// An entity in words: its name, its type, its role, its value, how often it is mentioned and what
  /// it says.
  func description(ofEntity index: Int, in found: Annotations) -> String {
    let entity = found.entities[index]
    let chain = entity.chain.map { found.chains[$0] }
    let name = chain?.name ?? analysis.visibleText(entity.range)
    var lines = [strong(name) + " — " + entity.type.label]
    if let role = chain?.role { lines.append(role) }
    if let value = entity.value { lines.append("Value: " + code(value)) }
    if let chain, chain.mentions.count > 1 {
      lines.append("\(chain.mentions.count) mentions in this article")
    }
    if let own = entity.chain {
      let count = found.claims.count { $0.sourceChain == own }
      if count > 0 { lines.append(count == 1 ? "Source of 1 claim" : "Source of \(count) claims") }
    }
    return lines.joined(separator: lineBreak)
  }

  fileprivate var lineBreak: String { client.showsMarkdown ? "  \n" : "\n" }

  fileprivate func strong(_ text: String) -> String {
    client.showsMarkdown ? "**\(text)**" : text
  }

  fileprivate func code(_ text: String) -> String { client.showsMarkdown ? "`\(text)`" : text }
}

extension EntityType {
  /// The type in words.
  var label: String {
    switch self {
    case .person: "person"
    case .organization: "organisation"
    case .geopolitical: "country, state or city"
    case .location: "place"
    case .facility: "building or site"
    case .group: "nationality, religion or party"
    case .event: "event"
    case .product: "product"
    case .work: "title, work or prize"
    case .law: "law or treaty"
    case .language: "language"
    case .date: "date"
    case .time: "time"
    case .money: "amount of money"
    case .percent: "percentage"
    case .quantity: "quantity"
    case .ordinal: "rank"
    case .cardinal: "number"
    case .role: "role"
    }
  }
}
