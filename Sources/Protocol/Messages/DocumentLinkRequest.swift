/// `textDocument/documentLink`: the links of a document.
public enum DocumentLinkRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/documentLink"
  /// Which document.
  public typealias Params = TextDocumentParams
  /// The links.
  public typealias Result = [DocumentLink]?
}

/// A stretch that leads somewhere.
public struct DocumentLink: Codable, Hashable, Sendable {
  /// The stretch.
  public var range: Range
  /// Where it leads.
  public var target: String?
  /// What is shown above it.
  public var tooltip: String?

  /// A link.
  public init(range: Range, target: String? = nil, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }
}
