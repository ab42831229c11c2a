import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

private let uri = DocumentURI(rawValue: "file:///a.md")
private let document = TextDocumentIdentifier(uri: uri)
private let place = Position(line: 1, character: 2)
private let range = Range(start: place, end: Position(line: 3, character: 0))
private let location = Location(uri: uri, range: range)
private let token: ProgressToken = "t"

/// Messages with every field filled in, held against the published model of the specification: a
/// field or value that it does not know is a mistake in a name.
@Suite(.enabled(if: MetaModel.published != nil, "the model of the specification is not at hand"))
struct MetaModelTests {
  let model = MetaModel.published!

  @Test func requests() throws {
    try check(
      HoverRequest.self,
      TextDocumentPositionParams(textDocument: document, position: place, workDoneToken: token),
      [Hover(contents: MarkupContent(kind: .markdown, value: "*a*"), range: range), nil])
    let child = DocumentSymbol(name: "b", kind: .typeParameter, range: range, selectionRange: range)
    let symbol = DocumentSymbol(
      name: "a", detail: "d", kind: .file, range: range, selectionRange: range, children: [child])
    let information = SymbolInformation(
      name: "a", kind: .class, location: location, containerName: "c")
    try check(
      DocumentSymbolRequest.self,
      TextDocumentParams(
        textDocument: document, workDoneToken: token, partialResultToken: token),
      [.symbols([symbol]), .information([information]), nil])
    let tokens = SemanticTokens(resultId: "1", data: [0, 1, 2, 3, 4])
    try check(
      SemanticTokensRequest.self,
      TextDocumentParams(
        textDocument: document, workDoneToken: token, partialResultToken: token),
      [tokens, nil])
    let edit = SemanticTokensEdit(start: 0, deleteCount: 5, data: [0, 1, 2, 3, 4])
    try check(
      SemanticTokensDeltaRequest.self,
      SemanticTokensDeltaParams(
        textDocument: document, previousResultId: "1", workDoneToken: token,
        partialResultToken: token),
      [.delta(SemanticTokensDelta(resultId: "2", edits: [edit])), .full(tokens), nil])
    try check(
      SemanticTokensRangeRequest.self,
      TextDocumentRangeParams(
        textDocument: document, range: range, workDoneToken: token, partialResultToken: token),
      [tokens, nil])
    try check(
      WorkspaceSymbolRequest.self,
      WorkspaceSymbolParams(query: "q", workDoneToken: token, partialResultToken: token),
      [[information], nil])
    try check(ShutdownRequest.self, Nothing(), [Nothing()])
    try check(SemanticTokensRefreshRequest.self, Nothing(), [Nothing()])
    try check(
      WorkDoneProgressCreateRequest.self, WorkDoneProgressCreateParams(token: 3), [Nothing()])
    try check(
      ConfigurationRequest.self,
      ConfigurationParams(items: [ConfigurationItem(scopeUri: uri, section: "annotate")]),
      [[["a": 1], nil]])
    try check(
      RegisterCapabilityRequest.self,
      RegistrationParams(registrations: [
        Registration(id: "1", method: "m", registerOptions: ["a": []])
      ]),
      [Nothing()])
    try check(
      UnregisterCapabilityRequest.self,
      UnregistrationParams(unregisterations: [Unregistration(id: "1", method: "m")]), [Nothing()])
    try check(
      ApplyEditRequest.self,
      ApplyEditParams(
        label: "l",
        edit: WorkspaceEdit(changes: [uri.rawValue: [TextEdit(range: range, newText: "t")]])),
      [ApplyEditResult(applied: false, failureReason: "r", failedChange: 0)])
    try check(InlayHintRefreshRequest.self, Nothing(), [Nothing()])
    try check(DiagnosticRefreshRequest.self, Nothing(), [Nothing()])
  }

