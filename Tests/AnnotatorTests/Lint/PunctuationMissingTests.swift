import Testing

@Suite struct PunctuationMissingTests {
  @Test(arguments: [
    "It counters growing nuclear and missile ⟦threats⟧\n\nMore.", "He said “no⟦”⟧",
    "One line\nand the ⟦other⟧\n\nMore.", "It ends⟦,⟧", "As follows⟦:⟧\n\nAn ordinary paragraph.",
    "As follows⟦:⟧", "> A quotation without a ⟦stop⟧", "See ⟦https://example.org/a⟧",
    "A paragraph with [a ⟦link⟧](http://a.b)", "It ends with [4⟦]⟧", "“No,” he said⟦—⟧",
    "A ⟦line⟧\n\n<!-- a comment -->\n\nand the next.",
  ])
  func missing(_ text: String) { checkLint("text/punctuation-missing", text) }

  @Test(arguments: [
    "It ends.", "Does it?", "It does!", "It does…", "It does...", "He said “no.”", "(It ends.)",
    "He said 'no!'”", "It ends.[4]", "It ends. [4]", "*It ends.*", "[It ends.](http://a.b)",
    "# Title without", "## Heading without", "- An item without",
    "| A | table |\n| - | - |\n| a | b |", "![An image](a.jpg)\n\nA caption without",
    "Text.\n\nReporting by Soo-hyang Choi", "As follows:\n\n- An item",
    "As follows:\n\n> “A quotation.”", "He said:\n\n“No.”", "As follows:\n\n```\ncode\n```",
    "As follows:\n\n| A |\n| - |\n| a |", "> “A quotation.”\n> — Its Source",
    "> “A quotation.”\n>\n> Its Source, 1999", "A line\n<!-- a comment -->\nand the next.",
    "**Bold.**", "<!-- a comment -->", "They live in the U.S.",
  ])
  func present(_ text: String) { checkLint("text/punctuation-missing", text) }
}
