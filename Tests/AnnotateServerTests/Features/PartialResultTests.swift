import LanguageServerProtocol
import Testing

/// Large answers come in parts to clients that gave a token for them, and whole to all others.
struct PartialResultTests {
  private static let article =
    "# Talks\n\n"
    + (0..<260).map {
      "## Part \($0)\n\nDmitry Peskov said [it](https://example.org/\($0)) rained.\n\n"
    }.joined()

  private static let start: JSONValue = ["line": 4, "character": 1]
  private static let whole: JSONValue = [
    "start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0],
  ]

  /// The requests whose answers may come in parts, with what they need beside the document and the
  /// member of the answer that holds the items; none where the answer is an array.
  private static let requests: [(method: String, params: [String: JSONValue], member: String?)] = [
    ("textDocument/references", ["position": start, "context": ["includeDeclaration": true]], nil),
    ("textDocument/documentHighlight", ["position": start], nil),
    ("textDocument/documentSymbol", [:], nil),
    ("textDocument/foldingRange", [:], nil),
    ("textDocument/documentLink", [:], nil),
    ("textDocument/semanticTokens/full", [:], "data"),
    ("textDocument/semanticTokens/range", ["range": whole], "data"),
    ("textDocument/annotations", [:], "claims"),
    ("textDocument/annotations", [:], "entities"),
    ("workspace/claims", [:], "claims"),
  ]

  /// The items of a result or a part of one.
  private func items(_ value: JSONValue?, _ member: String?) -> [JSONValue] {
    elements(member.map { value?[$0] ?? [] } ?? value)
  }

  @Test func thePartsMakeUpTheAnswer() async {
    let client = await TestClient.started()
    await client.open(Self.article)
    _ = await client.notification("textDocument/publishDiagnostics")
    for (method, own, member) in Self.requests {
      var params = own
      params["textDocument"] = document()
      let whole = await client.request(method, .object(params))["result"]
      params["partialResultToken"] = "part"
      let id = await client.post(method, .object(params))
      var parts: [JSONValue] = []
      var answer: JSONValue?
      while answer == nil {
        let message = await client.receive { _ in true }
        if message["id"] == .integer(id) {
          answer = message["result"]
        } else {
          #expect(message["method"] == "$/progress" && message["params"]?["token"] == "part")
          parts.append(message["params"]?["value"] ?? .null)
        }
      }
      #expect(parts.count >= 2, "\(method)")
      #expect(items(answer, member).isEmpty, "\(method)")
      #expect(parts.flatMap { items($0, member) } == items(whole, member), "\(method)")
      #expect(!method.hasSuffix("full") || answer?["resultId"] != nil)
    }
  }

  @Test func aSmallAnswerComesWhole() async {
    let client = await TestClient.started()
    await client.open("# Oslo\n\nDmitry Peskov said it rained.\n")
    _ = await client.notification("textDocument/publishDiagnostics")
    let params: JSONValue = [
      "textDocument": document(), "partialResultToken": 1, "workDoneToken": 2,
    ]
    let id = await client.post("textDocument/semanticTokens/full", params)
    var answer: JSONValue = .null
    while answer["id"] != .integer(id) {
      answer = await client.receive { _ in true }
      #expect(answer["params"]?["token"] != 1, "no part")
    }
    let data = elements(answer["result"]?["data"])
    #expect(!data.isEmpty)
  }
}
