/// `window/logMessage`: a line for the client's log.
public enum LogMessageNotification: NotificationType {
  /// The name on the wire.
  public static let method = "window/logMessage"
  /// The line.
  public typealias Params = LogMessageParams
}

/// A line for the client's log.
public struct LogMessageParams: Codable, Hashable, Sendable {
  /// How grave it is.
  public var type: MessageType
  /// The text.
  public var message: String

  /// A line.
  public init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

/// `window/showMessage`: a message for the user.
public enum ShowMessageNotification: NotificationType {
  /// The name on the wire.
  public static let method = "window/showMessage"
  /// The message.
  public typealias Params = ShowMessageParams
}

/// A message for the user.
public struct ShowMessageParams: Codable, Hashable, Sendable {
  /// How grave it is.
  public var type: MessageType
  /// The text.
  public var message: String

  /// A message.
  public init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

/// How grave a message is.
public enum MessageType: Int, Codable, Sendable, CaseIterable {
  case error = 1
  case warning = 2
  case info = 3
  case log = 4
  case debug = 5
}
