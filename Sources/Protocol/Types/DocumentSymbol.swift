/// What a symbol is, in the vocabulary of programs; editors choose its icon by it.
public enum SymbolKind: Int, Codable, Sendable, CaseIterable {
  case file = 1
  case module, namespace, package, `class`, method, property, field, constructor, `enum`
  case interface, function, variable, constant, string, number, boolean, array, object, key
  case null, enumMember, `struct`, event, `operator`, typeParameter
}

/// A symbol of a document, with those inside it.
public struct DocumentSymbol: Codable, Hashable, Sendable {
  /// Its name: one line, never empty.
  public var name: String
  /// What stands beside the name.
  public var detail: String?
  /// What it is.
  public var kind: SymbolKind
  /// All of it.
  public var range: Range
  /// What is selected when it is chosen, inside `range`.
  public var selectionRange: Range
  /// The symbols inside it.
  public var children: [DocumentSymbol]?

  /// A symbol.
  public init(
    name: String, detail: String? = nil, kind: SymbolKind, range: Range, selectionRange: Range,
    children: [DocumentSymbol]? = nil
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

/// A symbol for clients that do not know `DocumentSymbol`.
public struct SymbolInformation: Codable, Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What it is.
  public var kind: SymbolKind
  /// All of it.
  public var location: Location
  /// The name of the symbol around it.
  public var containerName: String?

  /// A symbol.
  public init(
    name: String, kind: SymbolKind, location: Location, containerName: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }
}
