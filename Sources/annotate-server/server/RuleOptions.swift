import Annotator
import LanguageServerProtocol

extension LintOptions {
  /// What the member `rules` of the options asks: a severity or `"off"` by rule, `GROUP/*` or `*`.
  /// What is of no use counts as absent; `optionProblems` tells of it.
  init(_ json: JSONValue?) {
    var settings: [String: Setting] = [:]
    if case .object(let members)? = json {
      let known = LintOptions.knownNames
      for (name, value) in members where known.contains(name) {
        if case .string(let word) = value { settings[name] = Setting(word) }
      }
    }
    self.init(rules: settings)
  }
}

/// Something in the options that is of no use.
struct OptionProblem: Equatable {
  /// The member, by the names that lead to it: `["rules", "text/mojibak"]`.
  var path: [String]
  /// What is wrong and what to do.
  var message: String
  /// Whether the name of the member is wrong, and not its value.
  var isName = false
}

/// What is of no use in options, in the order of their names.
func optionProblems(_ json: JSONValue) -> [OptionProblem] {
  guard case .object(let members) = json else {
    return [OptionProblem(path: [], message: "the options must be an object: {…}")]
  }
  return members.sorted { $0.key < $1.key }.flatMap { name, value in
    guard let kind = optionKinds[name] else {
      let near = nearest(to: name, in: Array(optionKinds.keys)).map { "; did you mean “\($0)”?" }
      return [
        OptionProblem(
          path: [name], message: "there is no option “\(name)”\(near ?? "")", isName: true)
      ]
    }
    return problems(of: value, as: kind, at: [name])
  }
}

/// What the value of an option is.
private indirect enum OptionKind: Sendable {
  case choice([String])
  case probability
  case strings
  case rules
  /// Whatever its own reader makes of it.
  case any
  case object([String: OptionKind])
}

/// Every option.
private let optionKinds: [String: OptionKind] = [
  "positionEncoding": .choice(["utf-8", "utf-16", "utf-32"]),
  "semanticTokens": .object([
    "names": .choice(["own", "standard"]), "claims": .choice(["cues", "all", "none"]),
  ]),
  "minConfidence": .probability,
  "rules": .rules,
  "entities": .any,
  "exclude": .strings,
  "fileExtensions": .strings,
]

private func problems(
  of value: JSONValue, as kind: OptionKind, at path: [String]
) -> [OptionProblem] {
  func problem(_ expected: String) -> [OptionProblem] {
    [OptionProblem(path: path, message: "“\(path.joined(separator: "."))” must be \(expected)")]
  }
  switch (kind, value) {
  case (.any, _): return []
  case (.choice(let words), .string(let word)) where words.contains(word): return []
  case (.choice(let words), _):
    return problem("one of \(words.map { "“\($0)”" }.joined(separator: ", "))")
  case (.probability, .number(let number)) where (0...1).contains(number): return []
  case (.probability, .integer(let number)) where (0...1).contains(number): return []
  case (.probability, _): return problem("a number from 0 to 1")
  case (.strings, .array(let elements)):
    let isRight = elements.allSatisfy { if case .string = $0 { true } else { false } }
    return isRight ? [] : problem("an array of strings")
  case (.strings, _): return problem("an array of strings")
  case (.rules, .object(let members)): return ruleProblems(members, at: path)
  case (.object(let kinds), .object(let members)):
    return members.sorted { $0.key < $1.key }.flatMap { name, value in
      kinds[name].map { problems(of: value, as: $0, at: path + [name]) } ?? [
        OptionProblem(
          path: path + [name],
          message: "there is no option “\((path + [name]).joined(separator: "."))”",
          isName: true)
      ]
    }
  case (.rules, _), (.object, _): return problem("an object: {…}")
  }
}

private func ruleProblems(_ members: [String: JSONValue], at path: [String]) -> [OptionProblem] {
  let known = LintOptions.knownNames
  let words = Severity.allCases.map(\.rawValue) + ["off"]
  return members.sorted { $0.key < $1.key }.flatMap { name, value -> [OptionProblem] in
    guard known.contains(name) else {
      let near = nearest(to: name, in: known.sorted()).map { "; did you mean “\($0)”?" }
      return [
        OptionProblem(
          path: path + [name],
          message: "there is no rule “\(name)”\(near ?? "; see annotate-server lint --rules")",
          isName: true)
      ]
    }
    if case .string(let word) = value, words.contains(word) { return [] }
    return [
      OptionProblem(
        path: path + [name],
        message: "the setting of “\(name)” must be one of "
          + words.map { "“\($0)”" }.joined(separator: ", "))
    ]
  }
}
