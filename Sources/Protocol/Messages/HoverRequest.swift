/// `textDocument/hover`: what is to be said of the place under the mouse.
public enum HoverRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/hover"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// What is to be said; `nil` for nothing.
  public typealias Result = Hover?
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
