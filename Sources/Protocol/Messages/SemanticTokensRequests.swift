/// `textDocument/semanticTokens/full`: the coloured tokens of a document.
public enum SemanticTokensRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/semanticTokens/full"
  /// Which document.
  public typealias Params = TextDocumentParams
  /// The tokens.
  public typealias Result = SemanticTokens?
}

/// `textDocument/semanticTokens/full/delta`: what has changed in the tokens of a document.
public enum SemanticTokensDeltaRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/semanticTokens/full/delta"
  /// Since when.
  public typealias Params = SemanticTokensDeltaParams
  /// The changes, or all tokens.
  public typealias Result = SemanticTokensDeltaResponse?
}

/// Since when changes are asked for.
public struct SemanticTokensDeltaParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// Names the result that the client has.
  public var previousResultId: String
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// A document and a result.
  public init(
    textDocument: TextDocumentIdentifier, previousResultId: String,
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.previousResultId = previousResultId
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// The changes since an earlier result, or all tokens where that result is no longer known.
public enum SemanticTokensDeltaResponse: Hashable, Sendable {
  /// The changes.
  case delta(SemanticTokensDelta)
  /// All tokens.
  case full(SemanticTokens)
}

extension SemanticTokensDeltaResponse: Codable {
  /// Tries the changes first.
  public init(from decoder: any Decoder) throws {
    if let delta = try? SemanticTokensDelta(from: decoder) {
      self = .delta(delta)
    } else {
      self = .full(try SemanticTokens(from: decoder))
    }
  }

  /// Writes the bare object.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .delta(let delta): try delta.encode(to: encoder)
    case .full(let tokens): try tokens.encode(to: encoder)
    }
  }
}

/// `textDocument/semanticTokens/range`: the coloured tokens of a part of a document.
public enum SemanticTokensRangeRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/semanticTokens/range"
  /// Which part.
  public typealias Params = TextDocumentRangeParams
  /// The tokens.
  public typealias Result = SemanticTokens?
}

/// `workspace/semanticTokens/refresh`: the client is to ask for tokens anew. Only for clients with
/// `workspace.semanticTokens.refreshSupport`.
public enum SemanticTokensRefreshRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/semanticTokens/refresh"
  /// Nothing.
  public typealias Params = Nothing
  /// Nothing.
  public typealias Result = Nothing
}
