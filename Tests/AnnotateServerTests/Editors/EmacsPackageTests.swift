import Foundation
import TestSupport
import Testing

/// What a package archive of Emacs demands of a file before anybody runs it.
@Suite(.enabled(if: emacs != nil, "Emacs is not installed"))
struct EmacsPackageTests {
  @Test func compilesWithoutWarnings() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).elc")
    defer { try? FileManager.default.removeItem(at: output) }
    let messages = try batch(
      """
      (progn
        (setq byte-compile-error-on-warn t
              byte-compile-dest-file-function (lambda (_) "\(output.path)"))
        (unless (byte-compile-file "\(file.path)") (kill-emacs 1)))
      """)
    #expect(FileManager.default.fileExists(atPath: output.path), "\(messages)")
  }

  @Test(.enabled(if: hasPackage("package-lint"), "package-lint is not installed"))
  func isAsArchivesDemand() throws {
    let messages = try batch(
      """
      (progn
        (package-initialize)
        (require 'package-lint)
        (let ((command-line-args-left (list "\(file.path)")))
          (package-lint-batch-and-exit)))
      """, configured: true)
    #expect(messages.contains("annotate-server.el"))
    #expect(messages.split(separator: "\n").filter { $0.contains(" error: ") } == [])
  }

  @Test func documentsEverything() throws {
    let messages = try batch(#"(checkdoc-file "\#(file.path)")"#)
    #expect(messages == "")
  }

  @Test func tellsServersOfChanges() throws {
    let script = file.deletingLastPathComponent().appending(path: "test/changes.el")
    let messages = try batch(#"(progn (load "\#(file.path)") (load "\#(script.path)"))"#)
    #expect(messages.split(separator: "\n").filter { !$0.hasPrefix("Loading ") } == [])
  }

  private let file = SharedData.repository.appending(path: "editors/emacs/annotate-server.el")

  /// What Emacs says while it evaluates an expression.
  ///
  /// - Parameter configured: whether it knows of the packages that the system has.
  private func batch(_ expression: String, configured: Bool = false) throws -> String {
    let messages = Pipe()
    let process = Process()
    process.executableURL = emacs
    process.arguments = [configured ? "-q" : "-Q", "--batch", "--eval", expression]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = messages
    try process.run()
    let data = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
