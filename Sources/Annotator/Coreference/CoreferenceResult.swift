/// A mention that belongs to a chain.
public struct ChainMention: Sendable, Hashable {
  /// The passage, as an index of the article's.
  public var passage: Int
  /// Token indices in that passage.
  public var tokens: Range<Int>
  /// How it speaks of the thing. Names are those that the passages brought, but for a few that only
  /// the article shows ("the North"); pronouns and nominals are found here.
  public var kind: MentionKind

  /// A mention.
  public init(passage: Int, tokens: Range<Int>, kind: MentionKind) {
    self.passage = passage
    self.tokens = tokens
    self.kind = kind
  }
}

/// All mentions of one thing in an article.
public struct CoreferenceChain: Sendable, Hashable {
  /// What the thing is.
  public var type: EntityType
  /// Its fullest name in the article.
  public var name: String
  /// What the article calls the holder of the name: "Kremlin spokesman".
  public var role: String?
  /// Its mentions in text order.
  public var mentions: [ChainMention]
}

/// The chains of an article.
public struct CoreferenceResult: Sendable {
  /// The chains in the order of their first mentions.
  public var chains: [CoreferenceChain] = []
  /// For each passage its mentions in text order, each with its chain as an index of `chains`.
  public var placed: [[PlacedMention]] = []

  /// A mention of a passage with its chain.
  public struct PlacedMention: Sendable, Hashable {
    /// Token indices in the passage.
    public var tokens: Range<Int>
    /// How it speaks of the thing.
    public var kind: MentionKind
    /// The chain, an index of `chains`.
    public var chain: Int
  }

  /// The chain of a mention of a passage, or `nil` where it has none.
  public func chain(of tokens: Range<Int>, in passage: Int) -> Int? {
    guard placed.indices.contains(passage) else { return nil }
    return placed[passage].first { $0.tokens == tokens }?.chain
  }
}
