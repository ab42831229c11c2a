/// `textDocument/rename`: what to change so that what stands at a place has another name.
public enum RenameRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/rename"
  /// Which place, and the name.
  public typealias Params = RenameParams
  /// What to change.
  public typealias Result = WorkspaceEdit?
}

/// Which place is to have which name.
public struct RenameParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The place.
  public var position: Position
  /// The name.
  public var newName: String
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?

  /// A place and a name.
  public init(
    textDocument: TextDocumentIdentifier, position: Position, newName: String,
    workDoneToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.position = position
    self.newName = newName
    self.workDoneToken = workDoneToken
  }
}

/// `textDocument/prepareRename`: whether what stands at a place can be renamed.
public enum PrepareRenameRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/prepareRename"
  /// Which place.
  public typealias Params = TextDocumentPositionParams
  /// What would be renamed; `nil` when nothing can be.
  public typealias Result = PrepareRenameResult?
}

/// What would be renamed.
public struct PrepareRenameResult: Codable, Hashable, Sendable {
  /// The stretch with its name.
  public var range: Range
  /// The name to begin from.
  public var placeholder: String

  /// A stretch and its name.
  public init(range: Range, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }
}
