/// `textDocument/codeAction`: what can be done about a part of a document.
public enum CodeActionRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/codeAction"
  /// Which part, and what the client sees there.
  public typealias Params = CodeActionParams
  /// What can be done; `nil` for nothing.
  public typealias Result = [CodeActionOrCommand]?
}

/// A part of a document, and what the client sees there.
public struct CodeActionParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The part.
  public var range: Range
  /// What the client sees there.
  public var context: CodeActionContext
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// A part of a document.
  public init(
    textDocument: TextDocumentIdentifier, range: Range, context: CodeActionContext,
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.range = range
    self.context = context
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// What a client sees where it asks for actions, and which it wants.
public struct CodeActionContext: Codable, Hashable, Sendable {
  /// The diagnostics that it shows there.
  public var diagnostics: [Diagnostic]
  /// The kinds that it wants; `nil` for all.
  public var only: [CodeActionKind]?
  /// Why it asks, by number.
  public var triggerKind: Int?

  /// What a client sees.
  public init(
    diagnostics: [Diagnostic] = [], only: [CodeActionKind]? = nil, triggerKind: Int? = nil
  ) {
    self.diagnostics = diagnostics
    self.only = only
    self.triggerKind = triggerKind
  }
}

/// What an action is for: names parted by stops, from the general to the special.
public struct CodeActionKind: RawRepresentable, Codable, Hashable, Sendable {
  /// The name on the wire.
  public var rawValue: String

  /// A kind by its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Mends a diagnostic.
  public static let quickFix = CodeActionKind(rawValue: "quickfix")
  /// Mends all that can be mended without asking.
  public static let sourceFixAll = CodeActionKind(rawValue: "source.fixAll")

  /// Whether a kind is this one or a special case of it. All are of the empty kind.
  public func contains(_ kind: CodeActionKind) -> Bool {
    rawValue.isEmpty || kind == self || kind.rawValue.hasPrefix(rawValue + ".")
  }
}

/// Something that can be done, for clients that take no more than a command.
public enum CodeActionOrCommand: Hashable, Sendable {
  /// An edit.
  case action(CodeAction)
  /// A command.
  case command(Command)
}

extension CodeActionOrCommand: Codable {
  /// Reads either: only the name of a command is a string.
  public init(from decoder: any Decoder) throws {
    if let command = try? Command(from: decoder) {
      self = .command(command)
    } else {
      self = .action(try CodeAction(from: decoder))
    }
  }

  /// Writes the bare value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .action(let action): try action.encode(to: encoder)
    case .command(let command): try command.encode(to: encoder)
    }
  }
}

/// Something that can be done about a part of a document.
public struct CodeAction: Codable, Hashable, Sendable {
  /// What the user reads.
  public var title: String
  /// What it is for.
  public var kind: CodeActionKind?
  /// The diagnostics that it mends.
  public var diagnostics: [Diagnostic]?
  /// Whether it is the obvious thing to do.
  public var isPreferred: Bool?
  /// What it changes.
  public var edit: WorkspaceEdit?
  /// What the server does when it is chosen.
  public var command: Command?

  /// Something that can be done.
  public init(
    title: String, kind: CodeActionKind? = nil, diagnostics: [Diagnostic]? = nil,
    isPreferred: Bool? = nil, edit: WorkspaceEdit? = nil, command: Command? = nil
  ) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.edit = edit
    self.command = command
  }
}
