import Annotator
import LanguageServerProtocol

// How requests are answered: each once, in a task of its own, from a snapshot.

extension Session {
  /// Answers a question about a document in a task of its own, from the document as it is now.
  func answer<Method: RequestType>(
    _ request: Request<Method>,
    with handler: @escaping @Sendable (Method.Params, Snapshot) async throws -> Method.Result
  ) where Method.Params: TextDocumentParameters {
    answer(request, about: request.params.textDocument.uri, with: handler)
  }

  /// Answers a question about a document that is named elsewhere than in `textDocument`.
  func answer<Method: RequestType>(
    _ request: Request<Method>, about uri: DocumentURI,
    with handler: @escaping @Sendable (Method.Params, Snapshot) async throws -> Method.Result
  ) {
    if let error = refusal { return fail(request.id, error) }
    guard let document = documents[uri] else {
      let message = "The document \(uri.rawValue) is not open."
      return fail(request.id, ResponseError(.invalidParams, message))
    }
    let (client, version) = (client.with(document.options), document.version)
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
    let begun = ContinuousClock.now
    inFlight[request.id] = Task.detached {
      let work = CrashFile.begin(Method.method)
      defer { CrashFile.end(work) }
      let messages: [[UInt8]]
      do {
        let result = try await handler(request.params)
        try Task.checkCancellation()
        messages = Message.responses(to: request, result)
      } catch {
        let failure = responseError(error, Method.self)
        if failure.code == .internalError {
          await self.note(.error, "\(Method.method) failed: \(failure.message)")
        }
        messages = [Message.response(to: request.id, failure)]
      }
      await self.finish(request.id, Method.method, messages, since: begun)
    }
    if let token = (request.params as? any WorkDoneParameters)?.workDoneToken {
      noteProgress(of: request.id, token)
    }
  }

  /// Runs one of the commands that the server announced.
  func execute(_ request: Request<ExecuteCommandRequest>) {
    let command = request.params.command
    if command == learnNameCommand || command == ignoreNameCommand { return changeNames(request) }
    guard command == claimsCommand else {
      let message =
        "There is no command \(command); there are \(commandNames.joined(separator: ", "))."
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

  /// Sends the one answer that a request gets, its parts before it.
  private func finish(
    _ id: RequestID, _ method: String, _ messages: [[UInt8]], since begun: ContinuousClock.Instant
  ) {
    inFlight[id] = nil
    endProgress(of: id)
    for message in messages { send(message) }
    trace(
      "answered \(method) (\(id)) in \((ContinuousClock.now - begun).inWords)",
      details: "\(messages.reduce(0) { $0 + $1.count }) bytes in \(messages.count) messages")
  }

  /// Keeps the tokens of a document, so that the client can ask for what has changed since.
  func remember(_ data: [UInt32], of snapshot: Snapshot) -> SemanticTokens {
    tokenResults += 1
    let id = "\(tokenResults)"
    documents[snapshot.uri]?.sentTokens = (id, data)
    return SemanticTokens(resultId: id, data: data)
  }

  /// What has changed since an earlier result, or all tokens where that is not known any more.
  func tokensSince(
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

/// The error that a failed handler answers with. Where the client did not cancel, a change of the
/// document did; a question for diagnostics is then to be asked again, which has a code of its own.
private func responseError<Method: RequestType>(
  _ error: any Error, _ method: Method.Type
) -> ResponseError {
  if let error = error as? ResponseError { return error }
  guard error is CancellationError else { return ResponseError(.internalError, "\(error)") }
  if Task.isCancelled { return ResponseError(.requestCancelled, "The request was cancelled.") }
  let message = "The document has changed since the request."
  return method == DocumentDiagnosticRequest.self
    ? ResponseError(
      .serverCancelled, message,
      data: try? JSONValue(encoding: DiagnosticServerCancellationData(retriggerRequest: true)))
    : ResponseError(.contentModified, message)
}