  @Test func navigation() throws {
    let place = TextDocumentPositionParams(
      textDocument: document, position: place, workDoneToken: token)
    try check(DefinitionRequest.self, place, [location, nil])
    try check(
      ReferencesRequest.self,
      ReferenceParams(
        textDocument: document, position: place.position,
        context: ReferenceParams.Context(includeDeclaration: true), workDoneToken: token,
        partialResultToken: token),
      [[location], nil])
    try check(
      DocumentHighlightRequest.self, place,
      [DocumentHighlightKind.allCases.map { DocumentHighlight(range: range, kind: $0) }, nil])
    try check(
      LinkedEditingRangeRequest.self, place,
      [LinkedEditingRanges(ranges: [range], wordPattern: "w"), nil])
    let item = CallHierarchyItem(
      name: "n", kind: .object, detail: "d", uri: uri, range: range, selectionRange: range,
      data: ["a": 1])
    let calls = CallHierarchyCallsParams(
      item: item, workDoneToken: token, partialResultToken: token)
    try check(CallHierarchyPrepareRequest.self, place, [[item], nil])
    try check(
      CallHierarchyIncomingCallsRequest.self, calls,
      [[CallHierarchyIncomingCall(from: item, fromRanges: [range])], nil])
    try check(
      CallHierarchyOutgoingCallsRequest.self, calls,
      [[CallHierarchyOutgoingCall(to: item, fromRanges: [range])], nil])
    try check(
      SelectionRangeRequest.self,
      SelectionRangeParams(
        textDocument: document, positions: [place.position], workDoneToken: token,
        partialResultToken: token),
      [[.inside(range, .outermost(range))], nil])
  }

  @Test func editing() throws {
    let place = TextDocumentPositionParams(
      textDocument: document, position: place, workDoneToken: token)
    let edit = TextEdit(range: range, newText: "t")
    let versioned = VersionedTextDocumentIdentifier(uri: uri, version: 1)
    try check(
      RenameRequest.self,
      RenameParams(
        textDocument: document, position: place.position, newName: "n", workDoneToken: token),
      [
        WorkspaceEdit(
          changes: [uri.rawValue: [edit]],
          documentChanges: [TextDocumentEdit(textDocument: versioned, edits: [edit])]), nil,
      ])
    let diagnostic = Diagnostic(range: range, message: "m")
    try check(
      CodeActionRequest.self,
      CodeActionParams(
        textDocument: document, range: range,
        context: CodeActionContext(diagnostics: [diagnostic], only: [.quickFix], triggerKind: 1),
        workDoneToken: token, partialResultToken: token),
      [
        [
          .action(
            CodeAction(
              title: "t", kind: .sourceFixAll, diagnostics: [diagnostic], isPreferred: true,
              edit: WorkspaceEdit(changes: [uri.rawValue: [edit]]),
              command: Command(title: "t", command: "c", arguments: [1]))),
          .command(Command(title: "t", command: "c", arguments: [1])),
        ], nil,
      ])
    try check(
      PrepareRenameRequest.self, place, [PrepareRenameResult(range: range, placeholder: "p"), nil])
    let items = CompletionItemKind.allCases.map { kind in
      CompletionItem(
        label: "l", kind: kind, detail: "d", sortText: "s", filterText: "f", textEdit: edit)
    }
    try check(
      CompletionRequest.self, place, [CompletionList(isIncomplete: true, items: items), nil])
    try check(
      ExecuteCommandRequest.self,
      ExecuteCommandParams(command: "c", arguments: [1, "a"], workDoneToken: token), [["a": 1]])
    try check(
      DocumentDiagnosticRequest.self,
      DocumentDiagnosticParams(
        textDocument: document, identifier: "i", previousResultId: "r", workDoneToken: token,
        partialResultToken: token),
      [.full(resultId: "r", [Diagnostic(range: range, message: "m")]), .unchanged(resultId: "r")])
    try check(
      WorkspaceDiagnosticRequest.self,
      WorkspaceDiagnosticParams(
        identifier: "i", previousResultIds: [PreviousResultId(uri: uri, value: "r")],
        workDoneToken: token, partialResultToken: token),
      [
        WorkspaceDiagnosticReport(items: [
          WorkspaceDocumentDiagnosticReport(
            uri: uri, version: 1,
            report: .full(resultId: "r", [Diagnostic(range: range, message: "m")])),
          WorkspaceDocumentDiagnosticReport(
            uri: uri, version: nil, report: .unchanged(resultId: "r")),
        ])
      ])
    let data = DiagnosticServerCancellationData(retriggerRequest: true)
    check(data, named: "DiagnosticServerCancellationData")
  }

