/// `workspace/didChangeWatchedFiles`: files have changed on disk.
public enum DidChangeWatchedFilesNotification: NotificationType {
  /// The name on the wire.
  public static let method = "workspace/didChangeWatchedFiles"
  /// Which files.
  public typealias Params = DidChangeWatchedFilesParams
}

/// Which files have changed.
public struct DidChangeWatchedFilesParams: Codable, Hashable, Sendable {
  /// The files.
  public var changes: [FileEvent]

  /// Files.
  public init(changes: [FileEvent]) { self.changes = changes }
}

/// A file that has changed.
public struct FileEvent: Codable, Hashable, Sendable {
  /// The file.
  public var uri: DocumentURI
  /// What happened to it.
  public var type: FileChangeType

  /// A file.
  public init(uri: DocumentURI, type: FileChangeType) {
    self.uri = uri
    self.type = type
  }
}

/// What happened to a file.
public enum FileChangeType: Int, Codable, Sendable, CaseIterable {
  case created = 1
  case changed = 2
  case deleted = 3
}

/// Which files the server wants to hear of.
public struct DidChangeWatchedFilesRegistrationOptions: Codable, Hashable, Sendable {
  /// The files.
  public var watchers: [FileSystemWatcher]

  /// Files.
  public init(watchers: [FileSystemWatcher]) { self.watchers = watchers }
}

/// Some files that the server wants to hear of.
public struct FileSystemWatcher: Codable, Hashable, Sendable {
  /// Their paths, as a glob from the roots of the workspace.
  public var globPattern: String
  /// The changes it wants to hear of: 1 for created, 2 for changed, 4 for deleted, added up; all by
  /// default.
  public var kind: Int?

  /// Files.
  public init(globPattern: String, kind: Int? = nil) {
    self.globPattern = globPattern
    self.kind = kind
  }
}
