/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
  /// A defect that readers see or that breaks the article.
  case error
  /// Very likely a defect.
  case warning
  /// Something to look at.
  case info

  /// Information is less than a warning, and a warning less than an error.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A defect that a rule found.
public struct Finding: Sendable, Hashable {
  /// The rule: `text/mojibake`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Where it lies. A finding on the whole article lies on the first line.
  public var range: ByteRange
  /// What is wrong and what to do, in plain words.
  public var message: String
  /// A repair that keeps the meaning of the text, where there is one.
  public var fix: Fix?

  /// A finding.
  public init(
    rule: String, severity: Severity, range: ByteRange, message: String, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.fix = fix
  }
}

/// A repair.
public struct Fix: Sendable, Hashable {
  /// The replacement of a range.
  public struct Edit: Sendable, Hashable {
    /// What is replaced; empty where something is only put in.
    public var range: ByteRange
    /// What takes its place.
    public var replacement: String

    /// A replacement.
    public init(range: ByteRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What the repair does, as an order: `Replace with “é”`.
  public var title: String
  /// The replacements in text order; they do not overlap.
  public var edits: [Edit]

  /// A repair.
  public init(title: String, edits: [Edit]) {
    self.title = title
    self.edits = edits
  }
}
