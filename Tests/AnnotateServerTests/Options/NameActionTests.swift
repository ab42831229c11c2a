import Foundation
import LanguageServerProtocol
import Testing

/// What can be said of names from an editor, and what becomes of it.
struct NameActionTests {
  private static let text =
    "# T\n\nPolvo Works said it was late. “We rest on Quiet Day,” it said.\n"
  private static let able: [String: JSONValue] = [
    "textDocument": [
      "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["refactor"]]]]
    ]
  ]

  /// A client with an article of a folder open.
  private func started(_ folder: URL, applies: Bool = false) async -> (TestClient, String) {
    var capabilities = Self.able
    if applies { capabilities["workspace"] = ["applyEdit": true] }
    let client = await TestClient.started(
      capabilities: .object(capabilities), folders: [folder.path])
    let uri = DocumentURI(path: folder.path + "/a.md").rawValue
    await client.open(Self.text, uri: uri)
    return (client, uri)
  }

  private func actions(
    _ client: TestClient, _ uri: String, _ columns: Swift.Range<Int>
  ) async -> [JSONValue] {
    let answer = await client.request(
      "textDocument/codeAction",
      [
        "textDocument": document(uri), "context": ["diagnostics": [], "only": ["refactor"]],
        "range": [
          "start": ["line": 2, "character": .integer(columns.lowerBound)],
          "end": ["line": 2, "character": .integer(columns.upperBound)],
        ],
      ])
    return elements(answer["result"])
  }

  private func run(_ client: TestClient, _ action: JSONValue?) async -> JSONValue {
    await client.request(
      "workspace/executeCommand",
      [
        "command": action?["command"]?["command"] ?? .null,
        "arguments": action?["command"]?["arguments"] ?? .null,
      ])
  }

  private func type(_ client: TestClient, _ uri: String, of name: String) async -> JSONValue? {
    let answer = await client.request(
      "textDocument/annotations", ["textDocument": document(uri)])
    return elements(answer["result"]?["entities"]).first { $0["text"] == .string(name) }?["type"]
  }

  private func read(_ folder: URL) -> String? {
    try? String(contentsOf: folder.appending(path: ".annotate.json"), encoding: .utf8)
  }

  @Test func selectedTextIsLearnedAndForgotten() async throws {
    try await withFolder { folder in
      let (client, uri) = await started(folder)
      #expect(await actions(client, uri, 12..<12).isEmpty, "no name, nothing selected")
      let found = await actions(client, uri, 42..<51)
      let event = found.first {
        $0["title"] == "Add “Quiet Day” to the workspace’s names as EVENT"
      }
      #expect(event?["kind"] == "refactor.annotate" && event?["edit"] == nil)
      #expect(await run(client, event)["result"] == .null)
      #expect(
        read(folder)
          == "{\n  \"entities\": [\n    {\"name\": \"Quiet Day\", \"type\": \"EVENT\"}\n  ]\n}\n")
      #expect(await type(client, uri, of: "Quiet Day") == "EVENT")
      let other = await actions(client, uri, 45..<45)
      #expect(!other.contains { $0["title"] == event?["title"] })
      #expect(await run(client, other.last)["result"] == .null)
      #expect(other.last?["title"] == "“Quiet Day” is not a name")
      #expect(await type(client, uri, of: "Quiet Day") == nil)
      #expect(read(folder)?.contains("\"ignore\": [\"Quiet Day\"]") == true)
    }
  }

  @Test func aClientThatMakesEditsIsAsked() async throws {
    try await withFolder([".annotate.json": "{\n\t\"exclude\": []\n}\n"]) { folder in
      let (client, uri) = await started(folder, applies: true)
      let found = await actions(client, uri, 3..<3)
      let place = found.first {
        $0["title"] == "Add “Polvo Works” to the workspace’s names as FAC"
      }
      #expect(await run(client, place)["error"] == nil)
      let request = await client.receive { $0["method"] == "workspace/applyEdit" }
      let file = DocumentURI(path: folder.path + "/.annotate.json").rawValue
      let end: JSONValue = ["line": 1, "character": 14]
      #expect(
        request["params"]?["edit"] == [
          "changes": [
            file: [
              [
                "range": ["start": end, "end": end],
                "newText":
                  ",\n\t\"entities\": [\n\t\t{\"name\": \"Polvo Works\", \"type\": \"FAC\"}\n\t]",
              ]
            ]
          ]
        ])
      #expect(await type(client, uri, of: "Polvo Works") != "FAC", "it is not changed yet")
      await client.respond(to: request, ["applied": true])
      #expect(await type(client, uri, of: "Polvo Works") == "FAC")
      #expect(read(folder)?.contains("Polvo") == false, "the client writes it")
      _ = await run(client, found.last)
      let next = await client.receive { $0["method"] == "workspace/applyEdit" }
      await client.respond(to: next, ["applied": false, "failureReason": "read only"])
      let message = await client.notification("window/showMessage")
      #expect("\(message)".contains("was not changed: read only"))
      #expect(await type(client, uri, of: "Polvo Works") == "FAC")
    }
  }

  @Test func whatCannotBeDoneIsRefused() async throws {
    try await withFolder([".annotate.json": "{"]) { folder in
      let (client, uri) = await started(folder)
      for (command, arguments): (JSONValue, JSONValue) in [
        ("annotate.learnName", [.string(uri), "Oslo", "CITY"]),
        ("annotate.learnName", [.string(uri), "Oslo"]),
        ("annotate.ignoreName", [.string(uri), " "]),
        ("annotate.ignoreName", ["untitled:1", 2]), ("annotate.ignoreName", .null),
        // The file is no JSON.
        ("annotate.ignoreName", [.string(uri), "Oslo"]),
      ] {
        let answer = await client.request(
          "workspace/executeCommand", ["command": command, "arguments": arguments])
        #expect(answer["error"] != nil, "\(command) \(arguments)")
      }
      #expect(read(folder) == "{")
    }
  }
}
