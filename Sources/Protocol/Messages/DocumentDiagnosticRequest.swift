/// `textDocument/diagnostic`: what is wrong with a document, for clients that ask.
public enum DocumentDiagnosticRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/diagnostic"
  /// Which document.
  public typealias Params = DocumentDiagnosticParams
  /// What is wrong with it.
  public typealias Result = DocumentDiagnosticReport
}

/// Which document is asked about.
public struct DocumentDiagnosticParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// Which of the server's sources is asked, where it has several.
  public var identifier: String?
  /// Names the report that the client has.
  public var previousResultId: String?
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// A document.
  public init(
    textDocument: TextDocumentIdentifier, identifier: String? = nil,
    previousResultId: String? = nil, workDoneToken: ProgressToken? = nil,
    partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.identifier = identifier
    self.previousResultId = previousResultId
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// What is wrong with a document.
public enum DocumentDiagnosticReport: Hashable, Sendable {
  /// Everything; the name lets the client ask whether it has changed.
  case full(resultId: String?, [Diagnostic])
  /// The same as in the report that the client has.
  case unchanged(resultId: String)
}

extension DocumentDiagnosticReport: Codable {
  private enum CodingKeys: CodingKey { case kind, resultId, items }

  private enum Kind: String, Codable { case full, unchanged }

  /// Reads either kind.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .full:
      self = .full(
        resultId: try container.decodeIfPresent(String.self, forKey: .resultId),
        try container.decode([Diagnostic].self, forKey: .items))
    case .unchanged:
      self = .unchanged(resultId: try container.decode(String.self, forKey: .resultId))
    }
  }

  /// Writes the report under its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .full(let id, let items):
      try container.encode(Kind.full, forKey: .kind)
      try container.encodeIfPresent(id, forKey: .resultId)
      try container.encode(items, forKey: .items)
    case .unchanged(let id):
      try container.encode(Kind.unchanged, forKey: .kind)
      try container.encode(id, forKey: .resultId)
    }
  }
}

/// What goes with the error `serverCancelled` of a question for diagnostics.
public struct DiagnosticServerCancellationData: Codable, Hashable, Sendable {
  /// Whether the client is to ask again.
  public var retriggerRequest: Bool

  /// Whether the client is to ask again.
  public init(retriggerRequest: Bool) { self.retriggerRequest = retriggerRequest }
}
