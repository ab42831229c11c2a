/// What a client can do that concerns one document.
public struct TextDocumentClientCapabilities: Codable, Sendable {
  /// How it shows what hovers.
  @Tolerant public var hover: HoverClientCapabilities?
  /// How it shows symbols.
  @Tolerant public var documentSymbol: DocumentSymbolClientCapabilities?
  /// How it colours tokens.
  @Tolerant public var semanticTokens: SemanticTokensClientCapabilities?
  /// How it shows diagnostics that the server pushes.
  @Tolerant public var publishDiagnostics: PublishDiagnosticsClientCapabilities?
  /// How it shows what can be done.
  @Tolerant public var codeAction: CodeActionClientCapabilities?
  /// How it folds lines away.
  @Tolerant public var foldingRange: FoldingRangeClientCapabilities?
  /// How it renames.
  @Tolerant public var rename: RenameClientCapabilities?
  /// How it shows hints.
  @Tolerant public var inlayHint: InlayHintClientCapabilities?
  /// Whether it pulls diagnostics.
  @Tolerant public var diagnostic: DynamicRegistrationCapability?

  /// Nothing.
  public init() {}
}

/// How a client shows what hovers.
public struct HoverClientCapabilities: Codable, Sendable {
  /// The kinds of text that it shows, the preferred one first.
  @Tolerant public var contentFormat: [MarkupKind]?

  /// Nothing.
  public init() {}
}

/// How a client shows the symbols of a document.
public struct DocumentSymbolClientCapabilities: Codable, Sendable {
  /// Whether it takes `DocumentSymbol`s rather than `SymbolInformation`.
  @Tolerant public var hierarchicalDocumentSymbolSupport: Bool?
  /// The kinds that it knows, by number.
  @Tolerant public var symbolKind: ValueSet<Int>?

  /// Nothing.
  public init() {}
}

/// How a client shows diagnostics that the server pushes.
public struct PublishDiagnosticsClientCapabilities: Codable, Sendable {
  /// Whether it shows other places.
  @Tolerant public var relatedInformation: Bool?
  /// The tags that it shows, by number.
  @Tolerant public var tagSupport: ValueSet<Int>?
  /// Whether it minds the version.
  @Tolerant public var versionSupport: Bool?
  /// Whether it leads to the rule's explanation.
  @Tolerant public var codeDescriptionSupport: Bool?
  /// Whether it gives `data` back.
  @Tolerant public var dataSupport: Bool?

  /// Nothing.
  public init() {}
}

/// How a client colours tokens.
public struct SemanticTokensClientCapabilities: Codable, Sendable {
  /// The questions that it asks.
  @Tolerant public var requests: Requests?
  /// The types that it knows.
  @Tolerant public var tokenTypes: [String]?
  /// The modifiers that it knows.
  @Tolerant public var tokenModifiers: [String]?
  /// The forms of tokens that it reads; there is only `relative`.
  @Tolerant public var formats: [String]?
  /// Whether tokens may overlap.
  @Tolerant public var overlappingTokenSupport: Bool?
  /// Whether a token may cross a line's end.
  @Tolerant public var multilineTokenSupport: Bool?
  /// Whether it keeps its own colours where the server gives none.
  @Tolerant public var augmentsSyntaxTokens: Bool?

  /// Nothing.
  public init() {}

  /// The questions that a client asks about tokens.
  public struct Requests: Codable, Sendable {
    /// Whether it asks for a range: `true`, or an empty object.
    @Tolerant public var range: JSONValue?
    /// Whether it asks for the whole document: a boolean, or an object whose `delta` says whether
    /// it also asks for what has changed.
    @Tolerant public var full: JSONValue?

    /// None.
    public init() {}

    /// Whether it asks for a range.
    public var asksForRange: Bool { Requests.isOn(range) }
    /// Whether it asks for the whole document.
    public var asksForFull: Bool { Requests.isOn(full) }
    /// Whether it asks for what has changed.
    public var asksForDelta: Bool { full?["delta"] == true }

    private static func isOn(_ value: JSONValue?) -> Bool {
      switch value {
      case .bool(let on): on
      case .object: true
      default: false
      }
    }
  }
}
