import Foundation
import Testing

/// Files that give no text: each gets one clear line on standard error and exit status 2, and the
/// other files are still done.
@Suite(.serialized)
struct InputErrorTests {
  /// A file that cannot be annotated.
  struct BadFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    /// What the message says behind the file's name.
    var message: String

    init(_ name: String, _ bytes: some Sequence<UInt8>, _ message: String) {
      testDescription = name
      self.bytes = Array(bytes)
      self.message = message
    }
  }

  private static let good = "# Norway rejects a demand\n\nNorway said it would not sign.\n"

  /// Runs a command on a file that does not work between two that do.
  private func check(
    _ folder: URL, _ bad: String, _ message: String, command: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let files = ["a.md", bad, "b.md"]
    let format = command == "annotate" ? "jsonl" : "text"
    let outcome = try await Program.run([command, "--format", format] + files, in: folder)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(
      outcome.errors == "annotate-server: \(bad)\(message)\n", sourceLocation: sourceLocation)
    for file in ["a.md", "b.md"] {
      #expect(outcome.output.contains(file), sourceLocation: sourceLocation)
    }
    #expect(!outcome.output.contains(bad), sourceLocation: sourceLocation)
  }

  @Test(
    arguments: [
      BadFile("empty", [], ": the file is empty: there is nothing to annotate"),
      BadFile("blank", " \n\t\r\n".utf8, ": the file is empty: there is nothing to annotate"),
      BadFile(
        "a NUL", "one\néb\u{0}".utf8,
        ":2:3: the file is binary (it holds a NUL byte); give a text file"),
      BadFile(
        "binary", [0x7F, 0x45, 0x4C, 0x46, 0, 0xFF], ": the file is binary; give a text file"),
      BadFile(
        "Latin-1", Array("# Title\n\nCaf".utf8) + [0xE9] + Array(" Norv".utf8) + [0xE9, 0x0A],
        ":3:4: the file is not UTF-8 here; convert it, for example with `iconv -f WINDOWS-1252`"),
      BadFile(
        "cut UTF-8", Array("né ".utf8) + [0xE2, 0x80],
        ":1:4: the file is not UTF-8 here; convert it, for example with `iconv -f WINDOWS-1252`"),
      BadFile("UTF-16 LE", [0xFF, 0xFE, 0x41, 0], ": the file is UTF-16; save it as UTF-8"),
      BadFile("UTF-16 BE", [0xFE, 0xFF, 0, 0x41], ": the file is UTF-16; save it as UTF-8"),
    ])
  func aBadFileGetsALine(file: BadFile) async throws {
    try await withFolder(["a.md": Self.good, "b.md": Self.good]) { folder in
      try Data(file.bytes).write(to: folder.appending(path: "bad.md"))
      try await check(folder, "bad.md", file.message, command: "annotate")
    }
  }

  /// What cannot be annotated is a finding to the linter, whose place is in the file.
  @Test(arguments: [
    (Array<UInt8>(), "bad.md:1:1: error: The file is empty.", "file/empty"),
    (Array(" \n\t\r\n".utf8), "bad.md:1:1: error: The file is empty.", "file/empty"),
    ([0x7F, 0x45, 0xFF], "bad.md:1:3: error: The file is not UTF-8 here.", "file/not-utf8"),
    (Array("né ".utf8) + [0xE2], "bad.md:1:4: error: The file is not UTF-8 here.", "file/not-utf8"),
    ([0xFF, 0xFE, 0x41, 0], "bad.md:1:1: error: The file is UTF-16.", "file/not-utf8"),
    (
      Array("one\néb\u{0}".utf8), "bad.md:2:3: error: The control character",
      "text/control-character"
    ),
  ])
  func theLinterFindsBadFiles(bytes: [UInt8], message: String, rule: String) async throws {
    try await withFolder(["a.md": Self.good]) { folder in
      try Data(bytes).write(to: folder.appending(path: "bad.md"))
      let outcome = try await Program.run(["lint", "a.md", "bad.md"], in: folder)
      #expect(outcome.status == 1)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix(message) && $0.hasSuffix("[\(rule)]") })
      #expect(lines.contains { $0.hasPrefix("a.md:") }, "the other file is checked too")
    }
  }

  @Test(arguments: ["annotate", "lint"])
  func aMissingFileGetsALine(command: String) async throws {
    try await withFolder(["a.md": Self.good, "b.md": Self.good]) { folder in
      try await check(
        folder, "none.md", ": there is no such file; check the path", command: command)
    }
  }

  @Test func aFolderGetsALine() async throws {
    try await withFolder(["a.md": Self.good, "b.md": Self.good, "inner/c.md": ""]) { folder in
      try await check(
        folder, "inner",
        ": this is a folder; name the files in it, for example \"FOLDER\"/*.md", command: "annotate"
      )
    }
  }

  @Test(.enabled(if: geteuid() != 0, "to root every file is readable"))
  func anUnreadableFileGetsALine() async throws {
    try await withFolder(["a.md": Self.good, "b.md": Self.good, "c.md": Self.good]) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.appending(path: "c.md").path)
      try await check(
        folder, "c.md", ": the file cannot be read: permission denied", command: "annotate")
    }
  }

  @Test(arguments: [["batch", "none"], ["evaluate", "none"], ["benchmark", "none"]])
  func everyCommandNamesAMissingFile(arguments: [String]) async throws {
    try await withFolder { folder in
      let outcome = try await Program.run(arguments, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "annotate-server: none: there is no such file; check the path\n")
      #expect(outcome.output == "")
    }
  }

  @Test func standardInputIsNamed() async throws {
    let outcome = try await Program.run(["annotate"], input: "a\n" + "b\u{0}")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("annotate-server: standard input:2:2: "))
  }
}
