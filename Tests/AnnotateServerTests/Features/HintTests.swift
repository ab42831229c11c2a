import LanguageServerProtocol
import Testing

/// What an editor shows between the lines and while typing.
struct HintTests {
  private static let article = """
    # Peskov denies report

    **2023-10-27**

    Kremlin spokesman Dmitry Peskov denied on Thursday that Norway knew.

    He added: "We do not comment."

    """

  private func hints(_ article: MarkedArticle, lines: ClosedRange<Int>) async -> [JSONValue] {
    elements(
      await article.ask(
        "textDocument/inlayHint",
        [
          "range": [
            "start": ["line": .integer(lines.lowerBound), "character": 0],
            "end": ["line": .integer(lines.upperBound), "character": 0],
          ]
        ]))
  }

  @Test func hintsSayWhoAndWhen() async {
    let article = await MarkedArticle(Self.article)
    let all = await hints(article, lines: 0...9)
    #expect(all.map { $0["label"] } == ["2023-10-26", "Dmitry Peskov"])
    #expect(all.map { $0["position"]?["line"] } == [4, 6])
    #expect(all.allSatisfy { $0["tooltip"] != nil })
    #expect(await hints(article, lines: 5...9).map { $0["label"] } == ["Dmitry Peskov"])
  }

  @Test func tooltipsWaitForClientsThatAsk() async throws {
    let article = await MarkedArticle(
      Self.article,
      capabilities: [
        "textDocument": ["inlayHint": ["resolveSupport": ["properties": ["tooltip"]]]]
      ])
    let hint = try #require(await hints(article, lines: 0...9).last)
    #expect(hint["tooltip"] == nil)
    let whole = await article.client.request("inlayHint/resolve", hint)["result"]
    guard case .string(let text)? = whole?["tooltip"]?["value"] else {
      Issue.record("no tooltip")
      return
    }
    #expect(text.contains("Dmitry Peskov — person"))
  }

  @Test func lensesCountClaims() async throws {
    let article = await MarkedArticle(Self.article)
    let lens = try #require(elements(await article.ask("textDocument/codeLens")).first)
    #expect(lens["command"] == nil)
    #expect(lens["range"]?["start"]?["line"] == 4)
    let command = await article.client.request("codeLens/resolve", lens)["result"]?["command"]
    #expect(command?["title"] == "Dmitry Peskov: 2 claims, 3 mentions")
    let result = await article.client.request(
      "workspace/executeCommand",
      ["command": command?["command"] ?? .null, "arguments": command?["arguments"] ?? .null])
    #expect(elements(result["result"]?["claims"]).count == 2)
    #expect(elements(result["result"]?["chains"]).map { $0["name"] } == ["Dmitry Peskov"])
  }

  @Test func anUnknownCommandIsAnError() async {
    let article = await MarkedArticle(Self.article)
    for params: JSONValue in [
      ["command": "no.such"], ["command": "annotate.claims"],
      ["command": "annotate.claims", "arguments": [1, 2]],
      ["command": "annotate.claims", "arguments": ["file:///other.md", "x"]],
    ] {
      let answer = await article.client.request("workspace/executeCommand", params)
      #expect(answer["error"]?["code"] == -32602, "\(params)")
    }
  }

  private func completions(_ marked: String) async -> [String] {
    let article = await MarkedArticle(marked)
    let found = await article.ask("textDocument/completion")
    return elements(found?["items"]).map { item in
      article.applying([item["textEdit"] ?? .null])
    }
  }

  @Test func namesAreCompleted() async {
    let start = "Dmitry Peskov of Norway said no. Peskov left. "
    #expect(
      await completions(start + "Then Pes‸")
        == [start + "Then Dmitry Peskov", start + "Then Peskov"])
    #expect(
      await completions(start + "Then Dmitry Pe‸").contains(start + "Then Dmitry Peskov"))
    #expect(await completions(start + "In nor‸") == [start + "In Norway"])
    #expect(await completions(start + "Then ‸") == [])
    #expect(await completions(start + "Then Zzz‸") == [])
  }

  @Test func diagnosticsArePulledByClientsThatCan() async {
    let article = await MarkedArticle(
      Self.article, capabilities: ["textDocument": ["diagnostic": [:]]])
    let first = await article.ask("textDocument/diagnostic")
    #expect(first?["kind"] == "full")
    let id = first?["resultId"] ?? .null
    let second = await article.ask("textDocument/diagnostic", ["previousResultId": id])
    #expect(second == ["kind": "unchanged", "resultId": id])
    await article.client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "file:///article.md", "version": 2],
        "contentChanges": [["text": "no title"]],
      ])
    let third = await article.ask("textDocument/diagnostic", ["previousResultId": id])
    #expect(third?["kind"] == "full")
    #expect(elements(third?["items"]).contains { $0["code"] == "head/title-missing" })
  }
}
