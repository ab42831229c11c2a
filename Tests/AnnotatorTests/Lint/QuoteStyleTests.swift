import Testing

@Suite struct QuoteStyleTests {
  @Test(arguments: [
    "\"We stay,\" he said. ⟦“⟧We go,” she said.", "“We stay,” he said. ⟦\"⟧We go,\" she said.",
    "# 'No' it is\n\nHe said ⟦‘⟧no’ twice.", "He said “no⟦\"⟧ twice.",
    "He said \"no\".\n\n![A ⟦“⟧picture”](a.jpg)\n\nA caption.",
    "“No.”\n\n⟦\"⟧No.\"\n\n“No.”\n\n\"No.\"",
    "A 'word' and \"another\" and ⟦“⟧third” and ‘fourth’.",
  ])
  func mixed(_ text: String) { checkLint("quote/style-mixed", text) }

  @Test(arguments: [
    "\"We stay,\" he said. \"We don't,\" she said.", "“We don't stay,” he said. “We don’t.”",
    "“We ‘stay’,” he said.", "\"We 'stay',\" he said.", "He is 6'2\" tall. “Yes.”",
    "the '90s and ‘us’",
    "`\"a\"` is code. “Yes.”", "[A](http://a.b \"title\") “Yes.”", "« Non » and “no”",
    "the writers' union and ‘us’", "rock 'n' roll and ‘us’",
  ])
  func alike(_ text: String) { checkLint("quote/style-mixed", text) }

  @Test(arguments: [
    (
      "\"We stay,\" he said. “We go,” she said. \"So what?\"",
      "\"We stay,\" he said. \"We go,\" she said. \"So what?\""
    ),
    ("“We stay.” \"We go.\" “So what?”", "“We stay.” “We go.” “So what?”"),
    (
      "# 'No'\n\nHe said ‘no’ and ‘yes’, “so”, \"so\".",
      "# ‘No’\n\nHe said ‘no’ and ‘yes’, “so”, “so”."
    ),
    ("\"We don't.\" “We don’t.” \"No.\"", "\"We don't.\" \"We don’t.\" \"No.\""),
  ])
  func fixes(_ text: String, _ fixed: String) { checkFix("quote/style-mixed", text, fixed) }
}
