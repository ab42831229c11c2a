/// The kinds of entity: the names of OntoNotes 5, and `ROLE`.
public enum EntityType: String, Sendable, CaseIterable, Codable {
  case person = "PERSON"
  case organization = "ORG"
  case geopolitical = "GPE"
  case location = "LOC"
  case facility = "FAC"
  case group = "NORP"
  case event = "EVENT"
  case product = "PRODUCT"
  case work = "WORK_OF_ART"
  case law = "LAW"
  case language = "LANGUAGE"
  case date = "DATE"
  case time = "TIME"
  case money = "MONEY"
  case percent = "PERCENT"
  case quantity = "QUANTITY"
  case ordinal = "ORDINAL"
  case cardinal = "CARDINAL"
  case role = "ROLE"

  /// Whether the type is a value (a date, an amount), which has no coreference chain.
  public var isValue: Bool {
    switch self {
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal: true
    case .person, .organization, .geopolitical, .location, .facility, .group, .event, .product,
      .work, .law, .language, .role:
      false
    }
  }
}

/// How an entity is spoken of.
public enum MentionKind: String, Sendable, Codable {
  /// By a name, or as a value.
  case name
  /// By a description: "the secretive state".
  case nominal
  /// By a pronoun: "He".
  case pronoun
}

/// Something in the world that one passage speaks of, before the whole article is seen.
public struct Mention: Sendable, Hashable {
  /// Token indices in the passage.
  public var tokens: Range<Int>
  /// What it is.
  public var type: EntityType
  /// How it is spoken of.
  public var kind: MentionKind
  /// The recogniser's probability that span and type are right, 0 to 1.
  public var confidence: Float
  /// The thing that the workspace knows by this name, an index of `NameDictionary.entries`; such a
  /// mention is certain, and nothing may make another of it.
  public var entry: Int?

  /// A mention.
  public init(
    tokens: Range<Int>, type: EntityType, kind: MentionKind = .name, confidence: Float = 1,
    entry: Int? = nil
  ) {
    self.tokens = tokens
    self.type = type
    self.kind = kind
    self.confidence = confidence
    self.entry = entry
  }
}

/// A recogniser of mentions, a value without state. It sees one passage, so that its result can be
/// kept for as long as the passage does not change. The mentions come in text order; a `ROLE` may
/// hold others, no others overlap.
public protocol MentionRecognizer: Sendable {
  /// The mentions in a passage.
  func mentions(in text: TokenizedProse) -> [Mention]

  /// The mentions in a passage of which an encoder's reading may be known. By default it is not
  /// looked at.
  func mentions(in text: TokenizedProse, heeding reading: PassageReading?) -> [Mention]
}

extension MentionRecognizer {
  /// The mentions in a passage, whatever an encoder makes of it.
  public func mentions(in text: TokenizedProse, heeding reading: PassageReading?) -> [Mention] {
    mentions(in: text)
  }
}
