import Testing

@testable import Annotator

@Suite struct PlainTextTests {
  private func check(
    _ plain: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = SourceText(plain)
    let article = parsePlainText(text)
    #expect(render(article) == expected, sourceLocation: sourceLocation)
    checkRanges(article, text, sourceLocation: sourceLocation)
  }

  @Test func everyLineIsAParagraph() {
    check(
      "\u{FEFF}Ministers meet\n\nOSLO (NW) - Norway said *it* would wait.\r\n  Others agreed.\n\n\n",
      """
      title: Ministers meet
      paragraph: OSLO (NW) - Norway said *it* would wait.
      paragraph: Others agreed.
      """)
    check(
      "Results:\nHolm 3, Berg 2\nLund 4, Dahl 0",
      """
      paragraph: Results:
      paragraph: Holm 3, Berg 2
      paragraph: Lund 4, Dahl 0
      """)
    check("", "")
    check("One line\n", "paragraph: One line")
  }

  @Test func brokenLinesAreJoined() {
    check(
      """
      Norway said on Monday that it would
      wait for the other side to answer
      before the talks.
      Others agreed with the ministers of
      the north.

      The talks go on \u{20}
      in Oslo.
      """,
      """
      paragraph: Norway said on Monday that it would⏎wait for the other side to answer⏎before the talks.
      paragraph: Others agreed with the ministers of⏎the north.
      paragraph: The talks go on⏎in Oslo.
      """)
  }
}
