/// `textDocument/documentSymbol`: the symbols of a document.
public enum DocumentSymbolRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/documentSymbol"
  /// Which document.
  public typealias Params = TextDocumentParams
  /// The symbols.
  public typealias Result = DocumentSymbolResponse?
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
