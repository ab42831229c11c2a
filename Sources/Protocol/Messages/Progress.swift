/// `$/progress`: how far a piece of work is, or a part of an answer. The value is a
/// `WorkDoneProgress`, or whatever part the request that bore the token may be answered with.
public enum ProgressNotification<Value: Codable & Sendable>: NotificationType {
  /// The name on the wire.
  public static var method: String { "$/progress" }
  /// Which work, and how far it is.
  public typealias Params = ProgressParams<Value>
}

/// How far a piece of work is, or a part of an answer.
public struct ProgressParams<Value: Codable & Sendable>: Codable, Sendable {
  /// Which work.
  public var token: ProgressToken
  /// How far it is, or the part.
  public var value: Value

  /// How far a piece of work is.
  public init(token: ProgressToken, value: Value) {
    self.token = token
    self.value = value
  }
}

/// `window/workDoneProgress/create`: the server wants to report on work of its own. Only for clients with
/// `window.workDoneProgress`.
public enum WorkDoneProgressCreateRequest: RequestType {
  /// The name on the wire.
  public static let method = "window/workDoneProgress/create"
  /// Which work.
  public typealias Params = WorkDoneProgressCreateParams
  /// Nothing.
  public typealias Result = Nothing
}

/// Which work the server wants to report on.
public struct WorkDoneProgressCreateParams: Codable, Hashable, Sendable {
  /// Names the work from now on.
  public var token: ProgressToken

  /// A piece of work.
  public init(token: ProgressToken) { self.token = token }
}

/// `window/workDoneProgress/cancel`: the user has cancelled a piece of work.
public enum WorkDoneProgressCancelNotification: NotificationType {
  /// The name on the wire.
  public static let method = "window/workDoneProgress/cancel"
  /// Which work.
  public typealias Params = WorkDoneProgressCancelParams
}

/// Which work the user has cancelled.
public struct WorkDoneProgressCancelParams: Codable, Hashable, Sendable {
  /// Names the work.
  public var token: ProgressToken

  /// A piece of work.
  public init(token: ProgressToken) { self.token = token }
}
