/// Everything that can arrive from a client. A switch over it needs no `default`.
///
/// To add a message, write its file in `Messages/`, a case here, and a line in
/// `Payload.message()`.
public enum ClientMessage: Sendable {
  // The life of a session
  case initialize(Request<InitializeRequest>)
  case initialized
  case shutdown(Request<ShutdownRequest>)
  case exit
  case cancelRequest(CancelParams)
  case setTrace(SetTraceParams)
  case cancelWorkDoneProgress(WorkDoneProgressCancelParams)

  // Documents
  case didOpen(DidOpenTextDocumentParams)
  case didChange(DidChangeTextDocumentParams)
  case didSave(DidSaveTextDocumentParams)
  case didClose(DidCloseTextDocumentParams)

  // The workspace
  case didChangeConfiguration(DidChangeConfigurationParams)
  case didChangeWatchedFiles(DidChangeWatchedFilesParams)
  case didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams)
  case workspaceClaims(Request<WorkspaceClaimsRequest>)
  case workspaceEntities(Request<WorkspaceEntitiesRequest>)
  case workspaceSymbol(Request<WorkspaceSymbolRequest>)
  case workspaceDiagnostic(Request<WorkspaceDiagnosticRequest>)

  // Questions about a document
  case annotations(Request<AnnotationsRequest>)
  case hover(Request<HoverRequest>)
  case definition(Request<DefinitionRequest>)
  case references(Request<ReferencesRequest>)
  case documentHighlight(Request<DocumentHighlightRequest>)
  case linkedEditingRange(Request<LinkedEditingRangeRequest>)
  case prepareRename(Request<PrepareRenameRequest>)
  case rename(Request<RenameRequest>)
  case codeAction(Request<CodeActionRequest>)
  case foldingRange(Request<FoldingRangeRequest>)
  case selectionRange(Request<SelectionRangeRequest>)
  case documentLink(Request<DocumentLinkRequest>)
  case inlayHint(Request<InlayHintRequest>)
  case resolveInlayHint(Request<InlayHintResolveRequest>)
  case codeLens(Request<CodeLensRequest>)
  case resolveCodeLens(Request<CodeLensResolveRequest>)
  case completion(Request<CompletionRequest>)
  case prepareCallHierarchy(Request<CallHierarchyPrepareRequest>)
  case incomingCalls(Request<CallHierarchyIncomingCallsRequest>)
  case outgoingCalls(Request<CallHierarchyOutgoingCallsRequest>)
  case executeCommand(Request<ExecuteCommandRequest>)
  case diagnostic(Request<DocumentDiagnosticRequest>)
  case documentSymbol(Request<DocumentSymbolRequest>)
  case semanticTokensFull(Request<SemanticTokensRequest>)
  case semanticTokensDelta(Request<SemanticTokensDeltaRequest>)
  case semanticTokensRange(Request<SemanticTokensRangeRequest>)

  // What no method names
  /// The answer to a request of the server's own. Never answered.
  case response(ClientResponse)
  /// To be answered with `methodNotFound`.
  case unknownRequest(id: RequestID, method: String)
  /// To be dropped.
  case unknownNotification(method: String)
  /// A request, or what may have been one: to be answered with the error. The id is `nil`, to be
  /// written as `null`, where it could not be read.
  case malformed(id: RequestID?, ResponseError)
  /// To be dropped and logged: a notification has no answer.
  case malformedNotification(method: String, ResponseError)
}

/// The answer of a client to a request of the server's own.
public struct ClientResponse: Sendable {
  /// The request that it answers; `nil` where the client could not read the request's id, or where
  /// what it sent is no id.
  public var id: RequestID?
  /// The result, or why there is none.
  public var outcome: Swift.Result<JSONValue, ResponseError>

  /// An answer.
  public init(id: RequestID?, outcome: Swift.Result<JSONValue, ResponseError>) {
    self.id = id
    self.outcome = outcome
  }
}
