import Annotator
import Testing

@Suite struct MarkupRuleTests {
  @Test(arguments: [
    "# A\n\n⟦### B⟧", "## A\n\n⟦#### B⟧\n\n##### C", "A\n===\n\n⟦### B⟧", "# A\n\n> ⟦#### B⟧",
    "# A\n\n## B\n\n# C\n\n⟦### D⟧",
  ])
  func levelSkipped(_ text: String) { checkLint("heading/level-skipped", text) }

  @Test(arguments: [
    "# A\n\n## B\n\n### C", "### A\n\nText.", "#### A\n\n# B", "# A\n\n```\n### B\n```",
    "# A\n\n    ### B",
    "---\ntitle: A\n---\n### B", "# A\n\n## B\n\n### C\n\n## D",
  ])
  func levelNext(_ text: String) { checkLint("heading/level-skipped", text) }

  @Test(arguments: [
    "⟦#⟧", "# A\n\n⟦##⟧\n\nText.", "⟦## ##⟧", "> ⟦###⟧",
    "# A\n\n⟦## **⟧".replacing("**", with: "<b></b>"),
  ])
  func headingEmpty(_ text: String) { checkLint("heading/empty", text) }

  @Test(arguments: [
    "# A", "#hashtag", "\\#", "`#`", "    #", "## ![A](b)", "## `a`", "A\n=", "## &amp;",
  ])
  func headingFull(_ text: String) { checkLint("heading/empty", text) }

  @Test(arguments: [
    ("A.\n\n##\n\nB.", "A.\n\nB."), ("A.\n##\nB.", "A.\n\nB."), ("> ##\n> A.", "> \n> A."),
    ("##\n\nA.\n", "A.\n"), ("A.\n\n##\n", "A.\n\n"), ("A.\r\n\r\n##\r\n\r\nB.", "A.\r\n\r\nB."),
    ("A.\n\n##\nB.", "A.\n\nB."),
  ])
  func headingFix(_ text: String, _ fixed: String) { checkFix("heading/empty", text, fixed) }

  @Test(arguments: [
    "It was ⟦<b>⟧not secret.", "⟦<div>⟧\n\nText.", "⟦<div class=\"a\">⟧\n<p>Text.\n",
    "⟦<i>⟧<b>a</b>",
    "<div>\n⟦<span>⟧a\n</div>", "A ⟦<em>⟧b\n\n<em>c</em>", "⟦<a href=\"b\">⟧c",
    "⟦<script>⟧\nlet a = \"<b>\"",
    "- ⟦<sub>⟧a", "⟦<custom-name>⟧", "⟦<pre>⟧\ncode\n",
  ])
  func htmlUnclosed(_ text: String) { checkLint("html/unclosed", text) }

  @Test(arguments: [
    "It was <b>not</b> secret.", "a<br>b<hr>c<img src=\"d\"><wbr>", "<p>Text.",
    "<ul>\n<li>a\n<li>b\n</ul>",
    "<div>\n\nText.\n\n</div>", "`<b>`", "    <b>", "```\n<b>\n```", "<!-- <b> -->",
    "<b><i>a</b></i>",
    "a < b and c > d", "<https://a.org>", "\\<b>", "<table><tr><td>a</table>", "<br/>", "<B>a</b>",
    "<script>\nlet a = \"<b>\"\n</script>", "<pre>\n<b>\n</pre>", "<span />a", "</b>",
    "<?php <b> ?>",
  ])
  func htmlClosed(_ text: String) { checkLint("html/unclosed", text) }

  @Test(arguments: [
    "It was ⟦**⟧not secret.", "⟦*⟧Note: text.", "It was ⟦_⟧not secret.", "⟦__⟧Note: text.",
    "⟦**⟧Reuters\n\nText.", "- ⟦*⟧a", "# Title ⟦*⟧a", "A ⟦*⟧b\n\nc* d", "⟦**⟧“Quoted” text.",
    "> ⟦**⟧a", "(⟦*⟧a)", "⟦**⟧ä b",
  ])
  func emphasisUnclosed(_ text: String) { checkLint("emphasis/unclosed", text) }

  @Test(arguments: [
    "It was **not** secret.", "2 * 3 is 6", "snake_case and more_snake", "A word* with a note",
    "* item\n* item",
    "`*a`", "    *a", "\\*a", "a*b", "* * *", "**a** *b* _c_", "5*6", "It *goes\non* so.",
    "rated it *.",
    "f*** off", "``` \n**a\n```", "a ** b", "*a **b** c*",
  ])
  func emphasisClosed(_ text: String) { checkLint("emphasis/unclosed", text) }

