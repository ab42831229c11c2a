import Annotator
import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// What `lint` prints for other programs.
@Suite(.serialized)
struct LintFormatTests {
  private static let text = """
    # Oslo refuses
    **Reuters**

    **2023-10-27**

    **https://example.org/a**

    😀 Oslo cafÃ© said "no", 100% of it: yes.

    ##

    Reporting by A. Person in Oslo

    """

  private func lint(
    _ arguments: String..., input: String = LintFormatTests.text, in folder: URL? = nil
  ) async throws -> Program.Outcome {
    try await Program.run(["lint"] + arguments, input: input, in: folder)
  }

  @Test func githubCommands() async throws {
    let outcome = try await lint("--format", "github", "--stdin-filename", "a,b:c.md")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first?.hasPrefix(
        "::error file=a%2Cb%3Ac.md,line=8,endLine=8,col=8,endColumn=13,title=text/mojibake::")
        == true,
      "\(lines)")
    #expect(lines.last?.hasPrefix("::warning file=a%2Cb%3Ac.md,line=10") == true)
    #expect(outcome.status == 1)
  }

  @Test func checkstyleIsXML() async throws {
    let outcome = try await lint("--format", "checkstyle", "--stdin-filename", "a<&\">.md")
    #expect(outcome.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle"))
    #expect(outcome.output.contains("<file name=\"a&lt;&amp;&quot;&gt;.md\">"))
    #expect(
      outcome.output.contains("<error line=\"8\" column=\"8\" severity=\"error\" message=\""))
    #expect(outcome.output.contains("source=\"annotate-server.text/mojibake\"/>"))
    let clean = try await lint("--format", "checkstyle", "--explain", "heading/empty")
    #expect(clean.status == 0)
  }

  @Test func jsonHasFixes() async throws {
    let outcome = try await lint("--format", "json")
    let findings = elements(
      try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8)))
    let edit = findings.first?["fix"]?["edits"]?[0]
    guard case .integer(let start)? = edit?["start"], case .integer(let end)? = edit?["end"] else {
      Issue.record("no edit in \(findings)")
      return
    }
    #expect(CodePoints(Self.text)[start, end] == "Ã©")
    #expect(edit?["replacement"] == "é")
    #expect(findings.first?["endColumn"] == 13)
  }

  @Test func contextShowsTheLine() async throws {
    let outcome = try await lint("--context")
    #expect(
      outcome.output.contains(
        """
          8 | 😀 Oslo cafÃ© said "no", 100% of it: yes.
            |         ^~~~~

        """), "\(outcome.output)")
    let long =
      String(repeating: "wörd ", count: 100) + "cafÃ© " + String(repeating: "word ", count: 50)
    let cut = try await lint("--context", input: "# T\n\n" + long + "end.\n")
    let lines = cut.output.components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.contains("text/mojibake") })
    #expect(lines[index + 1].hasPrefix("  3 | …") && lines[index + 1].hasSuffix("…"))
    let mark = try #require(lines[index + 2].firstIndex(of: "^"))
    let column = lines[index + 2].distance(from: lines[index + 2].startIndex, to: mark)
    #expect(lines[index + 1].dropFirst(column).hasPrefix("cafÃ© "))
  }

  @Test func nothingIsColouredOffATerminal() async throws {
    for format in ["text", "github", "json", "sarif", "checkstyle"] {
      let outcome = try await lint("--format", format, "--context")
      #expect(!outcome.output.contains("\u{1B}"))
    }
  }

  @Test func sarifHoldsRulesPlacesAndFixes() async throws {
    try await withFolder(["desk/a b.md": Self.text, "c.md": Self.text]) { folder in
      let outcome = try await lint("--format", "sarif", "desk", "c.md", "none.md", in: folder)
      #expect(outcome.status == 2)
      let log = try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8))
      let run = log["runs"]?[0]
      #expect(elements(run?["tool"]?["driver"]?["rules"] ?? .null).count == allRules.count)
      let results = elements(run?["results"] ?? .null)
      #expect(results.count == 4)
      let first = results.first
      #expect(first?["ruleId"] == "text/mojibake" && first?["level"] == "error")
      if case .integer(let index)? = first?["ruleIndex"] {
        #expect(allRules[index].id == "text/mojibake")
      }
      let place = first?["locations"]?[0]?["physicalLocation"]
      #expect(place?["artifactLocation"]?["uri"] == "desk/a%20b.md")
      #expect(place?["region"]?["startLine"] == 8 && place?["region"]?["startColumn"] == 8)
      let replacement = first?["fixes"]?[0]?["artifactChanges"]?[0]?["replacements"]?[0]
      #expect(replacement?["insertedContent"]?["text"] == "é")
      #expect(run?["invocations"]?[0]?["executionSuccessful"] == false)
    }
  }

  @Test func fingerprintsStayWhereLinesMove() async throws {
    func prints(_ text: String) async throws -> [JSONValue?] {
      let output = try await lint("--format", "sarif", input: text).output
      let log = try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
      return elements(log["runs"]?[0]?["results"] ?? .null).filter {
        $0["ruleId"] == "text/mojibake"
      }.map { $0["partialFingerprints"]?["primaryLocationLineHash"] }
    }
    let moved = Self.text.replacing("😀 Oslo", with: "It is so.\n\n😀  Oslo")
    let before = try await prints(Self.text)
    let after = try await prints(moved)
    #expect(before.count == 1 && before == after)
    // Equal lines are told apart by their number.
    let twice = try await prints(Self.text + "\nA cafÃ©.\n\nA cafÃ©.\n")
    #expect(Set(twice).count == 3)
  }

  private static let schema = SharedData.file("data/specs/sarif-schema-2.1.0.json")

  @Test(
    .enabled(
      if: Python.withJSONSchema != nil && schema != nil,
      "no SARIF schema, or no Python with the package jsonschema (ANNOTATE_PYTHON names one)"))
  func sarifIsValid() async throws {
    try await withFolder(["a.md": Self.text, "b.md": "", "c.md": "# T\r\nText\n"]) { folder in
      let outcome = try await lint("--format", "sarif", "a.md", "b.md", "c.md", "none", in: folder)
      let file = folder.appending(path: "log.sarif")
      try Data(outcome.output.utf8).write(to: file)
      let script = """
        import json, sys, jsonschema
        schema, log = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
        jsonschema.validate(log, schema)
        """
      let checked = try await Program.run(
        ["-c", script, Self.schema!.path, file.path], at: URL(filePath: Python.withJSONSchema!))
      #expect(checked.status == 0, "\(checked.errors)")
    }
  }
}
