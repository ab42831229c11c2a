import Annotator
import LanguageServerProtocol

/// One client's session: the only place where state changes.
///
/// Messages come to `receive` one after the other in the order in which they arrived, and `receive`
/// never waits: edits are applied and requests take their snapshot before the next message is
/// looked at. Answers are made in tasks of their own and come back through `finish`.
actor Session {
  /// Where the session stands.
  enum Phase {
    case uninitialized, running, shutDown
  }

  private(set) var phase = Phase.uninitialized
  private(set) var client = Client()
  var documents: [DocumentURI: Document] = [:]
  private var inFlight: [RequestID: Task<Void, Never>] = [:]
  /// The folders that are open, and what is known of the articles in them.
  var workspace = Workspace()
  /// Requests that wait until no work on the workspace is under way.
  var waiting: [RequestID: CheckedContinuation<Void, Never>] = [:]
  /// Requests of the session's own that the client has not answered yet.
  var asked: [Int: Asked] = [:]
  /// The id of the session's last request.
  var lastAsked = 0
  let send: @Sendable ([UInt8]) -> Void
  let log: Log
  private let forcedUnit: ColumnUnit?
  private var tokenResults = 0

  /// A session.
  ///
  /// - Parameters:
  ///   - forcedUnit: the unit of columns that the command line demands.
  ///   - send: takes the body of each message to the client. It must not wait for the client, which
  ///     may be waiting for the session to read.
  init(
    log: Log = Log(level: .off), forcedUnit: ColumnUnit? = nil,
    send: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.send = send
    self.log = log
    self.forcedUnit = forcedUnit
  }

  /// Takes the next message.
  ///
  /// - Returns: The status to exit with, when the message ends the session.
  func receive(_ message: ClientMessage) -> Int32? {
    switch message {
    case .initialize(let request): initialize(request)
    case .initialized:
      beginIndexing()
      watchFiles()
    case .shutdown(let request): shutdown(request)
    case .exit: return phase == .shutDown ? 0 : 1
    case .cancelRequest(let params):
      inFlight[params.id]?.cancel()
      waiting.removeValue(forKey: params.id)?.resume()
    case .setTrace: break
    case .cancelWorkDoneProgress(let params): cancelIndexing(params.token)
    case .didOpen(let params): open(params.textDocument)
    case .didChange(let params): change(params)
    case .didSave: break
    case .didClose(let params): close(params.textDocument.uri)
    case .didChangeConfiguration: break
    case .didChangeWatchedFiles(let params): filesHaveChanged(params.changes)
    case .didChangeWorkspaceFolders(let params): foldersHaveChanged(params.event)
    case .workspaceClaims(let request):
      answerFromIndex(request) { try workspaceClaims($0, in: $1) }
    case .workspaceEntities(let request):
      answerFromIndex(request) { try workspaceEntities($0, in: $1) }
    case .workspaceSymbol(let request):
      answerFromIndex(request) { workspaceSymbols($0, in: $1) }
    case .annotations(let request): answer(request) { annotations($1, in: $1.bytes($0.range)) }
    case .hover(let request): answer(request) { hover($1, at: $0.position) }
    case .definition(let request): answer(request) { definition($1, at: $0.position) }
    case .references(let request): answer(request) { references($1, $0) }
    case .documentHighlight(let request):
      answer(request) { documentHighlights($1, at: $0.position) }
    case .linkedEditingRange(let request):
      answer(request) { linkedEditingRanges($1, at: $0.position) }
    case .prepareRename(let request): answer(request) { renamable($1, at: $0.position) }
    case .rename(let request): answer(request) { try rename($1, $0) }
    case .codeAction(let request): answer(request) { try codeActions($1, $0) }
    case .foldingRange(let request): answer(request) { foldingRanges($1) }
    case .selectionRange(let request): answer(request) { selectionRanges($1, at: $0.positions) }
    case .documentLink(let request): answer(request) { documentLinks($1) }
    case .inlayHint(let request): answer(request) { inlayHints($1, in: $1.bytes($0.range)) }
    case .resolveInlayHint(let request): answer(request) { resolvedInlayHint($1, $0) }
    case .codeLens(let request): answer(request) { codeLenses($1) }
    case .resolveCodeLens(let request): answer(request) { resolvedCodeLens($1, $0) }
    case .completion(let request): answer(request) { completions($1, at: $0.position) }
    case .prepareCallHierarchy(let request):
      answer(request) { callHierarchyItems($1, at: $0.position) }
    case .incomingCalls(let request): answer(request) { incomingCalls($1, of: $0.item) }
    case .outgoingCalls(let request): answer(request) { outgoingCalls($1, of: $0.item) }
    case .executeCommand(let request): execute(request)
    case .diagnostic(let request):
      answer(request) { diagnosticReport($1, since: $0.previousResultId) }
    case .documentSymbol(let request): answer(request) { documentSymbols($1) }
    case .semanticTokensFull(let request):
      answer(request) { await self.remember(semanticTokens($1), of: $1) }
    case .semanticTokensDelta(let request):
      answer(request) {
        await self.tokensSince($0.previousResultId, semanticTokens($1), of: $1)
      }
    case .semanticTokensRange(let request):
      answer(request) { SemanticTokens(data: semanticTokens($1, in: $1.bytes($0.range))) }
    case .response(let response):
      if case .failure(let error) = response.outcome {
        log.info("the client answered with an error: \(error.message)")
      }
      if case .integer(let id)? = response.id, let question = asked.removeValue(forKey: id) {
        isAnswered(question, response.outcome)
      }
    case .unknownRequest(let id, let method):
      let isPremature = phase == .uninitialized
      fail(
        id,
        isPremature
          ? notInitialized : ResponseError(.methodNotFound, "There is no method \(method)."))
    case .unknownNotification(let method): log.debug("dropped the notification \(method)")
    case .malformed(let id, let error): fail(id, error)
    case .malformedNotification(let method, let error):
      log.error("dropped the notification \(method): \(error.message)")
    }
    return nil
  }

  /// Whether the client has said goodbye.
  var isShutDown: Bool { phase == .shutDown }

  /// Waits until every request that has arrived is answered.
  func drain() async {
    while let task = inFlight.values.first { await task.value }
  }
}

