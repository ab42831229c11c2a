import Testing

@testable import Annotator

/// The rules that the articles of these tests break: others than these would only be in the way.
private let observed: Set<String> = [
  "text/mojibake", "quote/unbalanced", "text/punctuation-missing",
]

@Suite struct LinterTests {
  private let article = """
    # Title

    **2023-10-27**

    A CafÃ© is “open

    A second one

    """

  @Test func findingsComeInTextOrder() {
    let findings = lintedFindings(article).filter { observed.contains($0.rule) }
    #expect(
      findings.map(\.rule) == [
        "text/mojibake", "quote/unbalanced", "text/punctuation-missing", "text/punctuation-missing",
      ])
    #expect(findings.map(\.range.lowerBound) == findings.map(\.range.lowerBound).sorted())
  }

  @Test(
    arguments: [
      (["text/mojibake": .off], 3), (["text/*": .off], 1), (["*": .off], 0),
      (["text/*": .off, "text/mojibake": .severity(.info)], 2),
      (["*": .off, "quote/*": .severity(.error)], 1), ([:], 4),
    ] as [([String: LintOptions.Setting], Int)])
  func settings(_ rules: [String: LintOptions.Setting], _ count: Int) {
    let findings = lintedFindings(article, options: LintOptions(rules: rules))
    #expect(findings.count { observed.contains($0.rule) } == count)
  }

  @Test func settingsChangeSeverity() {
    let options = LintOptions(rules: ["quote/*": .severity(.error), "text/*": .severity(.info)])
    let severities = lintedFindings(article, options: options)
      .filter { observed.contains($0.rule) }.map(\.severity)
    #expect(severities == [.info, .error, .info, .info])
  }

  @Test func reportsAreReused() {
    var previous = analysis(article)
    var report = lint(LintedArticle(previous))
    for edit in ["B", "“", "\n\n", "Ã©", "x", "\n\n“Then"] {
      var text = previous.text
      text.replace(article.utf8.count - 3..<article.utf8.count - 3, with: edit)
      let next = try! Pipeline.standard.annotate(text, reusing: previous)
      let reused = lint(LintedArticle(next), reusing: report)
      #expect(reused.findings == lintedFindings(String(decoding: text.bytes, as: UTF8.self)))
      (previous, report) = (next, reused)
    }
  }

  @Test func otherOptionsMakeNewReports() {
    let article = LintedArticle(analysis(article))
    let none = lint(article, options: LintOptions(rules: ["*": .off]))
    #expect(lint(article, reusing: none).findings == lint(article).findings)
  }

  @Test func rulesAreWellMade() {
    #expect(Set(allRules.map { $0.id }).count == allRules.count)
    for rule in allRules {
      #expect(
        rule is any PassageRule.Type || rule is any ArticleRule.Type || rule is any FileRule.Type
          || rule == SuppressionUnused.self, "\(rule.id)")
      #expect(rule.id.split(separator: "/").count == 2, "\(rule.id)")
      #expect(rule.summary.hasSuffix("."), "\(rule.id)")
    }
  }
}

@Suite struct SuppressionTests {
  private func count(_ text: String) -> Int {
    lintedFindings("# Title\n\n**2023-10-27**\n\n" + text).count { observed.contains($0.rule) }
  }

