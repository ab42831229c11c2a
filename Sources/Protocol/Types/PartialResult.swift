/// A result that can be given in parts: what the specification lets `$/progress` carry for it.
public protocol PartialResult: Encodable {
  /// A part.
  associatedtype Part: Encodable
  /// How many items it has.
  var itemCount: Int { get }
  /// The result in parts of so many items or fewer, in its order.
  func parts(of size: Int) -> [Part]
  /// What is left to answer with when all parts have been sent.
  var remainder: Self { get }
}

extension Array: PartialResult where Element: Encodable {
  /// The number of elements.
  public var itemCount: Int { count }
  /// Runs of elements.
  public func parts(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
  /// No element.
  public var remainder: [Element] { [] }
}

extension DocumentSymbolResponse: PartialResult {
  /// The number of symbols at the top.
  public var itemCount: Int {
    switch self {
    case .symbols(let symbols): symbols.count
    case .information(let symbols): symbols.count
    }
  }
  /// Runs of symbols, each with all that is below them.
  public func parts(of size: Int) -> [DocumentSymbolResponse] {
    switch self {
    case .symbols(let symbols): symbols.parts(of: size).map { .symbols($0) }
    case .information(let symbols): symbols.parts(of: size).map { .information($0) }
    }
  }
  /// No symbol.
  public var remainder: DocumentSymbolResponse { .symbols([]) }
}

/// Some of the tokens of a document, counted on from those that were sent before.
public struct SemanticTokensPart: Codable, Hashable, Sendable {
  /// Five numbers a token.
  public var data: [UInt32]

  /// Tokens.
  public init(data: [UInt32]) { self.data = data }
}

extension SemanticTokens: PartialResult {
  /// The number of tokens.
  public var itemCount: Int { data.count / 5 }
  /// Runs of tokens.
  public func parts(of size: Int) -> [SemanticTokensPart] {
    data.parts(of: 5 * size).map { SemanticTokensPart(data: $0) }
  }
  /// The name of the result, so that the client can ask for what has changed since.
  public var remainder: SemanticTokens { SemanticTokens(resultId: resultId, data: []) }
}

extension AnnotationsResult: PartialResult {
  /// The number of entities, chains and claims.
  public var itemCount: Int { entities.count + chains.count + claims.count }
  /// Results that each hold some entities, chains or claims, in this order; a client appends them.
  public func parts(of size: Int) -> [AnnotationsResult] {
    func part(_ fill: (inout AnnotationsResult) -> Void) -> AnnotationsResult {
      var part = remainder
      fill(&part)
      return part
    }
    return entities.parts(of: size).map { entities in part { $0.entities = entities } }
      + chains.parts(of: size).map { chains in part { $0.chains = chains } }
      + claims.parts(of: size).map { claims in part { $0.claims = claims } }
  }
  /// What the annotations are of.
  public var remainder: AnnotationsResult {
    AnnotationsResult(
      uri: uri, version: version, tier: tier, entities: [], chains: [], claims: [])
  }
}

extension WorkspaceClaimsResult: PartialResult {
  /// The number of claims.
  public var itemCount: Int { claims.count }
  /// Runs of claims.
  public func parts(of size: Int) -> [WorkspaceClaimsResult] {
    claims.parts(of: size).map { WorkspaceClaimsResult(claims: $0) }
  }
  /// No claim.
  public var remainder: WorkspaceClaimsResult { WorkspaceClaimsResult(claims: []) }
}

extension WorkspaceEntitiesResult: PartialResult {
  /// The number of entities.
  public var itemCount: Int { entities.count }
  /// Runs of entities.
  public func parts(of size: Int) -> [WorkspaceEntitiesResult] {
    entities.parts(of: size).map { WorkspaceEntitiesResult(entities: $0) }
  }
  /// No entity.
  public var remainder: WorkspaceEntitiesResult { WorkspaceEntitiesResult(entities: []) }
}
