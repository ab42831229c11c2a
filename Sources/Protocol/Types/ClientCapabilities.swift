/// What a client can do, as far as this server asks. Every field is a hint that may be absent or
/// odd; what is not known to be there counts as not there.
public struct ClientCapabilities: Codable, Sendable {
  /// What concerns all messages.
  @Tolerant public var general: GeneralClientCapabilities?
  /// What concerns one document.
  @Tolerant public var textDocument: TextDocumentClientCapabilities?
  /// What concerns the workspace.
  @Tolerant public var workspace: WorkspaceClientCapabilities?
  /// What concerns the editor's window.
  @Tolerant public var window: WindowClientCapabilities?
  /// What the specification does not have.
  @Tolerant public var experimental: JSONValue?

  /// A client that can do nothing.
  public init() {}
}

/// What concerns all messages.
public struct GeneralClientCapabilities: Codable, Sendable {
  /// The position encodings that the client knows, the preferred one first.
  @Tolerant public var positionEncodings: [PositionEncodingKind]?

  /// Nothing.
  public init() {}
}

/// What concerns the editor's window.
public struct WindowClientCapabilities: Codable, Sendable {
  /// Whether the server may report progress of its own accord.
  @Tolerant public var workDoneProgress: Bool?

  /// Nothing.
  public init() {}
}

/// Whether a capability may be registered after `initialize`.
public struct DynamicRegistrationCapability: Codable, Sendable {
  /// Whether it may.
  @Tolerant public var dynamicRegistration: Bool?

  /// It may not.
  public init() {}
}

/// Whether the client asks anew when the server says that its answers have changed.
public struct RefreshCapability: Codable, Sendable {
  /// Whether it does.
  @Tolerant public var refreshSupport: Bool?

  /// It does not.
  public init() {}
}

/// The values of an enumeration that a client knows.
public struct ValueSet<Value: Codable & Sendable>: Codable, Sendable {
  /// The values.
  @Tolerant public var valueSet: [Value]?

  /// None.
  public init() {}
}
