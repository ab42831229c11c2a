/// `textDocument/didClose`: the client no longer owns a document's text.
public enum DidCloseTextDocumentNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/didClose"
  /// Which document.
  public typealias Params = DidCloseTextDocumentParams
}

/// Which document was closed.
public struct DidCloseTextDocumentParams: Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier

  /// A document.
  public init(textDocument: TextDocumentIdentifier) { self.textDocument = textDocument }
}
