/// `textDocument/codeLens`: what an editor may show above lines of a document.
public enum CodeLensRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/codeLens"
  /// Which document.
  public typealias Params = TextDocumentParams
  /// What to show.
  public typealias Result = [CodeLens]?
}

/// `codeLens/resolve`: the command of a lens.
public enum CodeLensResolveRequest: RequestType {
  /// The name on the wire.
  public static let method = "codeLens/resolve"
  /// The lens.
  public typealias Params = CodeLens
  /// The lens with its command.
  public typealias Result = CodeLens
}

/// A command above a line.
public struct CodeLens: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The place; on one line.
  public var range: Range
  /// The command; absent until the lens is resolved.
  public var command: Command?
  /// What the server needs to find the command.
  public var data: JSONValue?

  /// The document, which a server notes in `data` under `uri`.
  public var textDocument: TextDocumentIdentifier {
    guard case .string(let uri)? = data?["uri"] else {
      return TextDocumentIdentifier(uri: DocumentURI(rawValue: ""))
    }
    return TextDocumentIdentifier(uri: DocumentURI(rawValue: uri))
  }

  /// A lens.
  public init(range: Range, command: Command? = nil, data: JSONValue? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }
}

/// `workspace/codeLens/refresh`: the client is to ask for lenses anew. Only for clients with
/// `workspace.codeLens.refreshSupport`.
public enum CodeLensRefreshRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/codeLens/refresh"
  /// Nothing.
  public typealias Params = Nothing
  /// Nothing.
  public typealias Result = Nothing
}
