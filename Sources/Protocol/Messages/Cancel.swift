/// `$/cancelRequest`: the sender no longer wants the answer to a request.
public enum CancelNotification: NotificationType {
  /// The name on the wire.
  public static let method = "$/cancelRequest"
  /// Which request.
  public typealias Params = CancelParams
}

/// Which request is cancelled.
public struct CancelParams: Codable, Hashable, Sendable {
  /// The request's id.
  public var id: RequestID

  /// A request.
  public init(id: RequestID) { self.id = id }
}
