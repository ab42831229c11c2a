/// Which pass made a result.
public enum Tier: String, Sendable, Codable {
  /// The linear pass, while typing.
  case instant
  /// The encoder's pass, in the background.
  case refined
}

/// A mention of something in the world, placed in the source.
public struct Entity: Sendable, Equatable {
  /// Where it stands: from its first to its last visible character.
  public var range: ByteRange
  /// What it is.
  public var type: EntityType
  /// How it is spoken of.
  public var mention: MentionKind
  /// Its chain, an index of `Annotations.chains`; `nil` for values.
  public var chain: Int?
  /// The TIMEX3 value of a date or time, or "NUMBER UNIT" of an amount, where it can be known.
  public var value: String?
  /// The probability that it is right, 0 to 1.
  public var confidence: Float
}

/// All mentions of one thing.
public struct Chain: Sendable, Equatable {
  /// What the thing is.
  public var type: EntityType
  /// Its fullest name in the article.
  public var name: String
  /// What the article calls the holder of the name: "Kremlin spokesman".
  public var role: String?
  /// Indices of `Annotations.entities`, in text order.
  public var mentions: [Int]
}

/// An attribution, placed in the source.
public struct Claim: Sendable, Equatable {
  /// How the content is given.
  public var form: ClaimForm
  /// Whether the source stands by it.
  public var polarity: Polarity
  /// How sure the source makes it.
  public var certainty: Certainty
  /// What the source does with it.
  public var kind: ClaimKind
  /// Who; empty where the text names nobody.
  public var source: [ByteRange]
  /// The chain that the source resolves to, an index of `Annotations.chains`.
  public var sourceChain: Int?
  /// The words that report.
  public var cue: [ByteRange]
  /// What.
  public var content: [ByteRange]
  /// The probability that it is right, 0 to 1.
  public var confidence: Float
}

/// Everything found in one version of a text.
public struct Annotations: Sendable, Equatable {
  /// Which pass made it.
  public var tier: Tier = .instant
  /// In text order; a longer one before a shorter one that begins at the same place.
  public var entities: [Entity] = []
  /// In the order of their first mentions.
  public var chains: [Chain] = []
  /// In text order.
  public var claims: [Claim] = []

  /// Nothing found.
  public init() {}
}

extension Annotations {
  /// The entities and claims that are at least so probable. Chains keep the mentions that are left,
  /// and go when none is.
  public func keeping(confidence minimum: Float) -> Annotations {
    guard minimum > 0 else { return self }
    var result = self
    var kept = [Int?](repeating: nil, count: entities.count)
    result.entities = []
    for (index, entity) in entities.enumerated() where entity.confidence >= minimum {
      kept[index] = result.entities.count
      result.entities.append(entity)
    }
    var chainKept = [Int?](repeating: nil, count: chains.count)
    result.chains = []
    for (index, chain) in chains.enumerated() {
      var left = chain
      left.mentions = chain.mentions.compactMap { kept[$0] }
      guard !left.mentions.isEmpty else { continue }
      chainKept[index] = result.chains.count
      result.chains.append(left)
    }
    for index in result.entities.indices {
      result.entities[index].chain = result.entities[index].chain.flatMap { chainKept[$0] }
    }
    result.claims = claims.filter { $0.confidence >= minimum }
    for index in result.claims.indices {
      result.claims[index].sourceChain = result.claims[index].sourceChain.flatMap { chainKept[$0] }
    }
    return result
  }
}
