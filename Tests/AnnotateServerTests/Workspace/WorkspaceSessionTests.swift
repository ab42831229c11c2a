import Foundation
import LanguageServerProtocol
import Testing

/// What a client sees of the articles in its folders, while these and it change.
struct WorkspaceSessionTests {
  private static let oslo = "# Oslo\n\nDmitry Peskov said Oslo was wrong.\n"
  private static let kyiv = "# Kyiv\n\nDmitry Peskov said Kyiv was wrong.\n"
  private static let rome = "# Rome\n\nDmitry Peskov said Rome was wrong.\n"

  /// The titles of the articles with claims by a name, in alphabetical order.
  private func titles(_ client: TestClient, by name: String = "Peskov") async -> [String] {
    let answer = await client.request("workspace/claims", ["source": .string(name)])
    return elements(answer["result"]?["claims"] ?? .null).compactMap {
      if case .string(let title)? = $0["article"]?["title"] { title } else { nil }
    }.sorted()
  }

  private func changed(_ client: TestClient, _ changes: (String, Int)...) async {
    await client.notify(
      "workspace/didChangeWatchedFiles",
      [
        "changes": .array(
          changes.map {
            ["uri": .string(DocumentURI(path: $0.0).rawValue), "type": .integer($0.1)]
          })
      ])
  }

