import Testing

@testable import Annotator

@Suite struct CreditTests {
  @Test(arguments: [
    "Reporting by Kari Holm; Editing by Ola Berg", "(Writing by Kari Holm)", "editing by Ola Berg",
    "Additional reporting by Kari Holm in Oslo.", "Photographs: Kari Holm", "Words: Ola Berg",
    "Photographs by Kari Holm", "By Kari Holm and Ola Berg in Oslo", "*By Kari Holm*",
    "With reporting from Kari Holm",
    "Kari Holm reported from Oslo. Ola Berg contributed to this report.",
    "Kari Holm and Ola Berg contributed reporting.", "Compiled by Kari Holm", "By Émile Zola",
    "By 金正恩",
  ])
  func credits(_ line: String) {
    #expect(role(of: line) == .credit)
  }

  @Test(arguments: [
    "By Friday the troops had left.", "Norway contributed to the fund.", "Words fail me.",
    "Reporting on Monday, Norway said it would wait.", "By", "Editing is hard by day.",
    "The photographs show a house.",
    "Photographs show that the house had been empty for years, that the doors were open and that no one had lived in it since the war began in the north of the country.",
    "Norway contributed money and reported from the north that it would wait.",
  ])
  func texts(_ line: String) {
    #expect(role(of: line) == .paragraph)
  }

  private func role(of line: String) -> Passage.Role? {
    parseArticle(SourceText("# Title\n\nBody.\n\n\(line)\n")).passages.last?.role
  }

  @Test func onlyTheLastParagraphsAreCredits() {
    check(
      """
      Reporting by A. Holm

      Body.

      Reporting by B. Holm

      Editing by C. Holm

      <!-- end -->

      ---
      """,
      """
      paragraph: Reporting by A. Holm
      paragraph: Body.
      credit: Reporting by B. Holm
      credit: Editing by C. Holm
      """)
    check(
      "![a](b)\n\nReporting by A. Holm\n\n- an item",
      """
      image: a
      caption: Reporting by A. Holm
      item: an item
      """)
  }
}
