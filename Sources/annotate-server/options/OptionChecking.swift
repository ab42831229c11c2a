import Annotator
import LanguageServerProtocol

/// A step on the way to a value in JSON.
enum JSONStep: Hashable, Sendable {
  /// A member of an object.
  case member(String)
  /// An element of an array.
  case element(Int)
}

/// Something in the options that is of no use.
struct OptionProblem: Equatable {
  /// The way to it.
  var path: [JSONStep]
  /// What is wrong and what to do.
  var message: String
  /// Whether the name of the member is wrong, and not its value.
  var isName = false
  /// The word that was most likely meant.
  var suggestion: String?
}

/// What of options is of use, and what is not.
struct CheckedOptions {
  /// The options without what is of no use: an object.
  private(set) var value: JSONValue = [:]
  /// What is of no use.
  private(set) var problems: [OptionProblem] = []

  /// Nothing was set.
  init() {}

  /// Checks options against the table.
  init(_ json: JSONValue) {
    if case .object(let members) = json {
      value = .object(usable(members, among: optionTable, at: []))
    } else {
      refuse([], "the options must be an object: {…}")
    }
  }

  /// What of a value is of use; `nil` where nothing is.
  private mutating func usable(
    _ value: JSONValue, as shape: OptionShape, at path: [JSONStep]
  ) -> JSONValue? {
    switch (shape, value) {
    case (.text, .string), (.flag, .bool): return value
    case (.choice(let words), .string(let word)) where words.contains(word): return value
    case (.number(let range), .integer(let number)) where range.contains(number): return value
    case (.number(let range), .number(let number))
    where number >= Double(range.lowerBound) && number <= Double(range.upperBound):
      return value
    case (.texts, .array(let elements)):
      return .array(
        elements.enumerated().compactMap { usable($1, as: .text, at: path + [.element($0)]) })
    case (.names(let options), .array(let elements)):
      return .array(
        elements.enumerated().compactMap { usableName($1, options, at: path + [.element($0)]) })
    case (.group(let options), .object(let members)):
      return .object(usable(members, among: options, at: path))
    case (.rules(let words), .object(let members)):
      return .object(usableRules(members, words, at: path))
    default:
      let word: String? = if case .string(let word) = value { word } else { nil }
      refuse(
        path, "“\(label(path))” must be \(shape.expected)", word.flatMap { shape.nearest(to: $0) })
      return nil
    }
  }

  /// The members of an object that are options and of use.
  private mutating func usable(
    _ members: [String: JSONValue], among options: [OptionDescription], at path: [JSONStep]
  ) -> [String: JSONValue] {
    var result: [String: JSONValue] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let path = path + [.member(name)]
      if let option = options.first(where: { $0.name == name }) {
        result[name] = usable(value, as: option.shape, at: path)
      } else {
        let near = nearest(to: name, in: options.map(\.name))
        refuse(path, "there is no option “\(label(path))”", near, isName: true)
      }
    }
    return result
  }

  private mutating func usableRules(
    _ members: [String: JSONValue], _ words: [String], at path: [JSONStep]
  ) -> [String: JSONValue] {
    let known = LintOptions.knownNames
    var result: [String: JSONValue] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let path = path + [.member(name)]
      if !known.contains(name) {
        let near = nearest(to: name, in: known.sorted())
        let hint = near == nil ? "; see annotate-server lint --rules" : ""
        refuse(path, "there is no rule “\(name)”\(hint)", near, isName: true)
      } else if case .string(let word) = value, words.contains(word) {
        result[name] = value
      } else {
        refuse(path, "the setting of “\(name)” must be \(OptionShape.choice(words).expected)")
      }
    }
    return result
  }

  /// An entry of the names that the workspace knows: it needs a name, and a type unless it is none.
  private mutating func usableName(
    _ value: JSONValue, _ options: [OptionDescription], at path: [JSONStep]
  ) -> JSONValue? {
    let count = problems.count
    guard let usable = usable(value, as: .group(options), at: path) else { return nil }
    let isSaid = problems.count > count
    guard case .string(let name)? = usable["name"], name.contains(where: { !$0.isWhitespace })
    else {
      if !isSaid { refuse(path, "“\(label(path))” needs a “name”") }
      return nil
    }
    guard usable["ignore"] == true || usable["type"] != nil else {
      if !isSaid { refuse(path, "“\(label(path))” needs a “type”, such as “ORG”") }
      return nil
    }
    return usable
  }

  private mutating func refuse(
    _ path: [JSONStep], _ message: String, _ suggestion: String? = nil, isName: Bool = false
  ) {
    let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
    problems.append(
      OptionProblem(path: path, message: message + hint, isName: isName, suggestion: suggestion))
  }
}

/// A way as a reader writes it: `entities[0].type`.
private func label(_ path: [JSONStep]) -> String {
  path.reduce(into: "") { label, step in
    switch step {
    case .member(let name): label += label.isEmpty ? name : ".\(name)"
    case .element(let index): label += "[\(index)]"
    }
  }
}

extension OptionShape {
  /// What a value must be, behind “must be”.
  var expected: String {
    switch self {
    case .text: return "a string"
    case .choice(let words):
      return "one of \(words.map { "“\($0)”" }.joined(separator: ", "))"
    case .flag: return "true or false"
    case .number(let range):
      return "a number from \(range.lowerBound) to \(range.upperBound)"
    case .texts: return "an array of strings"
    case .names: return "an array of names: [{\"name\": …, \"type\": …}]"
    case .group, .rules: return "an object: {…}"
    }
  }

  /// The word that was most likely meant by another.
  func nearest(to word: String) -> String? {
    guard case .choice(let words) = self else { return nil }
    return words.first { $0.lowercased() == word.lowercased() }
      ?? annotate_server.nearest(to: word, in: words)
  }
}