  private func write(_ text: String, _ path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  @Test func claimsAreThoseOfTheArticles() async throws {
    let text = """
      # Talks end
      **Agency**

      **2023-10-27 22:33**

      **https://example.org/a**

      😀 It rained. Dmitry Peskov said the *talks* were over. “We leave,” he said.

      """
    try await withFolder(["x/a b.md": text]) { folder in
      let client = await TestClient.started(folders: [folder.path])
      let uri = DocumentURI(path: folder.path + "/x/a b.md").rawValue
      let answer = await client.request("workspace/claims", ["source": "PEŠKOV", "about": "talks"])
      let claims = elements(answer["result"]?["claims"] ?? .null)
      #expect(claims.count == 1)
      let claim = try #require(claims.first)
      #expect(
        claim["location"] == [
          "uri": .string(uri),
          "range": [
            "start": ["line": 7, "character": 14], "end": ["line": 7, "character": 54],
          ],
        ])
      #expect(
        claim["article"] == [
          "title": "Talks end", "publisher": "Agency", "date": "2023-10-27 22:33",
          "url": "https://example.org/a",
        ])
      #expect(claim["sourceName"] == "Dmitry Peskov")
      #expect(
        claim["text"] == [
          "source": "Dmitry Peskov", "cue": "said", "content": "the talks were over",
        ])
      // The rest is what the document itself would tell.
      await client.open(text, uri: uri)
      let annotations = await client.request(
        "textDocument/annotations", ["textDocument": document(uri)])
      let own = elements(annotations["result"]?["claims"] ?? .null)
      let all = elements(
        await client.request("workspace/claims", [:])["result"]?["claims"] ?? .null)
      #expect(own.count == 2 && all.count == 2)
      for (claim, own) in zip(all, own) {
        for key in ["id", "form", "kind", "source", "sourceChain", "cue", "content", "confidence"] {
          #expect(claim[key] == own[key], "\(key)")
        }
        #expect(claim["location"]?["uri"] == .string(uri))
      }
    }
  }

  @Test func aQuestionThatMakesNoSenseIsRefused() async throws {
    try await withFolder { folder in
      let client = await TestClient.started(folders: [folder.path])
      for params: JSONValue in [
        ["since": "yesterday"], ["until": "2023-13"], ["source": ""], ["about": "…"],
        ["source": 1], ["limit": "x"],
      ] {
        let answer = await client.request("workspace/claims", params)
        #expect(answer["error"]?["code"] == -32602, "\(params)")
      }
      let answer = await client.request("workspace/entities", ["type": "HUMAN"])
      #expect(answer["error"]?["code"] == -32602)
    }
  }

  @Test func anOpenDocumentCountsInPlaceOfItsFile() async throws {
    try await withFolder(["a.md": Self.oslo]) { folder in
      let client = await TestClient.started(folders: [folder.path])
      #expect(await titles(client) == ["Oslo"])
      let uri = DocumentURI(path: folder.path + "/a.md").rawValue
      await client.open(Self.kyiv, uri: uri)
      #expect(await titles(client) == ["Kyiv"])
      // The file changes, but it is the open text that counts.
      try write("# Empty\n", folder.path + "/a.md")
      await changed(client, (folder.path + "/a.md", 2))
      #expect(await titles(client) == ["Kyiv"])
      await changed(client, (folder.path + "/a.md", 3))
      #expect(await titles(client) == ["Kyiv"])
      await client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .string(uri), "version": 2],
          "contentChanges": [["text": .string(Self.rome)]],
        ])
      #expect(await titles(client) == ["Rome"])
      try write(Self.oslo, folder.path + "/a.md")
      await client.notify("textDocument/didClose", ["textDocument": document(uri)])
      #expect(await titles(client) == ["Oslo"])
    }
  }

  @Test func anOpenDocumentCountsWithoutAFile() async throws {
    let client = await TestClient.started()
    #expect(await titles(client).isEmpty)
    await client.open(Self.oslo, uri: "untitled:Untitled-1")
    #expect(await titles(client) == ["Oslo"])
    await client.notify("textDocument/didClose", ["textDocument": document("untitled:Untitled-1")])
    #expect(await titles(client).isEmpty)
  }

  @Test func changesOfFilesAreFollowed() async throws {
    try await withFolder(["a.md": Self.oslo, "x/b.md": Self.kyiv, ".gitignore": "drafts\n"]) {
      folder in
      let root = folder.path
      let client = await TestClient.started(folders: [root])
      #expect(await titles(client) == ["Kyiv", "Oslo"])
      try write(Self.rome, root + "/a.md")
      try write(Self.oslo, root + "/new/c.md")
      try write(Self.oslo, root + "/drafts/d.md")
      try write(Self.oslo, root + "/e.html")
      await changed(
        client, (root + "/a.md", 2), (root + "/new/c.md", 1), (root + "/drafts/d.md", 1),
        (root + "/e.html", 1), ("/elsewhere/f.md", 1))
      #expect(await titles(client) == ["Kyiv", "Oslo", "Rome"])
      try FileManager.default.removeItem(atPath: root + "/a.md")
      try FileManager.default.removeItem(atPath: root + "/x")
      await changed(client, (root + "/a.md", 3), (root + "/x", 3))
      #expect(await titles(client) == ["Oslo"])
      try write(Self.kyiv, root + "/y/z/g.md")
      await changed(client, (root + "/y", 1))
      #expect(await titles(client) == ["Kyiv", "Oslo"])
      // What cannot be read any more is no article.
      try write("", root + "/y/z/g.md")
      await changed(client, (root + "/y/z/g.md", 2))
      #expect(await titles(client) == ["Oslo"])
      try write("new\n", root + "/.gitignore")
      await changed(client, (root + "/.gitignore", 2))
      #expect(await titles(client) == ["Oslo"])
      let answer = await client.request("workspace/claims", ["source": "Peskov"])
      #expect("\(answer)".contains("/drafts/d.md"))
    }
  }

  @Test func foldersComeAndGo() async throws {
    try await withFolder(["a/a.md": Self.oslo, "b/b.md": Self.kyiv, "a/c/c.md": Self.rome]) {
      folder in
      let root = folder.path
      let client = await TestClient.started(folders: [root + "/a"])
      func change(added: [String] = [], removed: [String] = []) async {
        await client.notify(
          "workspace/didChangeWorkspaceFolders",
          [
            "event": [
              "added": .array(added.map { workspaceFolder(root + $0) }),
              "removed": .array(removed.map { workspaceFolder(root + $0) }),
            ]
          ])
      }
      #expect(await titles(client) == ["Oslo", "Rome"])
      await change(added: ["/b", "/a/c/"])
      #expect(await titles(client) == ["Kyiv", "Oslo", "Rome"])
      await change(removed: ["/a"])
      #expect(await titles(client) == ["Kyiv", "Rome"])
      await client.open(Self.kyiv, uri: DocumentURI(path: root + "/b/b.md").rawValue)
      await change(removed: ["/a/c", "/b", "/none"])
      #expect(await titles(client) == ["Kyiv"], "an open document stays")
      await client.notify(
        "textDocument/didClose",
        ["textDocument": document(DocumentURI(path: root + "/b/b.md").rawValue)])
      #expect(await titles(client).isEmpty)
    }
  }

  @Test(arguments: ["rootUri", "rootPath"])
  func anOlderClientHasOneFolder(member: String) async throws {
    try await withFolder(["a.md": Self.oslo]) { folder in
      let client = TestClient()
      let root = member == "rootUri" ? DocumentURI(path: folder.path).rawValue : folder.path
      _ = await client.request(
        "initialize", .object(["capabilities": [:], member: .string(root)]))
      // No “initialized” follows from a hasty script.
      #expect(await titles(client) == ["Oslo"])
    }
  }

  @Test func optionsSayWhichFilesAreArticles() async throws {
    try await withFolder(["a.md": Self.oslo, "b.rst": Self.kyiv, "old/c.rst": Self.rome]) {
      folder in
      let client = await TestClient.started(
        options: ["fileExtensions": ["rst"], "exclude": ["old/"]], folders: [folder.path])
      #expect(await titles(client) == ["Kyiv"])
    }
  }

  @Test func entitiesAndSymbolsAreThoseOfAllArticles() async throws {
    try await withFolder(["a.md": Self.oslo, "b.md": Self.kyiv]) { folder in
      let client = await TestClient.started(folders: [folder.path])
      let answer = await client.request("workspace/entities", ["query": "pes", "type": "PERSON"])
      let entities = elements(answer["result"]?["entities"] ?? .null)
      #expect(entities.count == 1)
      #expect(entities.first?["name"] == "Dmitry Peskov")
      #expect(entities.first?["type"] == "PERSON")
      #expect(entities.first?["count"] == 2)
      let place: JSONValue = [
        "start": ["line": 2, "character": 0], "end": ["line": 2, "character": 13],
      ]
      #expect(
        entities.first?["locations"]
          == .array(
            ["a.md", "b.md"].map {
              ["uri": .string(DocumentURI(path: "\(folder.path)/\($0)").rawValue), "range": place]
            }))
      let found = await client.request("workspace/symbol", ["query": "oslo"])
      let symbols = elements(found["result"] ?? .null)
      #expect(symbols.contains { $0["name"] == "Oslo" && $0["kind"] == 1 }, "the title")
      #expect(symbols.contains { $0["containerName"] == "Oslo" && $0["kind"] != 1 }, "the name")
      let all = await client.request("workspace/symbol", ["query": ""])
      #expect(elements(all["result"] ?? .null).contains { $0["name"] == "Dmitry Peskov" })
    }
  }

  @Test func nothingIsAskedOfAClientThatDidNotOffer() async throws {
    try await withFolder(["a.md": Self.oslo]) { folder in
      let client = await TestClient.started(folders: [folder.path])
      let id = await client.post("workspace/claims", [:])
      #expect(await client.receive { _ in true }["id"] == .integer(id))
    }
  }

  @Test func changesAreRegisteredFor() async throws {
    try await withFolder { folder in
      let client = await TestClient.started(
        capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]],
        folders: [folder.path])
      let request = await client.receive { $0["method"] == "client/registerCapability" }
      let registration = request["params"]?["registrations"]?[0]
      #expect(registration?["method"] == "workspace/didChangeWatchedFiles")
      #expect(
        registration?["registerOptions"]?["watchers"] == [
          ["globPattern": "**/*.{markdown,md,txt}"], ["globPattern": "**/.gitignore"],
          ["globPattern": "**/.annotate.json"],
        ])
      await client.respond(to: request)
    }
  }
}
