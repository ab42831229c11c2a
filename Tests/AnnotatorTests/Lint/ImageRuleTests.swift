import Testing

@Suite struct ImageRuleTests {
  @Test(arguments: [
    "⟦![](a.jpg)⟧", "⟦![ ](a.jpg)⟧", "Text ⟦![](a.jpg)⟧ text.", "# Title ⟦![](a.jpg)⟧",
    "[⟦![](a.jpg)⟧](https://a.org)", "⟦![][a]⟧\n\n[a]: a.jpg", "- ⟦![](a.jpg \"Title\")⟧",
  ])
  func altMissing(_ text: String) { checkLint("image/alt-missing", text) }

  @Test(arguments: [
    "![A boat](a.jpg)", "`![](a.jpg)`", "    ![](a.jpg)", "\\![](a.jpg)", "![*A* boat](a.jpg)",
    "```\n![](a.jpg)\n```", "![&amp;](a.jpg)",
  ])
  func altPresent(_ text: String) { checkLint("image/alt-missing", text) }

  @Test(arguments: [
    "⟦![A](a.jpg)⟧\n\n## Heading", "⟦![A](a.jpg)⟧", "⟦![A](a.jpg)⟧\n\n- item\n",
    "⟦![A](a.jpg)⟧\n\n> Quoted.", "⟦![A](a.jpg)⟧\n\n⟦![B](b.jpg)⟧", "⟦![A](a.jpg)⟧\n\n---\n\nText.",
    "⟦![A](a.jpg)⟧\n\n```\ncode\n```", "Text.\n\n⟦![A](a.jpg)⟧\n\nReporting by A. Person",
    "> ⟦![A](a.jpg)⟧\n\nText.", "# T\n\n⟦![A](a.jpg)⟧\n\n**Reuters**\n\nText.",
    "[⟦![A](a.jpg)⟧](https://a.org)\n\n## H", "⟦![A](a.jpg)⟧\n\n<!-- a comment -->\n",
    "Text:\n⟦![A](a.jpg)⟧\n\n## H",
  ])
  func captionMissing(_ text: String) {
    checkLint("image/caption-missing", text)
  }

  @Test(arguments: [
    "![A](a.jpg)\n\nA boat.", "![A](a.jpg)\nA boat.",
    "![A](a.jpg)\n\n<!-- a comment -->\n\nA boat.",
    "![A](a.jpg)\n\n[a]: b\n\nA boat.", "Text ![A](a.jpg) text.\n\n## H", "`![A](a.jpg)`\n\n## H",
    "![A](a.jpg)\n\n*A boat.*", "- ![A](a.jpg)\n\n  A boat.", "![A](a.jpg)\n\n[A boat](b) at sea.",
  ])
  func captionPresent(_ text: String) { checkLint("image/caption-missing", text) }

  @Test(arguments: [
    "⟦![A boat]()⟧", "⟦![A boat](<>)⟧", "⟦![A boat](<> \"T\")⟧", "Text ⟦![A]()⟧ text.",
    "⟦![A][b]⟧\n\n[b]: <>",
  ])
  func urlMissing(_ text: String) { checkLint("image/url-missing", text) }

  @Test(arguments: [
    "![A boat](a.jpg)", "[A link]()", "`![A]()`", "![A][b]\n\n[b]: a.jpg", "![A] ()", "!\\[A]()",
  ])
  func urlPresent(_ text: String) { checkLint("image/url-missing", text) }
}
