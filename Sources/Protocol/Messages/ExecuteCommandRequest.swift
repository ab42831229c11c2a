/// `workspace/executeCommand`: the client asks for one of the commands that the server announced.
public enum ExecuteCommandRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/executeCommand"
  /// Which command.
  public typealias Params = ExecuteCommandParams
  /// What it gives.
  public typealias Result = JSONValue?
}

/// Which command is to be run.
public struct ExecuteCommandParams: Codable, Hashable, Sendable {
  /// Its name.
  public var command: String
  /// What it is run with.
  public var arguments: [JSONValue]?
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?

  /// A command.
  public init(
    command: String, arguments: [JSONValue]? = nil, workDoneToken: ProgressToken? = nil
  ) {
    self.command = command
    self.arguments = arguments
    self.workDoneToken = workDoneToken
  }
}
