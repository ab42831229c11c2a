/// Changes to documents.
public struct WorkspaceEdit: Codable, Hashable, Sendable {
  /// The changes by the URI of the document, for clients that know nothing newer.
  public var changes: [String: [TextEdit]]?
  /// The changes of versions of documents, for clients with `workspaceEdit.documentChanges`.
  public var documentChanges: [TextDocumentEdit]?

  /// Changes.
  public init(changes: [String: [TextEdit]]? = nil, documentChanges: [TextDocumentEdit]? = nil) {
    self.changes = changes
    self.documentChanges = documentChanges
  }
}

/// Changes to one version of a document, which do not overlap.
public struct TextDocumentEdit: Codable, Hashable, Sendable {
  /// The version.
  public var textDocument: VersionedTextDocumentIdentifier
  /// The changes.
  public var edits: [TextEdit]

  /// Changes.
  public init(textDocument: VersionedTextDocumentIdentifier, edits: [TextEdit]) {
    self.textDocument = textDocument
    self.edits = edits
  }
}
