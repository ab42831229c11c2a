import Testing

@Suite struct HeadlineQuoteTests {
  @Test(arguments: [
    "# Ties are ⟦'distorted'⟧\n\nThey are “twisted”.",
    "# Ties are ⟦“all right”⟧\n\nAll of it is right.", "# ⟦'No'⟧ and 'yes'\n\nHe said yes.",
    "# Ties ⟦'distorted'⟧\n\n![Distorted](a.jpg)\n\nA caption.", "# Ties ⟦'distorted'⟧",
    "---\ntitle: Ties are ⟦'distorted'⟧\n---\nText.", "# ⟦'We go ... back'⟧\n\nWe go forth.",
    "# ⟦“the 'worst' of all”⟧\n\nIt was bad.", "# ⟦'to distort'⟧\n\nThey go to to distorts.",
  ])
  func missing(_ text: String) { checkLint("claim/headline-quote-missing", text) }

  @Test(arguments: [
    "# Ties are 'distorted'\n\nThey are politicised and distorted.",
    "# Ties are 'distorted'\n\nThey are “Distorted”.",
    "# Ties 'in all areas'\n\nTies in all\nareas.", "# 'We won,' he says\n\n“We won.”",
    "# Ties are distorted\n\nText.", "# The writers' union\n\nText.",
    "# Ties 'distorted'\n\n![A](a.jpg)\n\nA distorted caption", "# ‘We don’t go’\n\nWe don't go.",
    "# 'We go ... back'\n\nWe go there and back.", "# 'We [the people] go'\n\nWe go.",
    "# Ties 'distorted'\n\n- distorted", "# Ties 'distorted'\n\n## Distorted", "He said 'no'.",
    "# Ties '[distorted](http://a.b)'\n\n*Dis*torted.", "# 'to distort'\n\nTo to distort.",
  ])
  func present(_ text: String) { checkLint("claim/headline-quote-missing", text) }
}
