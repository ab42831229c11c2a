/// `workspace/didChangeWorkspaceFolders`: folders were opened or closed.
public enum DidChangeWorkspaceFoldersNotification: NotificationType {
  /// The name on the wire.
  public static let method = "workspace/didChangeWorkspaceFolders"
  /// Which folders.
  public typealias Params = DidChangeWorkspaceFoldersParams
}

/// Which folders were opened or closed.
public struct DidChangeWorkspaceFoldersParams: Codable, Hashable, Sendable {
  /// The folders.
  public var event: WorkspaceFoldersChangeEvent

  /// Folders.
  public init(event: WorkspaceFoldersChangeEvent) { self.event = event }
}

/// The folders that were opened and those that were closed.
public struct WorkspaceFoldersChangeEvent: Codable, Hashable, Sendable {
  /// Those that were opened.
  public var added: [WorkspaceFolder]
  /// Those that were closed.
  public var removed: [WorkspaceFolder]

  /// Folders.
  public init(added: [WorkspaceFolder], removed: [WorkspaceFolder]) {
    self.added = added
    self.removed = removed
  }
}
