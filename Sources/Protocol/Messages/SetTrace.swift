/// `$/setTrace`: how much the client wants to hear of the server's doings.
public enum SetTraceNotification: NotificationType {
  /// The name on the wire.
  public static let method = "$/setTrace"
  /// How much.
  public typealias Params = SetTraceParams
}

/// How much a client wants to hear.
public struct SetTraceParams: Codable, Hashable, Sendable {
  /// How much.
  public var value: TraceValue

  /// How much.
  public init(value: TraceValue) { self.value = value }
}

/// How much a client wants to hear of the server's doings.
public struct TraceValue: RawRepresentable, Codable, Hashable, Sendable {
  /// The name on the wire.
  public var rawValue: String

  /// A value by its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Nothing.
  public static let off = TraceValue(rawValue: "off")
  /// What happens.
  public static let messages = TraceValue(rawValue: "messages")
  /// What happens, at length.
  public static let verbose = TraceValue(rawValue: "verbose")
}
