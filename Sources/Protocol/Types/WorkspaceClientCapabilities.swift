/// What a client can do that concerns the workspace.
public struct WorkspaceClientCapabilities: Codable, Sendable {
  /// Whether the server may ask for edits.
  @Tolerant public var applyEdit: Bool?
  /// What edits it can make.
  @Tolerant public var workspaceEdit: WorkspaceEditClientCapabilities?
  /// Whether the server may ask for settings.
  @Tolerant public var configuration: Bool?
  /// Whether the client has folders and says when they change.
  @Tolerant public var workspaceFolders: Bool?
  /// Whether the server may ask to hear of changed settings.
  @Tolerant public var didChangeConfiguration: DynamicRegistrationCapability?
  /// Whether the server may ask to hear of changed files.
  @Tolerant public var didChangeWatchedFiles: DidChangeWatchedFilesClientCapabilities?
  /// Whether tokens are asked for anew.
  @Tolerant public var semanticTokens: RefreshCapability?
  /// Whether lenses are asked for anew.
  @Tolerant public var codeLens: RefreshCapability?
  /// Whether hints are asked for anew.
  @Tolerant public var inlayHint: RefreshCapability?
  /// Whether diagnostics are asked for anew.
  @Tolerant public var diagnostics: RefreshCapability?

  /// Nothing.
  public init() {}
}

/// What a client can do about changed files.
public struct DidChangeWatchedFilesClientCapabilities: Codable, Sendable {
  /// Whether the server may ask to hear of them.
  @Tolerant public var dynamicRegistration: Bool?
  /// Whether a pattern may be relative to a folder.
  @Tolerant public var relativePatternSupport: Bool?

  /// Nothing.
  public init() {}
}