  @Test(arguments: [
    "<!-- annotate-disable -->\n\nA CafÃ©.",
    "<!-- annotate-disable text/mojibake quote/* -->\n\nA CafÃ©.",
    "<!-- annotate-disable text/* -->\n\nA CafÃ©\n\nB CafÃ©",
    "<!-- annotate-disable-next-line text/mojibake -->\n\nA CafÃ©.",
    "<!-- annotate-disable-next-line -->\nA CafÃ©",
    "A\n<!-- annotate-disable-next-line -->\nCafÃ©.",
    "<!-- annotate-disable -->\n<!-- annotate-enable quote/* -->\n\nA CafÃ©",
    "<!--annotate-disable-->\n\nA CafÃ©.",
    "<!-- annotate-disable-next-line text/mojibake -->\n"
      + "<!-- annotate-disable-next-line text/punctuation-missing -->\nA CafÃ©",
    "<!-- annotate-disable text/mojibake -->\n\nA CafÃ©.\n\n<!-- annotate-enable quote/* -->"
      + "\n\nA CafÃ©.",
  ])
  func silent(_ text: String) { #expect(count(text) == 0) }

  @Test(arguments: [
    ("<!-- annotate-disable quote/* -->\n\nA CafÃ©.", 1),
    ("A CafÃ©.\n\n<!-- annotate-disable -->\n\nA CafÃ©.", 1),
    ("<!-- annotate-disable -->\n<!-- annotate-enable -->\n\nA CafÃ©.", 1),
    ("<!-- annotate-disable -->\n<!-- annotate-enable text/mojibake -->\n\nA CafÃ©", 1),
    ("<!-- annotate-disable-next-line -->\nA CafÃ©.\n\nA CafÃ©.", 1),
    ("Text <!-- annotate-disable --> CafÃ©.", 1),
    ("```\n<!-- annotate-disable -->\n```\n\nA CafÃ©.", 1),
    ("    <!-- annotate-disable -->\n\nA CafÃ©.", 1),
    ("<!-- annotate-disabled -->\n\nA CafÃ©.", 1),
    ("<!-- annotate-disable-next-line quote/* -->\nA CafÃ©.", 1),
    ("<!-- annotate-disable-next-line -->\n\nAll is well.\n\nA CafÃ©.", 1),
    (
      "<!-- annotate-disable text/* -->\n\nA CafÃ©.\n\n<!-- annotate-enable text/mojibake -->\n\n"
        + "A CafÃ©.", 1
    ),
  ])
  func loud(_ text: String, _ findings: Int) { #expect(count(text) == findings) }
}

@Suite struct SuppressionUnusedTests {
  @Test(arguments: [
    "⟦<!-- annotate-disable-next-line text/mojibake -->⟧\nA Café.",
    "⟦<!-- annotate-disable-next-line -->⟧\n\nA Café.",
    "⟦<!-- annotate-disable-next-line text/mojibake quote/* -->⟧\nA CafÃ©.",
    "⟦<!-- annotate-disable-next-line text/no-such-rule -->⟧\nA CafÃ©.",
    "⟦<!-- annotate-disable-next-line text/mojibake -->⟧",
    "⟦<!-- annotate-disable-next-line text/mojibake -->⟧\nA Café.\n\nA CafÃ©.",
  ])
  func unused(_ text: String) {
    checkLint("suppression/unused", "# Title\n\n" + text + "\n\nReporting by Anna Lund")
  }

  @Test(arguments: [
    "<!-- annotate-disable-next-line text/mojibake -->\nA CafÃ©.",
    "<!-- annotate-disable-next-line -->\n\nA CafÃ©.",
    "<!-- annotate-disable-next-line text/* -->\nA CafÃ©.",
    "<!-- annotate-disable text/mojibake -->\nA Café.",
    "```\n<!-- annotate-disable-next-line text/mojibake -->\n```\n\nA Café.",
    "Text <!-- annotate-disable-next-line text/mojibake -->\nA Café.",
  ])
  func used(_ text: String) { checkLint("suppression/unused", "# Title\n\n" + text) }

  @Test func fixed() {
    checkFix(
      "suppression/unused",
      "A.\n\n<!-- annotate-disable-next-line text/mojibake quote/unbalanced -->\nA CafÃ©.",
      "A.\n\n<!-- annotate-disable-next-line text/mojibake -->\nA CafÃ©.")
    checkFix(
      "suppression/unused", "A.\n\n<!-- annotate-disable-next-line quote/* -->\n\nA Café.",
      "A.\n\nA Café.")
  }

  @Test func rulesThatAreOffAreNotMissed() {
    let options = LintOptions(rules: ["text/*": .off])
    let text = "<!-- annotate-disable-next-line text/mojibake text/* -->\nA CafÃ©."
    #expect(
      !lintedFindings(text, options: options).contains { $0.rule == "suppression/unused" })
  }

  @Test func fileFindingsAreNotSilenced() {
    let text = "<!-- annotate-disable -->\n\nA CafÃ©."
    let findings = lintedFindings("\u{FEFF}" + text)
    #expect(findings.contains { $0.rule == "file/byte-order-mark" })
    #expect(
      !lintedFindings("\u{FEFF}\n" + text).contains { $0.rule == "text/mojibake" })
  }
}
