import Foundation
import TestSupport
import Testing

/// The plugins in the real editors, against the real server: what is highlighted when an article is
/// opened and edited is what the server's command finds, and no server outlives its editor.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct EditorTests {
  @Test(.enabled(if: vim != nil, "vim is not installed"), arguments: articles)
  func vimShowsAnnotations(of article: SampleArticle) async throws {
    let session = try EditorSession(article.text(), render: \.overlays)
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
    session.checkSteps()
    let reports = session.read("messages").split(separator: "\n").filter {
      $0.contains("annotate-server:")
    }
    #expect(reports.count == 1, "the death of a server is reported once: \(reports)")
    await session.checkServersEnded(started: 2)
  }

  @Test(
    .enabled(if: neovim != nil, "Neovim is neither on PATH nor named by ANNOTATE_NVIM"),
    arguments: articles)
  func neovimShowsAnnotations(of article: SampleArticle) async throws {
    let session = try EditorSession(article.text(), render: \.tokensAndClaims)
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
    session.checkSteps()
    await session.checkServersEnded(started: 2)
  }

  @Test(.enabled(if: emacs != nil, "Emacs is not installed"), arguments: articles)
  func emacsShowsAnnotations(of article: SampleArticle) async throws {
    let session = try EditorSession(article.text(), render: \.overlays)
    defer { session.remove() }
    try session.write(
      "init.el",
      """
      (add-to-list 'load-path "\(plugins.path)/emacs")
      (setq annotate-server-command '("\(session.server.path)"))
      """)
    try await session.run(
      try #require(emacs),
      ["-Q", "--batch", "-l", "init.el", "-l", "\(plugins.path)/emacs/test/check.el"])
    session.checkSteps()
    #expect(session.read("messages").split(separator: "\n").count == 1)
    await session.checkServersEnded(started: 2)
  }
}

private let plugins = SharedData.repository.appending(path: "editors")

/// A text to open, by a short name.
struct SampleArticle: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var text: @Sendable () throws -> String
}

private let articles = [
  SampleArticle(testDescription: "a sample article") {
    let seed = SharedData.repository.appending(path: "seeds/2024-10-22-mackerel-talks.md")
    return try String(contentsOf: seed, encoding: .utf8)
  },
  SampleArticle(testDescription: "characters of every width, and claims that cross lines") {
    widths
  },
]

private let widths = """
  # Russia says it will build ties with Norway
  **Reuters**

  **2023-10-26 10:15**

  Asked about the accusation, Kremlin spokesman Dmitry Peskov said: "There are many such reports,
  they are all groundless 😀 as a rule. Anna Kovac of Norway knows." Æther was 𝒩ot Russia.

  Peskov, who spoke in Moscow on Thursday, said that Russia had spent $40 million on it.

  """
