/// A check. A rule is a type without values and without state: its documentation comment is what a
/// writer reads about it, and its requirements are the rest of its entry in the list of rules. Rules
/// have one of three shapes: `PassageRule` where one passage and its neighbours decide, `FileRule`
/// where the bytes of a file do, `ArticleRule` for everything else. A rule may have two.
public protocol Rule: Sendable {
  /// The name on reports and in configurations: `GROUP/NAME`. Never changes once published.
  static var id: String { get }
  /// How much its findings matter unless the configuration says otherwise.
  static var defaultSeverity: Severity { get }
  /// Whether its findings bring fixes.
  static var canFix: Bool { get }
  /// When it fires, in one sentence.
  static var summary: String { get }
  /// How much of an article it must know. A check reads no further than its rules need.
  static var needs: ReadingDepth { get }
  /// Whether it can find anything in an article that is not yet read as far as it needs. Where what
  /// is known tells that it cannot, the article is not read further for it: most articles need
  /// neither names nor claims to be known free of the defects that these rules look for.
  static func mayFind(in article: LintedArticle) -> Bool

  /// The rule where it looks at passages. A cast would look its conformances up, which for all rules
  /// and shapes was a fifth of the server's start.
  static var asPassageRule: (any PassageRule.Type)? { get }
  /// The rule where it looks at articles.
  static var asArticleRule: (any ArticleRule.Type)? { get }
  /// The rule where it looks at files.
  static var asFileRule: (any FileRule.Type)? { get }
}

/// How far an article is read before a rule looks at it; what costs more knows more.
public enum ReadingDepth: Int, Sendable, Comparable, CaseIterable {
  /// The markup: head, blocks, inlines and the visible text of each passage.
  case markup
  /// Tokens and sentences too.
  case words
  /// The names and roles of each passage too.
  case names
  /// Everything: values, claims and chains too.
  case claims

  /// What knows less is less.
  public static func < (a: ReadingDepth, b: ReadingDepth) -> Bool { a.rawValue < b.rawValue }
}

/// A rule that looks at one passage and at its neighbours. Its findings are kept for as long as
/// these stay what they are, so that its cost does not grow with the article.
public protocol PassageRule: Rule {
  /// The findings in a passage; ranges are prose offsets, also in fixes.
  static func findings(in passage: LintedPassage) -> [Finding]
}

/// A rule that looks at the article as a whole. It runs after every edit and so must be cheap:
/// a look at the head, or at a few bytes of each passage.
public protocol ArticleRule: Rule {
  /// The findings in an article; ranges are source offsets.
  static func findings(in article: LintedArticle) -> [Finding]
}

/// A rule that looks at a file before it is known to be text.
public protocol FileRule: Rule {
  /// The findings in a file. Ranges are offsets in the text of the file with each broken sequence of
  /// bytes replaced by U+FFFD.
  static func findings(inFile bytes: [UInt8]) -> [Finding]
}

extension Rule {
  /// The part of the name before the slash.
  public static var group: String { String(id.prefix { $0 != "/" }) }

  /// What a writer reads about the rule: its documentation comment.
  public static var documentation: String { ruleDocumentation[id] ?? summary }

  /// Everything, unless the rule says that it needs less.
  public static var needs: ReadingDepth { .claims }

  /// It may, unless the rule knows better.
  public static func mayFind(in article: LintedArticle) -> Bool { true }

  /// Not of this shape, unless it is a `PassageRule`.
  public static var asPassageRule: (any PassageRule.Type)? { nil }
  /// Not of this shape, unless it is an `ArticleRule`.
  public static var asArticleRule: (any ArticleRule.Type)? { nil }
  /// Not of this shape, unless it is a `FileRule`.
  public static var asFileRule: (any FileRule.Type)? { nil }

  /// A finding of this rule.
  static func finding(_ range: Range<Int>, _ message: String, fix: Fix? = nil) -> Finding {
    Finding(rule: id, severity: defaultSeverity, range: range, message: message, fix: fix)
  }
}

extension PassageRule {
  /// Itself.
  public static var asPassageRule: (any PassageRule.Type)? { self }
}

extension ArticleRule {
  /// Itself.
  public static var asArticleRule: (any ArticleRule.Type)? { self }
}

extension FileRule {
  /// Itself.
  public static var asFileRule: (any FileRule.Type)? { self }
}
