/// `textDocument/inlayHint`: what an editor may show between the words of a document.
public enum InlayHintRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/inlayHint"
  /// Which part of a document.
  public typealias Params = TextDocumentRangeParams
  /// What to show.
  public typealias Result = [InlayHint]?
}

/// `inlayHint/resolve`: what was left out of a hint.
public enum InlayHintResolveRequest: RequestType {
  /// The name on the wire.
  public static let method = "inlayHint/resolve"
  /// The hint.
  public typealias Params = InlayHint
  /// The hint with its tooltip.
  public typealias Result = InlayHint
}

/// A word or two between the words of a document.
public struct InlayHint: TextDocumentParameters, Codable, Hashable, Sendable {
  /// Where.
  public var position: Position
  /// The words.
  public var label: String
  /// What is shown above them.
  public var tooltip: MarkupContent?
  /// Whether a blank stands before them.
  public var paddingLeft: Bool?
  /// What the server needs to complete the hint.
  public var data: JSONValue?

  /// The document, which a server notes in `data` under `uri`.
  public var textDocument: TextDocumentIdentifier {
    guard case .string(let uri)? = data?["uri"] else {
      return TextDocumentIdentifier(uri: DocumentURI(rawValue: ""))
    }
    return TextDocumentIdentifier(uri: DocumentURI(rawValue: uri))
  }

  /// A hint.
  public init(
    position: Position, label: String, tooltip: MarkupContent? = nil, paddingLeft: Bool? = nil,
    data: JSONValue? = nil
  ) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
    self.paddingLeft = paddingLeft
    self.data = data
  }
}
