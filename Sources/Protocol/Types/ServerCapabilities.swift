/// What this server can do. A field that is `nil` is not announced.
public struct ServerCapabilities: Codable, Hashable, Sendable {
  /// The agreed position encoding.
  public var positionEncoding: PositionEncodingKind?
  /// What the server wants to hear of documents.
  public var textDocumentSync: TextDocumentSyncOptions?
  /// Whether it answers `textDocument/hover`.
  public var hoverProvider: Bool?
  /// Whether it answers `textDocument/documentSymbol`.
  public var documentSymbolProvider: Bool?
  /// How it answers `textDocument/semanticTokens`.
  public var semanticTokensProvider: SemanticTokensOptions?
  /// Whether it answers `textDocument/definition`.
  public var definitionProvider: Bool?
  /// Whether it answers `textDocument/references`.
  public var referencesProvider: Bool?
  /// Whether it answers `textDocument/documentHighlight`.
  public var documentHighlightProvider: Bool?
  /// Whether it answers `textDocument/linkedEditingRange`.
  public var linkedEditingRangeProvider: Bool?
  /// How it answers `textDocument/rename`.
  public var renameProvider: RenameProvider?
  /// How it answers `textDocument/codeAction`.
  public var codeActionProvider: CodeActionOptions?
  /// Whether it answers `textDocument/foldingRange`.
  public var foldingRangeProvider: Bool?
  /// Whether it answers `textDocument/selectionRange`.
  public var selectionRangeProvider: Bool?
  /// How it answers `textDocument/documentLink`.
  public var documentLinkProvider: ResolveOptions?
  /// How it answers `textDocument/inlayHint`.
  public var inlayHintProvider: ResolveOptions?
  /// How it answers `textDocument/codeLens`.
  public var codeLensProvider: ResolveOptions?
  /// How it answers `textDocument/completion`.
  public var completionProvider: CompletionOptions?
  /// Whether it answers `textDocument/prepareCallHierarchy` and what follows from it.
  public var callHierarchyProvider: Bool?
  /// The commands that it runs.
  public var executeCommandProvider: ExecuteCommandOptions?
  /// How it answers `textDocument/diagnostic`.
  public var diagnosticProvider: DiagnosticOptions?
  /// Whether it answers `workspace/symbol`.
  public var workspaceSymbolProvider: Bool?
  /// What concerns the workspace.
  public var workspace: WorkspaceOptions?
  /// What the specification does not have.
  public var experimental: JSONValue?

  /// A server that can do nothing.
  public init() {}
}

/// What a server wants to hear of documents.
public struct TextDocumentSyncOptions: Codable, Hashable, Sendable {
  /// Whether it wants to hear of opening and closing.
  public var openClose: Bool?
  /// How it wants to hear of changes.
  public var change: TextDocumentSyncKind?
  /// Whether and how it wants to hear of saving.
  public var save: SaveOptions?

  /// What a server wants to hear.
  public init(
    openClose: Bool? = nil, change: TextDocumentSyncKind? = nil, save: SaveOptions? = nil
  ) {
    self.openClose = openClose
    self.change = change
    self.save = save
  }
}

/// How a server wants to hear of changes.
public enum TextDocumentSyncKind: Int, Codable, Sendable, CaseIterable {
  /// Not at all.
  case none = 0
  /// By the whole new text.
  case full = 1
  /// By edits.
  case incremental = 2
}

/// How a server wants to hear of saving.
public struct SaveOptions: Codable, Hashable, Sendable {
  /// Whether with the text.
  public var includeText: Bool?

  /// With or without the text.
  public init(includeText: Bool? = nil) { self.includeText = includeText }
}

/// How a server answers questions about tokens.
public struct SemanticTokensOptions: Codable, Hashable, Sendable {
  /// The names that numbers in its answers stand for.
  public var legend: SemanticTokensLegend
  /// Whether it answers for a range.
  public var range: Bool?
  /// Whether it answers for the whole document.
  public var full: Full?

  /// How it answers for the whole document.
  public struct Full: Codable, Hashable, Sendable {
    /// Whether also with what has changed.
    public var delta: Bool?

    /// With or without changes.
    public init(delta: Bool? = nil) { self.delta = delta }
  }

  /// How a server answers.
  public init(legend: SemanticTokensLegend, range: Bool? = nil, full: Full? = nil) {
    self.legend = legend
    self.range = range
    self.full = full
  }
}

/// What a server can do that concerns the workspace.
public struct WorkspaceOptions: Codable, Hashable, Sendable {
  /// What it does with folders.
  public var workspaceFolders: WorkspaceFoldersServerCapabilities?

  /// What a server can do.
  public init(workspaceFolders: WorkspaceFoldersServerCapabilities? = nil) {
    self.workspaceFolders = workspaceFolders
  }
}

/// What a server does with folders.
public struct WorkspaceFoldersServerCapabilities: Codable, Hashable, Sendable {
  /// Whether it knows them.
  public var supported: Bool?
  /// Whether it wants to hear when they change.
  public var changeNotifications: Bool?

  /// What a server does.
  public init(supported: Bool? = nil, changeNotifications: Bool? = nil) {
    self.supported = supported
    self.changeNotifications = changeNotifications
  }
}
