/// `shutdown`: the server is to finish its work, but not to end yet.
public enum ShutdownRequest: RequestType {
  /// The name on the wire.
  public static let method = "shutdown"
  /// Nothing.
  public typealias Params = Nothing
  /// Nothing.
  public typealias Result = Nothing
}
