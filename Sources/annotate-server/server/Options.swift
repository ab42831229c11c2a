import LanguageServerProtocol

/// What a user can set.
struct Options: Sendable, Equatable {
  /// Which claim parts semantic tokens colour.
  enum TokenClaims: String, Sendable {
    case cues, all, none
  }

  /// The unit of columns that the user demands, for a client that counts otherwise than it says.
  var positionEncoding: ColumnUnit?
  /// The names of semantic tokens that the user demands.
  var tokenNames: TokenNames?
  /// Which claim parts semantic tokens colour.
  var tokenClaims: TokenClaims = .cues
  /// Annotations that are less probable are left out.
  var minConfidence: Float = 0

  /// The defaults.
  init() {}

  /// What `initializationOptions` holds. A value that is of no use counts as absent.
  init(_ json: JSONValue?) {
    guard let json else { return }
    if case .string(let name)? = json["positionEncoding"] {
      positionEncoding = ColumnUnit(PositionEncodingKind(rawValue: name))
    }
    if case .string(let name)? = json["semanticTokens"]?["names"] {
      tokenNames = name == "own" ? .own : name == "standard" ? .standard : nil
    }
    if case .string(let name)? = json["semanticTokens"]?["claims"] {
      tokenClaims = TokenClaims(rawValue: name) ?? .cues
    }
    switch json["minConfidence"] {
    case .number(let number): minConfidence = Float(number)
    case .integer(let number): minConfidence = Float(number)
    default: break
    }
  }
}
