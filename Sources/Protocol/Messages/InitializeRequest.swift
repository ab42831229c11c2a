/// `initialize`: the first request; agrees on what both sides can do.
public enum InitializeRequest: RequestType {
  /// The name on the wire.
  public static let method = "initialize"
  /// What the client tells of itself.
  public typealias Params = InitializeParams
  /// What the server tells of itself.
  public typealias Result = InitializeResult
}

/// What a client tells of itself. Anything in it may be absent or odd: a session must not fail on
/// what it can do without.
public struct InitializeParams: Codable, Sendable {
  /// The process whose end ends the server; `nil` where there is none to watch.
  @Tolerant public var processId: Int?
  /// What the client is.
  @Tolerant public var clientInfo: ProgramInfo?
  /// The language of messages to people, as an IETF tag.
  @Tolerant public var locale: String?
  /// The folder that is open, from clients older than `workspaceFolders`.
  @Tolerant public var rootUri: DocumentURI?
  /// The same as a path, from clients older still.
  @Tolerant public var rootPath: String?
  /// The server's own options, in whatever form the user gave them.
  @Tolerant public var initializationOptions: JSONValue?
  /// What the client can do.
  public var capabilities: ClientCapabilities
  /// How much the client wants to hear of the server's doings.
  @Tolerant public var trace: TraceValue?
  /// The folders that are open.
  @Tolerant public var workspaceFolders: [WorkspaceFolder]?
  /// Under which to report how far starting is.
  @Tolerant public var workDoneToken: ProgressToken?

  /// A client that tells nothing but what it can do.
  public init(capabilities: ClientCapabilities = ClientCapabilities()) {
    self.capabilities = capabilities
  }

  /// Needs only an object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    _processId = container.decode(Tolerant<Int>.self, forKey: .processId)
    _clientInfo = container.decode(Tolerant<ProgramInfo>.self, forKey: .clientInfo)
    _locale = container.decode(Tolerant<String>.self, forKey: .locale)
    _rootUri = container.decode(Tolerant<DocumentURI>.self, forKey: .rootUri)
    _rootPath = container.decode(Tolerant<String>.self, forKey: .rootPath)
    _initializationOptions = container.decode(
      Tolerant<JSONValue>.self, forKey: .initializationOptions)
    let capabilities = container.decode(Tolerant<ClientCapabilities>.self, forKey: .capabilities)
    self.capabilities = capabilities.wrappedValue ?? ClientCapabilities()
    _trace = container.decode(Tolerant<TraceValue>.self, forKey: .trace)
    _workspaceFolders = container.decode(
      Tolerant<[WorkspaceFolder]>.self, forKey: .workspaceFolders)
    _workDoneToken = container.decode(Tolerant<ProgressToken>.self, forKey: .workDoneToken)
  }
}

/// What a server tells of itself.
public struct InitializeResult: Codable, Hashable, Sendable {
  /// What it can do.
  public var capabilities: ServerCapabilities
  /// What it is.
  public var serverInfo: ProgramInfo?

  /// What a server tells.
  public init(capabilities: ServerCapabilities, serverInfo: ProgramInfo? = nil) {
    self.capabilities = capabilities
    self.serverInfo = serverInfo
  }
}

/// The name and version of a client or a server.
public struct ProgramInfo: Codable, Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its version.
  public var version: String?

  /// A program.
  public init(name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }
}
