import Testing

@testable import Annotator

@Suite struct HeadTests {
  @Test func frontMatter() {
    check(
      """
      ---
      # a comment
      title: "Ministers \\"meet\\" \\u2013 again"   # why
      publisher: 'The People''s Wire'
      date: 2024-03-05 09:30 # local
      url: https://example.org/a#b
      author:
        - Kari Holm
        - Ola Berg
      tags: [a, b]
      ---

      # A second title

      Norway waits.
      """,
      """
      publisher= The People's Wire
      date= 2024-03-05 09:30
      day= 2024/3/5 minute 570
      url= https://example.org/a#b
      author= Kari Holm
      Ola Berg
      title: Ministers "meet" – again
      heading1: A second title
      paragraph: Norway waits.
      """)
  }

  @Test func frontMatterLineEndings() {
    check(
      "\u{FEFF}---\r\ntitle: >-\r\n  Ministers\r\n  meet\r\nDate: 2024-03-05T09:30:00Z\r\n...\r\nBody.",
      """
      date= 2024-03-05T09:30:00Z
      day= 2024/3/5 minute 570
      title: Ministers⏎meet
      paragraph: Body.
      """)
    check(
      "---\rtitle: Ministers meet\r---\rBody\rgoes on.",
      """
      title: Ministers meet
      paragraph: Body⏎goes on.
      """)
  }

  @Test(arguments: [
    "---\ntitle: A\n\nBody.", "---\n---\n", "---\nBody: yes\nand more\n---\n", "---\n\n---", "----",
    "---", " ---\ntitle: A\n---",
  ])
  func noFrontMatter(_ markdown: String) {
    #expect(parseArticle(SourceText(markdown)).head.title == nil)
  }

  @Test(arguments: [
    ("2024-02-29", "2024/2/29"), ("2023-02-29", nil), ("2024-03-05 09:30", "2024/3/5 570"),
    ("2024-03-05 24:00", nil), ("2024-03-05 9:30", nil), ("2024-3-5", nil), ("05/03/2024", nil),
    ("2024-03-05 09:30:10", nil), ("2024-03-05T09:30:10.5+02:00", "2024/3/5 570"),
    ("2024-03-05Z09:30", nil), ("2024-13-01", nil), (" 2024-03-05 ", "2024/3/5"),
    ("March 5, 2024", "2024/3/5"), ("5 Mar. 2024 09:30", "2024/3/5 570"),
    ("Tuesday, Sept 5, 2023", "2023/9/5"), ("5 6 March 2024", nil), ("31 April 2024", nil),
    ("2024-03-0é", nil), ("２０２４-03-05", nil), ("", nil),
  ])
  func datelines(_ line: String, _ expected: String?) {
    let day = Dateline(parsing: line)
    let shown = day.map { day in
      "\(day.year)/\(day.month)/\(day.day)" + (day.minute.map { " \($0)" } ?? "")
    }
    #expect(shown == expected)
  }

  /// What a bold line under a title is taken for.
  @Test(arguments: [
    ("The Wire", "publisher"), ("2024-03-05", "date"), ("27/10/2023", "date"),
    ("5 March 2024, 10:15 GMT", "date"), ("March 5th, 2024", "date"), ("20 Minutes", "publisher"),
    ("https://example.org/", "url"), ("htp//example", "url"), ("WWW.example.org", "url"),
    ("ftp://example.org", "url"), ("<https://example.org/*a*>", "url"),
    ("[Wire](https://example.org)", "publisher"), ("Kari &amp; Ola", "publisher"),
    ("It was a long day for all of us here.", "text"),
  ])
  func boldLines(_ line: String, _ expected: String) {
    let head = parseArticle(SourceText("# Title\n\n**\(line)**\n\nBody.")).head
    let parts = [("publisher", head.publisher), ("date", head.date), ("url", head.url)]
    #expect((parts.first { $0.1 != nil }?.0 ?? "text") == expected)
  }

  @Test func partsHaveTheRangesOfTheirText() {
    let text = SourceText("# A *title*\n\n***The* Wire**\n\n**<https://example.org>**\n")
    let head = parseArticle(text).head
    #expect(head.title.map { text.string($0.range) } == "A *title")
    #expect(head.title?.text == "A title")
    #expect(head.publisher?.text == "The Wire")
    #expect(head.url.map { text.string($0.range) } == "https://example.org")
  }

  @Test func onlyTheFirstOfAPartIsTaken() {
    check(
      """
      **Wire**

      **2024-03-05**
      # Title

      **Another wire**

      **2024-03-06**

      ***

      **https://example.org**

      ## Section

      **2024-03-07**
      """,
      """
      publisher= Wire
      date= 2024-03-05
      day= 2024/3/5
      url= https://example.org
      title: Title
      paragraph: Another wire
      paragraph: 2024-03-06
      heading2: Section
      paragraph: 2024-03-07
      """)
  }
}
