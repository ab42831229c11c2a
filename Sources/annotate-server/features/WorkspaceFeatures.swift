import Annotator
import LanguageServerProtocol

/// The claims of all articles that a client asks for.
///
/// - Throws: `ResponseError` for a date that is none.
func workspaceClaims(
  _ params: WorkspaceClaimsParams, in index: WorkspaceIndex
) throws -> WorkspaceClaimsResult {
  var query = ClaimQuery()
  query.source = try params.source.map { try name($0, "source") }
  query.about = try params.about.map { try name($0, "about") }
  do throws(DateError) {
    query.days = try DayRange(since: params.since, until: params.until)
  } catch {
    throw ResponseError(.invalidParams, "A date \(error.message).")
  }
  let found = index.claims(query, limit: max(0, params.limit ?? .max))
  return WorkspaceClaimsResult(claims: found.map { claim($0.claim, of: $0.article) })
}

/// What all articles name, as far as a client asks for it.
///
/// - Throws: `ResponseError` for a type that is none.
func workspaceEntities(
  _ params: WorkspaceEntitiesParams, in index: WorkspaceIndex
) throws -> WorkspaceEntitiesResult {
  let type = try params.type.map { name in
    guard let type = EntityType(rawValue: name) else {
      throw ResponseError(.invalidParams, "There is no entity type “\(name)”.")
    }
    return type
  }
  let things = index.things(params.query ?? "", type: type, limit: max(0, params.limit ?? 100))
  return WorkspaceEntitiesResult(
    entities: things.map { type, thing in
      .init(
        name: thing.name, type: type.rawValue, count: thing.count,
        locations: index.places(of: thing).prefix(100).compactMap {
          $0.article.firstMention(of: $0.chain)
        })
    })
}

/// The symbols of the workspace for what a user has typed: the articles whose title has it, and what
/// has it in its name, once for each of the newest articles that name it.
func workspaceSymbols(
  _ params: WorkspaceSymbolParams, in index: WorkspaceIndex
) -> [SymbolInformation] {
  let limit = 200
  let beginnings = Beginnings(params.query)
  var symbols: [SymbolInformation] = []
  for (type, thing) in index.things(params.query, limit: limit) {
    for place in index.places(of: thing).prefix(beginnings.isEmpty ? 1 : 20) {
      guard let location = place.article.firstMention(of: place.chain) else { continue }
      symbols.append(
        SymbolInformation(
          name: thing.name, kind: SymbolKind(type), location: location,
          containerName: place.article.text(.title)))
    }
  }
  var titles: [SymbolInformation] = []
  for article in index.articles where !beginnings.isEmpty {
    guard titles.count < limit / 2 else { break }
    guard beginnings.fit(article.titleWords), let title = article.text(.title) else { continue }
    let start = Position(line: 0, character: 0)
    titles.append(
      SymbolInformation(
        name: title, kind: .file,
        location: Location(uri: article.uri, range: .init(start: start, end: start)),
        containerName: article.text(.publisher)))
  }
  return Array((symbols.prefix(limit - titles.count) + titles))
}

private func name(_ text: String, _ member: String) throws(ResponseError) -> NameQuery {
  if let query = NameQuery(text) { return query }
  throw ResponseError(.invalidParams, "“\(member)” must be a name; “\(text)” has no words.")
}

private func claim(_ index: Int, of article: ArticleIndex) -> WorkspaceClaimsResult.Claim {
  let facts = article.claims[index]
  func ranges(_ part: ArticleIndex.ClaimPart) -> [LanguageServerProtocol.Range] {
    article.spans[part.row(ofClaim: index)].map(\.range)
  }
  func text(_ part: ArticleIndex.ClaimPart) -> String {
    article.texts.string(part.row(ofClaim: index))
  }
  let chain = facts.sourceChain >= 0 ? Int(facts.sourceChain) : nil
  return WorkspaceClaimsResult.Claim(
    claim: .init(
      id: "c\(index + 1)", form: facts.form.rawValue, polarity: facts.polarity.rawValue,
      certainty: facts.certainty.rawValue, kind: facts.kind.rawValue, source: ranges(.source),
      sourceChain: chain.map { "x\($0 + 1)" }, cue: ranges(.cue), content: ranges(.content),
      confidence: facts.confidence),
    location: Location(uri: article.uri, range: article.range(ofClaim: index)),
    sourceName: chain.map(article.names.string),
    text: .init(source: text(.source), cue: text(.cue), content: text(.content)),
    article: .init(
      title: article.text(.title) ?? "", publisher: article.text(.publisher),
      date: article.text(.date), url: article.text(.url)))
}

extension ArticleIndex {
  /// Where a chain is first mentioned.
  fileprivate func firstMention(of chain: Int) -> Location? {
    mentions[chain].first.map { Location(uri: uri, range: $0.range) }
  }

  /// Where a claim stands, from its first to its last part.
  fileprivate func range(ofClaim claim: Int) -> LanguageServerProtocol.Range {
    let parts = ClaimPart.allCases.flatMap { spans[$0.row(ofClaim: claim)].map(\.range) }
    let none = Position(line: 0, character: 0)
    return LanguageServerProtocol.Range(
      start: parts.map(\.start).min() ?? none, end: parts.map(\.end).max() ?? none)
  }
}

extension ArticleIndex.Span {
  /// The range on the wire.
  fileprivate var range: LanguageServerProtocol.Range {
    LanguageServerProtocol.Range(
      start: Position(line: Int(line), character: Int(column)),
      end: Position(line: Int(endLine), character: Int(endColumn)))
  }
}

extension SymbolKind {
  /// The kind whose icon editors show for an entity.
  fileprivate init(_ type: EntityType) {
    switch type {
    case .person: self = .class
    case .organization: self = .interface
    case .geopolitical, .location, .facility: self = .namespace
    case .group, .language: self = .enum
    case .event: self = .event
    case .product: self = .struct
    case .work, .law: self = .string
    case .role: self = .property
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal: self = .number
    }
  }
}
