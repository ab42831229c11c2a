import Foundation
import TestSupport
import Testing

/// The help of the plugins for Vim and Neovim has a tag for everything that a user can type.
struct HelpTests {
  @Test(arguments: ["vim", "nvim"])
  func tagsEverything(editor: String) throws {
    let sources = try files(in: editor).filter {
      ["vim", "lua"].contains($0.pathExtension) && !$0.path.contains("/test/")
    }
    let code = try sources.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let help = try String(
      contentsOf: plugins.appending(path: "\(editor)/doc/annotate-server.txt"), encoding: .utf8)

    let commands = code.matches(of: /\bcommand(?:!.*?|\(")(Annotate\w+)/).map { ":\($0.1)" }
    let mappings = code.matches(of: /<Plug>\(annotate-[a-z-]+\)/).map { String($0.0) }
    let maps = code.matches(of: /\bmap\((?:"n"|\{.*?\}), "([a-z-]+)"/).map {
      "<Plug>(annotate-\($0.1))"
    }
    let settings = code.matches(of: /'(annotate_server_\w+)'/).map { "g:\($0.1)" }
    let groups = code.matches(of: /\bAnnotate\w+(?=:| =)/).map { "hl-\($0.0)" }
    #expect(commands.count >= 9)
    #expect(groups.count >= 13)
    #expect(!(mappings + maps).isEmpty)
    for tag in Set(commands + mappings + maps + settings + groups) {
      #expect(help.contains("*\(tag)*"))
    }
  }

  @Test(arguments: ["vim", "nvim"])
  func refersToItsOwnTags(editor: String) throws {
    let help = try String(
      contentsOf: plugins.appending(path: "\(editor)/doc/annotate-server.txt"), encoding: .utf8)
    let references = help.matches(of: /\|((?::|annotate-server)[\w:-]+)\|/).map { String($0.1) }
    #expect(references.count >= 5)
    for reference in references { #expect(help.contains("*\(reference)*")) }
  }

  private let plugins = SharedData.repository.appending(path: "editors")

  private func files(in folder: String) throws -> [URL] {
    let root = plugins.appending(path: folder)
    let paths = try #require(FileManager.default.enumerator(atPath: root.path))
    return paths.compactMap { $0 as? String }.sorted().map { root.appending(path: $0) }
  }
}
