import Annotator
import TestSupport
import Testing

/// Fixes applied together, again and again.
@Suite struct FixingTests {
  private func repaired(_ text: String, rules: [String: LintOptions.Setting] = [:]) -> String {
    // No test is cancelled.
    let result = try! fixed(SourceText(text), options: LintOptions(rules: rules))
    return String(decoding: result.text.bytes, as: UTF8.self)
  }

  private func finding(_ edits: [(Range<Int>, String)]) -> Finding {
    Finding(
      rule: "a/b", severity: .info, range: 0..<0, message: "",
      fix: Fix(title: "", edits: edits.map { .init(range: $0.0, replacement: $0.1) }))
  }

  @Test(
    arguments: [
      ([[(0..<1, "x")], [(2..<3, "y")]], "xbydef", 2),
      // What overlaps or touches is left for later.
      ([[(0..<2, "x")], [(1..<3, "y")]], "xcdef", 1),
      ([[(0..<2, "x")], [(2..<3, "y")]], "xcdef", 1),
      ([[(3..<3, "x")], [(3..<3, "y")]], "abcxdef", 1),
      // The edits of one fix go together or not at all.
      ([[(1..<2, "x")], [(0..<1, "y"), (1..<3, "z")]], "axcdef", 1),
      ([[(4..<5, "x"), (0..<1, "y")]], "ybcdxf", 1), ([[(0..<1, "a")]], "abcdef", 0),
      ([], "abcdef", 0),
      ([[(5..<6, ""), (0..<0, "<")], [(2..<4, "")]], "<abe", 2),
    ] as [([[(Range<Int>, String)]], String, Int)])
  func applied(_ fixes: [[(Range<Int>, String)]], _ expected: String, _ count: Int) {
    let result = SourceText("abcdef").applyingFixes(of: fixes.map(finding))
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == expected)
    #expect(result.count == count)
  }

  @Test func allThatCanBeFixedIsFixed() {
    let text = """
      \u{FEFF}# Title

      **2023-10-27**\r

      **Reuters**

      **https://example.org/a**

      A CafÃ© at https://a.org/CafÃ©.

      - a
      * b

      ##

      <!-- annotate-disable-next-line heading/empty -->
      The end.

      """
    #expect(
      repaired(text) == """
        # Title

        **Reuters**

        **2023-10-27**

        **https://example.org/a**

        A Café at <https://a.org/Café>.

        - a
        - b

        The end.

        """)
  }

  @Test func rulesThatAreOffFixNothing() {
    let text = "# T\n\nA CafÃ©.\n\n##\n\nB.\n"
    #expect(repaired(text, rules: ["text/*": .off]) == "# T\n\nA CafÃ©.\n\nB.\n")
    #expect(repaired(text, rules: ["*": .off]) == text)
  }

  @Test func silencedFindingsAreNotFixed() {
    let text = "# T\n\n<!-- annotate-disable-next-line text/mojibake -->\nA CafÃ©.\n"
    #expect(repaired(text, rules: ["head/*": .off]) == text)
  }

  @Test(arguments: 0..<60)
  func repairingTwiceChangesNothingMore(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = (0..<40).map { _ in textPieces.randomElement(using: &random)! }.joined()
    let once = repaired(text)
    #expect(repaired(once) == once)
    let left = lintedFindings(once).filter { $0.fix != nil }
    #expect(left.isEmpty, "\(left)")
  }
}
