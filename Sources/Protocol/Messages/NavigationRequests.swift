/// `textDocument/definition`: where what stands at a place is introduced.
public enum DefinitionRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/definition"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// Where; `nil` for nowhere.
  public typealias Result = Location?
}

/// `textDocument/references`: everywhere that what stands at a place is spoken of.
public enum ReferencesRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/references"
  /// Which place.
  public typealias Params = ReferenceParams
  /// Where.
  public typealias Result = [Location]?
}

/// Which place is asked about.
public struct ReferenceParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The place.
  public var position: Position
  /// What counts as a reference.
  public var context: Context
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// What counts as a reference.
  public struct Context: Codable, Hashable, Sendable {
    /// Whether the definition counts.
    public var includeDeclaration: Bool

    /// With or without the definition.
    public init(includeDeclaration: Bool) { self.includeDeclaration = includeDeclaration }
  }

  /// A place.
  public init(
    textDocument: TextDocumentIdentifier, position: Position, context: Context,
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.position = position
    self.context = context
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// `textDocument/documentHighlight`: what in the document goes with what stands at a place.
public enum DocumentHighlightRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/documentHighlight"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// What goes with it.
  public typealias Result = [DocumentHighlight]?
}

/// A stretch of a document to mark.
public struct DocumentHighlight: Codable, Hashable, Sendable {
  /// The stretch.
  public var range: Range
  /// How it is marked; by default as text.
  public var kind: DocumentHighlightKind?

  /// A stretch.
  public init(range: Range, kind: DocumentHighlightKind? = nil) {
    self.range = range
    self.kind = kind
  }
}

/// How a stretch is marked, in the vocabulary of programs.
public enum DocumentHighlightKind: Int, Codable, Sendable, CaseIterable {
  case text = 1
  case read
  case write
}

/// `textDocument/linkedEditingRange`: which stretches change together while one of them is edited.
public enum LinkedEditingRangeRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/linkedEditingRange"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// Which stretches; `nil` for none.
  public typealias Result = LinkedEditingRanges?
}

/// Stretches with the same text that change together.
public struct LinkedEditingRanges: Codable, Hashable, Sendable {
  /// The stretches.
  public var ranges: [Range]
  /// A regular expression of what the text may become; by default the client's own.
  public var wordPattern: String?

  /// Stretches.
  public init(ranges: [Range], wordPattern: String? = nil) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }
}
