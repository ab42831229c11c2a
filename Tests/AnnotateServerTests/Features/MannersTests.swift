import Foundation
import LanguageServerProtocol
import Testing

@testable import annotate_server

/// What the session says unasked: no more than the client can take and wants to hear.
struct MannersTests {
  private static let article = "# Oslo\n\nDmitry Peskov said the the talks were over.\n"

  /// Uses the session until it is shut down.
  ///
  /// - Returns: Every message that is not the answer to a request.
  private func messages(_ client: TestClient, _ folder: URL) async -> [JSONValue] {
    var heard: [JSONValue] = []
    func request(_ method: String, _ params: JSONValue) async {
      let id = await client.post(method, params)
      while true {
        let message = await client.receive { _ in true }
        if message["id"] == .integer(id), message["method"] == nil { return }
        heard.append(message)
        if message["id"] != nil { await client.respond(to: message) }
      }
    }
    let uri = DocumentURI(path: folder.path + "/a.md").rawValue
    await client.open(Self.article, uri: uri)
    let position: JSONValue = ["line": 2, "character": 1]
    for method in ["documentSymbol", "semanticTokens/full", "codeLens", "diagnostic"] {
      await request("textDocument/" + method, ["textDocument": document(uri)])
    }
    await client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": 2],
        "contentChanges": [["text": "# Rome\n\nDmitry Peskov said it rained.\n"]],
      ])
    for method in ["hover", "completion", "prepareRename", "prepareCallHierarchy"] {
      await request(
        "textDocument/" + method, ["textDocument": document(uri), "position": position])
    }
    await request("workspace/claims", [:])
    await request("workspace/symbol", ["query": "a"])
    await request("workspace/diagnostic", ["previousResultIds": []])
    await client.notify("workspace/didChangeConfiguration", ["settings": [:]])
    await client.notify("no/such", [:])
    await client.notify("textDocument/didClose", ["textDocument": document(uri)])
    await request("workspace/entities", [:])
    await request("shutdown", .null)
    return heard
  }

  private func methods(_ messages: [JSONValue]) -> Set<String> {
    Set(
      messages.map { message in
        if case .string(let method)? = message["method"] { method } else { "\(message)" }
      })
  }

  @Test func aBareClientHearsOnlyWhatEveryClientTakes() async throws {
    try await withFolder(["a.md": Self.article, "b.md": Self.article]) { folder in
      let client = await TestClient.started(
        folders: [folder.path], log: Log(level: .off, clientLevel: .debug))
      let heard = await messages(client, folder)
      #expect(heard.allSatisfy { $0["id"] == nil }, "nothing is asked")
      #expect(methods(heard) == ["textDocument/publishDiagnostics", "window/logMessage"])
    }
  }

  @Test func aClientHearsWhatItDeclared() async throws {
    let capabilities: JSONValue = [
      "window": ["workDoneProgress": true],
      "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]],
      "textDocument": ["diagnostic": [:]], "experimental": ["publishAnnotations": true],
    ]
    try await withFolder(["a.md": Self.article, "b.md": Self.article]) { folder in
      let client = await TestClient.started(
        capabilities: capabilities, folders: [folder.path], trace: "messages")
      let heard = methods(await messages(client, folder))
      let declared: Set = [
        "window/workDoneProgress/create", "$/progress", "client/registerCapability",
        "textDocument/publishAnnotations", "$/logTrace",
      ]
      #expect(heard.isSubset(of: declared), "\(heard)")
      #expect(
        heard.isSuperset(of: declared.subtracting(["$/progress"])),
        "what is declared is used: \(heard)")
    }
  }

  @Test(arguments: [("off", false, false), ("messages", true, false), ("verbose", true, true)])
  func theTraceIsAsLongAsTheClientWants(value: String, traces: Bool, details: Bool) async throws {
    for isSet in [false, true] {
      let client = await TestClient.started(trace: isSet ? "off" : value)
      if isSet { await client.notify("$/setTrace", ["value": .string(value)]) }
      try await withFolder { folder in
        let traced = await messages(client, folder).filter { $0["method"] == "$/logTrace" }
        #expect(traced.isEmpty != traces)
        #expect(traced.allSatisfy { ($0["params"]?["verbose"] != nil) == details })
        #expect(!traces || "\(traced)".contains("answered textDocument/hover"))
        #expect(!"\(traced)".contains("Peskov"), "no word of an article")
      }
    }
  }

  @Test(arguments: [(Log.Level.off, 0), (.error, 1), (.info, 3), (.debug, 4)])
  func theLogIsAsLongAsTheUserWants(level: Log.Level, count: Int) async throws {
    try await withFolder(["a.md": Self.article]) { folder in
      let client = await TestClient.started(
        folders: [folder.path], log: Log(level: .off, clientLevel: level))
      await client.send(#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}"#)
      await client.notify("no/such", [:])
      _ = await client.post("workspace/claims", [:])
      var logged: [String] = []
      while true {
        let message = await client.receive { _ in true }
        guard message["method"] == "window/logMessage" else { break }
        if case .string(let text)? = message["params"]?["message"] { logged.append(text) }
      }
      #expect(logged.count == count, "\(logged)")
      #expect(count < 3 || logged.last?.contains("read 1 articles of \(folder.path)") ?? false)
    }
  }

  /// A change while a document is read makes what was asked of it void: with the code that the
  /// specification has for it.
  @Test(arguments: [
    ("textDocument/documentSymbol", -32801), ("textDocument/diagnostic", -32802),
  ])
  func aQuestionThatAnEditMakesVoidIsAnsweredSo(method: String, code: Int) async {
    let client = await TestClient.started(capabilities: ["textDocument": ["diagnostic": [:]]])
    await client.open(
      String(repeating: "Kim met Lavrov in Pyongyang on Thursday.\n\n", count: 600))
    let id = await client.post(method, ["textDocument": document()])
    await client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "file:///article.md", "version": 2],
        "contentChanges": [["text": "# Oslo\n"]],
      ])
    let answer = await client.receive { $0["id"] == .integer(id) }
    #expect(answer["error"]?["code"] == .integer(code))
    #expect(code != -32802 || answer["error"]?["data"] == ["retriggerRequest": true])
    let next = await client.request(method, ["textDocument": document()])
    #expect(next["result"] != nil)
  }
}
