/// What was found in one version of a document.
///
/// The types of the parts stand inside this one, since what finds them has types of the same names.
/// Spans are ranges in the agreed position encoding. Vocabularies are strings here: what finds
/// annotations defines them.
public struct AnnotationsResult: Codable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// Its version.
  public var version: Int?
  /// Which pass found them: `instant` or `refined`.
  public var tier: String
  /// Mentions, in text order.
  public var entities: [Entity]
  /// What the mentions mean, in the order of their first mentions.
  public var chains: [Chain]
  /// Who says what, in text order.
  public var claims: [Claim]

  /// What was found.
  public init(
    uri: DocumentURI, version: Int? = nil, tier: String, entities: [Entity], chains: [Chain],
    claims: [Claim]
  ) {
    self.uri = uri
    self.version = version
    self.tier = tier
    self.entities = entities
    self.chains = chains
    self.claims = claims
  }
}

extension AnnotationsResult {
  /// A mention of something in the world.
  public struct Entity: Codable, Hashable, Sendable {
    /// Unique in one result: `e1`, `e2`, … in text order.
    public var id: String
    /// An OntoNotes 5 name, such as `PERSON`, or `ROLE`.
    public var type: String
    /// `name`, `nominal` or `pronoun`.
    public var mention: String
    /// The exact characters of the range.
    public var text: String
    /// Where it stands.
    public var range: Range
    /// The id of its chain; `nil` for values such as dates.
    public var chain: String?
    /// What a value means: TIMEX3 for dates and times, `NUMBER UNIT` for amounts.
    public var value: String?
    /// The probability that it is right, 0 to 1.
    public var confidence: Float

    /// A mention.
    public init(
      id: String, type: String, mention: String, text: String, range: Range, chain: String? = nil,
      value: String? = nil, confidence: Float
    ) {
      self.id = id
      self.type = type
      self.mention = mention
      self.text = text
      self.range = range
      self.chain = chain
      self.value = value
      self.confidence = confidence
    }
  }

  /// All mentions of one thing.
  public struct Chain: Codable, Hashable, Sendable {
    /// Unique in one result: `x1`, `x2`, …
    public var id: String
    /// What the thing is, as in `Entity.type`.
    public var type: String
    /// Its fullest name in the article.
    public var name: String
    /// What the article calls the holder of the name.
    public var role: String?
    /// The ids of its mentions, in text order.
    public var mentions: [String]

    /// All mentions of one thing.
    public init(id: String, type: String, name: String, role: String? = nil, mentions: [String]) {
      self.id = id
      self.type = type
      self.name = name
      self.role = role
      self.mentions = mentions
    }
  }

  /// Somebody is reported to state, think or intend something.
  public struct Claim: Codable, Hashable, Sendable {
    /// Unique in one result: `c1`, `c2`, … in text order.
    public var id: String
    /// `direct`, `indirect` or `mixed`.
    public var form: String
    /// `positive` or `negative`.
    public var polarity: String
    /// `certain`, `probable` or `possible`.
    public var certainty: String
    /// `statement`, `belief`, `intention`, `question`, `order`, `criticism` or `refusal`.
    public var kind: String
    /// Who; empty where the text names nobody.
    public var source: [Range]
    /// The id of the chain that the source resolves to.
    public var sourceChain: String?
    /// The words that report; empty where only quotation marks do.
    public var cue: [Range]
    /// What, around the words that report.
    public var content: [Range]
    /// The probability that it is right, 0 to 1.
    public var confidence: Float

    /// A claim.
    public init(
      id: String, form: String, polarity: String, certainty: String, kind: String, source: [Range],
      sourceChain: String? = nil, cue: [Range], content: [Range], confidence: Float
    ) {
      self.id = id
      self.form = form
      self.polarity = polarity
      self.certainty = certainty
      self.kind = kind
      self.source = source
      self.sourceChain = sourceChain
      self.cue = cue
      self.content = content
      self.confidence = confidence
    }
  }
}
