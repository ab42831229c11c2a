/// `workspace/symbol`: the symbols of all documents.
public enum WorkspaceSymbolRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/symbol"
  /// Which symbols.
  public typealias Params = WorkspaceSymbolParams
  /// The symbols. Every one has its range, so that these are also what the specification calls
  /// `WorkspaceSymbol`.
  public typealias Result = [SymbolInformation]?
}

/// Which symbols are asked for.
public struct WorkspaceSymbolParams: Codable, Hashable, Sendable {
  /// What the user has typed so far; empty for everything.
  public var query: String
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// Symbols for what the user has typed.
  public init(
    query: String, workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.query = query
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}
