import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

/// What `doctor` finds, and what it says to do about it.
@Suite(.serialized)
struct DoctorTests {
  private struct Report: Decodable {
    struct Section: Decodable {
      struct Fact: Decodable {
        var name: String
        var value: String
      }
      var name: String
      var facts: [Fact]
    }
    struct Problem: Decodable {
      var message: String
      var advice: String
    }
    var sections: [Section]
    var problems: [Problem]

    subscript(section: String, fact: String) -> String? {
      sections.first { $0.name == section }?.facts.first { $0.name == fact }?.value
    }
  }

  /// Examines a folder with another one as the user's own.
  private func examine(
    _ folder: URL, home: URL, path: String = "/nowhere"
  ) async throws -> (status: Int32, report: Report) {
    let outcome = try await Program.run(
      ["doctor", "--format", "json", folder.path],
      environment: ["HOME": home.path, "XDG_CACHE_HOME": home.path, "PATH": path])
    #expect(outcome.errors == "")
    return (outcome.status, try read(outcome.output, as: Report.self))
  }

  @Test func allIsWell() async throws {
    try await withFolder(["a.md": "# Oslo\n", "b/c.txt": "It rained.\n", "d.rs": ""]) { folder in
      let (status, report) = try await examine(folder, home: folder)
      #expect(status == 0 && report.problems.isEmpty)
      #expect(
        report.sections.map(\.name) == [
          "program", "models", "self-test", "configuration", "articles", "terminal", "editors",
          "crashes",
        ])
      #expect(report["program", "version"] == "0.1.0")
      #expect(report["program", "file"]?.contains(Program.url.lastPathComponent) ?? false)
      #expect(report["articles", "found"] == "2")
      #expect(report["articles", "read"]?.hasPrefix("2 of them") ?? false)
      for tier in Set(["instant", bestTier]) {
        let found = report["self-test", "a sentence, \(tier)"]
        #expect(found?.hasPrefix("names: 2, claims: 1, ") ?? false, "\(tier)")
      }
      #expect(report["crashes", "last report"] == "none")
      #expect(report["editors", "vim"] == "not on the PATH")
      let text = try await Program.run(
        ["doctor", folder.path], environment: ["HOME": folder.path, "PATH": "/nowhere"])
      #expect(text.status == 0 && text.output.hasSuffix("\nAll is well.\n"))
      for fact in report.sections.flatMap(\.facts) { #expect(text.output.contains(fact.name)) }
    }
  }

  @Test func checksumsAreThoseOfTheModelFiles() async throws {
    try await withFolder { folder in
      let (_, report) = try await examine(folder, home: folder)
      let models = try #require(report.sections.first { $0.name == "models" })
      #expect(models.facts.count == 6)
      for fact in models.facts {
        let file = SharedData.repository.appending(path: "Sources/Annotator/Model/\(fact.name)")
        let bytes = try Data(contentsOf: file)
        #expect(fact.value.hasPrefix("\(bytes.count) bytes, CRC-32 "))
        #expect(fact.value.hasSuffix(", loads"))
        // A small one is enough to tell whether the sum is the usual one.
        if fact.name == "cues.tsv" { #expect(fact.value.contains(crc32(bytes))) }
      }
    }
  }

  @Test func problemsAreNamedWithWhatToDo() async throws {
    let files = [
      ".annotate.json": "{\"ruels\": {}}", "a.md": "# Oslo\n", "b.md": "caf\u{e9}",
      "annotate-server/crash.txt": "annotate-server 0.1.0 crashed: SIGILL\n",
    ]
    try await withFolder(files) { folder in
      try Data([0x63, 0xE9, 0x0A]).write(to: folder.appending(path: "b.md"))
      let (status, report) = try await examine(folder, home: folder)
      #expect(status == 1)
      let messages = report.problems.map(\.message)
      #expect(messages.count == 2)
      #expect(messages.first?.contains("there is no option “ruels”") ?? false)
      #expect(messages.last?.contains("b.md:1:2: the file is not UTF-8") ?? false)
      #expect(report.problems.allSatisfy { !$0.advice.isEmpty })
      #expect(report["crashes", "last report"]?.contains("annotate-server/crash.txt") ?? false)
      let text = try await Program.run(["doctor", folder.path])
      #expect(text.status == 1)
      for problem in report.problems {
        #expect(text.output.contains("  \(problem.message)\n      \(problem.advice)\n"))
      }
      let none = try await Program.run(["doctor", folder.path + "/none"])
      #expect(none.status == 1 && none.output.contains("/none is no folder."))
    }
  }

  @Test func editorsAndTheirPluginsAreFound() async throws {
    let plugin = "home/.vim/pack/x/start/annotate-server/plugin/annotate_server.vim"
    let files = [
      "bin/vim": "#!/bin/sh\necho VIM 9.1\necho more\n", plugin: "", "a.md": "# Oslo\n",
    ]
    try await withFolder(files) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/vim")
      let (status, report) = try await examine(
        folder, home: folder.appending(path: "home"), path: folder.path + "/bin")
      let path = folder.path + "/bin/vim"
      #expect(
        report["editors", "vim"] == "\(path): VIM 9.1; plugin: \(folder.path)/\(plugin)")
      #expect(report["editors", "nvim"] == "not on the PATH")
      // The plugin would not find the program.
      #expect(status == 1)
      #expect(report.problems.map(\.message).first?.contains("not on the PATH") ?? false)
    }
  }

  /// The checksum bit by bit, as the standard defines it.
  private func crc32(_ bytes: Data) -> String {
    var sum: UInt32 = ~0
    for byte in bytes {
      for bit in 0..<8 {
        let isOdd = (sum ^ UInt32(byte >> bit)) & 1 == 1
        sum = isOdd ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
      }
    }
    return String((1 << 32) | UInt64(~sum), radix: 16).dropFirst().description
  }
}
