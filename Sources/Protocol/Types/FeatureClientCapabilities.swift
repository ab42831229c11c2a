/// Whether a client takes the whole of an answer at once, or completes items one by one.
public struct ResolveSupport: Codable, Sendable {
  /// The fields that it completes.
  @Tolerant public var properties: [String]?

  /// None.
  public init() {}
}

/// How a client folds lines away.
public struct FoldingRangeClientCapabilities: Codable, Sendable {
  /// The most stretches that it takes from one document.
  @Tolerant public var rangeLimit: Int?

  /// Nothing.
  public init() {}
}

/// How a client renames.
public struct RenameClientCapabilities: Codable, Sendable {
  /// Whether it asks beforehand what can be renamed.
  @Tolerant public var prepareSupport: Bool?

  /// Nothing.
  public init() {}
}

/// How a client shows what can be done.
public struct CodeActionClientCapabilities: Codable, Sendable {
  /// Whether it takes actions that are more than commands.
  @Tolerant public var codeActionLiteralSupport: JSONValue?
  /// Whether it shows which action is the obvious one.
  @Tolerant public var isPreferredSupport: Bool?

  /// Nothing.
  public init() {}
}

/// How a client shows hints.
public struct InlayHintClientCapabilities: Codable, Sendable {
  /// What of a hint it asks for later.
  @Tolerant public var resolveSupport: ResolveSupport?

  /// Nothing.
  public init() {}
}

/// What edits of the workspace a client can make.
public struct WorkspaceEditClientCapabilities: Codable, Sendable {
  /// Whether it takes changes of versions of documents.
  @Tolerant public var documentChanges: Bool?

  /// Nothing.
  public init() {}
}
