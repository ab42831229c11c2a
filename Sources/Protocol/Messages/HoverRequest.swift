/// `textDocument/hover`: what is to be said of the place under the mouse.
public enum HoverRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/hover"
  /// Which place.
  public typealias Params = HoverParams
  /// What is to be said; `nil` for nothing.
  public typealias Result = Hover?
}

/// Which place is asked about.
public struct HoverParams: Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The place.
  public var position: Position
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?

  /// A place.
  public init(
    textDocument: TextDocumentIdentifier, position: Position, workDoneToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.position = position
    self.workDoneToken = workDoneToken
  }
}

/// What is to be said of a place.
public struct Hover: Codable, Hashable, Sendable {
  /// The text.
  public var contents: MarkupContent
  /// What it is about, which the editor may mark.
  public var range: Range?

  /// A text.
  public init(contents: MarkupContent, range: Range? = nil) {
    self.contents = contents
    self.range = range
  }
}
