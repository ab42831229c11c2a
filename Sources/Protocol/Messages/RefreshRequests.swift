/// `workspace/inlayHint/refresh`: the client is to ask for hints anew. Only for clients with
/// `workspace.inlayHint.refreshSupport`.
public enum InlayHintRefreshRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/inlayHint/refresh"
  /// Nothing.
  public typealias Params = Nothing
  /// Nothing.
  public typealias Result = Nothing
}

/// `workspace/diagnostic/refresh`: the client is to ask for diagnostics anew. Only for clients with
/// `workspace.diagnostics.refreshSupport`.
public enum DiagnosticRefreshRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/diagnostic/refresh"
  /// Nothing.
  public typealias Params = Nothing
  /// Nothing.
  public typealias Result = Nothing
}
