import Foundation
import LanguageServerProtocol
import Testing

/// The names that a workspace knows, in the commands.
@Suite(.serialized)
struct DictionaryCommandTests {
  private static let text = "# T\n\nPolvo said that Oslo was late. Polvo Works denied it.\n"
  private static let config = """
    {"entities": [{"name": "Polvo Works", "type": "FAC", "aliases": ["Polvo"]}],
     "ignore": ["Oslo"], "rules": {"*": "off", "entity/*": "warning"}}
    """

  /// The entities of an answer, by type and text.
  private func names(_ answer: JSONValue) -> [String] {
    elements(answer["entities"]).filter { $0["mention"] == "name" }.compactMap { entity in
      guard case (.string(let type)?, .string(let text)?) = (entity["type"], entity["text"]) else {
        return nil
      }
      return "\(type) \(text)"
    }
  }

  private func decoded(_ outcome: Program.Outcome) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8))
  }

  @Test func theyAreKnownWithAFileOfOptions() async throws {
    let files = ["x/a.md": Self.text, "c.json": Self.config]
    try await withFolder(files) { folder in
      let annotated = try decoded(
        await Program.run(
          ["annotate", "--format", "json", "--config", "c.json", "x/a.md"], in: folder))
      #expect(names(annotated) == ["FAC Polvo", "FAC Polvo Works"])
      #expect(elements(annotated["chains"]).first?["name"] == "Polvo Works")
      #expect(elements(annotated["entities"]).first?["confidence"] == 1)
      let claims = elements(annotated["claims"])
      #expect(claims.count == 2 && claims.allSatisfy { $0["sourceChain"] == "x1" })
      let line = #"{"id": 1, "text": "Polvo left Oslo.", "markup": "plain"}"#
      let batch = try decoded(
        await Program.run(["batch", "--config", "c.json"], input: line, in: folder))
      #expect(names(batch) == ["FAC Polvo"])
      let query = try await Program.run(
        ["query", "--config", "c.json", "--claims-by", "Polvo Works", "x"], in: folder)
      #expect(query.output.split(separator: "\n").count == 2)
      let without = try decoded(
        await Program.run(["annotate", "--format", "json", "x/a.md"], in: folder))
      #expect(names(without).contains { $0.hasSuffix("Oslo") })
    }
  }

  @Test func theNearestFileIsRead() async throws {
    try await withFolder(["x/a.md": Self.text, ".annotate.json": Self.config]) { folder in
      let inside = folder.appending(path: "x")
      let annotated = try decoded(
        await Program.run(["annotate", "--format", "json", "a.md"], in: inside))
      #expect(names(annotated) == ["FAC Polvo", "FAC Polvo Works"])
      // What is read from a stream belongs to no folder.
      let line = #"{"id": 1, "text": "She left Oslo.", "markup": "plain"}"#
      let batch = try decoded(await Program.run(["batch"], input: line, in: inside))
      #expect(names(batch).contains("GPE Oslo"))
    }
  }

  @Test(arguments: [["annotate", "a.md"], ["batch"], ["evaluate", "a.jsonl"]])
  func aFileThatCannotBeReadEndsTheRun(arguments: [String]) async throws {
    try await withFolder(["a.md": Self.text, "a.jsonl": "{}", "c.json": "{"]) { folder in
      for file in ["c.json", "none.json"] {
        let outcome = try await Program.run(arguments + ["--config", file], in: folder)
        #expect(outcome.status == 2 && outcome.output == "", "\(file)")
        #expect(outcome.errors.hasPrefix("annotate-server: \(file):"), "\(outcome.errors)")
      }
    }
  }

  @Test func theLinterTakesThemForRight() async throws {
    let text = "# T\n\nYohannes Bere said so. Later Yohanes Bere left. Yohanes Bere slept.\n"
    let names = #"[{"name": "Yohannes Bere", "type": "PERSON"}"#
    for (entities, found) in [
      ("[]", ["3:1"]), (names + "]", ["3:30"]),
      (names + #", {"name": "Yohanes Bere", "type": "PERSON"}]"#, []),
    ] {
      let rules = #"{"*": "off", "entity/spelling-inconsistent": "info"}"#
      let config = "{\"rules\": \(rules), \"entities\": \(entities)}"
      try await withFolder(["a.md": text, "c.json": config]) { folder in
        let outcome = try await Program.run(["lint", "--config", "c.json", "a.md"], in: folder)
        let places = outcome.output.split(separator: "\n").map {
          $0.split(separator: ":").dropFirst().prefix(2).joined(separator: ":")
        }
        #expect(places == found, "\(entities)")
      }
    }
  }
}
