/// `textDocument/publishDiagnostics`: all findings of a document, which replace those sent before.
public enum PublishDiagnosticsNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/publishDiagnostics"
  /// The findings.
  public typealias Params = PublishDiagnosticsParams
}

/// All findings of a document.
public struct PublishDiagnosticsParams: Codable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// The version that they were found in.
  public var version: Int?
  /// The findings; none to clear those sent before.
  public var diagnostics: [Diagnostic]

  /// Findings.
  public init(uri: DocumentURI, version: Int? = nil, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}
