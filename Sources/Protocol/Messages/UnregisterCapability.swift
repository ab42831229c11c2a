/// `client/unregisterCapability`: the server no longer wants to hear of what it has registered.
public enum UnregisterCapabilityRequest: RequestType {
  /// The name on the wire.
  public static let method = "client/unregisterCapability"
  /// Of what.
  public typealias Params = UnregistrationParams
  /// Nothing.
  public typealias Result = Nothing
}

/// Of what the server no longer wants to hear.
public struct UnregistrationParams: Codable, Hashable, Sendable {
  /// Of what; the field is misspelled in the specification too.
  public var unregisterations: [Unregistration]

  /// Of what.
  public init(unregisterations: [Unregistration]) { self.unregisterations = unregisterations }
}

/// One registration that is undone.
public struct Unregistration: Codable, Hashable, Sendable {
  /// The registration.
  public var id: String
  /// The method that it was for.
  public var method: String

  /// A registration.
  public init(id: String, method: String) {
    self.id = id
    self.method = method
  }
}
