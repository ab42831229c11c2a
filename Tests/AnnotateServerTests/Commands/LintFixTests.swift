import Foundation
import Testing

/// `lint --fix` and `--diff`: what is written, and how.
@Suite(.serialized)
struct LintFixTests {
  private static let broken = "# T\n\nA CafÃ©.\n\n##\n\nB at [](c).\n"
  private static let mended = "# T\n\nA Café.\n\nB at [](c).\n"

  private func lint(_ arguments: String..., input: String = "", in folder: URL? = nil) async throws
    -> Program.Outcome
  {
    try await Program.run(["lint"] + arguments, input: input, in: folder)
  }

  private func read(_ folder: URL, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test func filesAreMended() async throws {
    try await withFolder(["a.md": Self.broken, "b.md": "# B\n\nFine.\n"]) { folder in
      let file = folder.appending(path: "a.md")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
      let outcome = try await lint("--fix", "a.md", "b.md", in: folder)
      #expect(outcome.status == 1)
      #expect(
        outcome.output.contains("a.md:5:6: warning: ")
          && outcome.output.contains("[link/text-missing]"))
      #expect(!outcome.output.contains("mojibake"))
      #expect(try read(folder, "a.md") == Self.mended)
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
      // A second time there is nothing to do, and the file is not touched.
      let modified = attributes[.modificationDate] as? Date
      let again = try await lint("--fix", "a.md", "b.md", in: folder)
      #expect(again.output == outcome.output)
      let after = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(after[.modificationDate] as? Date == modified)
    }
  }

  @Test func lineEndingsAndMarkAreKept() async throws {
    let config = #"{"rules": {"file/byte-order-mark": "off"}}"#
    let broken = "\u{FEFF}" + Self.broken.replacing("\n", with: "\r\n")
    try await withFolder(["a.md": broken, "c.json": config]) { folder in
      _ = try await lint("--fix", "--config", "c.json", "a.md", in: folder)
      let mended = "\u{FEFF}" + Self.mended.replacing("\n", with: "\r\n")
      #expect(try Data(contentsOf: folder.appending(path: "a.md")) == Data(mended.utf8))
    }
  }

  @Test func aLinkStaysALink() async throws {
    try await withFolder(["desk/a.md": Self.broken]) { folder in
      let link = folder.appending(path: "b.md")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "desk/a.md")
      _ = try await lint("--fix", "b.md", in: folder)
      #expect(try read(folder, "desk/a.md") == Self.mended)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "desk/a.md")
    }
  }

  @Test func whatCannotBeWrittenIsSaid() async throws {
    // The superuser may write everywhere.
    guard getuid() != 0 else { return }
    try await withFolder(["a.md": Self.broken]) { folder in
      let path = folder.appending(path: "a.md").path
      try FileManager.default.setAttributes([.posixPermissions: 0o440], ofItemAtPath: path)
      let outcome = try await lint("--fix", "a.md", in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("a.md: the file cannot be written"))
      #expect(try read(folder, "a.md") == Self.broken)
    }
  }

  @Test func brokenFilesAreLeftAlone() async throws {
    try await withFolder([:]) { folder in
      let bytes = Data(Self.broken.utf8) + [0xE9, 0x0A]
      let file = folder.appending(path: "a.md")
      try bytes.write(to: file)
      let outcome = try await lint("--fix", "a.md", in: folder)
      #expect(outcome.status == 1 && outcome.output.contains("[file/not-utf8]"))
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test func standardInputComesOutMended() async throws {
    let outcome = try await lint("--fix", "--stdin-filename", "x.md", "-", input: Self.broken)
    #expect(outcome.output == Self.mended)
    #expect(outcome.errors.contains("x.md:5:6: warning: "))
    #expect(outcome.status == 1)
  }

  @Test func diffsApply() async throws {
    try await withFolder(["a.md": Self.broken, "b.md": "# B\n\nFine."]) { folder in
      let outcome = try await lint("--diff", "a.md", "b.md", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasPrefix("--- a/a.md\n+++ b/a.md\n@@ -1,7 +1,5 @@\n # T\n"))
      #expect(outcome.output.contains("-A CafÃ©.\n") && outcome.output.contains("+A Café.\n"))
      #expect(try read(folder, "a.md") == Self.broken)
      let clean = try await lint("--diff", "b.md", in: folder)
      #expect((clean.status, clean.output) == (0, ""))
      let both = try await lint("--diff", "--fix", "a.md", in: folder)
      #expect(both.status == 2 && both.errors.contains("--diff"))
    }
  }
}
