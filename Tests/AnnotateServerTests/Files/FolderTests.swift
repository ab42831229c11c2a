import Foundation
import Testing

@testable import annotate_server

/// Which articles a walk through folders comes to.
struct FolderTests {
  /// Files of a folder, with the text that matters, and the articles that a walk finds.
  struct Sample: Sendable, CustomTestStringConvertible {
    var title: String
    var files: [String: String]
    var extensions: Set<String> = ["md", "markdown", "txt"]
    var exclude: [String] = []
    /// The folder at which the walk begins.
    var root = ""
    var found: [String]
    var testDescription: String { title }
  }

  @Test(arguments: [
    Sample(
      title: "articles in the order of their names, nothing hidden",
      files: [
        "b.md": "", "a/z.markdown": "", "a/y.TXT": "", "c.html": "", ".d.md": "", ".e/f.md": "",
        "g": "", "md": "", "é.md": "",
      ], found: ["a/y.TXT", "a/z.markdown", "b.md", "é.md"]),
    Sample(
      title: "other extensions", files: ["a.md": "", "b.rst": "", "c.text": ""],
      extensions: ["rst", "text"], found: ["b.rst", "c.text"]),
    Sample(
      title: "rules of the folder and of those below it, the nearest first",
      files: [
        ".gitignore": "drafts/\n*.txt\n/top.md\n", "top.md": "", "a.txt": "", "b.md": "",
        "drafts/c.md": "", "x/.gitignore": "!a.txt\nb.md\n", "x/a.txt": "", "x/b.md": "",
        "x/top.md": "", "x/y/a.txt": "", "x/drafts/d.md": "",
      ], found: ["b.md", "x/a.txt", "x/top.md", "x/y/a.txt"]),
    Sample(
      title: "nothing comes back out of a folder that is left out",
      files: [".gitignore": "x\n!x/a.md\n", "x/a.md": "", "b.md": ""], found: ["b.md"]),
    Sample(
      title: "the user's own rules come before all others",
      files: [
        ".gitignore": "kept.md\n", "kept.md": "", "a.md": "", "x/archive/b.md": "", "x/c.md": "",
      ], exclude: ["**/archive/**", "a.md", "!kept.md"], found: ["kept.md", "x/c.md"]),
    Sample(
      title: "the user's rules count from where the walk begins",
      files: ["x/a.md": "", "x/x/a.md": "", "x/b.md": ""], exclude: ["/x/a.md"], root: "x",
      found: ["x/a.md", "x/b.md"]),
    Sample(
      title: "rules above the folder count as far as the repository reaches",
      files: [
        ".gitignore": "a.md\n", "r/.git/config": "", "r/.gitignore": "/x/b.md\nd.md\n",
        "r/x/a.md": "", "r/x/b.md": "", "r/x/c.md": "", "r/x/y/d.md": "", "r/x/y/b.md": "",
      ], root: "r/x", found: ["r/x/a.md", "r/x/c.md", "r/x/y/b.md"]),
    Sample(
      title: "without a repository nothing above the folder counts",
      files: [".gitignore": "a.md\n", "x/a.md": ""], root: "x", found: ["x/a.md"]),
    Sample(
      title: "a folder that is named is walked even if a rule leaves it out",
      files: [".git/config": "", ".gitignore": "x/\n", "x/a.md": "", "x/x/b.md": ""], root: "x",
      found: ["x/a.md"]),
  ])
  func aWalkFindsArticles(sample: Sample) async throws {
    try await withFolder(sample.files) { folder in
      let root = Input.resolved(folder.appending(path: sample.root).path)
      let filter = ArticleFilter(
        extensions: sample.extensions, exclude: IgnoreRules(sample.exclude))
      var failures: [InputError] = []
      let found = Input.articles([root], by: filter, &failures)
      let top = Input.resolved(folder.path) + "/"
      #expect(found.map { $0.replacing(top, with: "") } == sample.found)
      #expect(failures.isEmpty)
      // A file that appears later is taken for what the walk would take it for.
      for name in sample.files.keys.map({ top + $0 }) where name.hasPrefix(root + "/") {
        #expect(filter.contains(name, below: root) == found.contains(name), "\(name)")
      }
    }
  }

  @Test func aPathThatIsNoFolderStandsForItself() async throws {
    try await withFolder([".gitignore": "*", "a.html": ""]) { folder in
      let file = folder.appending(path: "a.html").path
      var failures: [InputError] = []
      #expect(Input.articles(["-", file, "none"], &failures) == ["-", file, "none"])
      #expect(failures.isEmpty)
    }
  }

  @Test func linksToFoldersAreNotFollowed() async throws {
    try await withFolder(["x/a.md": ""]) { folder in
      let inner = folder.appending(path: "x")
      try FileManager.default.createSymbolicLink(
        at: inner.appending(path: "circle"), withDestinationURL: folder)
      try FileManager.default.createSymbolicLink(
        at: inner.appending(path: "b.md"), withDestinationURL: inner.appending(path: "a.md"))
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "link"), withDestinationURL: inner)
      var failures: [InputError] = []
      let found = Input.articles([folder.path], &failures)
      #expect(found.map { $0.dropFirst(folder.path.count) } == ["/x/a.md", "/x/b.md"])
      let link = folder.appending(path: "link").path
      #expect(Input.articles([link], &failures).count == 2, "a link that is named is followed")
      #expect(failures.isEmpty)
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser can read every folder"))
  func aFolderThatCannotBeReadIsReported() async throws {
    try await withFolder(["x/a.md": "", "y/b.md": ""]) { folder in
      let closed = folder.appending(path: "x").path
      chmod(closed, 0)
      defer { chmod(closed, 0o700) }
      var failures: [InputError] = []
      let found = Input.articles([folder.path], &failures)
      #expect(found == [folder.appending(path: "y/b.md").path])
      #expect(failures.map(\.file) == [closed])
    }
  }
}
