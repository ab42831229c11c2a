/// A folder that the user has opened.
public struct WorkspaceFolder: Codable, Hashable, Sendable {
  /// Its URI.
  public var uri: DocumentURI
  /// What the editor calls it.
  public var name: String

  /// A folder.
  public init(uri: DocumentURI, name: String) {
    self.uri = uri
    self.name = name
  }
}
