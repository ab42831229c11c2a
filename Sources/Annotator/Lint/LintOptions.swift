/// What a configuration asks of the linter.
public struct LintOptions: Sendable, Hashable {
  /// What a configuration makes of a rule.
  public enum Setting: Sendable, Hashable {
    /// The rule does not run.
    case off
    /// The rule runs, and its findings matter so much.
    case severity(Severity)

    /// The setting of a word: `off`, or a severity.
    public init?(_ word: String) {
      if word == "off" {
        self = .off
      } else if let severity = Severity(rawValue: word) {
        self = .severity(severity)
      } else {
        return nil
      }
    }
  }

  /// Settings by rule (`text/mojibake`) or group (`text/*`, `*`). A rule's own setting goes before
  /// that of its group, and that before `*`.
  public var rules: [String: Setting]

  /// Options; without settings every rule runs as it was made.
  public init(rules: [String: Setting] = [:]) { self.rules = rules }

  /// How much the findings of a rule matter, or `nil` when it does not run.
  public func severity(of rule: any Rule.Type) -> Severity? {
    if rules.isEmpty { return rule.defaultSeverity }
    return switch rules[rule.id] ?? rules["\(rule.group)/*"] ?? rules["*"] {
    case .off: nil
    case .severity(let severity): severity
    case nil: rule.defaultSeverity
    }
  }

  /// The rules that run.
  public var runningRules: [any Rule.Type] { allRules.filter { severity(of: $0) != nil } }

  /// The names that `rules` may have: those of all rules, of their groups, and `*`.
  public static var knownNames: Set<String> {
    var names: Set<String> = ["*"]
    for rule in allRules { names.formUnion([rule.id, "\(rule.group)/*"]) }
    return names
  }
}
