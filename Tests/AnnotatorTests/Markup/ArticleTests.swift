import Testing

@testable import Annotator

@Suite struct ArticleTests {
  @Test func headOfBoldLines() {
    check(
      """
      # Ministers meet in Oslo
      **Nordic Wire**

      **2024-03-05 09:30**

      **https://example.org/world/ministers-meet_(oslo)_2024/**

      ![Two ministers at a table](https://example.org/a_(1).jpg)

      The ministers on Monday. NW/Kari Holm

      Norway said it would [wait](https://example.org/x).

      Reporting by Kari Holm; Editing by Ola Berg
      """,
      """
      publisher= Nordic Wire
      date= 2024-03-05 09:30
      day= 2024/3/5 minute 570
      url= https://example.org/world/ministers-meet_(oslo)_2024/
      title: Ministers meet in Oslo
      image: Two ministers at a table
      caption: The ministers on Monday. NW/Kari Holm
      paragraph: Norway said it would wait.
      credit: Reporting by Kari Holm; Editing by Ola Berg
      """)
  }

  @Test func headLinesMayFollowEachOtherAndTheBody() {
    check(
      """
      Ministers meet
      ===
      **2024-03-05**
      **www.example.org/a_b_c**
      __Nordic *Wire*__
      Norway waits.
      """,
      """
      publisher= Nordic Wire
      date= 2024-03-05
      day= 2024/3/5
      url= www.example.org/a_b_c
      title: Ministers meet
      paragraph: Norway waits.
      """)
  }

  @Test func invalidPartsStayAsWritten() {
    check(
      """
      **Wire**

      # Title

      **2024-13-05

      **htp:/example.org a**

      Body.
      """,
      """
      publisher= Wire
      date= 2024-13-05
      url= htp:/example.org a
      title: Title
      paragraph: Body.
      """)
  }

  @Test func aBoldLeadIsNoPublisher() {
    check(
      """
      # Title

      **Norway said on Monday that it would wait for the other side to answer.**

      Body.
      """,
      """
      title: Title
      paragraph: Norway said on Monday that it would wait for the other side to answer.
      paragraph: Body.
      """)
  }

  @Test func textBeforeTheHead() {
    check(
      """
      WORLD

      # Title

      A subtitle

      **Wire**

      Body.
      """,
      """
      publisher= Wire
      paragraph: WORLD
      title: Title
      paragraph: A subtitle
      paragraph: Body.
      """)
  }

  @Test func imagesAndCaptions() {
    check(
      """
      # Title

      ![One](a.jpg)
      Caption one.

      <!-- a comment -->

      [![Two *bold*](b.jpg)](c.html)

      <!-- a comment -->

      Caption two.

      Body with ![a flag](f.png) inside.

      ![](empty.jpg)

      - no caption
      """,
      """
      title: Title
      image: One
      caption: Caption one.
      image: Two bold
      caption: Caption two.
      paragraph: Body with  inside.
      image: a flag
      item: no caption
      """)
  }

  @Test func quotesListsTablesAndCode() {
    check(
      """
      Text `code` &amp; *more*
      on two lines.

      > Quoted
      > words.
      >
      > - in a list

      1. one

         still one

      | a | b \\| c |
      |---|---|
      | d |

          code

      ## Section ##
      """,
      """
      paragraph: Text  & more⏎on two lines.
      > paragraph: Quoted⏎words.
      > item: in a list
      item: one
      item: still one
      cell: a
      cell: b | c
      cell: d
      heading2: Section
      """)
  }
}
