/// `textDocument/didSave`: a document was saved.
public enum DidSaveTextDocumentNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/didSave"
  /// Which document.
  public typealias Params = DidSaveTextDocumentParams
}

/// Which document was saved.
public struct DidSaveTextDocumentParams: Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// Its text, if the server asked for it.
  public var text: String?

  /// A document.
  public init(textDocument: TextDocumentIdentifier, text: String? = nil) {
    self.textDocument = textDocument
    self.text = text
  }
}