extension Session {
  private var notInitialized: ResponseError {
    ResponseError(.serverNotInitialized, "The first request must be “initialize”.")
  }

  private func initialize(_ request: Request<InitializeRequest>) {
    guard phase == .uninitialized else {
      return fail(request.id, ResponseError(.invalidRequest, "The session is initialized already."))
    }
    phase = .running
    client = Client(request.params, forced: forcedUnit)
    openFolders(request.params)
    if let parent = request.params.processId { endWhenProcessDies(parent) }
    send(Message.response(to: request, initializeResult(client)))
    warn(of: request.params.initializationOptions.map(optionProblems) ?? [])
  }

  /// Tells the user what in the options is of no use.
  private func warn(of problems: [OptionProblem]) {
    guard !problems.isEmpty else { return }
    let lines = problems.map { "annotate-server: \($0.message)" }
    notify(
      ShowMessageNotification.self,
      ShowMessageParams(type: .warning, message: lines.joined(separator: "\n")))
  }

  private func shutdown(_ request: Request<ShutdownRequest>) {
    guard let error = refusal else {
      phase = .shutDown
      stopIndexing()
      return send(Message.response(to: request, Nothing()))
    }
    fail(request.id, error)
  }

  /// Why a request cannot be served now, if it cannot.
  var refusal: ResponseError? {
    switch phase {
    case .uninitialized: notInitialized
    case .running: nil
    case .shutDown: ResponseError(.invalidRequest, "The session is shut down; only “exit” is left.")
    }
  }

  private func open(_ item: TextDocumentItem) {
    guard phase == .running else { return }
    documents[item.uri]?.analysis.cancel()
    documents[item.uri] = Document(item, client.options.lint)
    workspace.open(item.uri)
    publish(item.uri)
  }

  private func change(_ params: DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    guard phase == .running, documents[uri] != nil else {
      return log.error("dropped an edit of \(uri.rawValue), which is not open")
    }
    documents[uri]?.change(
      params.contentChanges, version: params.textDocument.version, unit: client.unit)
    publish(uri)
  }

  private func close(_ uri: DocumentURI) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    document.analysis.cancel()
    if let file = workspace.close(uri) { read([file]) }
    notify(
      PublishDiagnosticsNotification.self, PublishDiagnosticsParams(uri: uri, diagnostics: []))
  }

  /// Sends what there is to say about a document, once its analysis is done, unless it has changed
  /// again by then.
  private func publish(_ uri: DocumentURI) {
    guard let document = documents[uri] else { return }
    let (client, version) = (client, document.version)
    Task {
      guard let checked = try? await document.analysis.value else { return }
      let snapshot = Snapshot(uri: uri, version: version, checked: checked, client: client)
      guard documents[uri]?.analysis == document.analysis else { return }
      documents[uri]?.finished = checked
      let messages = await published(snapshot)
      guard documents[uri]?.analysis == document.analysis else { return }
      for message in messages { send(message) }
    }
  }

  func notify<Method: NotificationType>(_ method: Method.Type, _ params: Method.Params) {
    send(Message.notification(method, params))
  }

  func fail(_ id: RequestID?, _ error: ResponseError) {
    send(Message.response(to: id, error))
  }
}

