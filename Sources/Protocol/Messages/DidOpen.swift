/// `textDocument/didOpen`: the client owns a document's text from now on.
public enum DidOpenTextDocumentNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/didOpen"
  /// The document.
  public typealias Params = DidOpenTextDocumentParams
}

/// Which document was opened.
public struct DidOpenTextDocumentParams: Codable, Hashable, Sendable {
  /// The document with its text.
  public var textDocument: TextDocumentItem

  /// A document.
  public init(textDocument: TextDocumentItem) { self.textDocument = textDocument }
}
