import Foundation
import TestSupport
import Testing

/// The plugins in the real editors, against the real server: what is highlighted when an article is
/// opened and edited is what the server's command finds, and no server outlives its editor.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct EditorTests {
  @Test(.enabled(if: vim != nil, "vim is not installed"))
  func vimShowsAnnotations() async throws {
    let session = try await EditorSession(SampleArticle.all.value, render: \.overlays)
    defer { session.remove() }
    try session.write(
      "vimrc",
      """
      let &runtimepath = '\(plugins.path)/vim,' .. &runtimepath
      filetype plugin on
      let g:annotate_server_command = ['\(session.server.path)']
      """)
    try await session.run(
      try #require(vim),
      [
        "--clean", "--not-a-term", "-N", "-n", "-u", "vimrc", "-S",
        "\(plugins.path)/vim/test/check.vim",
      ])
    try session.checkSteps()
    session.checkMessages()
    await session.checkServersEnded(started: 2)
  }

  @Test(
    .enabled(if: neovim != nil, "Neovim is neither on PATH nor named by ANNOTATE_NVIM"))
  func neovimShowsAnnotations() async throws {
    let session = try await EditorSession(SampleArticle.all.value, render: \.tokensAndClaims)
    defer { session.remove() }
    try session.write(
      "init.lua",
      """
      vim.opt.runtimepath:prepend("\(plugins.path)/nvim")
      vim.lsp.config("annotate_server", { cmd = { "\(session.server.path)" } })
      vim.lsp.enable("annotate_server")
      """)
    try await session.run(
      try #require(neovim),
      [
        "--clean", "--headless", "-n", "-u", "init.lua", "-S",
        "\(plugins.path)/nvim/test/check.lua",
      ])
    try session.checkSteps()
    session.checkMessages()
    await session.checkServersEnded(started: 2)
  }

  @Test(.enabled(if: emacs != nil, "Emacs is not installed"))
  func emacsShowsAnnotations() async throws {
    let session = try await EditorSession(SampleArticle.all.value, render: \.overlays)
    defer { session.remove() }
    try session.write(
      "init.el",
      """
      (add-to-list 'load-path "\(plugins.path)/emacs")
      (setq annotate-server-command '("\(session.server.path)"))
      """)
    try await session.run(
      try #require(emacs),
      [
        "-Q", "--batch", "-l", "init.el", "-l", "\(plugins.path)/emacs/test/check.el",
        "-f", "check-own",
      ])
    try session.checkSteps()
    session.checkMessages()
    await session.checkServersEnded(started: 2)
  }
}

private let plugins = SharedData.repository.appending(path: "editors")
