import Annotator
import Testing

@Suite struct LinkRuleTests {
  @Test(arguments: [
    "See ⟦[the report]()⟧ here.", "⟦[a](<>)⟧", "⟦[a]( )⟧", "# Title ⟦[a]()⟧", "- ⟦[a](<> 'T')⟧",
  ])
  func destinationMissing(_ text: String) { checkLint("link/destination-missing", text) }

  @Test(arguments: [
    "[a](b)", "![a]()", "`[a]()`", "[a]", "[a] ()", "\\[a]()", "[a][b]\n\n[b]: <>", "[a](#)",
  ])
  func destinationPresent(_ text: String) { checkLint("link/destination-missing", text) }

  @Test(arguments: [
    "See ⟦[](https://a.org)⟧ here.", "⟦[ ](b)⟧", "⟦[**](b)⟧".replacing("**", with: "<b></b>"),
    "⟦[][b]⟧\n\n[b]: c",
  ])
  func textMissing(_ text: String) { checkLint("link/text-missing", text) }

  @Test(arguments: [
    "[a](b)", "![](b)", "[![](a.jpg)](b)", "[`a`](b)", "`[](b)`", "<https://a.org>", "[]",
    "[&amp;](b)",
  ])
  func textPresent(_ text: String) { checkLint("link/text-missing", text) }

  @Test(arguments: [
    "See [the report⟦](⟧https://a.org/b for more.", "![A boat⟦](⟧a.jpg\n\nText.", "[a⟦](⟧",
    "[a⟦](⟧b and [c](d).", "# Title [a⟦](⟧b", "[a⟦](⟧b (c)\n\n)", "- [a⟦](⟧b\n- c)",
    "[a⟦](⟧https://a.org/b(c) d",
  ])
  func unclosed(_ text: String) {
    checkLint("link/unclosed", text)
    let plain = text.filter { $0 != "⟦" && $0 != "⟧" }
    for finding in lintedFindings(plain) where finding.rule.hasPrefix("link/") {
      #expect(finding.rule == "link/unclosed")
    }
  }

  @Test(arguments: [
    "[a](b)", "[a](b (c))", "[a](b(c)d)", "[a] (b", "`[a](b`", "    [a](b", "[a]\\(b", "[a](b c)",
    "He said [it] (twice", "(a) b (c",
  ])
  func closed(_ text: String) { checkLint("link/unclosed", text) }

  @Test(arguments: [
    "More at ⟦https://a.org/b⟧.", "⟦http://a.org⟧", "(see ⟦https://a.org/b_(c)⟧)",
    "At ⟦www.a.org⟧, he said.",
    "- ⟦https://a.org/?q=1&r=2⟧", "“⟦https://a.org/b⟧”", "*⟦https://a.org/b⟧*",
    "⟦ftp://a.org/b⟧; and more",
    "# Title\n\n**Reuters**\n\n**2023-10-27**\n\n**https://a.org**\n\nAt ⟦https://a.org⟧ too.",
    "A line\nwith ⟦https://a.org/b-c⟧\nin it.", "⟦HTTPS://A.ORG/b⟧!", "⟦https://bücher.de/ä⟧ and",
  ])
  func bareURL(_ text: String) { checkLint("link/bare-url", text) }

  @Test(arguments: [
    "[a](https://a.org)", "<https://a.org>", "`https://a.org`", "[https://a.org](https://a.org)",
    "    https://a.org\n", "[a]: https://a.org\n",
    "# T\n\n**R**\n\n**2023-10-27**\n\n**https://a.org**",
    "<a href=\"https://a.org\">https://a.org</a>", "![https://a.org](b)", "http is a protocol",
    "The www is old.", "someone@www.a.org", "a://b", "xhttps://a.org", "https://", "awww.a.org",
    "www.",
    "<!-- https://a.org -->", "---\nurl: https://a.org\n---\nText.", "[a](https://a.org/b c",
    "<div>https://a.org</div>", "```\nhttps://a.org\n```", "# Title https://a.org",
  ])
  func noBareURL(_ text: String) { checkLint("link/bare-url", text) }

  @Test func bareURLFix() {
    checkFix("link/bare-url", "At https://a.org/b.", "At <https://a.org/b>.")
    checkFix("link/bare-url", "At www.a.org/b, and", "At [www.a.org/b](https://www.a.org/b), and")
    checkFix("link/bare-url", "At https://a.org/?a&amp;b c", "At https://a.org/?a&amp;b c")
  }

  @Test(arguments: [
    "It is ⟦[here](a)⟧.", "⟦[Click here](a)⟧", "⟦[READ MORE](a)⟧", "⟦[this](a)⟧",
    "⟦[this link](a)⟧",
    "⟦[link](a)⟧", "⟦[more](a)⟧", "⟦[*here*](a)⟧", "⟦[ here ](a)⟧", "⟦[read\nmore](a)⟧",
    "⟦[here][a]⟧\n\n[a]: b",
  ])
  func textGeneric(_ text: String) {
    checkLint("link/text-generic", text)
  }

  @Test(arguments: [
    "[here it is](a)", "[the link](a)", "[Moore](a)", "![here](a)", "here", "[here]", "`[here](a)`",
    "[more talks](a)", "[hereafter](a)", "[](a)",
  ])
  func textSpecific(_ text: String) { checkLint("link/text-generic", text) }

  @Test(arguments: [
    "The [report]⟦[1]⟧ says.", "The [report]⟦[]⟧ says.", "![A]⟦[b]⟧", "# Title [a]⟦[b]⟧",
    "[a]⟦[b]⟧\n\n[c]: d", "[a]⟦[b]⟧\n\n```\n[b]: c\n```",
  ])
  func referenceUndefined(_ text: String) { checkLint("link/reference-undefined", text) }

  @Test(arguments: [
    "The [report][1] says.\n\n[1]: a", "The [report][] says.\n\n[report]: a", "It was [sic] so.",
    "[The minister] said.", "`[a][b]`", "    [a][b]", "[a] [b]", "[a][B]\n\n[b]: c", "[a](b)",
    "[1]",
    "[a]\\[b]", "> [a][b]\n\n[b]: c",
  ])
  func referenceDefined(_ text: String) { checkLint("link/reference-undefined", text) }
}
