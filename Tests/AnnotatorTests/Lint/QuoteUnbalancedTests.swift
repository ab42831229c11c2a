import Testing

@Suite struct QuoteUnbalancedTests {
  @Test(arguments: [
    "He said ⟦\"⟧no and left.", "He said ⟦“⟧no and left.", "He said no⟦”⟧ and left.",
    "⟦‘⟧No, he said.", "# Title says ⟦'⟧no", "- An item of ⟦\"⟧a list", "“Yes,” he said. ⟦“⟧No.",
    "⟦«⟧Non⟦”⟧", "⟦“⟧We go.\n\nThey went.", "⟦\"⟧We go.\n\nThey said \"no\".", "> A ⟦“⟧quotation",
    "It was odd⟦”⟧.", "# ⟦“⟧A title\n\n“No,” he said.", "⟦“⟧A ‘b’ c",
  ])
  func alone(_ text: String) { checkLint("quote/unbalanced", text) }

  @Test(arguments: [
    "He said \"no\" and left.", "I don't know the '90s or ‘the writers’ union’.", "Give ’em hell.",
    "He is 6'2\" tall and 5' wide.", "At 51° 30' 26\" north.", "“We go.\n\n“We stay,” he said.",
    "\"We go.\n\n\"We stay,\" he said.", "“A ‘b’ c”", "The writers' union's offer.",
    "`He said \"no`", "“We go.\n\n![A picture](a.jpg)\n\nIts caption.\n\n“We stay,” he said.",
    "rock 'n' roll", "Å‚ódź and BRÃ“D",
    "«Non», „nein“, »nej«", "“We go.\n\n“We run.\n\n“We stay,” he said.", "[“A](http://a.b/\") b”",
  ])
  func paired(_ text: String) { checkLint("quote/unbalanced", text) }
}
