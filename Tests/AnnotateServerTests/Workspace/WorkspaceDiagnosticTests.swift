import Foundation
import LanguageServerProtocol
import Testing

/// What a client that asks is told is wrong with all articles of its folders.
struct WorkspaceDiagnosticTests {
  private static let clean = """
    # Talks end
    **Agency**

    **2023-10-27 22:33**

    **https://example.org/a**

    It rained in Oslo.

    (Reporting by Ann Author; Editing by Ed Editor)

    """
  private static let faulty = clean.replacing("Oslo.", with: "Oslo and the the cafÃ©.")
  private static let pulling: JSONValue = [
    "textDocument": ["diagnostic": [:]],
    "workspace": [
      "didChangeWatchedFiles": ["dynamicRegistration": true],
      "diagnostics": ["refreshSupport": true],
    ],
  ]

  private func started(_ folder: URL, watching: Bool = false) async -> TestClient {
    let bare: JSONValue = ["textDocument": ["diagnostic": [:]]]
    return await TestClient.started(
      capabilities: watching ? Self.pulling : bare, folders: [folder.path])
  }

  private func uri(_ folder: URL, _ name: String) -> String {
    DocumentURI(path: folder.path + "/" + name).rawValue
  }

  private func write(_ text: String, _ folder: URL, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// What to send as `previousResultIds` after reports.
  private func ids(_ reports: [JSONValue]) -> JSONValue {
    .array(
      reports.compactMap { report in
        guard let uri = report["uri"], let id = report["resultId"] else { return nil }
        return ["uri": uri, "value": id]
      })
  }

  private func pull(_ client: TestClient, previous: JSONValue = []) async -> [JSONValue] {
    let answer = await client.request("workspace/diagnostic", ["previousResultIds": previous])
    return elements(answer["result"]?["items"]).sorted { "\($0["uri"]!)" < "\($1["uri"]!)" }
  }

  private func changed(_ client: TestClient, _ uri: String, _ type: Int = 2) async {
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(uri), "type": .integer(type)]]])
  }

  /// A report in a word or two: the file's name, its kind and the number of findings.
  private func words(_ reports: [JSONValue]) -> [String] {
    reports.map { report in
      guard case (.string(let uri)?, .string(let kind)?) = (report["uri"], report["kind"]) else {
        return "?"
      }
      let count = kind == "full" ? " \(elements(report["items"]).count)" : ""
      return "\(uri.split(separator: "/").last ?? "") \(kind)\(count)"
    }
  }

  @Test func isAnnouncedToClientsThatAsk() async {
    func provider(_ capabilities: JSONValue) async -> JSONValue? {
      let answer = await TestClient().request("initialize", ["capabilities": capabilities])
      return answer["result"]?["capabilities"]?["diagnosticProvider"]
    }
    #expect(await provider([:]) == nil)
    let announced = await provider(Self.pulling)
    #expect(announced?["workspaceDiagnostics"] == true && announced?["workDoneProgress"] == true)
  }

  @Test func reportsTheArticlesThatChanged() async throws {
    try await withFolder(["a.md": Self.faulty, "b.md": Self.clean, "c.md": Self.faulty, "d.rs": ""])
    { folder in
      let client = await started(folder)
      let first = await pull(client)
      #expect(words(first) == ["a.md full 2", "c.md full 2"], "nothing of articles without faults")
      #expect(first.allSatisfy { $0["version"] == .null })
      let codes = elements(first[0]["items"]).compactMap { $0["code"] }
      #expect(Set(codes) == ["text/repeated-word", "text/mojibake"])
      #expect(
        words(await pull(client, previous: ids(first))) == ["a.md unchanged", "c.md unchanged"])
      // Changes of the same length are seen too.
      try write(Self.clean, folder, "a.md")
      try write(
        Self.faulty.replacing("the the", with: "the tea"), folder, "c.md")
      try write(Self.faulty, folder, "b.md")
      let next = await pull(client, previous: ids(first))
      #expect(words(next) == ["a.md full 0", "b.md full 2", "c.md full 1"])
      try FileManager.default.removeItem(at: folder.appending(path: "c.md"))
      let last = await pull(client, previous: ids(next))
      #expect(words(last) == ["a.md unchanged", "b.md unchanged", "c.md full 0"])
      #expect(last[2]["resultId"] == nil)
      // A client that knows nothing is told everything again.
      #expect(words(await pull(client)) == ["b.md full 2"])
    }
  }

  @Test func openDocumentsCountInPlaceOfFiles() async throws {
    try await withFolder(["a.md": Self.faulty, "b.md": Self.clean]) { folder in
      let client = await started(folder)
      await client.open(Self.clean, uri: uri(folder, "a.md"), version: 4)
      await client.open(Self.faulty, uri: uri(folder, "b.md"), version: 7)
      let first = await pull(client)
      #expect(words(first) == ["b.md full 2"])
      #expect(first.first?["version"] == 7)
      let report = await client.request(
        "textDocument/diagnostic", ["textDocument": document(uri(folder, "b.md"))])
      #expect(report["result"]?["resultId"] == first.first?["resultId"], "one name for one report")
      await client.notify(
        "textDocument/didClose", ["textDocument": ["uri": .string(uri(folder, "b.md"))]])
      #expect(words(await pull(client, previous: ids(first))) == ["b.md full 0"])
    }
  }

  @Test func partsAreSentWhereTheyAreAskedFor() async throws {
    let files = (0..<150).map { ("\($0).md", $0.isMultiple(of: 2) ? Self.faulty : Self.clean) }
    try await withFolder(Dictionary(uniqueKeysWithValues: files)) { folder in
      let client = await started(folder)
      let id = await client.post(
        "workspace/diagnostic",
        ["previousResultIds": [], "partialResultToken": "p", "workDoneToken": 5])
      var parts: [[JSONValue]] = []
      var work: [JSONValue] = []
      var answer: JSONValue = .null
      while answer == .null {
        let message = await client.receive { _ in true }
        if message["id"] == .integer(id) { answer = message["result"] ?? message }
        guard message["method"] == "$/progress", let params = message["params"] else { continue }
        if params["token"] == "p" {
          parts.append(elements(params["value"]?["items"]))
        } else {
          #expect(params["token"] == 5)
          work.append(params["value"]?["kind"] ?? .null)
        }
      }
      #expect(answer == ["items": []], "all was said in parts")
      #expect(parts.count >= 1 && parts.joined().count == 75)
      #expect(Set(parts.joined().compactMap { $0["uri"] }).count == 75)
      #expect(work.first == "begin" && work.last == "end" && work.count >= 3)
      // Without a token, all comes at once.
      let whole = await pull(client)
      #expect(Set(whole) == Set(parts.joined()))
    }
  }

  @Test func aClientThatKnowsAllIsHeldUntilSomethingChanges() async throws {
    try await withFolder(["a.md": Self.faulty]) { folder in
      let client = await started(folder, watching: true)
      func post(_ previous: JSONValue) async -> Int {
        await client.post(
          "workspace/diagnostic", ["previousResultIds": previous, "partialResultToken": "p"])
      }
      func items(_ id: Int) async -> [JSONValue] {
        var items: [JSONValue] = []
        while true {
          let message = await client.receive {
            ($0["id"] == .integer(id) && $0["method"] == nil) || $0["params"]?["token"] == "p"
          }
          guard let value = message["params"]?["value"] else {
            return items + elements(message["result"]?["items"])
          }
          items += elements(value["items"])
        }
      }
      let known = ids(await items(await post([])))
      // What changes nothing for the client does not end the wait; what does, does.
      let held = await post(known)
      await changed(client, uri(folder, "a.md"))
      await client.open(Self.faulty, uri: uri(folder, "a.md"), version: 2)
      await client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .string(uri(folder, "a.md")), "version": 3],
          "contentChanges": [["text": .string(Self.clean)]],
        ])
      let reports = await items(held)
      #expect(words(reports).last == "a.md full 0")
      #expect(reports.last?["version"] == 3)
      // Whoever asks anew has no use for the former question.
      let settled = ids(Array(reports.suffix(1)))
      let former = await post(settled)
      _ = await client.request(
        "textDocument/diagnostic", ["textDocument": document(uri(folder, "a.md"))])
      let next = await post(settled)
      _ = await items(former)
      await client.notify("$/cancelRequest", ["id": .integer(next)])
      let cancelled = await client.receive { $0["id"] == .integer(next) && $0["method"] == nil }
      #expect(cancelled["error"]?["code"] == -32800)
      let last = await post(settled)
      #expect(await client.request("shutdown", .null)["result"] == .null)
      #expect(words(await items(last)).allSatisfy { $0.hasSuffix("unchanged") })
    }
  }

  @Test func changedOptionsMakeAClientAskAnewThatCan() async throws {
    try await withFolder(["a.md": Self.faulty]) { folder in
      let client = await started(folder, watching: true)
      let first = await pull(client)
      try write("{\"rules\": {\"text/*\": \"off\"}}", folder, ".annotate.json")
      await changed(client, uri(folder, ".annotate.json"), 1)
      let request = await client.receive { $0["method"] == "workspace/diagnostic/refresh" }
      #expect(request["id"] != nil && request["params"] == nil)
      await client.respond(to: request)
      #expect(words(await pull(client, previous: ids(first))) == ["a.md full 0"])
      let plain = await started(folder)
      #expect(words(await pull(plain)).isEmpty)
      try write("{}", folder, ".annotate.json")
      await changed(plain, uri(folder, ".annotate.json"))
      #expect(words(await pull(plain)) == ["a.md full 2"])
      let id = await plain.post("shutdown", .null)
      #expect(await plain.receive { _ in true }["id"] == .integer(id), "nothing is asked")
    }
  }

  @Test func theUserCanCancel() async throws {
    let text = String(repeating: "Dmitry Peskov said Oslo was wrong.\n\n", count: 40)
    let files = (0..<200).map { ("\($0).md", text) }
    try await withFolder(Dictionary(uniqueKeysWithValues: files)) { folder in
      let client = await started(folder)
      let id = await client.post(
        "workspace/diagnostic", ["previousResultIds": [], "workDoneToken": "w"])
      let begin = await client.notification("$/progress")
      #expect(begin["value"]?["cancellable"] == true)
      await client.notify("window/workDoneProgress/cancel", ["token": "w"])
      let answer = await client.receive { $0["id"] == .integer(id) }
      #expect(answer["error"]?["code"] == -32800)
    }
  }
}
