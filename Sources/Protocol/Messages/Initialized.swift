/// `initialized`: the client has read the answer to `initialize`.
public enum InitializedNotification: NotificationType {
  /// The name on the wire.
  public static let method = "initialized"
  /// Nothing.
  public typealias Params = Nothing
}
