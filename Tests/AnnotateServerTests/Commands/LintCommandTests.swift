import Annotator
import Foundation
import LanguageServerProtocol
import Testing

/// `lint` as a writer and as continuous integration call it.
@Suite(.serialized)
struct LintCommandTests {
  /// A clean article whose body has some more paragraphs.
  private static func article(_ more: String = "") -> String {
    """
    # Oslo refuses
    **Reuters**

    **2023-10-27**

    **https://example.org/a**

    Oslo said no.
    \(more)
    Reporting by A. Person in Oslo

    """
  }
  private static let clean = article()
  /// An error in line 10, column 8 in code points, and a warning.
  private static let dirty = article("\n😀 Oslo cafÃ© said no\n")

  private func lint(
    _ arguments: String..., input: String = "", in folder: URL? = nil
  ) async throws -> Program.Outcome {
    try await Program.run(["lint"] + arguments, input: input, in: folder)
  }

  @Test func theStatusTellsWhatWasFound() async throws {
    let clean = try await lint(input: Self.clean)
    #expect((clean.status, clean.output, clean.errors) == (0, "", ""))
    let dirty = try await lint(input: Self.dirty)
    #expect(dirty.status == 1 && dirty.errors == "")
    let missing = try await lint("none.md")
    #expect(missing.status == 2 && missing.output == "")
  }

  @Test func aFindingIsALineWithItsPlace() async throws {
    let outcome = try await lint("--stdin-filename", "desk/a.md", input: Self.dirty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("desk/a.md:10:8: error: ") == true, "\(lines)")
    #expect(lines.first?.hasSuffix(" [text/mojibake]") == true)
    #expect(lines.last?.hasSuffix(" [text/punctuation-missing]") == true)
    #expect(try await lint(input: Self.dirty).output.hasPrefix("<stdin>:10:8: "))
    #expect(try await lint("-", input: Self.dirty).output.hasPrefix("<stdin>:10:8: "))
  }

  @Test func jsonHoldsTheSameFindings() async throws {
    let lines = try await lint("--stdin-filename", "a.md", input: Self.dirty).output
      .split(separator: "\n").map(String.init)
    let outcome = try await lint(
      "--format", "json", "--stdin-filename", "a.md", input: Self.dirty)
    #expect(outcome.status == 1)
    let findings = elements(
      try JSONDecoder().decode(JSONValue.self, from: Data(outcome.output.utf8)))
    func text(_ value: JSONValue?) -> String {
      switch value {
      case .string(let text): text
      case .integer(let number): "\(number)"
      default: "?"
      }
    }
    let rendered = findings.map { finding in
      "\(text(finding["file"])):\(text(finding["line"])):\(text(finding["column"])): "
        + "\(text(finding["severity"])): \(text(finding["message"])) [\(text(finding["rule"]))]"
    }
    #expect(rendered == lines)
    guard case .integer(let start)? = findings.first?["start"],
      case .integer(let end)? = findings.first?["end"]
    else {
      Issue.record("no span in \(findings)")
      return
    }
    #expect(CodePoints(Self.dirty)[start, end] == "cafÃ©")
    let none = try await lint("--format", "json", input: Self.clean)
    #expect(none.status == 0)
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data(none.output.utf8)) == [])
  }

  @Test func failOnSetsTheLimit() async throws {
    let warning = Self.article("\nOslo said nothing more\n")
    for (text, limit, status) in [
      (warning, "error", 0), (warning, "warning", 1), (warning, "info", 1),
      (Self.dirty, "error", 1), (Self.clean, "info", 0),
    ] {
      let outcome = try await lint("--fail-on", limit, input: text)
      #expect(outcome.status == Int32(status), "\(limit)")
      #expect(outcome.output.isEmpty == (text == Self.clean))
    }
  }

  @Test func aFolderIsItsArticles() async throws {
    let files = [
      "desk/a.md": Self.dirty, "desk/inner/b.markdown": Self.dirty, "desk/c.txt": Self.dirty,
      "desk/d.html": Self.dirty, "desk/.hidden/e.md": Self.dirty, "desk/.f.md": Self.dirty,
      "desk/g.md": Self.clean,
    ]
    try await withFolder(files) { folder in
      for path in ["desk", "desk/"] {
        let outcome = try await lint(path, in: folder)
        #expect(outcome.status == 1)
        let places = outcome.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(
          places
            == ["a.md", "a.md", "c.txt", "c.txt", "inner/b.markdown", "inner/b.markdown"].map {
              "desk/\($0)"
            })
      }
      let mixed = try await lint("desk/g.md", "none", "desk/a.md", in: folder)
      #expect(mixed.status == 2)
      #expect(mixed.errors == "annotate-server: none: there is no such file; check the path\n")
      #expect(mixed.output.split(separator: "\n").count == 2)
    }
  }

  @Test func filesThatAreNoTextAreFindings() async throws {
    try await withFolder(["empty.md": "", "good.md": Self.clean]) { folder in
      try Data("# T\n\nCaf\u{FFFD}".utf8.dropLast(3) + [0xE9]).write(
        to: folder.appending(path: "bad.md"))
      let outcome = try await lint("--jobs", "2", ".", in: folder)
      #expect(outcome.status == 1 && outcome.errors == "")
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.hasPrefix("./bad.md:3:4: error: The file is not UTF-8 here") == true)
      #expect(lines.last?.hasPrefix("./empty.md:1:1: error: The file is empty") == true)
    }
  }

  @Test func theRulesAreListedAndExplained() async throws {
    let listed = try await lint("--rules")
    #expect(listed.status == 0)
    let lines = listed.output.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == allRules.map { $0.id[...] })
    let table = try await lint("--rules", "--format", "markdown")
    #expect(table.output.split(separator: "\n").count == allRules.count + 2)
    #expect(try await lint("--format", "markdown").status == 2)
    let explained = try await lint("--explain", "text/mojibake")
    #expect(explained.status == 0 && explained.output.contains("ÃƒÂ©"))
    let unknown = try await lint("--explain", "text/mojibak")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean text/mojibake?"))
  }
}