extension Session {
  /// Answers a question about a document in a task of its own, from the document as it is now.
  private func answer<Method: RequestType>(
    _ request: Request<Method>,
    with handler: @escaping @Sendable (Method.Params, Snapshot) async throws -> Method.Result
  ) where Method.Params: TextDocumentParameters {
    answer(request, about: request.params.textDocument.uri, with: handler)
  }

  /// Answers a question about a document that is named elsewhere than in `textDocument`.
  private func answer<Method: RequestType>(
    _ request: Request<Method>, about uri: DocumentURI,
    with handler: @escaping @Sendable (Method.Params, Snapshot) async throws -> Method.Result
  ) {
    if let error = refusal { return fail(request.id, error) }
    guard let document = documents[uri] else {
      let message = "The document \(uri.rawValue) is not open."
      return fail(request.id, ResponseError(.invalidParams, message))
    }
    let (client, version) = (client, document.version)
    perform(request) { params in
      let checked = try await document.analysis.value
      try Task.checkCancellation()
      return try await handler(
        params, Snapshot(uri: uri, version: version, checked: checked, client: client))
    }
  }

  /// Answers a question in a task of its own.
  func perform<Method: RequestType>(
    _ request: Request<Method>,
    with handler: @escaping @Sendable (Method.Params) async throws -> Method.Result
  ) {
    guard inFlight[request.id] == nil else {
      let message = "The id \(request.id) is that of a request that is not answered yet."
      return fail(request.id, ResponseError(.invalidRequest, message))
    }
    inFlight[request.id] = Task.detached {
      let message: [UInt8]
      do {
        let result = try await handler(request.params)
        try Task.checkCancellation()
        message = Message.response(to: request, result)
      } catch {
        message = Message.response(to: request.id, responseError(error))
      }
      await self.finish(request.id, message)
    }
  }

  /// Runs one of the commands that the server announced.
  private func execute(_ request: Request<ExecuteCommandRequest>) {
    guard request.params.command == claimsCommand else {
      let message = "There is no command \(request.params.command); there is \(claimsCommand)."
      return fail(request.id, ResponseError(.invalidParams, message))
    }
    guard let arguments = request.params.arguments, arguments.count == 2,
      case (.string(let uri), .string(let name)) = (arguments[0], arguments[1])
    else {
      let message = "\(claimsCommand) takes the URI of a document and the name of a chain."
      return fail(request.id, ResponseError(.invalidParams, message))
    }
    answer(request, about: DocumentURI(rawValue: uri)) { _, snapshot in
      try JSONValue(encoding: claims(ofChain: name, snapshot))
    }
  }

  /// Sends the one answer that a request gets.
  private func finish(_ id: RequestID, _ message: [UInt8]) {
    inFlight[id] = nil
    send(message)
  }

  /// Keeps the tokens of a document, so that the client can ask for what has changed since.
  private func remember(_ data: [UInt32], of snapshot: Snapshot) -> SemanticTokens {
    tokenResults += 1
    let id = "\(tokenResults)"
    documents[snapshot.uri]?.sentTokens = (id, data)
    return SemanticTokens(resultId: id, data: data)
  }

  /// What has changed since an earlier result, or all tokens where that is not known any more.
  private func tokensSince(
    _ id: String, _ data: [UInt32], of snapshot: Snapshot
  ) -> SemanticTokensDeltaResponse {
    guard let sent = documents[snapshot.uri]?.sentTokens, sent.id == id else {
      return .full(remember(data, of: snapshot))
    }
    let tokens = remember(data, of: snapshot)
    return .delta(
      SemanticTokensDelta(
        resultId: tokens.resultId, edits: semanticTokensEdits(from: sent.data, to: data)))
  }
}

/// The error that a failed handler answers with.
private func responseError(_ error: any Error) -> ResponseError {
  if let error = error as? ResponseError { return error }
  guard error is CancellationError else { return ResponseError(.internalError, "\(error)") }
  return Task.isCancelled
    ? ResponseError(.requestCancelled, "The request was cancelled.")
    : ResponseError(.contentModified, "The document has changed since the request.")
}
