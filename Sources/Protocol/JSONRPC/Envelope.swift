#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ClientMessage {
  /// Reads one message body. Total: whatever the bytes are, there is a value that says what to
  /// answer.
  ///
  /// | the body | the value |
  /// | --- | --- |
  /// | is not JSON, not UTF-8, or nested more than 512 deep | `malformed`, `parseError`, no id |
  /// | is an array: a batch, which LSP does not have | `malformed`, `invalidRequest`, no id |
  /// | is no object, or has no method and no result | `malformed`, `invalidRequest` |
  /// | bears a `jsonrpc` other than "2.0" | `malformed`, `invalidRequest` |
  /// | has an id that is `null`, a fraction, … | `malformed`, `invalidRequest`, no id |
  /// | has a result or an error and no method | `response`, however odd the rest is |
  /// | names a method that the server does not handle | `unknownRequest`, `unknownNotification` |
  /// | has parameters that do not fit | `malformed`, `invalidParams`; `malformedNotification` |
  ///
  /// What is JSON, the decoder says: it forgives a comma before a closing bracket, and looks into
  /// numbers and strings only where they are read.
  ///
  /// JSON-RPC 2.0 would let `null` be the id of a request; LSP's grammar does not, and an answer to
  /// it could not be told from an error without an id.
  public init(decoding body: [UInt8]) {
    guard String(validating: body, as: UTF8.self) != nil else {
      self = .malformed(id: nil, ResponseError(.parseError, "The message is not valid UTF-8."))
      return
    }
    do {
      self = try JSONDecoder().decode(Envelope.self, from: Data(body)).message
    } catch {
      let message = "The message is not valid JSON. \(explanation(of: error))"
      self = .malformed(id: nil, ResponseError(.parseError, message))
    }
  }
}

/// Reads the members that every message has and then, in the same pass, the parameters as the type
/// that the method names. Never throws, so that a failure of the decoder means bad JSON.
private struct Envelope: Decodable {
  var message: ClientMessage

  init(from decoder: any Decoder) {
    if let container = try? decoder.container(keyedBy: Key.self) {
      message = ClientMessage(container)
    } else if (try? decoder.unkeyedContainer()) != nil {
      let reason = "LSP has no batches: send each message in a frame of its own."
      message = .malformed(id: nil, ResponseError(.invalidRequest, reason))
    } else {
      let reason = "A message must be a JSON object."
      message = .malformed(id: nil, ResponseError(.invalidRequest, reason))
    }
  }

  typealias Container = KeyedDecodingContainer<Key>

  enum Key: String, CodingKey {
    case jsonrpc, id, method, params, result, error
  }
}

extension ClientMessage {
  /// Checks the members in the order that lets an error name the request as often as it can.
  fileprivate init(_ container: Envelope.Container) {
    if !container.contains(.method), container.contains(.result) || container.contains(.error) {
      self = .response(ClientResponse(container))
      return
    }
    let id = try? container.decode(RequestID.self, forKey: .id)
    if id == nil, container.contains(.id) {
      self.init(invalid: nil, "An id must be a string or an integer of at most 64 bits.")
    } else if (try? container.decode(String.self, forKey: .jsonrpc)) != "2.0" {
      self.init(invalid: id, "The member \"jsonrpc\" must be \"2.0\".")
    } else if let method = try? container.decode(String.self, forKey: .method) {
      self = Payload(container: container, id: id, method: method).message()
    } else {
      self.init(invalid: id, "The member \"method\" must be a string.")
    }
  }

  private init(invalid id: RequestID?, _ reason: String) {
    self = .malformed(id: id, ResponseError(.invalidRequest, reason))
  }
}

extension ClientResponse {
  /// Never fails: to answer a response with an error could make two programs bounce errors forever.
  fileprivate init(_ container: Envelope.Container) {
    id = try? container.decode(RequestID.self, forKey: .id)
    if let error = try? container.decode(ResponseError.self, forKey: .error) {
      outcome = .failure(error)
    } else if let result = try? container.decode(JSONValue.self, forKey: .result) {
      outcome = .success(result)
    } else {
      outcome = .failure(ResponseError(.internalError, "The client's answer cannot be read."))
    }
  }
}

/// A sound envelope whose parameters are still to be read.
private struct Payload {
  let container: Envelope.Container
  /// `nil` for a notification.
  let id: RequestID?
  let method: String

