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
  public var rules: [String: Setting] {
    didSet { selection = RuleSelection(rules) }
  }

  /// The names that the workspace knows.
  public var dictionary: NameDictionary

  /// Which pass reads the articles whose names or claims are looked at.
  public var tier = Tier.instant

  /// The rules that run: worked out once, however many articles are checked.
  private(set) var selection: RuleSelection

  /// Options; without settings every rule runs as it was made.
  public init(rules: [String: Setting] = [:], dictionary: NameDictionary = NameDictionary()) {
    self.rules = rules
    self.dictionary = dictionary
    selection = RuleSelection(rules)
  }

  /// How much the findings of a rule matter, or `nil` when it does not run.
  public func severity(of rule: any Rule.Type) -> Severity? { selection.severities[rule.id] }

  /// The rules that run.
  public var runningRules: [any Rule.Type] { selection.all }

  /// Options are equal when their settings are.
  public static func == (a: LintOptions, b: LintOptions) -> Bool {
    a.rules == b.rules && a.dictionary == b.dictionary && a.tier == b.tier
  }

  /// Options are known by their settings.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rules)
    hasher.combine(dictionary)
    hasher.combine(tier)
  }

  /// The names that `rules` may have: those of all rules, of their groups, and `*`.
  public static var knownNames: Set<String> {
    var names: Set<String> = ["*"]
    for rule in allRules { names.formUnion([rule.id, "\(rule.group)/*"]) }
    return names
  }
}

/// The rules that settings leave, by what they look at.
final class RuleSelection: Sendable {
  let all: [any Rule.Type]
  let passageRules: [any PassageRule.Type]
  let articleRules: [any ArticleRule.Type]
  let fileRules: [any FileRule.Type]
  /// How much the findings of each matter.
  let severities: [String: Severity]

  init(_ settings: [String: LintOptions.Setting]) {
    var severities: [String: Severity] = [:]
    for rule in allRules {
      switch settings[rule.id] ?? settings["\(rule.group)/*"] ?? settings["*"] {
      case .off: break
      case .severity(let severity): severities[rule.id] = severity
      case nil: severities[rule.id] = rule.defaultSeverity
      }
    }
    self.severities = severities
    all = allRules.filter { severities[$0.id] != nil }
    passageRules = all.compactMap { $0.asPassageRule }
    articleRules = all.compactMap { $0.asArticleRule }
    fileRules = all.compactMap { $0.asFileRule }
  }
}
