import Foundation
import TestSupport
import Testing

/// What the README tells a stranger to type works as it stands there.
struct ReadmeTests {
  private static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The only block of Python in the README.
  private func example() throws -> String {
    let readme = try String(
      contentsOf: SharedData.repository.appending(path: "README.md"), encoding: .utf8)
    let parts = readme.components(separatedBy: "```python\n")
    try #require(parts.count == 2)
    return try #require(parts[1].components(separatedBy: "```").first)
  }

  @Test(.enabled(if: hasPython, "Python is neither in /usr/bin nor in /usr/local/bin"))
  func thePythonClientRuns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "client.py")
    try example().write(to: script, atomically: true, encoding: .utf8)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", script.path,
      SharedData.repository.appending(path: "seeds/2024-10-22-mackerel-talks.md").path,
    ]
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin"
    environment["PATH"] = "\(Program.url.deletingLastPathComponent().path):\(path)"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("Sunniva Hauge-Lien: "))
  }
}