  /// One line for each method that the server handles.
  func message() -> ClientMessage {
    switch method {
    case InitializeRequest.method: request(ClientMessage.initialize)
    case InitializedNotification.method: notification { (_: Nothing) in .initialized }
    case ShutdownRequest.method: request(ClientMessage.shutdown)
    case ExitNotification.method: notification { (_: Nothing) in .exit }
    case CancelNotification.method: notification(ClientMessage.cancelRequest)
    case SetTraceNotification.method: notification(ClientMessage.setTrace)
    case WorkDoneProgressCancelNotification.method:
      notification(ClientMessage.cancelWorkDoneProgress)

    case DidOpenTextDocumentNotification.method: notification(ClientMessage.didOpen)
    case DidChangeTextDocumentNotification.method: notification(ClientMessage.didChange)
    case DidSaveTextDocumentNotification.method: notification(ClientMessage.didSave)
    case DidCloseTextDocumentNotification.method: notification(ClientMessage.didClose)

    case DidChangeConfigurationNotification.method:
      notification(ClientMessage.didChangeConfiguration)
    case DidChangeWatchedFilesNotification.method:
      notification(ClientMessage.didChangeWatchedFiles)
    case DidChangeWorkspaceFoldersNotification.method:
      notification(ClientMessage.didChangeWorkspaceFolders)
    case WorkspaceClaimsRequest.method: request(ClientMessage.workspaceClaims)
    case WorkspaceEntitiesRequest.method: request(ClientMessage.workspaceEntities)
    case WorkspaceSymbolRequest.method: request(ClientMessage.workspaceSymbol)
    case WorkspaceDiagnosticRequest.method: request(ClientMessage.workspaceDiagnostic)

    case AnnotationsRequest.method: request(ClientMessage.annotations)
    case HoverRequest.method: request(ClientMessage.hover)
    case DefinitionRequest.method: request(ClientMessage.definition)
    case ReferencesRequest.method: request(ClientMessage.references)
    case DocumentHighlightRequest.method: request(ClientMessage.documentHighlight)
    case LinkedEditingRangeRequest.method: request(ClientMessage.linkedEditingRange)
    case PrepareRenameRequest.method: request(ClientMessage.prepareRename)
    case RenameRequest.method: request(ClientMessage.rename)
    case CodeActionRequest.method: request(ClientMessage.codeAction)
    case FoldingRangeRequest.method: request(ClientMessage.foldingRange)
    case SelectionRangeRequest.method: request(ClientMessage.selectionRange)
    case DocumentLinkRequest.method: request(ClientMessage.documentLink)
    case InlayHintRequest.method: request(ClientMessage.inlayHint)
    case InlayHintResolveRequest.method: request(ClientMessage.resolveInlayHint)
    case CodeLensRequest.method: request(ClientMessage.codeLens)
    case CodeLensResolveRequest.method: request(ClientMessage.resolveCodeLens)
    case CompletionRequest.method: request(ClientMessage.completion)
    case CallHierarchyPrepareRequest.method: request(ClientMessage.prepareCallHierarchy)
    case CallHierarchyIncomingCallsRequest.method: request(ClientMessage.incomingCalls)
    case CallHierarchyOutgoingCallsRequest.method: request(ClientMessage.outgoingCalls)
    case ExecuteCommandRequest.method: request(ClientMessage.executeCommand)
    case DocumentDiagnosticRequest.method: request(ClientMessage.diagnostic)
    case DocumentSymbolRequest.method: request(ClientMessage.documentSymbol)
    case SemanticTokensRequest.method: request(ClientMessage.semanticTokensFull)
    case SemanticTokensDeltaRequest.method: request(ClientMessage.semanticTokensDelta)
    case SemanticTokensRangeRequest.method: request(ClientMessage.semanticTokensRange)

    default: unknown()
    }
  }

  private func request<Method>(_ wrap: (Request<Method>) -> ClientMessage) -> ClientMessage {
    guard let id else {
      let reason = "The method is a request's, so the message must have an id."
      return .malformedNotification(method: method, ResponseError(.invalidRequest, reason))
    }
    do {
      return wrap(Request(id: id, params: try params()))
    } catch {
      return .malformed(id: id, invalidParams(error))
    }
  }

  private func notification<Params: Decodable>(
    _ wrap: (Params) -> ClientMessage
  ) -> ClientMessage {
    if let id {
      let reason = "\(method) is a notification and must have no id."
      return .malformed(id: id, ResponseError(.invalidRequest, reason))
    }
    do {
      return wrap(try params())
    } catch {
      return .malformedNotification(method: method, invalidParams(error))
    }
  }

  private func unknown() -> ClientMessage {
    if let id {
      .unknownRequest(id: id, method: method)
    } else {
      .unknownNotification(method: method)
    }
  }

  private func params<Params: Decodable>() throws -> Params {
    if let nothing = Nothing() as? Params { return nothing }
    return try container.decode(Params.self, forKey: .params)
  }

  private func invalidParams(_ error: any Error) -> ResponseError {
    ResponseError(.invalidParams, "\(method): \(explanation(of: error))")
  }
}
