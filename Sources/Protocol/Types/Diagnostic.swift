/// A finding in a document.
public struct Diagnostic: Codable, Hashable, Sendable {
  /// What it is about.
  public var range: Range
  /// How grave it is.
  public var severity: DiagnosticSeverity?
  /// The rule that it breaks.
  public var code: IntegerOrString?
  /// Where the rule is explained.
  public var codeDescription: CodeDescription?
  /// Who found it.
  public var source: String?
  /// One sentence for a person.
  public var message: String
  /// How to show it beyond its severity.
  public var tags: [DiagnosticTag]?
  /// Other places that explain it.
  public var relatedInformation: [DiagnosticRelatedInformation]?
  /// Whatever the server wants back when it is asked for fixes.
  public var data: JSONValue?

  /// A finding.
  public init(
    range: Range, severity: DiagnosticSeverity? = nil, code: IntegerOrString? = nil,
    codeDescription: CodeDescription? = nil, source: String? = nil, message: String,
    tags: [DiagnosticTag]? = nil, relatedInformation: [DiagnosticRelatedInformation]? = nil,
    data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.tags = tags
    self.relatedInformation = relatedInformation
    self.data = data
  }
}

/// How grave a finding is.
public enum DiagnosticSeverity: Int, Codable, Sendable, CaseIterable {
  case error = 1
  case warning = 2
  case information = 3
  case hint = 4
}

/// How to show a finding beyond its severity.
public enum DiagnosticTag: Int, Codable, Sendable, CaseIterable {
  /// Faded out.
  case unnecessary = 1
  /// Struck through.
  case deprecated = 2
}

/// Where a rule is explained.
public struct CodeDescription: Codable, Hashable, Sendable {
  /// The URI of the explanation.
  public var href: String

  /// A place.
  public init(href: String) { self.href = href }
}

/// Another place that explains a finding.
public struct DiagnosticRelatedInformation: Codable, Hashable, Sendable {
  /// The place.
  public var location: Location
  /// What is to be seen there.
  public var message: String

  /// A place.
  public init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}
