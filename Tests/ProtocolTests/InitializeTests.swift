import LanguageServerProtocol
import Testing

@Suite struct InitializeTests {
  /// What clients send, in their shapes, and what is read from it.
  @Test(arguments: [
    // yegappan/lsp
    (
      """
      {"processId":4711,"clientInfo":{"name":"Vim","version":"9001000"},"locale":"en_US.UTF-8",
      "rootPath":"/home/a","rootUri":"file:///home/a",
      "workspaceFolders":[{"name":"a","uri":"file:///home/a"}],"trace":"off",
      "initializationOptions":{},"capabilities":{"general":{"positionEncodings":["utf-8"]},
      "textDocument":{"hover":{"contentFormat":["markdown","plaintext"]},
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true,"symbolKind":{"valueSet":
      [1,2,3]}},"semanticTokens":{"dynamicRegistration":false,"requests":{"range":false,
      "full":{"delta":true}},"tokenTypes":["type","class"],"tokenModifiers":[],
      "formats":["relative"]}},"window":{},"workspace":{"workspaceFolders":true,
      "applyEdit":true,"configuration":true}}}
      """,
      "4711 Vim file:///home/a [file:///home/a] {} utf-8 full delta configuration"
    ),
    // Neovim
    (
      """
      {"processId":1,"clientInfo":{"name":"Neovim","version":"0.11.0"},"rootPath":null,
      "rootUri":null,"workspaceFolders":null,"trace":"off","workDoneToken":"1",
      "initializationOptions":{"positionEncoding":"utf-8"},
      "capabilities":{"general":{"positionEncodings":["utf-8","utf-16","utf-32"]},
      "textDocument":{"semanticTokens":{"augmentsSyntaxTokens":true,"dynamicRegistration":false,
      "formats":["relative"],"multilineTokenSupport":false,"overlappingTokenSupport":true,
      "requests":{"full":{"delta":true},"range":false},"serverCancelSupport":false,
      "tokenModifiers":["declaration"],"tokenTypes":["namespace"]},
      "publishDiagnostics":{"dataSupport":true,"relatedInformation":true,
      "tagSupport":{"valueSet":[1,2]}}},
      "window":{"workDoneProgress":true,"showMessage":{"messageActionItem":
      {"additionalPropertiesSupport":true}}},
      "workspace":{"configuration":true,"semanticTokens":{"refreshSupport":true},
      "didChangeWatchedFiles":{"dynamicRegistration":false,"relativePatternSupport":true}}}}
      """,
      """
      1 Neovim - - {"positionEncoding":"utf-8"} utf-8,utf-16,utf-32 full delta refresh progress \
      configuration
      """
    ),
    // eglot, which writes empty objects and false where others leave out
    (
      """
      {"processId":99,"clientInfo":{"name":"Eglot","version":"1.17"},"rootPath":"/home/a/",
      "rootUri":"file:///home/a","initializationOptions":{},
      "capabilities":{"workspace":{"applyEdit":true,"executeCommand":{"dynamicRegistration":false},
      "workspaceEdit":{"documentChanges":true},"didChangeWatchedFiles":
      {"dynamicRegistration":true},"symbol":{"dynamicRegistration":false},"configuration":true,
      "workspaceFolders":true},"textDocument":{"hover":{"dynamicRegistration":false,
      "contentFormat":["markdown","plaintext"]},"publishDiagnostics":{"relatedInformation":false,
      "codeDescriptionSupport":false,"tagSupport":{"valueSet":[1,2]}}},
      "window":{"showDocument":{"support":true},"workDoneProgress":true},
      "general":{"positionEncodings":["utf-32","utf-8","utf-16"]},"experimental":{}},
      "workspaceFolders":[{"uri":"file:///home/a","name":"~/a/"}]}
      """,
      """
      99 Eglot file:///home/a [file:///home/a] {} utf-32,utf-8,utf-16 progress configuration \
      watching
      """
    ),
    // VS Code
    (
      """
      {"processId":5,"clientInfo":{"name":"Visual Studio Code","version":"1.99"},"locale":"en",
      "rootPath":null,"rootUri":null,"capabilities":{"workspace":{"applyEdit":true,
      "semanticTokens":{"refreshSupport":true},"foldingRange":{"refreshSupport":true},
      "configuration":true,"didChangeWatchedFiles":{"dynamicRegistration":true,
      "relativePatternSupport":true},"fileOperations":{"willRename":true}},
      "textDocument":{"semanticTokens":{"requests":{"range":true,"full":{"delta":true}},
      "tokenTypes":[],"tokenModifiers":[]},"diagnostic":{"dynamicRegistration":true}},
      "general":{"staleRequestSupport":{"cancel":true,"retryOnContentModified":[]},
      "positionEncodings":["utf-16"]},"window":{"workDoneProgress":true},
      "notebookDocument":{"synchronization":{}}},"trace":"verbose","workspaceFolders":null}
      """,
      "5 Visual Studio Code - - - utf-16 full delta range refresh progress configuration watching"
    ),
    // lsp-mode and scripts, which may leave out or null most things
    ("{}", "- - - - - -"),
    (#"{"processId":null,"rootUri":null,"capabilities":{}}"#, "- - - - - -"),
    (#"{"capabilities":null,"trace":null,"initializationOptions":null}"#, "- - - - - -"),
    (#"{"initializationOptions":"","rootUri":""}"#, #"- -  - "" -"#),
    // Odd values cost only themselves
    (
      """
      {"processId":"7","clientInfo":"x","rootUri":5,"trace":"loud","workspaceFolders":{},
      "initializationOptions":[1],"capabilities":{"general":{"positionEncodings":
      ["utf-7","utf-8"]},"textDocument":{"semanticTokens":{"requests":{"full":true,"range":{}}},
      "hover":true},"workspace":[],"window":{"workDoneProgress":1}}}
      """,
      "- - - - [1] utf-7,utf-8 full range"
    ),
    (
      #"{"capabilities":{"general":{"positionEncodings":"utf-8"},"workspace":{"configuration":true}}}"#,
      "- - - - - - configuration"
    ),
  ])
  func clients(params: String, expected: String) throws {
    let body = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":\#(params)}"#
    guard case .initialize(let request) = ClientMessage(decoding: Array(body.utf8)) else {
      Issue.record("not read: \(body)")
      return
    }
    #expect(render(request.params) == expected)
  }

  @Test(arguments: ["null", "[]", "7", #""x""#])
  func parametersThatAreNoObjectAreRefused(params: String) {
    let body = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":\#(params)}"#
    guard case .malformed(1, let error) = ClientMessage(decoding: Array(body.utf8)) else {
      Issue.record("read: \(body)")
      return
    }
    #expect(error.code == .invalidParams)
  }

  /// A capability whose name is misspelt would be lost in silence: what is read must be all of this.
  @Test func everyFieldIsRead() throws {
    let params = try decode(everythingAClientCanSay, as: InitializeParams.self)
    #expect(text(of: params) == text(of: try decode(everythingAClientCanSay, as: JSONValue.self)))
  }
}

/// Every field that `InitializeParams` has, and no other. The model of the specification confirms
/// the names.
let everythingAClientCanSay = """
  {"processId":1,"clientInfo":{"name":"n","version":"v"},"locale":"en","rootUri":"file:///",
  "rootPath":"/","initializationOptions":{"a":[null,true,1,1.5,"s"]},"trace":"off",
  "workspaceFolders":[{"uri":"file:///","name":"n"}],"workDoneToken":"t","capabilities":{
  "general":{"positionEncodings":["utf-8"]},
  "textDocument":{"hover":{"contentFormat":["markdown"]},
  "documentSymbol":{"hierarchicalDocumentSymbolSupport":true,"symbolKind":{"valueSet":[1]}},
  "semanticTokens":{"requests":{"range":true,"full":{"delta":true}},"tokenTypes":["a"],
  "tokenModifiers":["b"],"formats":["relative"],"overlappingTokenSupport":true,
  "multilineTokenSupport":true,"augmentsSyntaxTokens":true},
  "publishDiagnostics":{"relatedInformation":true,"tagSupport":{"valueSet":[1]},
  "versionSupport":true,"codeDescriptionSupport":true,"dataSupport":true},
  "diagnostic":{"dynamicRegistration":true}},
  "workspace":{"applyEdit":true,"configuration":true,"workspaceFolders":true,
  "didChangeConfiguration":{"dynamicRegistration":true},
  "didChangeWatchedFiles":{"dynamicRegistration":true,"relativePatternSupport":true},
  "semanticTokens":{"refreshSupport":true},"codeLens":{"refreshSupport":true},
  "inlayHint":{"refreshSupport":true},"diagnostics":{"refreshSupport":true}},
  "window":{"workDoneProgress":true},"experimental":{"publishAnnotations":true}}}
  """

private func render(_ params: InitializeParams) -> String {
  let capabilities = params.capabilities
  let requests = capabilities.textDocument?.semanticTokens?.requests
  let workspace = capabilities.workspace
  let folders = params.workspaceFolders.map { $0.map(\.uri.rawValue).joined(separator: " ") }
  let encodings = capabilities.general?.positionEncodings?.map(\.rawValue)
  var parts: [String] = []
  parts.append(params.processId.map { "\($0)" } ?? "-")
  parts.append(params.clientInfo?.name ?? "-")
  parts.append(params.rootUri?.rawValue ?? "-")
  parts.append(folders.map { "[\($0)]" } ?? "-")
  parts.append(params.initializationOptions.map { text(of: $0) } ?? "-")
  parts.append(encodings?.joined(separator: ",") ?? "-")
  let flags: [(String, Bool?)] = [
    ("full", requests?.asksForFull), ("delta", requests?.asksForDelta),
    ("range", requests?.asksForRange), ("refresh", workspace?.semanticTokens?.refreshSupport),
    ("progress", capabilities.window?.workDoneProgress),
    ("configuration", workspace?.configuration),
    ("watching", workspace?.didChangeWatchedFiles?.dynamicRegistration),
  ]
  for (name, value) in flags where value == true { parts.append(name) }
  return parts.joined(separator: " ")
}
