import Testing

@Suite struct HeadRuleTests {
  @Test(arguments: [
    "⟦**Reuters**⟧\n\nText.", "⟦Text.⟧", "⟦## Section⟧\n\nText.",
    "⟦---⟧\ndate: 2023-10-27\n---\nText.",
  ])
  func titleMissing(_ text: String) { checkLint("head/title-missing", text) }

  @Test(arguments: [
    "# Title", "# Title\n\nText.", "Title\n=====\n\nText.", "---\ntitle: A title\n---\nText.", "",
    " \n\n",
  ])
  func titlePresent(_ text: String) { checkLint("head/title-missing", text) }

  @Test(arguments: [
    "⟦# Title⟧\n\nText.", "⟦# Title⟧\n\n**Reuters**\n\nText, of 2023-10-27.",
    "⟦---⟧\ntitle: A title\n---\nText.", "⟦# Title⟧\n\nText.\n\nMore.\n\n**2023-10-27**",
  ])
  func dateMissing(_ text: String) { checkLint("head/date-missing", text) }

  @Test(arguments: [
    "# Title\n**Reuters**\n\n**2023-10-27**\n\nText.", "# Title\n\n**2023-10-27 22:33**",
    "# Title\n\n**2023-13-45**\n\nText.", "# Title\n\n**27/10/2023**", "# Title\n\n**27 Oct 2023**",
    "---\ntitle: A title\ndate: 2023-10-27\n---\nText.", "",
  ])
  func datePresent(_ text: String) { checkLint("head/date-missing", text) }

  @Test(arguments: [
    "2023-13-01", "2023-00-10", "2023-02-30", "2023-02-29", "2023-04-31", "27/10/2023",
    "10/27/2023", "2023-10-27 25:10", "2023-10-27 10:60", "2023-10-27 22:33:10", "20231027",
    "2023-1-2", "27.10.2023", "2023-10-27,10:10", "2023", "2023-10-27 1010", "0000-01-01",
  ])
  func dateInvalid(_ date: String) {
    checkLint("head/date-invalid", "# Title\n\n**Reuters**\n\n**⟦\(date)⟧**\n\nText.")
  }

  @Test(arguments: [
    "2023-10-27", "2023-10-27 22:33", "2024-02-29", "2023-10-27 00:00", "27 October 2023",
    "October 27, 2023", "Reuters", "Agence 24", "9999-12-31 23:59",
  ])
  func dateValid(_ date: String) {
    checkLint("head/date-invalid", "# Title\n\n**\(date)**\n\nText of 2023-13-45.")
  }

  @Test(arguments: [
    "---\ntitle: A title\ndate: ⟦2023-13-01⟧\n---\nText.",
    "---\ntitle: A title\ndate: 2023-12-01\n---\nText.",
  ])
  func dateInFrontMatter(_ text: String) { checkLint("head/date-invalid", text) }
}
