/// Something that the editor can have done.
public struct Command: Codable, Hashable, Sendable {
  /// What the user reads.
  public var title: String
  /// Its name.
  public var command: String
  /// What it is done with.
  public var arguments: [JSONValue]?

  /// A command.
  public init(title: String, command: String, arguments: [JSONValue]? = nil) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }
}
