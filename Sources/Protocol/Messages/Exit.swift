/// `exit`: the server is to end.
public enum ExitNotification: NotificationType {
  /// The name on the wire.
  public static let method = "exit"
  /// Nothing.
  public typealias Params = Nothing
}
