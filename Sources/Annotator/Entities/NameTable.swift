/// What one mention tells the rest of an article about names. It is made once a passage and kept
/// with it, so that the second look at an article costs by mentions and never reads the text again.
public struct NameUse: Sendable, Hashable {
  /// The name, by its hash, which takes no notice of case.
  var name: UInt64
  /// Its first and last word alone.
  var first: UInt64
  var last: UInt64
  /// The capitals that begin its words, as an abbreviation; 0 where it is one word.
  var initials: UInt64
  /// The number of its words.
  var words: Int
  /// Whether its first word is a frequent first name, by which nobody is called in news.
  var opensWithFirstName: Bool
}

/// The names in a passage, in the order of its mentions.
public func nameUses(
  of mentions: [Mention], in text: TokenizedProse, gazetteer: Gazetteer = .standard
) -> [NameUse] {
  text.prose.bytes.withUnsafeBufferPointer { bytes in
    mentions.map { NameUse($0, text.tokens, bytes, gazetteer) }
  }
}

extension NameUse {
  fileprivate init(
    _ mention: Mention, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>,
    _ gazetteer: Gazetteer
  ) {
    var name = NameHash()
    var first: UInt64 = 0
    var last: UInt64 = 0
    var initials: [UInt8] = []
    var words = 0
    var word = NameHash()
    var end = -1
    for token in tokens[mention.tokens] {
      // What a hyphen joins is one word: "Garcia-Lopez".
      let isJoined = token.range.lowerBound == end
      end = token.range.upperBound
      guard token.kind == .word || token.kind == .number else { continue }
      if !isJoined {
        words += 1
        word = NameHash()
      }
      NameHash.forEachPiece(of: bytes, token.range) { piece in
        name.append(piece)
        word.append(piece)
      }
      if words == 1 { first = word.value }
      last = word.value
      let byte = bytes[token.range.lowerBound]
      if byte.isASCIIUpper { initials.append(byte) }
    }
    // "KCNA" stands for a name; what it is short for is found by its own letters.
    let letters = bytes[tokens[mention.tokens.lowerBound].range]
    if words == 1, isAbbreviation(letters) { initials = letters.filter(\.isASCIIUpper) }
    self.name = name.value
    self.first = first
    self.last = last
    self.initials =
      initials.count < 2
      ? 0 : initials.withUnsafeBufferPointer { NameHash.ofAbbreviation($0, 0..<$0.count) }
    self.words = words
    opensWithFirstName = gazetteer[first].contains(.commonFirstName)
  }
}

/// What an article calls its names: how much speaks for each type of each name.
public struct NameTable: Sendable {
  /// How much speaks for each of the types that are unified, in the order of `NameTable.types`.
  private typealias Votes = SIMD8<Float>

  private var votes: [UInt64: Votes] = [:]

  /// An empty table.
  public init() {}

  /// Adds the names of a passage; the uses are those of the mentions, in the same order.
  public mutating func add(_ mentions: [Mention], _ uses: [NameUse]) {
    for (mention, use) in zip(mentions, uses) where mention.kind == .name {
      guard let type = NameTable.index(of: mention.type) else { continue }
      let weight = mention.confidence
      vote(use.name, type, weight)
      guard use.words > 1, weight > 0.5 else { continue }
      switch mention.type {
      case .person:
        vote(use.last, type, weight * 1.2)
        // Family names come first in much of Asia.
        if !use.opensWithFirstName { vote(use.first, type, weight) }
      case .organization:
        vote(use.first, type, weight * 0.5)
        if use.initials != 0 { vote(use.initials, type, weight * 1.5) }
      case .geopolitical:
        if use.initials != 0 { vote(use.initials, type, weight * 1.5) }
      default: break
      }
    }
  }

  /// The mentions of a passage, each with the type for which the whole article speaks most.
  public func unified(_ mentions: [Mention], _ uses: [NameUse]) -> [Mention] {
    var mentions = mentions
    for (i, use) in zip(mentions.indices, uses) where mentions[i].kind == .name {
      guard let own = NameTable.index(of: mentions[i].type) else { continue }
      var sums = votes[use.name] ?? .zero
      if use.words == 1, use.initials != 0 { sums += votes[use.initials] ?? .zero }
      // A passage's own reading counts more than the others', for it saw what stands beside.
      sums[own] += mentions[i].confidence * 0.5
      var best = own
      for type in NameTable.types.indices where sums[type] > sums[best] { best = type }
      mentions[i].type = NameTable.types[best]
      // In steps, and no further than four, so that one more mention of a frequent name does not
      // change all the others, whose passages could then not be kept.
      let sum = min(4, (sums[best] * 2).rounded() / 2)
      mentions[i].confidence = max(mentions[i].confidence, sum / (sum + 1))
    }
    return mentions
  }

  private mutating func vote(_ name: UInt64, _ type: Int, _ weight: Float) {
    votes[name, default: .zero][type] += weight
  }

  /// The types whose names are given the type of their fuller forms.
  private static let types: [EntityType] = [
    .person, .organization, .geopolitical, .location, .facility,
  ]

  private static func index(of type: EntityType) -> Int? { types.firstIndex(of: type) }
}
