/// `workspace/didChangeConfiguration`: the settings have changed.
public enum DidChangeConfigurationNotification: NotificationType {
  /// The name on the wire.
  public static let method = "workspace/didChangeConfiguration"
  /// The settings.
  public typealias Params = DidChangeConfigurationParams
}

/// The settings after a change.
public struct DidChangeConfigurationParams: Codable, Hashable, Sendable {
  /// The settings of the client, if it sends them unasked, or `null`.
  public var settings: JSONValue

  /// Settings.
  public init(settings: JSONValue) { self.settings = settings }

  /// Settings that are absent count as `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    settings = try container.decodeIfPresent(JSONValue.self, forKey: .settings) ?? .null
  }
}

/// `workspace/configuration`: the server asks for settings. Only for clients with
/// `workspace.configuration`.
public enum ConfigurationRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/configuration"
  /// Which settings.
  public typealias Params = ConfigurationParams
  /// The settings, one for each item; `null` for those that the client does not have.
  public typealias Result = [JSONValue]
}

/// Which settings the server asks for.
public struct ConfigurationParams: Codable, Hashable, Sendable {
  /// The settings.
  public var items: [ConfigurationItem]

  /// Settings.
  public init(items: [ConfigurationItem]) { self.items = items }
}

/// One setting that the server asks for.
public struct ConfigurationItem: Codable, Hashable, Sendable {
  /// The document or folder that it is for.
  public var scopeUri: DocumentURI?
  /// Its name.
  public var section: String?

  /// A setting.
  public init(scopeUri: DocumentURI? = nil, section: String? = nil) {
    self.scopeUri = scopeUri
    self.section = section
  }
}
