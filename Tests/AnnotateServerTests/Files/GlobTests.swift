import Testing

@testable import annotate_server

/// What patterns in the words of `.gitignore` stand for.
struct GlobTests {
  /// A pattern with paths that it stands for and paths that it does not.
  struct Sample: Sendable, CustomTestStringConvertible {
    var pattern: String
    var matching: [String]
    var other: [String]
    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Sample(pattern: "a.md", matching: ["a.md", "x/a.md", "x/y/a.md"], other: ["aamd", "a.md/x"]),
    Sample(pattern: "/a.md", matching: ["a.md"], other: ["x/a.md"]),
    Sample(pattern: "x/a.md", matching: ["x/a.md"], other: ["y/x/a.md", "a.md", "x/y/a.md"]),
    Sample(
      pattern: "*.md", matching: ["a.md", ".md", "x/b.c.md"], other: ["a.mdx", "md", "a.md/b"]),
    Sample(pattern: "x/*.md", matching: ["x/a.md"], other: ["x/y/a.md", "y/x/a.md"]),
    Sample(
      pattern: "a*c*e", matching: ["ace", "abcde", "accce"], other: ["aec", "abcdef", "a/ce"]),
    Sample(
      pattern: "a?.md", matching: ["ab.md", "aé.md", "a😀.md"], other: ["a.md", "abc.md", "a/.md"]),
    Sample(pattern: "[a-c]x", matching: ["ax", "cx"], other: ["dx", "x", "-x"]),
    Sample(pattern: "[!a-c]x", matching: ["dx", "éx"], other: ["ax", "x"]),
    Sample(pattern: "[^a]x", matching: ["bx"], other: ["ax"]),
    Sample(pattern: "[]-]x", matching: ["]x", "-x"], other: ["ax"]),
    Sample(pattern: "[a\\]]x", matching: ["ax", "]x"], other: ["\\x"]),
    Sample(pattern: "[а-я]x", matching: ["жx"], other: ["zx"]),
    Sample(pattern: "\\*.md", matching: ["*.md"], other: ["a.md"]),
    Sample(pattern: "**", matching: ["a", "a/b"], other: []),
    Sample(pattern: "**/a", matching: ["a", "x/a", "x/y/a"], other: ["xa", "a/x"]),
    Sample(pattern: "a/**", matching: ["a/b", "a/b/c"], other: ["a", "b/a/c"]),
    Sample(
      pattern: "a/**/b", matching: ["a/b", "a/x/b", "a/x/y/b"], other: ["ab", "a/xb", "x/a/b"]),
    Sample(pattern: "**/a/**/b/*", matching: ["a/b/c", "x/a/y/b/b/c"], other: ["a/b", "b/a/c"]),
    Sample(pattern: "a**b/c", matching: ["ab/c", "axb/c"], other: ["a/b/c"]),
  ])
  func aPatternStandsForPaths(sample: Sample) throws {
    let glob = try #require(Glob(sample.pattern))
    for path in sample.matching { #expect(glob.matches(names(path)), "\(path)") }
    for path in sample.other { #expect(!glob.matches(names(path)), "\(path)") }
  }

  @Test(arguments: ["[a", "[", "[!", "a\\", "x/[a", "[a-\\"])
  func aBrokenPatternIsNone(pattern: String) {
    #expect(Glob(pattern) == nil)
  }

  /// A pattern on which a matcher that tries every way would not end in this world.
  @Test func manyRunsDoNotMultiply() throws {
    let glob = try #require(Glob(String(repeating: "*a", count: 40) + "/" + "b"))
    #expect(!glob.matches(names(String(repeating: "a", count: 400) + "/c")))
    let folders = try #require(Glob(String(repeating: "**/a/", count: 40) + "b"))
    #expect(!folders.matches(names(String(repeating: "a/", count: 400) + "c")))
  }

  /// The lines of a `.gitignore` file, a path, whether it is a folder's, and the verdict.
  @Test(
    arguments: [
      ("a.md\n", "a.md", false, true),
      ("# a.md\n\n   \n", "a.md", false, nil),
      ("\\#a.md", "#a.md", false, true),
      ("\\!a.md", "!a.md", false, true),
      ("a.md   \r\nb.md", "a.md", false, true),
      ("a\\ ", "a ", false, true),
      ("\u{FEFF}a.md", "a.md", false, true),
      ("*.md\n!a.md", "a.md", false, false),
      ("!a.md\n*.md", "a.md", false, true),
      ("*.md\n!a.md", "b.md", false, true),
      ("drafts/", "drafts", true, true),
      ("drafts/", "drafts", false, nil),
      ("drafts/", "x/drafts", true, true),
      ("/drafts/", "x/drafts", true, nil),
      ("x/drafts/", "x/drafts", true, true),
      ("[a\nb", "b", false, true),
      ("/\n!\n", "a", false, nil),
    ] as [(String, String, Bool, Bool?)])
  func theLastRuleThatFitsDecides(text: String, path: String, isFolder: Bool, verdict: Bool?) {
    #expect(IgnoreRules(text).verdict(on: names(path), isFolder: isFolder) == verdict)
  }

  private func names(_ path: String) -> [[Unicode.Scalar]] {
    path.split(separator: "/").map { Array($0.unicodeScalars) }
  }
}
