import Annotator
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

  /// Which files of the workspace are articles.
  var files = ArticleFilter()
  /// Which rules of the linter run, and how much their findings matter.
  var lint = LintOptions()

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
    lint = LintOptions(json["rules"])
    files = ArticleFilter(json)
    switch json["minConfidence"] {
    case .number(let number): minConfidence = Float(number)
    case .integer(let number): minConfidence = Float(number)
    default: break
    }
  }
}

extension ArticleFilter {
  /// What `exclude` and `fileExtensions` of the options say.
  fileprivate init(_ json: JSONValue) {
    self.init()
    if let patterns = json["exclude"]?.strings { exclude = IgnoreRules(patterns) }
    if let names = json["fileExtensions"]?.strings, !names.isEmpty {
      extensions = Set(names.map { ($0.hasPrefix(".") ? $0.dropFirst() : $0[...]).lowercased() })
    }
  }
}

extension JSONValue {
  /// The strings of an array; `nil` for any other value.
  fileprivate var strings: [String]? {
    guard case .array(let elements) = self else { return nil }
    return elements.compactMap { if case .string(let string) = $0 { string } else { nil } }
  }
}
