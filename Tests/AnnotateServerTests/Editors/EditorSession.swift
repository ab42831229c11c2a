import Foundation
import TestSupport
import Testing

/// An editor that runs without a screen in a folder of its own, where its script `check` finds
/// articles, and leaves what it saw. `editors/README.md` tells what is in the folder.
struct EditorSession {
  /// The folder.
  let folder: URL
  /// The server, which also writes its process id to the file `pids`, unless it is asked for
  /// something else than to serve.
  var server: URL { folder.appending(path: "bin/annotate-server") }

  /// A new folder with articles and what to expect of them.
  ///
  /// - Parameter render: the highlights that the editor should show.
  init(_ articles: [SampleArticle], render: (Highlights) -> [String]) async throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "annotate server \(UUID().uuidString) é")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "bin"), withIntermediateDirectories: true)
    try write(
      "bin/annotate-server",
      """
      #!/bin/sh
      [ $# -gt 0 ] || echo $$ >> '\(folder.path)/pids'
      exec '\(Program.url.path)' "$@"

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: server.path)

    for article in articles {
      let highlights = Highlights(article.original)
      let opened = render(highlights)
      try write("\(article.name).md", article.original.text)
      for step in ["opened", "undone", "restored"] { try expect(opened, article.name, step) }
      try expect(render(Highlights(article.edited)), article.name, "edited")
      try expect(render(Highlights(article.cut)), article.name, "cut")
      try expect([highlights.name(of: article.entity)], article.name, "hover")
      try expect(highlights.claimRows, article.name, "claims")
      try expect(highlights.claimMoves, article.name, "moves")
    }
    let rows = articles.map { article in
      let place = Highlights(article.original).place(article.entity.start)
      return "\(article.name)\t\(place.line)\t\(place.column)"
    }
    try write("articles", rows.joined(separator: "\n") + "\n")
    if let first = articles.first {
      try write("restarted.expected", read("\(first.name).opened.expected"))
    }
    try write("stopped.expected", "")

    // The folder is a workspace, so that its names can be changed. One reading of each text is enough:
    // what is seen between two would hang on how fast the machine is.
    try write(".annotate.json", #"{"accuracy": "instant"}"# + "\n")
    try write("fixable.md", fixable)
    let lint = try await Program.run(["lint", "-"], input: fixable)
    let places = lint.output.split(separator: "\n").map { line in
      line.split(separator: ":", omittingEmptySubsequences: false)[1...2].joined(separator: ":")
    }
    try write("findings.expected", places.joined(separator: "\n"))
    let fixed = fixable.replacing("CafÃ©", with: "Café")
    try write("fixed.expected", fixed)
    try write("renamed.expected", fixed.replacing("Kovac", with: "Kovač"))
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
    let environment = ProcessInfo.processInfo.environment
    process.environment = environment.merging([
      "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": folder.path, "TERM": "xterm-256color",
      "PATH": "\(folder.path)/bin:\(environment["PATH"] ?? "")",
    ]) { $1 }
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
  ///
  /// - Parameter isTaken: whether the editor takes a step, by its name without the article's.
  func checkSteps(_ isTaken: (Substring) -> Bool = { _ in true }) throws {
    let expected = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".expected") }.sorted()
      .filter { isTaken($0.dropLast(".expected".count).split(separator: ".").last ?? "") }
    #expect(!expected.isEmpty)
    var missing: [Substring] = []
    for file in expected {
      let step = file.dropLast(".expected".count)
      guard exists("\(step).actual") else {
        missing.append(step)
        continue
      }
      let changes = lines("\(step).actual").difference(from: lines(file))
      #expect(Array(changes.prefix(4)) == [], "\(step)")
    }
    #expect(missing.prefix(1) == [], "the editor did not come to this step")
  }

  /// Checks that the death of a server, and nothing else, was reported to the user.
  func checkMessages() {
    #expect(lines("messages").count == 1, "\(read("messages"))")
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

  private func expect(_ lines: [String], _ article: String, _ step: String) throws {
    try write("\(article).\(step).expected", lines.joined(separator: "\n"))
  }

  private func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
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

/// Whether Emacs has a package.
func hasPackage(_ name: String) -> Bool {
  succeeds(
    emacs,
    [
      "-q", "--batch", "--eval",
      "(progn (package-initialize) (kill-emacs (if (locate-library \"\(name)\") 0 1)))",
    ])
}

/// Whether a program, if there is one, ends well.
func succeeds(_ program: URL?, _ arguments: [String]) -> Bool {
  guard let program else { return false }
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}

/// An article with one defect, which can be repaired.
private let fixable = """
  # Cafe opens in Paris
  **Reuters**

  **2024-01-01**

  **https://example.com/cafe-opens**

  😀 The CafÃ© on the corner opened in Paris, Anna Kovac said.

  """
