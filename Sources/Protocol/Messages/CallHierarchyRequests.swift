/// `textDocument/prepareCallHierarchy`: what at a place has callers or calls.
public enum CallHierarchyPrepareRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/prepareCallHierarchy"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// What stands there.
  public typealias Result = [CallHierarchyItem]?
}

/// `callHierarchy/incomingCalls`: what leads to an item.
public enum CallHierarchyIncomingCallsRequest: RequestType {
  /// The name on the wire.
  public static let method = "callHierarchy/incomingCalls"
  /// The item.
  public typealias Params = CallHierarchyCallsParams
  /// What leads to it.
  public typealias Result = [CallHierarchyIncomingCall]?
}

/// `callHierarchy/outgoingCalls`: what an item leads to.
public enum CallHierarchyOutgoingCallsRequest: RequestType {
  /// The name on the wire.
  public static let method = "callHierarchy/outgoingCalls"
  /// The item.
  public typealias Params = CallHierarchyCallsParams
  /// What it leads to.
  public typealias Result = [CallHierarchyOutgoingCall]?
}

/// Which item is asked about.
public struct CallHierarchyCallsParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The item.
  public var item: CallHierarchyItem
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// The document that the item is in.
  public var textDocument: TextDocumentIdentifier { TextDocumentIdentifier(uri: item.uri) }

  /// An item.
  public init(
    item: CallHierarchyItem, workDoneToken: ProgressToken? = nil,
    partialResultToken: ProgressToken? = nil
  ) {
    self.item = item
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// Something that leads to other things.
public struct CallHierarchyItem: Codable, Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What it is.
  public var kind: SymbolKind
  /// What stands beside the name.
  public var detail: String?
  /// The document that it is in.
  public var uri: DocumentURI
  /// All of it.
  public var range: Range
  /// What is selected when it is chosen, inside `range`.
  public var selectionRange: Range
  /// What the server needs to find it again.
  public var data: JSONValue?

  /// An item.
  public init(
    name: String, kind: SymbolKind, detail: String? = nil, uri: DocumentURI, range: Range,
    selectionRange: Range, data: JSONValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
    self.data = data
  }
}

/// What leads to an item.
public struct CallHierarchyIncomingCall: Codable, Hashable, Sendable {
  /// What leads to it.
  public var from: CallHierarchyItem
  /// Where in `from`'s document it does.
  public var fromRanges: [Range]

  /// A way to an item.
  public init(from: CallHierarchyItem, fromRanges: [Range]) {
    self.from = from
    self.fromRanges = fromRanges
  }
}

/// What an item leads to.
public struct CallHierarchyOutgoingCall: Codable, Hashable, Sendable {
  /// What it leads to.
  public var to: CallHierarchyItem
  /// Where in the item's document it does.
  public var fromRanges: [Range]

  /// A way from an item.
  public init(to: CallHierarchyItem, fromRanges: [Range]) {
    self.to = to
    self.fromRanges = fromRanges
  }
}
