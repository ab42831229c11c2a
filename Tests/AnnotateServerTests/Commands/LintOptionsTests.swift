import Foundation
import LanguageServerProtocol
import Testing

@testable import annotate_server

/// The options of the linter: from a file, and as the server gets them.
@Suite(.serialized)
struct LintOptionsTests {
  private static let text = "# T\n\nA CafÃ© [](b).\n"

  private func lint(_ arguments: String..., in folder: URL) async throws -> Program.Outcome {
    try await Program.run(["lint"] + arguments, in: folder)
  }

  private func rules(_ outcome: Program.Outcome) -> Set<Substring> {
    Set(
      outcome.output.split(separator: "\n").compactMap { line in
        line.split(separator: "[").last.map { $0.dropLast() }
      })
  }

  @Test func rulesAreSetByNameAndGroup() async throws {
    let config =
      #"{"rules": {"head/*": "off", "link/text-missing": "error", "text/mojibake": "off"}}"#
    try await withFolder(["a.md": Self.text, "c.json": config]) { folder in
      let outcome = try await lint("--config", "c.json", "a.md", in: folder)
      #expect(outcome.output.contains("a.md:3:9: error: The link has no text."))
      #expect(rules(outcome).isDisjoint(with: ["head/date-missing", "text/mojibake"]))
      #expect(outcome.errors == "")
    }
  }

  @Test func theNearestFileCounts() async throws {
    let off = #"{"rules": {"*": "off"}, "exclude": ["drafts/"]}"#
    let files = [
      ".annotate.json": off, "desk/a.md": Self.text, "desk/.git/config": "", "b.md": Self.text,
      "drafts/c.md": "",
    ]
    try await withFolder(files) { folder in
      #expect(try await lint(".", in: folder).output == "")
      // A repository's root ends the search.
      let inner = try await lint("a.md", in: folder.appending(path: "desk"))
      #expect(rules(inner).contains("text/mojibake"))
    }
  }

  @Test func whatIsOfNoUseIsReportedWithItsPlace() async throws {
    let config = """
      {
        "rules": {"text/mojibak": "off", "head/*": "of", "link/*": "off"},
        "exclude": "a.md", "colour": 1,
        "semanticTokens": {"names": "mine", "x": 1}, "minConfidence": 2
      }
      """
    try await withFolder(["a.md": Self.text, "c.json": config]) { folder in
      let outcome = try await lint("--config", "c.json", "a.md", in: folder)
      let lines = outcome.errors.split(separator: "\n").map(String.init)
      let expected = [
        ("2:13", "there is no rule “text/mojibak”; did you mean “text/mojibake”?"),
        ("2:46", "the setting of “head/*” must be one of “error”, “warning”, “info”, “off”"),
        ("3:14", "“exclude” must be an array of strings"), ("3:22", "there is no option “colour”"),
        ("4:31", "“semanticTokens.names” must be one of “own”, “standard”"),
        ("4:39", "there is no option “semanticTokens.x”"),
        ("4:65", "“minConfidence” must be a number from 0 to 1"),
      ]
      #expect(lines == expected.map { "annotate-server: c.json:\($0.0): \($0.1)" })
      // The rest counts.
      #expect(outcome.status == 1 && !rules(outcome).contains("link/text-missing"))
    }
  }

  @Test(arguments: [
    ("{\"a\" 1}", "1:6"), ("{", "1:2"), ("", "1:1"), ("{\"a\": [1,\n 2", "2:3"), ("{} x", "1:4"),
    ("{\"a\": tru}", "1:7"),
  ])
  func whatIsNoJSONEndsTheRun(_ config: String, _ place: String) async throws {
    try await withFolder(["a.md": Self.text, "c.json": config]) { folder in
      let outcome = try await lint("--config", "c.json", "a.md", in: folder)
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(outcome.errors.hasPrefix("annotate-server: c.json:\(place): "), "\(outcome.errors)")
    }
  }

  @Test func aMissingFileEndsTheRun() async throws {
    try await withFolder(["a.md": Self.text]) { folder in
      let outcome = try await lint("--config", "none.json", "a.md", in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("none.json"))
    }
  }

  @Test func theServerHeedsThemAndSaysWhatIsWrong() async throws {
    let options: JSONValue = ["rules": ["head/*": "off", "text/mojibake": "info", "x/y": "off"]]
    let client = await TestClient.started(options: options)
    let message = await client.notification("window/showMessage")
    #expect(message["type"] == 2)
    #expect(
      message["message"]
        == "annotate-server: there is no rule “x/y”; see annotate-server lint --rules")
    await client.open(Self.text)
    let published = await client.notification("textDocument/publishDiagnostics")
    let found = elements(published["diagnostics"] ?? .null)
    let mojibake = found.first { $0["code"] == "text/mojibake" }
    #expect(mojibake?["severity"] == 3)
    #expect(!found.contains { $0["code"] == "head/date-missing" })
  }

  @Test func orderDoesNotDependOnJobs() async throws {
    var files: [String: String] = [:]
    for number in 0..<40 {
      files["\(number).md"] = Self.text + String(repeating: "\nA.\n", count: number)
    }
    try await withFolder(files) { folder in
      let one = try await lint("--jobs", "1", ".", in: folder)
      #expect(one.output.split(separator: "\n").count > 80)
      #expect(try await lint("--jobs", "7", ".", in: folder).output == one.output)
    }
  }
}