  @Test(arguments: [
    ("- a\n⟦*⟧ b", "- a\n- b"), ("- a\n- b\n⟦+⟧ c\n+ d", "- a\n- b\n- c\n- d"),
    ("* a\n\n⟦-⟧ b\n", "* a\n\n* b\n"), ("- a\n  * b\n  ⟦+⟧ c\n- d", "- a\n  * b\n  * c\n- d"),
    ("- a\n⟦*⟧ b\n- c", "- a\n- b\n- c"), ("> - a\n> ⟦+⟧ b", "> - a\n> - b"),
    ("- a\n<!-- a comment -->\n⟦*⟧ b", "- a\n<!-- a comment -->\n- b"),
    ("- a\n⟦*⟧ - -", "- a\n* - -"),
  ])
  func markerMixed(_ text: String, _ fixed: String) {
    checkLint("list/marker-mixed", text)
    checkFix("list/marker-mixed", text.filter { $0 != "⟦" && $0 != "⟧" }, fixed)
  }

  @Test(arguments: [
    "- a\n- b", "- a\n  * b\n- c", "- a\n\nText.\n\n* b", "1. a\n2) b", "- a\n1. b", "`- a`\n\n* b",
    "- a\n  * b\n\n  Text.\n\n  + c",
  ])
  func markerSame(_ text: String) { checkLint("list/marker-mixed", text) }

  @Test(arguments: [
    ("a\nb⟦\r\n⟧c\n", "a\nb\nc\n"), ("a\r\nb⟦\n⟧c\r\nd\n", "a\r\nb\r\nc\r\nd\r\n"),
    ("a\r\nb⟦\r⟧c", "a\r\nb\r\nc"), ("a\r\r⟦\r\n⟧b", "a\r\r\rb"),
  ])
  func endingsMixed(_ text: String, _ fixed: String) {
    checkLint("line-ending/mixed", text)
    checkFix("line-ending/mixed", text.replacing("⟦", with: "").replacing("⟧", with: ""), fixed)
  }

  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a", "", "a\r\nb"])
  func endingsAlike(_ text: String) { checkLint("line-ending/mixed", text) }

  @Test(arguments: ["⟦⟧", "⟦ ⟧", "⟦ \t⟧\n\n", "⟦⟧\n"])
  func fileEmpty(_ text: String) {
    checkLint("file/empty", text)
    #expect(lintedFindings(text.filter { $0 != "⟦" && $0 != "⟧" }).map(\.rule) == ["file/empty"])
  }

  @Test(arguments: ["a", "#", "```\n```", "\n\n.\n"])
  func fileFull(_ text: String) { checkLint("file/empty", text) }

  @Test func byteOrderMark() {
    checkLint("file/byte-order-mark", "⟦\u{FEFF}⟧# Title\n")
    checkLint("file/byte-order-mark", "# \u{FEFF}Title\n")
    checkFix("file/byte-order-mark", "\u{FEFF}# Title\n", "# Title\n")
    #expect(lintedFindings("\u{FEFF}\n").map(\.rule) == ["file/empty"])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0xFF, 0xFE, 0x61, 0], 0), ([0x61, 0x0A, 0xC3, 0x61], 2),
      ([0xE2, 0x82], 0),
      ([0x61, 0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 0),
    ] as [([UInt8], Int)])
  func notUTF8(_ bytes: [UInt8], _ offset: Int) throws {
    let file = try lint(file: bytes)
    #expect(file.findings.map(\.rule) == ["file/not-utf8"])
    #expect(file.findings.map(\.range.lowerBound) == [offset])
    #expect(file.findings.allSatisfy { $0.range.upperBound <= file.text.count })
    #expect(!file.isWhole)
    let off = try lint(file: bytes, options: LintOptions(rules: ["file/*": .off]))
    #expect(off.findings.isEmpty)
  }

  @Test(arguments: ["a", "ä😀\u{0}", "\u{FEFF}a", ""])
  func utf8(_ text: String) throws {
    let file = try lint(file: Array(text.utf8))
    #expect(file.isWhole && !file.findings.contains { $0.rule == "file/not-utf8" })
  }
}
