import Testing

@Suite struct WeekdayMismatchTests {
  @Test(arguments: [
    "He left on ⟦Friday⟧, Oct. 26, 2023.", "He left on ⟦Friday⟧, 26 October 2023.",
    "He left on ⟦Monday⟧ the 26th of October, 2023.", "He left on Oct. 26, 2023 (⟦Friday⟧).",
    "He left on October 26, 2023, a ⟦Friday⟧.", "He left on ⟦Fri⟧ 26 Oct 2023.",
    "He left on ⟦Wed.⟧, Oct 26, 2023.",
  ])
  func wrong(_ text: String) { checkLint("date/weekday-mismatch", text) }

  @Test(arguments: [
    "He left on Thursday, Oct. 26, 2023.", "He left on Thursday, 26 October 2023.",
    "He left on Friday, Oct. 26.", "He left on Friday. Oct. 26, 2023 was cold.",
    "Open Monday to Friday, Oct. 23-27, 2023.", "On Saturday and Sunday, Oct. 28, 2023.",
    "He left on Friday, Oct. 14, 1066.", "He left on Friday, Oct. 32, 2023.",
    "`Friday, Oct. 26, 2023`",
  ])
  func right(_ text: String) { checkLint("date/weekday-mismatch", text) }

  private func article(_ body: String) -> String {
    "# Title\n\n**Reuters**\n\n**2023-10-27**\n\n\(body)"
  }

  @Test(arguments: [
    "He left on ⟦Friday⟧, Oct. 26.", "He left on ⟦Sunday⟧ 26 October.",
    "He comes on ⟦Friday⟧, Jan. 8.",
  ])
  func wrongByHead(_ text: String) { checkLint("date/weekday-mismatch", article(text)) }

  @Test(arguments: [
    "He left on Thursday, Oct. 26.", "He comes on Monday, Jan. 8.",
    "He came on Sunday, Jan. 8.",
  ])
  func rightByHead(_ text: String) { checkLint("date/weekday-mismatch", article(text)) }
}

@Suite struct DateImpossibleTests {
  @Test(arguments: [
    "It starts on ⟦30 February⟧.", "It starts on ⟦31 April⟧.", "It starts on ⟦April 31⟧.",
    "It starts on ⟦29 February 2023⟧.", "It starts on ⟦Feb. 30, 2024⟧.",
    "It started on ⟦2023-02-30⟧.",
    "It starts on the ⟦31st of June⟧.", "It starts on ⟦Sept. 31⟧ and ends.",
    "It starts ⟦June 31⟧, he said.",
    "It starts on ⟦32 October 2023⟧.", "It started on ⟦2023-13-01⟧.", "# It starts on ⟦31 April⟧",
  ])
  func impossible(_ text: String) { checkLint("date/impossible", text) }

  @Test(arguments: [
    "It starts on 28 February.", "It starts on 29 February.", "It starts on 29 February 2024.",
    "It starts on 31 May.", "In April 31 people died.", "In April 45 people died.",
    "`31 April` is code.",
    "# Title\n\n**Reuters**\n\n**2023-02-30**\n\nText.", "See http://a.b/2023-02-30 for more.",
    "It may 31 times.", "In February 30 percent left.", "$30 April bonds",
    "In June 31-year-olds left.",
  ])
  func possible(_ text: String) { checkLint("date/impossible", text) }
}

@Suite struct CreditMissingTests {
  @Test(arguments: [
    "# Title\n\n⟦Text of the article.⟧\n", "# Title\n\nText.\n\n⟦- An item⟧\n\n\n", "⟦# Title⟧",
    "# Title\n\nReporting by Anna Lund\n\n⟦Text of the article.⟧",
    "# Title\n\nText.\n\n## Heading\n\n⟦Anna Lund in Oslo⟧",
  ])
  func missing(_ text: String) { checkLint("credit/missing", text) }

  @Test(arguments: [
    "# Title\n\nText.\n\nReporting by Anna Lund; Editing by Mark Trevelyan",
    "# Title\n\nText.\n\nBy Anna Lund", "# Title\n\nText.\n\nWriting by Anna Lund",
    "# Title\n\nText.\n\nEditing by Anna Lund",
    "# Title\n\nText.\n\nAdditional reporting by Anna Lund",
    "# Title\n\nText.\n\nPhotographs by Anna Lund", "# Title\n\nText.\n\nWords: Anna Lund",
    "# Title\n\nText.\n\nAnna Lund reported from Oslo", "# Title\n\nText.\n\nAnna Lund contributed",
    "# Title\n\nText.\n\nAnna Lund in Oslo",
    "# Title\n\nText.\n\nAnna Lund, Legal Affairs Correspondent",
    "# Title\n\nText.\n\nBy Anna Lund, with files from Mark Trevelyan",
    "---\ntitle: Title\nauthor: Anna Lund\n---\nText.",
  ])
  func present(_ text: String) { checkLint("credit/missing", text) }
}
