/// `textDocument/didChange`: a document's text has changed.
public enum DidChangeTextDocumentNotification: NotificationType {
  /// The name on the wire.
  public static let method = "textDocument/didChange"
  /// The change.
  public typealias Params = DidChangeTextDocumentParams
}

/// How a document's text has changed.
public struct DidChangeTextDocumentParams: Codable, Hashable, Sendable {
  /// The document, and its version after the changes.
  public var textDocument: VersionedTextDocumentIdentifier
  /// The changes, each of which counts in the text that the one before it left.
  public var contentChanges: [TextDocumentContentChangeEvent]

  /// A change.
  public init(
    textDocument: VersionedTextDocumentIdentifier, contentChanges: [TextDocumentContentChangeEvent]
  ) {
    self.textDocument = textDocument
    self.contentChanges = contentChanges
  }
}

/// One change of a document's text.
public enum TextDocumentContentChangeEvent: Hashable, Sendable {
  /// The text of a range is replaced.
  case range(Range, text: String)
  /// The whole text is replaced.
  case whole(text: String)
}

extension TextDocumentContentChangeEvent: Codable {
  private enum CodingKeys: CodingKey { case range, text }

  /// A range that is absent or `null` means the whole text. `rangeLength`, which is deprecated, is
  /// not read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .text)
    if let range = try container.decodeIfPresent(Range.self, forKey: .range) {
      self = .range(range, text: text)
    } else {
      self = .whole(text: text)
    }
  }

  /// Writes the text, and the range if there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .range(let range, let text):
      try container.encode(range, forKey: .range)
      try container.encode(text, forKey: .text)
    case .whole(let text):
      try container.encode(text, forKey: .text)
    }
  }
}
