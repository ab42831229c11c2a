import Foundation
import LanguageServerProtocol
import Testing

/// `query` as a researcher calls it.
@Suite(.serialized)
struct QueryCommandTests {
  private static let files = [
    "a.md": """
    # Talks end
    **Agency**

    **2023-10-27 22:33**

    **https://example.org/a**

    😀 It rained. Dmitry Peskov said the talks were over. “We leave,” he said.

    """,
    "x/b.md": "# Later\n**Agency**\n\n**2023-11-02**\n\nPeskov denied that Oslo had won.\n",
    "x/c.txt": "# Undated\n\nSergey Lavrov said that Dmitry Peskov was wrong.\n",
    "x/d.md": "   \n",
    "drafts/e.md": "# Draft\n\nDmitry Peskov said nothing was over.\n",
    ".gitignore": "drafts/\n",
  ]

  private func query(_ arguments: String..., in folder: URL) async throws -> Program.Outcome {
    try await Program.run(["query"] + arguments, in: folder)
  }

  @Test func aClaimIsALineWithItsPlace() async throws {
    try await withFolder(Self.files) { folder in
      let all = try await query("--claims-by", "PEŠKOV", "a.md", "x/b.md", "x/c.txt", in: folder)
      #expect(all.status == 0 && all.errors == "")
      #expect(
        all.output == """
          a.md:8:14: 2023-10-27 Dmitry Peskov said: the talks were over [indirect, statement]
          a.md:8:54: 2023-10-27 he [Dmitry Peskov] said: “We leave,” [direct, statement]
          x/b.md:6:1: 2023-11-02 Peskov denied: that Oslo had won [indirect, statement, negative]

          """)
      let about = try await query("--about", "Peskov", "x/c.txt", in: folder)
      #expect(
        about.output
          == "x/c.txt:3:1: undated Sergey Lavrov said: that Dmitry Peskov was wrong [indirect, statement]\n"
      )
    }
  }

  @Test func conditionsAddUp() async throws {
    try await withFolder(Self.files) { folder in
      for (arguments, files) in [
        (["--claims-by", "Peskov", "--since", "2023-11"], ["x/b.md"]),
        (["--claims-by", "Peskov", "--until", "2023-10-27"], ["a.md", "a.md"]),
        (["--claims-by", "Peskov", "--until", "2023-10-27", "--limit", "1"], ["a.md"]),
        (["--claims-by", "Dmitry Peskov", "--about", "Oslo"], ["x/b.md"]),
        (["--since", "2023"], ["a.md", "a.md", "x/b.md"]),
        (["--min-confidence", "1"], []),
      ] {
        let outcome = try await Program.run(["query"] + arguments + ["a.md", "x/b.md"], in: folder)
        let found = outcome.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(found == files.map { $0[...] }, "\(arguments)")
        #expect(outcome.status == (files.isEmpty ? 1 : 0))
      }
    }
  }

  /// Folders are walked like those of `lint`; what cannot be read is told, and the rest is asked.
  @Test func aFolderIsItsArticles() async throws {
    try await withFolder(Self.files) { folder in
      let here = try await query("--claims-by", "Peskov", in: folder)
      #expect(here.status == 2)
      #expect(
        here.errors
          == "annotate-server: ./x/d.md: the file is empty: there is nothing to annotate\n")
      #expect(
        here.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
          == ["./a.md", "./a.md", "./x/b.md"])
      let missing = try await query("none", "a.md", in: folder)
      #expect(missing.status == 2)
      #expect(missing.errors.contains("none: there is no such file"))
      #expect(missing.output.split(separator: "\n").count == 2)
      let input = try await Program.run(["query", "-"], input: Self.files["x/c.txt"]!, in: folder)
      #expect(input.output.hasPrefix("<stdin>:3:1: undated Sergey Lavrov said: "))
    }
  }

  @Test func theConfigurationSaysWhichFilesAreArticles() async throws {
    var files = Self.files
    files[".annotate.json"] = #"{"exclude": ["x/"], "fileExtensions": ["md"]}"#
    files["other.json"] = #"{"fileExtensions": ["txt"]}"#
    try await withFolder(files) { folder in
      let outcome = try await query("--claims-by", "Peskov", ".", in: folder)
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("./a.md:") })
      let other = try await query("--about", "Peskov", "--config", "other.json", in: folder)
      #expect(other.output.hasPrefix("./x/c.txt:3:1: "))
      #expect(try await query("--config", "none.json", in: folder).status == 2)
    }
  }

  @Test func entitiesAreFoundWhereTheyAreNamed() async throws {
    try await withFolder(Self.files) { folder in
      let outcome = try await query("--entity", "peskov", "a.md", "x/c.txt", in: folder)
      #expect(outcome.status == 0)
      #expect(
        outcome.output == """
          a.md:8:14: 2023-10-27 Dmitry Peskov [PERSON, 2 mentions]
          x/c.txt:3:25: undated Dmitry Peskov [PERSON, 1 mention]

          """)
    }
  }

  @Test(arguments: ["json", "jsonl"])
  func jsonHoldsSpansInCodePoints(format: String) async throws {
    try await withFolder(Self.files) { folder in
      func answers(_ arguments: String...) async throws -> [JSONValue] {
        let outcome = try await Program.run(
          ["query", "--format", format] + arguments + ["a.md"], in: folder)
        if format == "json" { return elements(try read(outcome.output, as: JSONValue.self)) }
        return try outcome.output.split(separator: "\n").map {
          try read(String($0), as: JSONValue.self)
        }
      }
      let claims = try await answers("--claims-by", "Peskov", "--ranges")
      #expect(claims.count == 2)
      let claim = try #require(claims.last)
      #expect(claim["file"] == "a.md" && claim["line"] == 8 && claim["column"] == 54)
      #expect(
        claim["article"] == [
          "title": "Talks end", "publisher": "Agency", "date": "2023-10-27 22:33",
          "url": "https://example.org/a",
        ])
      #expect(claim["sourceName"] == "Dmitry Peskov")
      #expect(claim["text"]?["source"] == "he")
      guard case .integer(let start)? = claim["content"]?[0]?[0],
        case .integer(let end)? = claim["content"]?[0]?[1]
      else {
        Issue.record("no span in \(claim)")
        return
      }
      #expect(CodePoints(Self.files["a.md"]!)[start, end] == "“We leave,”")
      #expect(claim["ranges"]?["content"]?[0]?["start"] == ["line": 7, "character": 54])
      let mentions = try await answers("--entity", "Peskov")
      #expect(mentions.count == 1)
      #expect(mentions.first?["name"] == "Dmitry Peskov" && mentions.first?["count"] == 2)
      #expect(mentions.first?["mentions"]?[1]?["text"] == "he")
      #expect(try await answers("--claims-by", "Nobody").isEmpty)
    }
  }

  /// However many articles are read at the same time, answers come in the order of the files.
  @Test func theOrderIsThatOfTheFiles() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      let length = number % 5 == 0 ? 60 : 1
      let text = String(repeating: "Dmitry Peskov said Oslo was wrong.\n\n", count: length)
      files["\(100 + number).md"] = "# Article\n\n\(text)"
    }
    try await withFolder(files) { folder in
      let outcome = try await query(".", in: folder)
      let found = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
      #expect(found.count == 8 * 60 + 32)
      #expect(found == found.sorted())
    }
  }
}
