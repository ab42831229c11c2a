/// `workspace/diagnostic`: what is wrong with all documents of the workspace, for clients that ask.
public enum WorkspaceDiagnosticRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/diagnostic"
  /// What the client knows already.
  public typealias Params = WorkspaceDiagnosticParams
  /// What is wrong with the documents.
  public typealias Result = WorkspaceDiagnosticReport
}

/// What a client knows already of what is wrong with the documents of a workspace.
public struct WorkspaceDiagnosticParams: Codable, Hashable, Sendable {
  /// Which of the server's sources is asked, where it has several.
  public var identifier: String?
  /// The reports that the client has.
  public var previousResultIds: [PreviousResultId]
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// What a client knows.
  public init(
    identifier: String? = nil, previousResultIds: [PreviousResultId] = [],
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.identifier = identifier
    self.previousResultIds = previousResultIds
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// The report that a client has of a document.
public struct PreviousResultId: Codable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// Names the report.
  public var value: String

  /// A report of a document.
  public init(uri: DocumentURI, value: String) {
    self.uri = uri
    self.value = value
  }
}

/// What is wrong with documents; also a part of that. A document that it does not name is as the
/// client knows it.
public struct WorkspaceDiagnosticReport: Codable, Hashable, Sendable {
  /// The reports on the documents.
  public var items: [WorkspaceDocumentDiagnosticReport]

  /// Reports on documents.
  public init(items: [WorkspaceDocumentDiagnosticReport]) { self.items = items }
}

/// What is wrong with one document of a workspace.
public struct WorkspaceDocumentDiagnosticReport: Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// Its version; `nil`, written as `null`, where it is not open.
  public var version: Int?
  /// What is wrong with it.
  public var report: DocumentDiagnosticReport

  /// A report on a document.
  public init(uri: DocumentURI, version: Int?, report: DocumentDiagnosticReport) {
    self.uri = uri
    self.version = version
    self.report = report
  }
}

extension WorkspaceDocumentDiagnosticReport: Codable {
  private enum CodingKeys: CodingKey { case uri, version }

  /// Reads the report and what stands beside it.
  public init(from decoder: any Decoder) throws {
    report = try DocumentDiagnosticReport(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    uri = try container.decode(DocumentURI.self, forKey: .uri)
    version = try container.decodeIfPresent(Int.self, forKey: .version)
  }

  /// Writes all of it into one object.
  public func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(uri, forKey: .uri)
    try container.encode(version, forKey: .version)
  }
}