  /// The parts of an answer are what the specification lets `$/progress` carry for its request.
  @Test func partialResults() throws {
    let tokens = SemanticTokens(resultId: "1", data: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
    try checkParts(SemanticTokensRequest.self, TextDocumentParams(textDocument: document), tokens)
    let symbol = DocumentSymbol(name: "a", kind: .file, range: range, selectionRange: range)
    try checkParts(
      DocumentSymbolRequest.self, TextDocumentParams(textDocument: document),
      .symbols([symbol, symbol]))
    let context = ReferenceParams.Context(includeDeclaration: true)
    try checkParts(
      ReferencesRequest.self,
      ReferenceParams(textDocument: document, position: place, context: context),
      [location, location, location])
    let report = WorkspaceDocumentDiagnosticReport(
      uri: uri, version: nil, report: .unchanged(resultId: "r"))
    let part = try #require(model.message(WorkspaceDiagnosticRequest.method)?["partialResult"])
    let value = try json(
      Message.notification(
        ProgressNotification<WorkspaceDiagnosticReport>.self,
        ProgressParams(token: token, value: WorkspaceDiagnosticReport(items: [report]))))
    #expect(model.errors(in: value["params"]?["value"] ?? .null, as: part, at: "part") == [])
  }

  private func checkParts<Method: RequestType>(
    _ method: Method.Type, _ params: Method.Params, _ result: Method.Result
  ) throws {
    let entry = try #require(model.message(Method.method))
    let whole = Message.responses(to: Request<Method>(id: 1, params: params), result, partSize: 1)
    #expect(whole.count == 1, "no token, no parts")
    var fields = try JSONValue(encoding: params)
    if case .object(var members) = fields {
      members["partialResultToken"] = "p"
      fields = .object(members)
    }
    let asking = try decode(text(of: fields), as: Method.Params.self)
    let messages = Message.responses(
      to: Request<Method>(id: 1, params: asking), result, partSize: 1)
    #expect(messages.count >= 3)
    for message in messages.dropLast() {
      let body = try json(message)
      #expect(body["method"] == "$/progress" && body["params"]?["token"] == "p")
      let type = try #require(entry["partialResult"])
      #expect(model.errors(in: body["params"]?["value"] ?? .null, as: type, at: "part") == [])
    }
    let last = try json(messages.last ?? [])
    #expect(last["id"] == 1)
    let type = try #require(entry["result"])
    #expect(model.errors(in: last["result"] ?? .null, as: type, at: "rest") == [])
  }

  @Test func whatIsShownBesideTheText() throws {
    let whole = TextDocumentParams(
      textDocument: document, workDoneToken: token, partialResultToken: token)
    let folds = FoldingRangeKind.allCases.map { FoldingRange(startLine: 0, endLine: 1, kind: $0) }
    try check(FoldingRangeRequest.self, whole, [folds, nil])
    try check(
      DocumentLinkRequest.self, whole,
      [[DocumentLink(range: range, target: "https://example.org", tooltip: "t")], nil])
    let hint = InlayHint(
      position: place, label: "l", tooltip: MarkupContent(kind: .markdown, value: "t"),
      paddingLeft: true, data: ["a": 1])
    try check(
      InlayHintRequest.self,
      TextDocumentRangeParams(textDocument: document, range: range, workDoneToken: token),
      [[hint], nil])
    try check(InlayHintResolveRequest.self, hint, [hint])
    let lens = CodeLens(
      range: range, command: Command(title: "t", command: "c", arguments: [1]), data: ["a": 1])
    try check(CodeLensRequest.self, whole, [[lens], nil])
    try check(CodeLensResolveRequest.self, lens, [lens])
    try check(CodeLensRefreshRequest.self, Nothing(), [Nothing()])
  }

  @Test func initialize() throws {
    var capabilities = ServerCapabilities()
    capabilities.positionEncoding = .utf8
    capabilities.textDocumentSync = TextDocumentSyncOptions(
      openClose: true, change: .incremental, save: SaveOptions(includeText: false))
    capabilities.hoverProvider = true
    capabilities.documentSymbolProvider = true
    capabilities.semanticTokensProvider = SemanticTokensOptions(
      legend: SemanticTokensLegend(tokenTypes: ["a"], tokenModifiers: ["b"]), range: true,
      full: SemanticTokensOptions.Full(delta: true))
    capabilities.definitionProvider = true
    capabilities.referencesProvider = true
    capabilities.documentHighlightProvider = true
    capabilities.linkedEditingRangeProvider = true
    capabilities.renameProvider = .preparing
    capabilities.codeActionProvider = CodeActionOptions(codeActionKinds: [.quickFix, .sourceFixAll])
    capabilities.foldingRangeProvider = true
    capabilities.selectionRangeProvider = true
    capabilities.documentLinkProvider = ResolveOptions(resolveProvider: false)
    capabilities.inlayHintProvider = ResolveOptions(resolveProvider: true)
    capabilities.codeLensProvider = ResolveOptions(resolveProvider: true)
    capabilities.completionProvider = CompletionOptions(triggerCharacters: ["-"])
    capabilities.callHierarchyProvider = true
    capabilities.executeCommandProvider = ExecuteCommandOptions(commands: ["c"])
    capabilities.diagnosticProvider = DiagnosticOptions(
      interFileDependencies: false, workspaceDiagnostics: false)
    capabilities.workspaceSymbolProvider = true
    capabilities.workspace = WorkspaceOptions(
      workspaceFolders: WorkspaceFoldersServerCapabilities(
        supported: true, changeNotifications: true))
    capabilities.experimental = ["annotations": ["version": 1]]
    let result = InitializeResult(
      capabilities: capabilities, serverInfo: ProgramInfo(name: "s", version: "1"))
    var params = try decode(everythingAClientCanSay, as: InitializeParams.self)
    params.processId = 1
    try check(InitializeRequest.self, params, [result])
  }

  @Test func notifications() throws {
    let diagnostic = Diagnostic(
      range: range, severity: .hint, code: "c", codeDescription: CodeDescription(href: "u"),
      source: "s", message: "m", tags: [.unnecessary, .deprecated],
      relatedInformation: [DiagnosticRelatedInformation(location: location, message: "m")],
      data: ["a": 1])
    try check(
      PublishDiagnosticsNotification.self,
      PublishDiagnosticsParams(uri: uri, version: 1, diagnostics: [diagnostic]))
    for type in MessageType.allCases {
      try check(LogMessageNotification.self, LogMessageParams(type: type, message: "m"))
      try check(ShowMessageNotification.self, ShowMessageParams(type: type, message: "m"))
    }
    try check(
      ProgressNotification<WorkDoneProgress>.self,
      ProgressParams(token: token, value: .end(message: "m")))
    try check(CancelNotification.self, CancelParams(id: 1))
    try check(SetTraceNotification.self, SetTraceParams(value: .verbose))
    try check(LogTraceNotification.self, LogTraceParams(message: "m", verbose: "v"))
    try check(
      WorkDoneProgressCancelNotification.self, WorkDoneProgressCancelParams(token: token))
    try check(InitializedNotification.self, Nothing())
    try check(ExitNotification.self, Nothing())
    let folder = WorkspaceFolder(uri: uri, name: "a")
    try check(
      DidChangeWorkspaceFoldersNotification.self,
      DidChangeWorkspaceFoldersParams(
        event: WorkspaceFoldersChangeEvent(added: [folder], removed: [folder])))
    try check(
      DidChangeConfigurationNotification.self, DidChangeConfigurationParams(settings: nil))
    for type in FileChangeType.allCases {
      try check(
        DidChangeWatchedFilesNotification.self,
        DidChangeWatchedFilesParams(changes: [FileEvent(uri: uri, type: type)]))
    }
  }

  @Test func documents() throws {
    try check(
      DidOpenTextDocumentNotification.self,
      DidOpenTextDocumentParams(
        textDocument: TextDocumentItem(uri: uri, languageId: "l", version: 1, text: "t")))
    try check(
      DidChangeTextDocumentNotification.self,
      DidChangeTextDocumentParams(
        textDocument: VersionedTextDocumentIdentifier(uri: uri, version: 1),
        contentChanges: [.range(range, text: "a"), .whole(text: "b")]))
    try check(
      DidSaveTextDocumentNotification.self,
      DidSaveTextDocumentParams(textDocument: document, text: "t"))
    try check(
      DidCloseTextDocumentNotification.self, DidCloseTextDocumentParams(textDocument: document))
  }

  @Test func typesThatNoMessageHereHolds() throws {
    check(TextEdit(range: range, newText: "t"), named: "TextEdit")
    check(
      LocationLink(
        originSelectionRange: range, targetUri: uri, targetRange: range,
        targetSelectionRange: range),
      named: "LocationLink")
    check(
      DidChangeWatchedFilesRegistrationOptions(watchers: [
        FileSystemWatcher(globPattern: "*", kind: 7)
      ]),
      named: "DidChangeWatchedFilesRegistrationOptions")
    let progress: [(WorkDoneProgress, String)] = [
      (
        .begin(title: "t", message: "m", percentage: 0, cancellable: true),
        "WorkDoneProgressBegin"
      ),
      (.report(message: "m", percentage: 100, cancellable: false), "WorkDoneProgressReport"),
      (.end(message: "m"), "WorkDoneProgressEnd"),
    ]
    for (value, name) in progress { check(value, named: name) }
    for kind in SymbolKind.allCases { check(kind, named: "SymbolKind") }
    for kind in TextDocumentSyncKind.allCases { check(kind, named: "TextDocumentSyncKind") }
    for severity in DiagnosticSeverity.allCases { check(severity, named: "DiagnosticSeverity") }
    for value in [TraceValue.off, .messages, .verbose] { check(value, named: "TraceValue") }
    for kind in [MarkupKind.plaintext, .markdown] { check(kind, named: "MarkupKind") }
    let standard: [ErrorCode] = [
      .parseError, .invalidRequest, .methodNotFound, .invalidParams, .internalError,
      .serverNotInitialized,
    ]
    for code in standard { check(code, named: "ErrorCodes") }
    let own: [ErrorCode] = [.requestFailed, .serverCancelled, .contentModified, .requestCancelled]
    for code in own { check(code, named: "LSPErrorCodes") }
  }

  private func check(_ value: some Encodable, named name: String) {
    let errors = (try? model.errors(in: decode(text(of: value)), named: name, at: name)) ?? ["?"]
    #expect(errors == [])
  }

  private func check<Method: RequestType>(
    _ method: Method.Type, _ params: Method.Params, _ results: [Method.Result]
  ) throws {
    let entry = try #require(model.message(Method.method))
    try checkParams(json(Message.request(method, id: 1, params)), entry, Method.method)
    for result in results {
      let request = Request<Method>(id: "r", params: params)
      let body = try json(Message.response(to: request, result))
      #expect(body["jsonrpc"] == "2.0" && body["id"] == "r")
      let value = try #require(body["result"])
      let type = try #require(entry["result"])
      #expect(model.errors(in: value, as: type, at: "\(Method.method) result") == [])
      // What was written is read back as the same.
      let copy = try decode(text(of: value), as: Method.Result.self)
      #expect(text(of: copy) == text(of: value))
    }
  }

  private func check<Method: NotificationType>(
    _ method: Method.Type, _ params: Method.Params
  ) throws {
    let entry = try #require(model.message(Method.method))
    let body = try json(Message.notification(method, params))
    #expect(body["id"] == nil)
    try checkParams(body, entry, Method.method)
    if let value = body["params"] {
      #expect(try text(of: decode(text(of: value), as: Method.Params.self)) == text(of: value))
    }
  }

  private func checkParams(_ body: JSONValue, _ entry: JSONValue, _ method: String) throws {
    #expect(body["jsonrpc"] == "2.0")
    #expect(body["method"] == .string(method))
    guard let type = entry["params"] else {
      #expect(body["params"] == nil)
      return
    }
    // `initialized` has parameters without members, which may as well be absent.
    let value = body["params"] ?? [:]
    #expect(model.errors(in: value, as: type, at: method) == [])
  }
}
