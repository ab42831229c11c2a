import Annotator
import LanguageServerProtocol

/// What a user has set.
struct Options: Sendable, Equatable {
  /// Which claim parts semantic tokens colour.
  enum TokenClaims: String, Sendable {
    case cues, all, none
  }

  /// Which passes read open documents.
  enum Accuracy: String, Sendable, CaseIterable {
    case instant, refined, both
  }

  /// Which passes read open documents.
  var accuracy: Accuracy = .both
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
  /// Which rules of the linter run, how much their findings matter, and which names are known.
  var lint = LintOptions()

  /// The names that the workspace knows.
  var dictionary: NameDictionary { lint.dictionary }

  /// The stages that read open documents, which leave it to others to have the encoder read.
  var pipeline: Pipeline {
    let refining = accuracy == .instant ? nil : Pipeline.refining
    return (refining ?? .standard).knowing(dictionary)
  }

  /// The defaults.
  init() {}

  /// What sources of options say together; where they say different things, the later one counts.
  init(_ sources: CheckedOptions...) { self.init(sources) }

  /// What sources of options say together; where they say different things, the later one counts.
  init(_ sources: [CheckedOptions]) {
    let json = sources.reduce([:]) { merged($0, $1.value, optionTable) }
    positionEncoding = json["positionEncoding"]?.text.flatMap {
      ColumnUnit(PositionEncodingKind(rawValue: $0))
    }
    switch json["semanticTokens"]?["names"]?.text {
    case "own": tokenNames = .own
    case "standard": tokenNames = .standard
    default: break
    }
    accuracy = json["accuracy"]?.text.flatMap(Accuracy.init) ?? .both
    tokenClaims = json["semanticTokens"]?["claims"]?.text.flatMap(TokenClaims.init) ?? .cues
    minConfidence = json["minConfidence"]?.number.map { Float($0) } ?? 0
    files = ArticleFilter(json)
    lint = LintOptions(
      rules: json["rules"]?.members.compactMapValues { $0.text.flatMap(LintOptions.Setting.init) }
        ?? [:],
      dictionary: NameDictionary(json))
  }
}

/// Two sources of options as one; the second goes before.
private func merged(
  _ first: JSONValue, _ second: JSONValue, _ options: [OptionDescription]
) -> JSONValue {
  var result = first.members
  for (name, value) in second.members {
    let shape = options.first { $0.name == name }?.shape
    switch (shape, result[name], value) {
    case (.group(let inner)?, let known?, _): result[name] = merged(known, value, inner)
    case (let shape?, .object(let known)?, .object(let new)) where shape.addsUp(name):
      result[name] = .object(known.merging(new) { $1 })
    case (let shape?, .array(let known)?, .array(let new)) where shape.addsUp(name):
      result[name] = .array(known + new)
    default: result[name] = value
    }
  }
  return .object(result)
}

extension ArticleFilter {
  /// What `exclude` and `fileExtensions` of the options say.
  fileprivate init(_ json: JSONValue) {
    self.init()
    if let patterns = json["exclude"]?.texts { exclude = IgnoreRules(patterns) }
    if let names = json["fileExtensions"]?.texts, !names.isEmpty {
      extensions = Set(names.map { ($0.hasPrefix(".") ? $0.dropFirst() : $0[...]).lowercased() })
    }
  }
}

extension NameDictionary {
  /// What `entities` and `ignore` of the options say.
  fileprivate init(_ json: JSONValue) {
    var entries: [Entry] = []
    var ignored = json["ignore"]?.texts ?? []
    for entry in json["entities"]?.elements ?? [] {
      let names = [entry["name"]?.text ?? ""] + (entry["aliases"]?.texts ?? [])
      if entry["ignore"] == true {
        ignored += names
      } else if let type = entry["type"]?.text.flatMap(EntityType.init) {
        entries.append(Entry(name: names[0], type: type, aliases: Array(names.dropFirst())))
      }
    }
    self.init(entries: entries, ignored: ignored)
  }
}

extension JSONValue {
  /// The text of a string.
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  /// A number, whether or not it has a fraction.
  fileprivate var number: Double? {
    switch self {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// The members of an object.
  var members: [String: JSONValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// The elements of an array.
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The strings of an array; `nil` for any other value.
  fileprivate var texts: [String]? {
    if case .array(let elements) = self { elements.compactMap(\.text) } else { nil }
  }
}
