import LanguageServerProtocol
import Testing

/// What the server sends unasked, and answers that must agree with each other.
struct PublicationTests {
  private static let article = """
    # Oslo refuses 😀 Kim Jong Un

    Kremlin spokesman Dmitry Peskov said 😀 on Thursday that Russia knew cafÃ©

    é He denied that [Norway](https://example.org/a) had asked.

    """
  private static let wanting: JSONValue = ["experimental": ["publishAnnotations": true]]

  private func annotations(_ client: TestClient, _ range: JSONValue? = nil) async -> JSONValue {
    var params: [String: JSONValue] = ["textDocument": document()]
    params["range"] = range
    return await client.request("textDocument/annotations", .object(params))["result"] ?? .null
  }

  private func range(_ a: (Int, Int), _ b: (Int, Int)) -> JSONValue {
    func place(_ place: (Int, Int)) -> JSONValue {
      ["line": .integer(place.0), "character": .integer(place.1)]
    }
    return ["start": place(a), "end": place(b)]
  }

  private func texts(_ result: JSONValue) -> [JSONValue] {
    elements(result["entities"]).compactMap { $0["text"] }
  }

  @Test func aPartHasTheAnnotationsOfThePart() async {
    let client = await TestClient.started()
    await client.open(Self.article)
    let all = await annotations(client)
    let first = await annotations(client, range((2, 0), (3, 0)))
    #expect(texts(first).contains("Dmitry Peskov") && texts(first).contains("Russia"))
    #expect(!texts(first).contains("Oslo") && !texts(first).contains("Norway"))
    #expect(elements(first["claims"]).count == 1)
    for part in ["entities", "claims", "chains"] {
      #expect(Set(elements(first[part])).isSubset(of: elements(all[part])), "the same \(part)")
    }
    let chains = Set(elements(first["chains"]).compactMap { $0["id"] })
    for entity in elements(first["entities"]) {
      #expect(entity["chain"].map { chains.contains($0) } ?? true, "\(entity) has its chain")
    }
    #expect(texts(await annotations(client, range((0, 2), (0, 2)))) == ["Oslo"])
    #expect(await annotations(client, range((0, 0), (99, 0))) == all)
    #expect(await annotations(client, range((99, 0), (0, 0))) == all, "a range that runs backwards")
    #expect(texts(await annotations(client, range((1, 0), (1, 0)))) == [])
  }

  @Test func annotationsArePublishedToWhoeverAsksForThem() async {
    let client = await TestClient.started(capabilities: Self.wanting)
    await client.open(Self.article, version: 7)
    let published = await client.notification("textDocument/publishAnnotations")
    #expect(published["version"] == 7 && published["uri"] == "file:///article.md")
    #expect(published == (await annotations(client)))
    await client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "file:///article.md", "version": 8],
        "contentChanges": [["text": "# Bergen\n"]],
      ])
    let next = await client.notification("textDocument/publishAnnotations")
    #expect(next["version"] == 8 && texts(next) == ["Bergen"])
  }

  @Test(
    arguments: [
      [:], ["experimental": ["publishAnnotations": false]],
      ["experimental": ["publishAnnotations": 1]], ["experimental": true],
    ] as [JSONValue])
  func nobodyElseGetsThem(capabilities: JSONValue) async {
    let client = await TestClient.started(capabilities: capabilities)
    await client.open(Self.article)
    _ = await client.notification("textDocument/publishDiagnostics")
    let id = await client.post("textDocument/annotations", ["textDocument": document()])
    let next = await client.receive { _ in true }
    #expect(next["id"] == .integer(id), "nothing came between")
  }

  @Test func diagnosticsBearTheirVersionAndGoWithTheDocument() async {
    let client = await TestClient.started()
    await client.open(Self.article, version: 3)
    let first = await client.notification("textDocument/publishDiagnostics")
    #expect(first["version"] == 3 && first["uri"] == "file:///article.md")
    let found = elements(first["diagnostics"])
    let word = found.first { $0["code"] == "text/mojibake" }
    #expect(word?["range"] == range((2, 69), (2, 74)))
    #expect(word?["severity"] == 1 && word?["source"] == "annotate-server")
    #expect(found.allSatisfy { $0["message"] != nil && $0["code"] != nil })
    await client.notify("textDocument/didClose", ["textDocument": document()])
    let last = await client.notification("textDocument/publishDiagnostics")
    #expect(last["diagnostics"] == [] && last["uri"] == "file:///article.md")
    let closed = await client.request(
      "textDocument/annotations", ["textDocument": document()])
    #expect(closed["error"]?["code"] == -32602)
  }

  @Test func aDocumentOpenedAgainIsTheNewOne() async {
    let client = await TestClient.started()
    await client.open(Self.article)
    #expect(texts(await annotations(client)).contains("Dmitry Peskov"))
    await client.notify("textDocument/didClose", ["textDocument": document()])
    await client.open("# Bergen\n", version: 1)
    #expect(texts(await annotations(client)) == ["Bergen"])
    // A client that opens what is open already has lost track; its new text counts.
    await client.open("# Tromsø and Bergen\n", version: 1)
    #expect(texts(await annotations(client)).last == "Bergen")
    #expect(await annotations(client)["version"] == 1)
    await client.open("# Oslo\n", uri: "file:///other.md")
    #expect(texts(await annotations(client)).last == "Bergen")
  }

  @Test func theEncodingsAgree() async throws {
    let lines = Self.article.split(separator: "\n", omittingEmptySubsequences: false)
    func text(_ range: JSONValue?, _ unit: String) throws -> String {
      func place(_ key: String) throws -> (line: Int, column: Int) {
        guard case .integer(let line)? = range?[key]?["line"],
          case .integer(let column)? = range?[key]?["character"]
        else { throw NoRange() }
        return (line, column)
      }
      let (start, end) = (try place("start"), try place("end"))
      try #require(start.line == end.line && lines.indices.contains(start.line))
      let line = lines[start.line]
      let widths = ["utf-8": line.utf8.count, "utf-16": line.utf16.count]
      let width = widths[unit] ?? line.unicodeScalars.count
      try #require(start.column <= end.column && end.column <= width)
      switch unit {
      case "utf-8":
        return String(decoding: Array(line.utf8)[start.column..<end.column], as: UTF8.self)
      case "utf-16":
        return String(decoding: Array(line.utf16)[start.column..<end.column], as: UTF16.self)
      default:
        return CodePoints(String(line))[start.column, end.column]
      }
    }
    var answers: [[String]] = []
    for unit in ["utf-8", "utf-16", "utf-32"] {
      let client = await TestClient.started(capabilities: [
        "general": ["positionEncodings": [.string(unit)]]
      ])
      await client.open(Self.article)
      let found = await annotations(client)
      for entity in elements(found["entities"]) {
        #expect(entity["text"] == .string(try text(entity["range"], unit)))
      }
      let claims = elements(found["claims"]).flatMap { claim in
        ["source", "cue", "content"].flatMap { elements(claim[$0]) }
      }
      #expect(claims.count >= 6)
      answers.append(
        try (elements(found["entities"]).compactMap { $0["range"] } + claims).map {
          try text($0, unit)
        })
    }
    #expect(answers[0] == answers[1] && answers[1] == answers[2])
  }

  private struct NoRange: Error {}
}
