/// `textDocument/completion`: how what is being typed may go on.
public enum CompletionRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/completion"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// How it may go on.
  public typealias Result = CompletionList?
}

/// How what is being typed may go on.
public struct CompletionList: Codable, Hashable, Sendable {
  /// Whether more typing may bring other items.
  public var isIncomplete: Bool
  /// The ways.
  public var items: [CompletionItem]

  /// Ways.
  public init(isIncomplete: Bool, items: [CompletionItem]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }
}

/// One way in which what is being typed may go on.
public struct CompletionItem: Codable, Hashable, Sendable {
  /// What the user reads.
  public var label: String
  /// What it is.
  public var kind: CompletionItemKind?
  /// What stands beside the label.
  public var detail: String?
  /// What the items are sorted by, in place of the label.
  public var sortText: String?
  /// What typed letters are held against, in place of the label.
  public var filterText: String?
  /// What takes the place of the typed letters.
  public var textEdit: TextEdit?

  /// A way.
  public init(
    label: String, kind: CompletionItemKind? = nil, detail: String? = nil, sortText: String? = nil,
    filterText: String? = nil,
    textEdit: TextEdit? = nil
  ) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.sortText = sortText
    self.filterText = filterText
    self.textEdit = textEdit
  }
}

/// What a completion is, in the vocabulary of programs; editors choose its icon by it.
public enum CompletionItemKind: Int, Codable, Sendable, CaseIterable {
  case text = 1
  case method, function, constructor, field, variable, `class`, interface, module, property
  case unit, value, `enum`, keyword, snippet, color, file, reference, folder, enumMember
  case constant, `struct`, event, `operator`, typeParameter
}
