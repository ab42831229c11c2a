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

/// `$/logTrace`: something that the server has done. Only for clients that asked for it.
public enum LogTraceNotification: NotificationType {
  /// The name on the wire.
  public static let method = "$/logTrace"
  /// What.
  public typealias Params = LogTraceParams
}

/// Something that the server has done.
public struct LogTraceParams: Codable, Hashable, Sendable {
  /// A line.
  public var message: String
  /// More about it, only for clients whose trace is `verbose`.
  public var verbose: String?

  /// Something that the server has done.
  public init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }
}
