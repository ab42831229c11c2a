/// How a server renames: the options only for a client with `rename.prepareSupport`.
public enum RenameProvider: Hashable, Sendable {
  /// It renames.
  case plain
  /// It also answers `textDocument/prepareRename`.
  case preparing
}

extension RenameProvider: Codable {
  private enum CodingKeys: CodingKey { case prepareProvider }

  /// Reads either form.
  public init(from decoder: any Decoder) throws {
    let container = try? decoder.container(keyedBy: CodingKeys.self)
    let prepares = try container?.decodeIfPresent(Bool.self, forKey: .prepareProvider)
    self = prepares == true ? .preparing : .plain
  }

  /// Writes `true`, or the options.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .plain: try true.encode(to: encoder)
    case .preparing:
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(true, forKey: .prepareProvider)
    }
  }
}

/// How a server says what can be done.
public struct CodeActionOptions: Codable, Hashable, Sendable {
  /// The kinds of actions that it may give.
  public var codeActionKinds: [CodeActionKind]?

  /// Kinds of actions.
  public init(codeActionKinds: [CodeActionKind]? = nil) { self.codeActionKinds = codeActionKinds }
}

/// How a server gives items that can be completed one by one.
public struct ResolveOptions: Codable, Hashable, Sendable {
  /// Whether it completes them.
  public var resolveProvider: Bool?

  /// With or without completing.
  public init(resolveProvider: Bool? = nil) { self.resolveProvider = resolveProvider }
}

/// How a server completes what is typed.
public struct CompletionOptions: Codable, Hashable, Sendable {
  /// The characters behind which the client asks of its own accord, beside letters.
  public var triggerCharacters: [String]?

  /// With or without characters.
  public init(triggerCharacters: [String]? = nil) { self.triggerCharacters = triggerCharacters }
}

/// The commands that a server runs.
public struct ExecuteCommandOptions: Codable, Hashable, Sendable {
  /// Their names.
  public var commands: [String]

  /// Commands.
  public init(commands: [String]) { self.commands = commands }
}

/// How a server answers questions for diagnostics.
public struct DiagnosticOptions: Codable, Hashable, Sendable {
  /// Whether those of one document depend on others.
  public var interFileDependencies: Bool
  /// Whether it answers for the whole workspace.
  public var workspaceDiagnostics: Bool
  /// Whether it tells how far an answer is.
  public var workDoneProgress: Bool?

  /// How a server answers.
  public init(
    interFileDependencies: Bool, workspaceDiagnostics: Bool, workDoneProgress: Bool? = nil
  ) {
    self.interFileDependencies = interFileDependencies
    self.workspaceDiagnostics = workspaceDiagnostics
    self.workDoneProgress = workDoneProgress
  }
}
