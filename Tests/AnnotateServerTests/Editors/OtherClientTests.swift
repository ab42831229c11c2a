import Foundation
import TestSupport
import Testing

/// The server in clients that others wrote, where they are installed, with the settings that
/// `editors/README.md` gives for each: what they show is what the server's command finds.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct OtherClientTests {
  @Test(.enabled(if: hasPackage("eglot"), "eglot is not installed"))
  func eglotShowsAnnotations() async throws {
    let session = try await EditorSession(SampleArticle.all.value, render: \.overlays)
    defer { session.remove() }
    try await run(session, settings: "With eglot,", "check-eglot")
    try session.checkSteps {
      ["opened", "edited", "undone", "cut", "restored", "claims", "moves", "findings"].contains($0)
    }
    await session.checkServersEnded(started: 1)
  }

  @Test(.enabled(if: hasPackage("lsp-mode"), "lsp-mode is not installed"))
  func lspModeShowsTokens() async throws {
    let session = try await EditorSession(SampleArticle.all.value, render: \.tokens)
    defer { session.remove() }
    try await run(session, settings: "With lsp-mode,", "check-lsp-mode")
    try session.checkSteps { ["opened", "edited", "undone", "cut", "restored"].contains($0) }
    await session.checkServersEnded(started: 1)
  }

  @Test(.enabled(if: hasALE, "ALE is not installed"))
  func aleShowsFindings() async throws {
    let session = try await EditorSession([], render: \.overlays)
    defer { session.remove() }
    try session.write(
      "vimrc", "packadd ale\nfiletype plugin on\n" + settings(after: "ALE (tried with"))
    try await session.run(
      try #require(vim),
      ["--not-a-term", "-N", "-n", "-u", "vimrc", "-S", "\(plugins.path)/vim/test/ale.vim"])
    try session.checkSteps { ["findings", "fixed"].contains($0) }
    await session.checkServersEnded(started: 1)
  }

  private func run(_ session: EditorSession, settings marker: String, _ check: String) async throws
  {
    try session.write(
      "init.el",
      """
      (package-initialize)
      (add-to-list 'load-path "\(plugins.path)/emacs")
      \(settings(after: marker))
      """)
    try await session.run(
      try #require(emacs),
      ["-q", "--batch", "-l", "init.el", "-l", "\(plugins.path)/emacs/test/check.el", "-f", check])
  }
}

private let plugins = SharedData.repository.appending(path: "editors")

/// The settings that the README has behind the line that begins with a marker.
private func settings(after marker: String) throws -> String {
  let readme = try String(contentsOf: plugins.appending(path: "README.md"), encoding: .utf8)
  let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
  let block = lines.drop { !$0.hasPrefix(marker) }.drop { !$0.hasPrefix("    ") }
    .prefix { $0.hasPrefix("    ") }
  #expect(!block.isEmpty, "the README has settings for “\(marker)”")
  return block.joined(separator: "\n") + "\n"
}

private let hasALE = succeeds(
  vim,
  [
    "-N", "-u", "NONE", "-es", "-c", "silent! packadd ale",
    "-c", "execute &runtimepath =~ 'ale' ? 'qall!' : 'cquit!'",
  ])
