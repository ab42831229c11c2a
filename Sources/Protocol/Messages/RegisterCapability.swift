/// `client/registerCapability`: the server wants to hear of more. Only for clients with the
/// `dynamicRegistration` of what it registers.
public enum RegisterCapabilityRequest: RequestType {
  /// The name on the wire.
  public static let method = "client/registerCapability"
  /// Of what.
  public typealias Params = RegistrationParams
  /// Nothing.
  public typealias Result = Nothing
}

/// Of what more the server wants to hear.
public struct RegistrationParams: Codable, Hashable, Sendable {
  /// Of what.
  public var registrations: [Registration]

  /// Of what.
  public init(registrations: [Registration]) { self.registrations = registrations }
}

/// One method that the server wants to hear of.
public struct Registration: Codable, Hashable, Sendable {
  /// Names the registration, so that it can be undone.
  public var id: String
  /// The method.
  public var method: String
  /// More about it, as the method demands.
  public var registerOptions: JSONValue?

  /// A method.
  public init(id: String, method: String, registerOptions: JSONValue? = nil) {
    self.id = id
    self.method = method
    self.registerOptions = registerOptions
  }
}
