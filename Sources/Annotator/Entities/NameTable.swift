/// What an article calls its names: how much speaks for each type of each name.
public struct NameTable: Sendable {
  /// How much speaks for each of the types that are unified, in the order of `NameTable.types`.
  private typealias Votes = SIMD8<Float>

  /// By a name's hash, what its own mentions say.
  private var votes: [UInt64: Votes] = [:]
  /// By a word's hash, what the longer names say that it may stand for.
  private var anchors: [UInt64: Votes] = [:]
  /// By a word's hash, how much speaks for organisations that end with it: "the Front".
  private var heads: [UInt64: Float] = [:]

  /// An empty table.
  public init() {}

  /// Adds the names of a passage; the uses are those of the mentions, in the same order.
  public mutating func add(_ mentions: [Mention], _ uses: NameUses) {
    for (mention, use) in zip(mentions, uses.mentions) where mention.kind == .name {
      guard let type = NameTable.index(of: mention.type) else { continue }
      let weight = mention.confidence
      votes[use.name, default: .zero][type] += weight
      guard use.words > 1, weight > 0.5 else { continue }
      switch mention.type {
      case .person:
        anchor(use.last, type, weight * 1.6)
        // Family names come first in much of Asia.
        if !use.opensWithFirstName { anchor(use.first, type, weight) }
      case .organization:
        anchor(use.first, type, weight * 0.5)
        heads[use.last, default: 0] += weight
        if use.initials != 0 { anchor(use.initials, type, weight * 1.5) }
      case .geopolitical:
        if use.initials != 0 { anchor(use.initials, type, weight * 1.5) }
      case .product: anchor(use.first, type, weight * 0.5)
      default: break
      }
    }
  }

  /// The mentions of a passage, each with the type for which the whole article speaks most, and with
  /// them the words that are names elsewhere in it. All are in text order.
  public func unified(_ mentions: [Mention], _ uses: NameUses) -> [Mention] {
    var mentions = mentions
    for (i, use) in zip(mentions.indices, uses.mentions)
    where mentions[i].kind == .name && mentions[i].entry == nil {
      guard let own = NameTable.index(of: mentions[i].type) else { continue }
      // A passage's own reading counts more than the others', for it saw what stands beside.
      let sums = sums(of: use, own: own, mentions[i].confidence * 0.5)
      var best = own
      for type in NameTable.types.indices where sums[type] > sums[best] { best = type }
      mentions[i].type = NameTable.types[best]
      mentions[i].confidence = max(mentions[i].confidence, NameTable.confidence(sums[best]))
    }
    let missed = uses.candidates.compactMap(name)
    guard !missed.isEmpty else { return mentions }
    return (mentions + missed).sorted {
      ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
    }
  }

  /// What speaks for each type of a name, with what its mention says itself.
  private func sums(of use: NameUse, own: Int, _ weight: Float) -> Votes {
    var sums = votes[use.name] ?? .zero
    guard use.words == 1 else {
      sums[own] += weight
      return sums
    }
    var long = anchors[use.name] ?? .zero
    if use.initials != 0 { long += anchors[use.initials] ?? .zero }
    // A firm that is once called by its full name is no person, whatever its name looks like; "Boston"
    // is still a city where "Boston Celtics" play.
    let firm = NameTable.organization
    if long[firm] > 0.25, long.sum() < long[firm] * 1.2, !NameTable.isPlace(own),
      sums[NameTable.geopolitical] < 0.35 * sums.sum()
    {
      sums = .zero
      sums[firm] = 2
    }
    sums += long
    sums[own] += weight
    return sums
  }

  /// The name that a word outside all names is, where the article leaves no doubt.
  private func name(_ candidate: NameCandidate) -> Mention? {
    let use = candidate.use
    var sums = (votes[use.name] ?? .zero) + (anchors[use.name] ?? .zero)
    if use.initials != 0 { sums += anchors[use.initials] ?? .zero }
    var best = 0
    for type in NameTable.types.indices where sums[type] > sums[best] { best = type }
    let wanted: Float = candidate.isWord ? 2.4 : 0.9
    if sums[best] > wanted, sums[best] > sums.sum() * 0.8 {
      return Mention(
        tokens: candidate.tokens, type: NameTable.types[best],
        confidence: NameTable.confidence(sums[best]))
    }
    if candidate.isDefinite, let head = heads[use.name], head > 0.7 {
      return Mention(tokens: candidate.tokens, type: .organization, confidence: 0.6)
    }
    return nil
  }

  private mutating func anchor(_ word: UInt64, _ type: Int, _ weight: Float) {
    anchors[word, default: .zero][type] += weight
  }

  /// What so much evidence is worth. In steps, and no further than four, so that one more mention of
  /// a frequent name does not change all the others, whose passages could then not be kept.
  private static func confidence(_ sum: Float) -> Float {
    let sum = min(4, (sum * 2).rounded() / 2)
    return sum / (sum + 1)
  }

  /// The types whose names are given the type of their fuller forms.
  private static let types: [EntityType] = [
    .person, .organization, .geopolitical, .location, .facility, .product, .event, .work,
  ]
  private static let organization = 1
  private static let geopolitical = 2

  private static func isPlace(_ type: Int) -> Bool { 2...4 ~= type }

  private static func index(of type: EntityType) -> Int? { types.firstIndex(of: type) }
}
