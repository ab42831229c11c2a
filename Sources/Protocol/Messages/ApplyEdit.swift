/// `workspace/applyEdit`: the server asks for changes to documents. Only for clients with
/// `workspace.applyEdit`.
public enum ApplyEditRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/applyEdit"
  /// Which changes.
  public typealias Params = ApplyEditParams
  /// Whether they were made.
  public typealias Result = ApplyEditResult
}

/// Changes that the server asks for.
public struct ApplyEditParams: Codable, Hashable, Sendable {
  /// What the user reads of them, as in “undo …”.
  public var label: String?
  /// The changes.
  public var edit: WorkspaceEdit

  /// Changes.
  public init(label: String? = nil, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }
}

/// Whether changes were made.
public struct ApplyEditResult: Codable, Hashable, Sendable {
  /// Whether they were.
  public var applied: Bool
  /// Why they were not.
  public var failureReason: String?
  /// The first change that was not made.
  public var failedChange: Int?

  /// Whether changes were made.
  public init(applied: Bool, failureReason: String? = nil, failedChange: Int? = nil) {
    self.applied = applied
    self.failureReason = failureReason
    self.failedChange = failedChange
  }
}
