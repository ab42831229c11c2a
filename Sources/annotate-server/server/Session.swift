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
  /// What the encoder has made of passages lately.
  let readings = ReadingCache()
  /// The work of requests that are not answered yet.
  var inFlight: [RequestID: Task<Void, Never>] = [:]
  /// The folders that are open, and what is known of the articles in them.
  var workspace = Workspace()
  /// Where options come from.
  var configuration = Configuration()
  /// The extensions of the files of which the client was asked to tell.
  var watched: Set<String>?
  /// Requests that wait until no work on the workspace is under way.
  var waiting: [RequestID: CheckedContinuation<Void, Never>] = [:]
  /// Requests of the session's own that the client has not answered yet.
  var asked: [Int: Asked] = [:]
  /// The id of the session's last request.
  var lastAsked = 0
  /// Requests for the diagnostics of the workspace that are not answered yet.
  var pulls: [RequestID: DiagnosticPull] = [:]
  /// What is known of files that were checked, by their paths.
  var knownFiles: [String: KnownFile] = [:]
  /// How often the options have changed by which files are checked.
  var checkVersion = 0
  /// How far the answers to requests are that may tell.
  var requestProgress: [RequestID: RequestProgress] = [:]
  let send: @Sendable ([UInt8]) -> Void
  let log: Log
  private let forcedUnit: ColumnUnit?
  /// What the user must be told once the session has begun, such as that the last one crashed.
  private let notice: @Sendable () -> String?
  /// Whether no more messages will come.
  private(set) var isAtEnd = false
  /// How much the client wants to hear of the session's doings.
  var traceValue = TraceValue.off
  /// How many results of semantic tokens have been given out.
  var tokenResults = 0

  /// A session.
  ///
  /// - Parameters:
  ///   - forcedUnit: the unit of columns that the command line demands.
  ///   - notice: says what the user must be told when the session begins.
  ///   - send: takes the body of each message to the client. It must not wait for the client, which
  ///     may be waiting for the session to read.
  init(
    log: Log = Log(level: .off), forcedUnit: ColumnUnit? = nil,
    notice: @escaping @Sendable () -> String? = { nil }, send: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.send = send
    self.log = log
    self.forcedUnit = forcedUnit
    self.notice = notice
  }

  /// Takes the next message.
  ///
  /// - Returns: The status to exit with, when the message ends the session.
  func receive(_ message: ClientMessage) -> Int32? {
    switch message {
    case .initialize(let request): initialize(request)
    case .initialized:
      beginIndexingSoon()
      watchFiles()
      reportConfigurationFiles()
      askForSettings()
      lookAtConfigurationFiles()
    case .shutdown(let request): shutdown(request)
    case .exit: return phase == .shutDown ? 0 : 1
    case .cancelRequest(let params): cancel(params.id)
    case .setTrace(let params): traceValue = params.value
    case .cancelWorkDoneProgress(let params): cancelWork(params.token)
    case .didOpen(let params): open(params.textDocument)
    case .didChange(let params): change(params)
    case .didSave: break
    case .didClose(let params): close(params.textDocument.uri)
    case .didChangeConfiguration(let params): settingsHaveChanged(params.settings)
    case .didChangeWatchedFiles(let params): filesHaveChanged(params.changes)
    case .didChangeWorkspaceFolders(let params): foldersHaveChanged(params.event)
    case .workspaceClaims(let request):
      answerFromIndex(request) { try workspaceClaims($0, in: $1) }
    case .workspaceEntities(let request):
      answerFromIndex(request) { try workspaceEntities($0, in: $1) }
    case .workspaceSymbol(let request):
      answerFromIndex(request) { workspaceSymbols($0, in: $1) }
    case .workspaceDiagnostic(let request): answer(request)
    case .annotations(let request):
      attend(request.params.textDocument.uri, to: request.params.range)
      answer(request) { annotations($1, in: $1.bytes($0.range)) }
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
    case .inlayHint(let request):
      attend(request.params.textDocument.uri, to: request.params.range)
      answer(request) { inlayHints($1, in: $1.bytes($0.range)) }
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
      attend(request.params.textDocument.uri, to: request.params.range)
      answer(request) { SemanticTokens(data: semanticTokens($1, in: $1.bytes($0.range))) }
    case .response(let response):
      if case .failure(let error) = response.outcome {
        note(.info, "the client answered with an error: \(error.message)")
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
    case .unknownNotification(let method): note(.debug, "dropped the notification \(method)")
    case .malformed(let id, let error): fail(id, error)
    case .malformedNotification(let method, let error):
      note(.error, "dropped the notification \(method): \(error.message)")
    }
    return nil
  }

  /// Whether the client has said goodbye.
  var isShutDown: Bool { phase == .shutDown }

  /// Waits until every request that has arrived is answered.
  func drain() async {
    isAtEnd = true
    hurryPulls()
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
    openFolders(request.params)
    let problems = takeInitialOptions(request.params.initializationOptions)
    readConfigurationFiles()
    let file = workspace.folders.first.flatMap { configuration.file(for: $0) }
    client = Client(
      request.params, options: configuration.options(from: file), forced: forcedUnit)
    if let parent = request.params.processId { endWhenProcessDies(parent) }
    send(Message.response(to: request, initializeResult(client)))
    traceValue = request.params.trace ?? .off
    warn([notice()].compactMap { $0 })
    warn(of: problems)
  }

  private func shutdown(_ request: Request<ShutdownRequest>) {
    guard let error = refusal else {
      phase = .shutDown
      for document in documents.values { document.refinement?.cancel() }
      stopIndexing()
      hurryPulls()
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

  func notify<Method: NotificationType>(_ method: Method.Type, _ params: Method.Params) {
    send(Message.notification(method, params))
  }

  func fail(_ id: RequestID?, _ error: ResponseError) {
    send(Message.response(to: id, error))
  }
}
