import LanguageServerProtocol
import Testing

/// The session from `initialize` to `exit`, and what is refused on the way.
struct LifecycleTests {
  private func code(_ message: JSONValue) -> JSONValue? { message["error"]?["code"] }

  @Test func requestsBeforeInitializeAreRefused() async {
    let client = TestClient()
    let known = await client.request("textDocument/hover", ["textDocument": document()])
    #expect(code(known) == -32602 || code(known) == -32002)
    let sound = await client.request(
      "textDocument/hover",
      ["textDocument": document(), "position": ["line": 0, "character": 0]])
    #expect(code(sound) == -32002)
    #expect(code(await client.request("no/such", [:])) == -32002)
    #expect(code(await client.request("shutdown", .null)) == -32002)
  }

  @Test func aSecondInitializeIsRefused() async {
    let client = await TestClient.started()
    let answer = await client.request("initialize", ["processId": nil, "capabilities": [:]])
    #expect(code(answer) == -32600)
  }

  @Test func requestsAfterShutdownAreRefused() async {
    let client = await TestClient.started()
    let answer = await client.request("shutdown", .null)
    #expect(answer["result"] == .null)
    #expect(answer["error"] == nil)
    let late = await client.request(
      "textDocument/documentSymbol", ["textDocument": document()])
    #expect(code(late) == -32600)
    #expect(code(await client.request("shutdown", .null)) == -32600)
  }

  @Test func exitTellsWhetherTheClientSaidGoodbye() async {
    let polite = await TestClient.started()
    _ = await polite.request("shutdown", .null)
    #expect(await polite.notify("exit", .null) == 0)
    let rude = await TestClient.started()
    #expect(await rude.notify("exit", .null) == 1)
    #expect(await TestClient().notify("exit", .null) == 1)
  }

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("3", -32600), (#"{"jsonrpc":"2.0","id":1}"#, -32600),
    (#"{"jsonrpc":"1.0","id":1,"method":"shutdown"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"$/unknown"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":"a","method":"textDocument/unknown"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":[1]}"#, -32602),
    (#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, -32600),
    (String(repeating: "[", count: 100_000), -32700),
  ])
  func anIllFormedMessageGetsItsErrorAndTheServerGoesOn(body: String, expected: Int) async {
    let client = await TestClient.started()
    await client.send(body)
    let answer = await client.receive { $0["error"] != nil }
    #expect(code(answer) == .integer(expected))
    await client.open("# Title\n")
    let next = await client.request(
      "textDocument/documentSymbol", ["textDocument": document()])
    #expect(next["result"] != nil)
  }

  @Test func unknownNotificationsAreDropped() async {
    let client = await TestClient.started()
    await client.notify("$/unknown", [:])
    await client.notify("no/such", [:])
    await client.send(#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}"#)
    await client.send(
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///none","version":2},"contentChanges":[]}}"#
    )
    // The first message that comes is the answer to this, so that nothing was sent before.
    let id = await client.post("shutdown", .null)
    #expect(await client.receive { _ in true }["id"] == .integer(id))
  }

  @Test func aDocumentThatIsNotOpenIsAnError() async {
    let client = await TestClient.started()
    let answer = await client.request("textDocument/annotations", ["textDocument": document()])
    #expect(code(answer) == -32602)
    #expect("\(answer)".contains("is not open"))
  }

  @Test func aCancelledRequestIsAnsweredOnce() async {
    let client = await TestClient.started()
    await client.open(
      String(repeating: "Kim met Lavrov in Pyongyang on Thursday.\n\n", count: 2000))
    let id = await client.post("textDocument/annotations", ["textDocument": document()])
    await client.notify("$/cancelRequest", ["id": .integer(id)])
    await client.notify("$/cancelRequest", ["id": .integer(id)])
    await client.notify("$/cancelRequest", ["id": 99])
    let answer = await client.receive { $0["id"] == .integer(id) }
    #expect(code(answer) == -32800 || answer["result"] != nil)
    let end = await client.post("shutdown", .null)
    #expect(await client.receive { $0["id"] != nil }["id"] == .integer(end))
  }

  @Test func idsAreNumbersOrStrings() async {
    let client = await TestClient.started()
    await client.send(#"{"jsonrpc":"2.0","id":"seven","method":"shutdown"}"#)
    #expect(await client.receive { _ in true }["id"] == "seven")
    await client.send(#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#)
    let answer = await client.receive { _ in true }
    #expect(answer["id"] == .null)
    #expect(code(answer) == -32600)
  }

  @Test func theServerAnnouncesItself() async {
    let client = TestClient()
    let answer = await client.request(
      "initialize",
      ["processId": nil, "capabilities": ["general": ["positionEncodings": ["utf-16", "utf-8"]]]])
    let capabilities = answer["result"]?["capabilities"]
    #expect(capabilities?["positionEncoding"] == "utf-8")
    #expect(capabilities?["textDocumentSync"]?["change"] == 2)
    #expect(capabilities?["experimental"]?["annotations"]?["version"] == 1)
    #expect(answer["result"]?["serverInfo"]?["name"] == "annotate-server")
  }
}
