import Annotator
import LanguageServerProtocol

/// One client's session: the only place where state changes.
///
/// Messages come to `receive` one after the other in the order in which they arrived, and `receive`
/// never waits: edits are applied and requests take their snapshot before the next message is
/// looked at. Answers are made in tasks of their own and come back through `finish`.
actor Session {
  /// Where the session stands.
  private enum Phase {
    case uninitialized, running, shutDown
  }

  private var phase = Phase.uninitialized
  private var client = Client()
  private var documents: [DocumentURI: Document] = [:]
  private var inFlight: [RequestID: Task<Void, Never>] = [:]
  private let send: @Sendable ([UInt8]) -> Void
  private let log: Log
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
    case .initialized: break
    case .shutdown(let request): shutdown(request)
    case .exit: return phase == .shutDown ? 0 : 1
    case .cancelRequest(let params): inFlight[params.id]?.cancel()
    case .setTrace, .cancelWorkDoneProgress: break
    case .didOpen(let params): open(params.textDocument)
    case .didChange(let params): change(params)
    case .didSave: break
    case .didClose(let params): close(params.textDocument.uri)
    case .didChangeConfiguration, .didChangeWatchedFiles, .didChangeWorkspaceFolders: break
    case .annotations(let request):
      answer(request, about: request.params.textDocument) { params, snapshot in
        let range = params.range.map { snapshot.conversion.byteRange($0) }
        return annotations(snapshot, in: range)
      }
    case .hover(let request):
      answer(request, about: request.params.textDocument) { params, snapshot in
        hover(snapshot, at: params.position)
      }
    case .documentSymbol(let request):
      answer(request, about: request.params.textDocument) { _, snapshot in
        documentSymbols(snapshot)
      }
    case .semanticTokensFull(let request):
      answer(request, about: request.params.textDocument) { _, snapshot in
        await self.remember(semanticTokens(snapshot), of: snapshot)
      }
    case .semanticTokensDelta(let request):
      answer(request, about: request.params.textDocument) { params, snapshot in
        await self.tokensSince(params.previousResultId, semanticTokens(snapshot), of: snapshot)
      }
    case .semanticTokensRange(let request):
      answer(request, about: request.params.textDocument) { params, snapshot in
        let range = snapshot.conversion.byteRange(params.range)
        return SemanticTokens(data: semanticTokens(snapshot, in: range))
      }
    case .response(let response):
      if case .failure(let error) = response.outcome {
        log.info("the client answered with an error: \(error.message)")
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
    if let parent = request.params.processId { endWhenProcessDies(parent) }
    send(Message.response(to: request, initializeResult(client)))
  }

  private func shutdown(_ request: Request<ShutdownRequest>) {
    guard let error = refusal else {
      phase = .shutDown
      return send(Message.response(to: request, Nothing()))
    }
    fail(request.id, error)
  }

  /// Why a request cannot be served now, if it cannot.
  private var refusal: ResponseError? {
    switch phase {
    case .uninitialized: notInitialized
    case .running: nil
    case .shutDown: ResponseError(.invalidRequest, "The session is shut down; only “exit” is left.")
    }
  }

  private func open(_ item: TextDocumentItem) {
    guard phase == .running else { return }
    documents[item.uri]?.analysis.cancel()
    documents[item.uri] = Document(item)
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

  private func notify<Method: NotificationType>(_ method: Method.Type, _ params: Method.Params) {
    send(Message.notification(method, params))
  }

  private func fail(_ id: RequestID?, _ error: ResponseError) {
    send(Message.response(to: id, error))
  }
}

extension Session {
  /// Answers a question about a document in a task of its own, from the document as it is now.
  private func answer<Method: RequestType>(
    _ request: Request<Method>, about document: TextDocumentIdentifier,
    with handler: @escaping @Sendable (Method.Params, Snapshot) async throws -> Method.Result
  ) {
    if let error = refusal { return fail(request.id, error) }
    guard let document = documents[document.uri] else {
      let message = "The document \(document.uri.rawValue) is not open."
      return fail(request.id, ResponseError(.invalidParams, message))
    }
    guard inFlight[request.id] == nil else {
      let message = "The id \(request.id) is that of a request that is not answered yet."
      return fail(request.id, ResponseError(.invalidRequest, message))
    }
    let (client, uri, version) = (client, document.uri, document.version)
    inFlight[request.id] = Task.detached {
      let message: [UInt8]
      do {
        let checked = try await document.analysis.value
        try Task.checkCancellation()
        let result = try await handler(
          request.params,
          Snapshot(uri: uri, version: version, checked: checked, client: client))
        try Task.checkCancellation()
        message = Message.response(to: request, result)
      } catch {
        message = Message.response(to: request.id, responseError(error))
      }
      await self.finish(request.id, message)
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
