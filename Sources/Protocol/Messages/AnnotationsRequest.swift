/// `textDocument/annotations`: who is named in an article, and who says what. Not part of LSP.
public enum AnnotationsRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/annotations"
  /// Which document, or part of it.
  public typealias Params = AnnotationsParams
  /// What was found.
  public typealias Result = AnnotationsResult
}

/// `textDocument/publishAnnotations`: what was found, after a document was opened and after each
/// settled change. Only for clients with `experimental.publishAnnotations`. Not part of LSP.
public enum PublishAnnotationsNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/publishAnnotations"
  /// What was found.
  public typealias Params = AnnotationsResult
}

/// Which document, or part of it, is asked about.
public struct AnnotationsParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The part; `nil` for all of it.
  public var range: Range?
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// A document, or part of it.
  public init(
    textDocument: TextDocumentIdentifier, range: Range? = nil, workDoneToken: ProgressToken? = nil,
    partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.range = range
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}
