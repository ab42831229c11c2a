import Testing

@Suite struct QuoteUnattributedTests {
  @Test(arguments: [
    "The port was closed.\n\n⟦“We have never seen such a winter.”⟧\n\nThe ice was a metre thick.",
    "The port was closed. ⟦\"It is the worst winter ever,\"⟧ and the ice was thick.",
    "The port was closed.\n\n⟦“Where are we to go now?”⟧\n\nThe ice was a metre thick.",
    "He said it was late.\n\nThe port was closed.\n\n⟦“We have never seen such a winter.”⟧\n\n"
      + "The ice was thick.\n\nShe said it was early.",
    "⟦‘We have never seen such a winter.’⟧ The ice was thick.",
  ])
  func unattributed(_ text: String) { checkLint("claim/quote-unattributed", text) }

  @Test(arguments: [
    "“We have never seen such a winter,” said Anna Lund.",
    "Anna Lund spoke at noon.\n\n“We have never seen such a winter.”",
    "“We have never seen such a winter.”\n\nAnna Lund told reporters so.",
    "According to Anna Lund, “We have never seen such a winter.”",
    "The port was “closed for good”.", "“Never again.” The port was closed.",
    "The sign: “Keep off the grass, please.”", "They sang “Gone With the Wind,” an old song.",
    "It was “the worst winter that anybody had seen.”",
    "“The paper strip that reads”, by Ann Lee, is out.",
    "> “We have never seen such a winter.”\n>\n> — Anna Lund, Oslo",
    "“We have never seen such a winter.\n\n“The ice is thick.\n\n“The ships are stuck,” Anna Lund said.",
    "# “We have never seen such a winter.”\n\nText.",
    "`“We have never seen such a winter.”` is code.",
    "“The paper strip that reads a drop of blood,” by Anna Lund, is out.",
  ])
  func attributed(_ text: String) { checkLint("claim/quote-unattributed", text) }
}

@Suite struct SourceVagueTests {
  @Test(arguments: [
    "⟦Critics say⟧ the law will fail.", "The law will fail, ⟦experts said⟧ on Monday.",
    "⟦Many fear⟧ that it will fail.", "⟦Some believe⟧ it.",
    "But ⟦some experts argue⟧ that it will.",
    "It is a man who ⟦many believe⟧ lied.", "⟦Observers have long claimed⟧ so.",
    "⟦People think⟧ so.",
    "⟦Insiders also said⟧ it was late.", "⟦Sources said⟧ it was late.", "⟦Analysts believe⟧ it.",
    "⟦It is said⟧ that he lied.", "⟦It is widely believed⟧ that he lied.", "⟦It is understood⟧ so.",
    "⟦It was rumoured⟧ that he left.", "⟦It is thought⟧ so.", "⟦It is claimed⟧ so.",
    "- ⟦Critics say⟧ so.",
  ])
  func vague(_ text: String) { checkLint("claim/source-vague", text) }

  @Test(arguments: [
    "Two people said so.", "Security sources said so.", "Critics of the law say so.",
    "Critics, who met on Monday, say so.", "The experts said so.", "Three analysts said so.",
    "Many residents said so.", "Some of them said so.", "“Critics say so,” Anna Lund said.",
    "# Critics say so", "The way people think is odd.", "He makes people believe him.",
    "Anna Lund said so.", "It is not claimed that he left.", "Experts at Oslo University said so.",
    "People like to say so.", "Many thought leaders came.", "`Critics say` is code.",
    "It is a claim.", "What people think is odd.",
  ])
  func named(_ text: String) { checkLint("claim/source-vague", text) }
}
