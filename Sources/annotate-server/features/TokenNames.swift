import Annotator

/// The names of semantic tokens: the product's own, or the specification's, which themes colour.
struct TokenNames: Sendable, Equatable {
  /// The types' names, in the order of `TokenKind`.
  var types: [String]

  /// The product's own.
  static let own = TokenNames(types: TokenKind.allCases.map(\.rawValue))

  /// The specification's: a distinct one for each kind.
  static let standard = TokenNames(
    types: TokenKind.allCases.map { kind in
      switch kind {
      case .person: "class"
      case .organization: "interface"
      case .place: "namespace"
      case .group: "typeParameter"
      case .event: "event"
      case .work: "string"
      case .product: "struct"
      case .date: "number"
      case .quantity: "enumMember"
      case .role: "decorator"
      case .claimCue: "keyword"
      case .claimSource: "variable"
      case .claimContent: "comment"
      }
    })
}

/// The kinds of semantic token; the raw values are their own names.
enum TokenKind: String, Sendable, CaseIterable {
  case person, organization, place, group, event, work, product, date, quantity, role
  case claimCue, claimSource, claimContent

  /// The kind of an entity's tokens.
  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .geopolitical, .location, .facility: self = .place
    case .group, .language: self = .group
    case .event: self = .event
    case .work, .law: self = .work
    case .product: self = .product
    case .date, .time: self = .date
    case .money, .percent, .quantity, .ordinal, .cardinal: self = .quantity
    case .role: self = .role
    }
  }

  /// The index in the legend.
  var index: UInt32 { UInt32(TokenKind.allCases.firstIndex(of: self)!) }
}

/// The modifiers of semantic tokens; the raw values are their names.
enum TokenModifier: String, Sendable, CaseIterable {
  /// The first mention of a chain.
  case definition
  case pronoun
  /// In a claim that is quoted.
  case direct
  /// In a claim that is paraphrased, wholly or in part.
  case indirect
  /// In a claim whose source does not stand by it.
  case negated
  /// In a claim that its source does not make for certain.
  case uncertain

  /// The bit in a token's modifiers.
  var bit: UInt32 { 1 << UInt32(TokenModifier.allCases.firstIndex(of: self)!) }
}
