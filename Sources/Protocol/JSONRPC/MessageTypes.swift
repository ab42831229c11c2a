/// A kind of request: its method, what it asks with, and what answers it. A conforming type is a
/// namespace; it has no values.
public protocol RequestType: Sendable {
  /// What the request carries.
  associatedtype Params: Codable & Sendable
  /// What answers it; an optional where the specification allows `null`.
  associatedtype Result: Codable & Sendable
  /// The name on the wire.
  static var method: String { get }
}

/// A kind of notification: its method and what it carries. A conforming type is a namespace; it has
/// no values.
public protocol NotificationType: Sendable {
  /// What the notification carries.
  associatedtype Params: Codable & Sendable
  /// The name on the wire.
  static var method: String { get }
}

/// One request that a client sent. Its type ties the parameters to the only result that may answer.
public struct Request<Method: RequestType>: Sendable {
  /// What the answer must name.
  public var id: RequestID
  /// What the client asks with.
  public var params: Method.Params

  /// A request.
  public init(id: RequestID, params: Method.Params) {
    self.id = id
    self.params = params
  }
}

/// The parameters of a method that has none, and the result of one that returns nothing. Decodes
/// from anything, even from an absent field; written as `null`.
public struct Nothing: Codable, Hashable, Sendable {
  /// The only value.
  public init() {}
  /// Succeeds, whatever stands there.
  public init(from decoder: any Decoder) {}
  /// Writes `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encodeNil()
  }
}
