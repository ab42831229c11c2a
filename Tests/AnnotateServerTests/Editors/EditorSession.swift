import Foundation
import TestSupport
import Testing

/// An editor that runs without a screen in a folder of its own, where its script `check` finds an
/// article and what to expect, and leaves what it saw.
struct EditorSession {
  /// The folder.
  let folder: URL
  /// The server, which also writes its process id to the file `pids`.
  var server: URL { folder.appending(path: "server") }

  /// A new folder with an article, the findings of the server in it, and those after an emoji was
  /// put before the first entity.
  ///
  /// - Parameter render: the highlights that the editor should show.
  init(_ article: String, render: (Highlights) -> [String]) throws {
    let findings = try find(in: article)
    let first = try #require(findings.entities.first, "the article holds an entity")
    try #require(!findings.claims.isEmpty, "the article holds a claim")
    let scalars = Array(article.unicodeScalars)
    let name = String(String.UnicodeScalarView(scalars[first.start..<first.end]))
    let edited = article.replacing(name, with: "😀 \(name)", maxReplacements: 1)
    let opened = render(Highlights(article, findings))
    let changed = render(Highlights(edited, try find(in: edited)))

    folder = FileManager.default.temporaryDirectory
      .appending(path: "annotate server \(UUID().uuidString) é")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      "server", "#!/bin/sh\necho $$ >> '\(folder.path)/pids'\nexec '\(Program.url.path)' \"$@\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: server.path)
    try write("article.md", article)
    try write("name", name)
    try write("opened.expected", opened.joined(separator: "\n"))
    try write("edited.expected", changed.joined(separator: "\n"))
  }

  /// Runs the editor until it ends by itself, or kills it when it takes too long.
  func run(_ editor: URL, _ arguments: [String]) async throws {
    let log = folder.appending(path: "log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    let errors = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = editor
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": folder.path, "TERM": "xterm-256color"]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let ended = await wait(seconds: 280) { !process.isRunning }
    if !ended { kill(process.processIdentifier, SIGKILL) }
    #expect(ended, "the editor ends by itself\n\(read("log"))")
    #expect(read("failure") == "")
  }

  /// Compares what the editor showed after each step with what it should show.
  func checkSteps() {
    let steps = [
      ("opened", "opened"), ("edited", "edited"), ("undone", "opened"), ("restarted", "opened"),
    ]
    for (step, expected) in steps {
      #expect(
        lines("\(step).actual") == lines("\(expected).expected"),
        "highlights when \(step)\n\(read("log"))")
    }
  }

  /// Checks that the servers have ended with the editor, and ends those that have not.
  ///
  /// - Parameter started: how many there were.
  func checkServersEnded(started: Int) async {
    let pids = lines("pids").compactMap { Int32($0) }
    #expect(pids.count == started)
    for pid in pids {
      let ended = await wait(seconds: 60) { kill(pid, 0) != 0 }
      #expect(ended, "a server outlives its editor")
      if !ended { kill(pid, SIGKILL) }
    }
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The text of a file that the editor left, empty where there is none.
  func read(_ file: String) -> String {
    let data = (try? Data(contentsOf: folder.appending(path: file))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// Writes a file for the editor.
  func write(_ file: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  private func lines(_ file: String) -> [Substring] { read(file).split(separator: "\n") }
}

/// The editors, where they are installed.
let vim = editor("vim", variable: "ANNOTATE_VIM")
let neovim = editor("nvim", variable: "ANNOTATE_NVIM")
let emacs = editor("emacs", variable: "ANNOTATE_EMACS")

/// An editor on the `PATH`, or the one that an environment variable names.
private func editor(_ name: String, variable: String) -> URL? {
  let environment = ProcessInfo.processInfo.environment
  let folders = (environment["PATH"] ?? "").split(separator: ":")
  let candidates = [environment[variable]].compactMap { $0 } + folders.map { "\($0)/\(name)" }
  return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    .map { URL(filePath: $0) }
}

/// What the server's own command finds, by another way than the protocol.
private func find(in text: String) throws -> Findings {
  let input = Pipe()
  let output = Pipe()
  let process = Process()
  process.executableURL = Program.url
  process.arguments = ["batch"]
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  try input.fileHandleForWriting.write(
    contentsOf: JSONEncoder().encode(["id": "1", "text": text]) + Data("\n".utf8))
  try input.fileHandleForWriting.close()
  let answer = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return try JSONDecoder().decode(Findings.self, from: answer)
}
