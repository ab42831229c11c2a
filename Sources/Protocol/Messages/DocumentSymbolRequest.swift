/// `textDocument/documentSymbol`: the symbols of a document.
public enum DocumentSymbolRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/documentSymbol"
  /// Which document.
  public typealias Params = DocumentSymbolParams
  /// The symbols.
  public typealias Result = DocumentSymbolResponse?
}

/// Which document is asked about.
public struct DocumentSymbolParams: Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// A document.
  public init(
    textDocument: TextDocumentIdentifier, workDoneToken: ProgressToken? = nil,
    partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// The symbols of a document, in the form that the client knows.
public enum DocumentSymbolResponse: Hashable, Sendable {
  /// A tree, for clients with `hierarchicalDocumentSymbolSupport`.
  case symbols([DocumentSymbol])
  /// A list, for all others.
  case information([SymbolInformation])
}

extension DocumentSymbolResponse: Codable {
  /// Tries the tree first.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let symbols = try? container.decode([DocumentSymbol].self) {
      self = .symbols(symbols)
    } else {
      self = .information(try container.decode([SymbolInformation].self))
    }
  }

  /// Writes the bare array.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .symbols(let symbols): try symbols.encode(to: encoder)
    case .information(let symbols): try symbols.encode(to: encoder)
    }
  }
}
