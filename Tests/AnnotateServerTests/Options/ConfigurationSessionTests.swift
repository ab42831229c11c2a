import Foundation
import LanguageServerProtocol
import Testing

/// Where a session's options come from, and what happens when they change.
struct ConfigurationSessionTests {
  private static let text = "# T\n\nPolvo Works said rain was due. Polvo won a cafÃ©.\n"
  private static let known = """
    {"entities": [{"name": "Polvo Works", "type": "FAC", "aliases": ["Polvo"]}],
     "rules": {"head/*": "off", "credit/*": "off"}}
    """

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private func uri(_ path: String) -> String { DocumentURI(path: path).rawValue }

  private func hasChanged(_ client: TestClient, _ path: String) async {
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(uri(path)), "type": 2]]])
  }

  private func change(
    _ client: TestClient, _ path: String, _ text: String, version: Int
  ) async {
    await client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri(path)), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// The rules of the next findings on a document.
  private func rules(_ client: TestClient, _ path: String) async -> [JSONValue] {
    let published = await client.notification("textDocument/publishDiagnostics") {
      $0["uri"] == .string(uri(path))
    }
    return elements(published["diagnostics"]).compactMap { $0["code"] }
  }

  /// The entities of a document, by type and text.
  private func entities(_ client: TestClient, _ path: String) async -> [String] {
    let answer = await client.request(
      "textDocument/annotations", ["textDocument": document(uri(path))])
    return elements(answer["result"]?["entities"]).compactMap { entity in
      guard case (.string(let type)?, .string(let text)?) = (entity["type"], entity["text"]),
        entity["mention"] == "name"
      else { return nil }
      return "\(type) \(text)"
    }
  }

  @Test func theFileOfTheFolderCounts() async throws {
    try await withFolder(["a.md": Self.text, ".annotate.json": Self.known]) { folder in
      let client = await TestClient.started(
        options: ["rules": ["text/mojibake": "off"]], folders: [folder.path])
      let path = folder.path + "/a.md"
      await client.open(Self.text, uri: uri(path))
      #expect(await rules(client, path).isEmpty)
      #expect(await entities(client, path) == ["FAC Polvo Works", "FAC Polvo"])
      let typed = await client.request(
        "textDocument/completion",
        ["textDocument": document(uri(path)), "position": ["line": 2, "character": 2]])
      let labels = elements(typed["result"]?["items"]).map { $0["label"] }
      #expect(labels.contains("Polvo Works") && labels.contains("Polvo"))
      let found = await client.request("workspace/entities", ["query": "polvo"])
      let thing = elements(found["result"]?["entities"]).first
      #expect(thing?["name"] == "Polvo Works" && thing?["count"] == 2 && thing?["type"] == "FAC")
    }
  }

  @Test func theClientGoesBeforeTheFile() async throws {
    let file = #"{"rules": {"head/*": "off", "text/mojibake": "info"}, "minConfidence": 1}"#
    try await withFolder([".annotate.json": file]) { folder in
      let client = await TestClient.started(
        options: ["rules": ["text/mojibake": "error"], "minConfidence": 0],
        folders: [folder.path])
      let path = folder.path + "/a.md"
      await client.open(Self.text, uri: uri(path))
      let published = await client.notification("textDocument/publishDiagnostics")
      let found = elements(published["diagnostics"])
      #expect(found.first { $0["code"] == "text/mojibake" }?["severity"] == 1)
      #expect(!found.contains { $0["code"] == "head/date-missing" })
      #expect(await !entities(client, path).isEmpty)
    }
  }

  @Test func aDocumentOutsideHasTheNearestFile() async throws {
    let files = ["x/y/a.md": "", "x/.annotate.json": Self.known, "z/.git/config": ""]
    try await withFolder(files) { folder in
      let client = await TestClient.started()
      await client.open(Self.text, uri: uri(folder.path + "/x/y/a.md"))
      #expect(await entities(client, folder.path + "/x/y/a.md").first == "FAC Polvo Works")
      let file = folder.path + "/x/.annotate.json"
      try write(Self.known.replacing("rules", with: "rule"), file)
      #expect(await rules(client, file) == ["configuration"])
      await client.open(Self.text, uri: uri(folder.path + "/z/a.md"))
      #expect(await entities(client, folder.path + "/z/a.md").first != "FAC Polvo Works")
    }
  }

  @Test func changesOnDiskTakeEffect() async throws {
    try await withFolder(["a.md": Self.text, "old/b.md": Self.text]) { folder in
      let client = await TestClient.started(
        capabilities: [
          "workspace": [
            "semanticTokens": ["refreshSupport": true], "inlayHint": ["refreshSupport": true],
          ]
        ], folders: [folder.path])
      let (path, file) = (folder.path + "/a.md", folder.path + "/.annotate.json")
      await client.open(Self.text, uri: uri(path))
      #expect(await rules(client, path).contains("head/date-missing"))
      func count() async -> JSONValue? {
        let found = await client.request("workspace/entities", ["query": "Polvo Works"])
        return elements(found["result"]?["entities"]).first { $0["type"] == "FAC" }?["count"]
      }
      #expect(await count() == nil)
      try write(Self.known, file)
      await hasChanged(client, file)
      #expect(await rules(client, path) == ["text/mojibake"])
      for method in ["semanticTokens", "inlayHint"] {
        let request = await client.receive {
          $0["method"] == .string("workspace/\(method)/refresh")
        }
        #expect(request["id"] != nil)
        await client.respond(to: request)
      }
      #expect(await count() == 4)
      try write(
        Self.known.replacing("{\"entities", with: "{\"exclude\": [\"old\"], \"entities"), file)
      await hasChanged(client, file)
      #expect(await count() == 2)
      try FileManager.default.removeItem(atPath: file)
      await client.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": .string(uri(file)), "type": 3]]])
      #expect(await rules(client, path).contains("head/date-missing"))
      #expect(await count() == nil)
    }
  }

  /// Many clients tell of no changed files.
  @Test func changesAreSeenWithoutBeingTold() async throws {
    try await withFolder(["a.md": Self.text]) { folder in
      let path = folder.path + "/a.md"
      let client = await TestClient.started(folders: [folder.path])
      await client.open(Self.text, uri: uri(path))
      #expect(await rules(client, path).contains("head/date-missing"))
      try write(Self.known, folder.path + "/.annotate.json")
      #expect(await rules(client, path) == ["text/mojibake"])
      try FileManager.default.removeItem(atPath: folder.path + "/.annotate.json")
      #expect(await rules(client, path).contains("head/date-missing"))
    }
  }

  @Test func whatIsWrongIsSaidOnTheFile() async throws {
    let wrong = "{\n  \"rules\": {\"😀\": \"off\", \"text/mojibak\": \"off\"}\n}\n"
    try await withFolder([".annotate.json": wrong]) { folder in
      let file = folder.path + "/.annotate.json"
      let client = await TestClient.started(folders: [folder.path])
      let message = await client.notification("window/showMessage")
      #expect("\(message)".contains(":2:25: there is no rule “text/mojibak”; did you mean"))
      let published = await client.notification("textDocument/publishDiagnostics")
      #expect(published["uri"] == .string(uri(file)))
      let found = elements(published["diagnostics"])
      #expect(found.map { $0["code"] } == ["configuration", "configuration"])
      let place: JSONValue = [
        "start": ["line": 1, "character": 25], "end": ["line": 1, "character": 39],
      ]
      #expect(found.last?["range"] == place)
      // It is mended on disk.
      try write("{}", file)
      await hasChanged(client, file)
      #expect(await rules(client, file).isEmpty)
    }
  }

  @Test func theFileIsLiveWhileItIsOpen() async throws {
    try await withFolder(["a.md": Self.text, ".annotate.json": "{}"]) { folder in
      let (path, file) = (folder.path + "/a.md", folder.path + "/.annotate.json")
      let client = await TestClient.started(folders: [folder.path])
      await client.open(Self.text, uri: uri(path))
      #expect(await rules(client, path).contains("head/date-missing"))
      await client.open("{}", uri: uri(file), version: 3)
      let opened = await client.notification("textDocument/publishDiagnostics")
      #expect(opened["version"] == 3 && opened["diagnostics"] == [])
      await change(client, file, Self.known.replacing("FAC", with: "FACT"), version: 4)
      #expect(await rules(client, file) == ["configuration"])
      #expect(await rules(client, path) == ["text/mojibake"], "the rest counts")
      #expect(await entities(client, path).first != "FAC Polvo Works")
      await change(client, file, Self.known, version: 5)
      #expect(await rules(client, file).isEmpty)
      #expect(await entities(client, path).first == "FAC Polvo Works")
      // While it is no JSON, what it said before holds.
      await change(client, file, Self.known + "x", version: 6)
      #expect(await rules(client, file) == ["configuration"])
      #expect(await entities(client, path).first == "FAC Polvo Works")
      await client.notify("textDocument/didClose", ["textDocument": document(uri(file))])
      #expect(await rules(client, file).isEmpty)
      #expect(await entities(client, path).first != "FAC Polvo Works")
    }
  }

  @Test func theFileIsNoArticle() async throws {
    try await withFolder(["a.md": "# T\n"]) { folder in
      let file = uri(folder.path + "/.annotate.json")
      let client = await TestClient.started(
        capabilities: [
          "textDocument": [
            "diagnostic": [:],
            "codeAction": [
              "codeActionLiteralSupport": ["codeActionKind": ["valueSet": [""]]]
            ],
          ]
        ], options: ["fileExtensions": ["json", "md"]], folders: [folder.path])
      await client.open("{\"rule\": {}, \"Paris\": \"Dmitry Peskov said so.\"}", uri: file)
      let report = await client.request("textDocument/diagnostic", ["textDocument": document(file)])
      #expect(elements(report["result"]?["items"]).count == 2)
      #expect(await entities(client, folder.path + "/.annotate.json").isEmpty)
      let start: JSONValue = ["line": 0, "character": 20]
      let place: JSONValue = ["textDocument": document(file), "position": start]
      for method in ["hover", "definition", "completion", "documentSymbol", "foldingRange"] {
        let answer = await client.request("textDocument/\(method)", place)
        #expect(answer["error"] == nil, "\(method)")
      }
      let found = await client.request("workspace/entities", [:])
      #expect(found["result"]?["entities"] == [])
      // What was most likely meant is put in its place.
      let actions = await client.request(
        "textDocument/codeAction",
        [
          "textDocument": document(file), "context": ["diagnostics": []],
          "range": ["start": ["line": 0, "character": 2], "end": ["line": 0, "character": 2]],
        ])
      let edit = elements(actions["result"]).first?["edit"]?["changes"]?[file]?[0]
      #expect(elements(actions["result"]).count == 1 && edit?["newText"] == "\"rules\"")
    }
  }

  @Test func settingsAreAskedFor() async throws {
    try await withFolder(["a.md": Self.text]) { folder in
      let path = folder.path + "/a.md"
      let client = await TestClient.started(
        capabilities: [
          "workspace": [
            "configuration": true, "didChangeConfiguration": ["dynamicRegistration": true],
          ]
        ], options: ["rules": ["head/*": "off"]], folders: [folder.path])
      let registration = await client.receive { $0["method"] == "client/registerCapability" }
      #expect(
        registration["params"]?["registrations"]?[0]?["method"]
          == "workspace/didChangeConfiguration")
      await client.respond(to: registration)
      await client.open(Self.text, uri: uri(path))
      #expect(await rules(client, path).contains("text/mojibake"))
      func answer(_ settings: JSONValue) async {
        let request = await client.receive { $0["method"] == "workspace/configuration" }
        #expect(request["params"] == ["items": [["section": "annotate"]]])
        await client.respond(to: request, [settings])
      }
      await answer(["rules": ["text/*": "off", "credit/*": "off", "x/y": "off"]])
      #expect(await rules(client, path).isEmpty)
      let message = await client.notification("window/showMessage")
      #expect("\(message)".contains("there is no rule “x/y”"))
      await client.notify("workspace/didChangeConfiguration", ["settings": nil])
      await answer(nil)
      #expect(await rules(client, path).contains("text/mojibake"))
    }
  }

  @Test(
    arguments: [
      (["annotate": ["rules": ["*": "off"]]], true), (["rules": ["*": "off"]], true),
      (["python": ["rules": ["*": "off"]]], false), (nil, false), ([], false),
    ] as [(JSONValue, Bool)])
  func settingsMayComeUnasked(settings: JSONValue, isOurs: Bool) async {
    let client = await TestClient.started()
    await client.open(Self.text)
    #expect(await rules(client, "/article.md").contains("text/mojibake"))
    await client.notify("workspace/didChangeConfiguration", ["settings": settings])
    if isOurs { #expect(await rules(client, "/article.md").isEmpty) }
    // Nothing was asked, and nothing else was said.
    let id = await client.post(
      "textDocument/hover",
      [
        "textDocument": document(), "position": ["line": 0, "character": 0],
      ])
    #expect(await client.receive { _ in true }["id"] == .integer(id))
  }

  @Test func otherExtensionsAreWatched() async throws {
    try await withFolder { folder in
      let file = folder.path + "/.annotate.json"
      let client = await TestClient.started(
        capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]],
        folders: [folder.path])
      let first = await client.receive { $0["method"] == "client/registerCapability" }
      await client.respond(to: first)
      try write(#"{"fileExtensions": ["rst"]}"#, file)
      await hasChanged(client, file)
      let undone = await client.receive { $0["method"] == "client/unregisterCapability" }
      #expect(undone["params"]?["unregisterations"]?[0]?["id"] == "watched-files")
      let next = await client.receive { $0["method"] == "client/registerCapability" }
      let watchers = next["params"]?["registrations"]?[0]?["registerOptions"]?["watchers"]
      #expect(watchers?[0]?["globPattern"] == "**/*.{markdown,md,rst,txt}")
    }
  }
}
