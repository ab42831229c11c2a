import Foundation
import TestSupport
import Testing

/// What the README tells a stranger to type works as it stands there.
struct ReadmeTests {
  private static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The only block of a language in the README.
  private func example(_ language: String) throws -> String {
    let readme = try String(
      contentsOf: SharedData.repository.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "```\(language)\n")
    try #require(parts.count == 2)
    return try #require(parts[1].components(separatedBy: "```").first)
  }

  @Test(.enabled(if: hasPython, "Python is neither in /usr/bin nor in /usr/local/bin"))
  func thePythonClientRuns() throws {
    let article = SharedData.repository.appending(path: "seeds/2024-10-22-mackerel-talks.md")
    let (status, output) = try run("python3", try example("python"), [article.path])
    #expect(status == 0)
    #expect(output.contains("Sunniva Hauge-Lien: "))
  }

  @Test func theShellClientRuns() throws {
    let (status, output) = try run("bash", try example("sh"), [])
    #expect(status == 0)
    #expect(output.hasPrefix("\"claims\":[{"))
    #expect(output.contains("\"sourceName\":\"Sunniva Hauge-Lien\""))
  }

  /// Runs a script with an interpreter, in the repository, with the program on the path.
  private func run(
    _ interpreter: String, _ text: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "client")
    try text.write(to: script, atomically: true, encoding: .utf8)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, script.path] + arguments
    process.currentDirectoryURL = SharedData.repository
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin"
    environment["PATH"] = "\(Program.url.deletingLastPathComponent().path):\(path)"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}
