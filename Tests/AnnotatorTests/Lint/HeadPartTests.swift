import Testing

@Suite struct HeadPartTests {
  private static let rest = "**Reuters**\n\n**2023-10-27**\n\n**https://example.org/a**\n\nText.\n"

  @Test(arguments: [
    "# Title\n\n⟦# Another⟧\n\nText.", "# Title\n\nText.\n\n⟦# Another⟧",
    "---\ntitle: A title\n---\n⟦# Title⟧\n\nText.", "Title\n=====\n\nText.\n\n⟦Another⟧\n=======",
    "# Title\n\n> ⟦# Quoted⟧", "# A\n\n⟦# B⟧\n\n⟦# C⟧", "# `a`\n\n⟦# `b`⟧",
  ])
  func titleDuplicate(_ text: String) { checkLint("head/title-duplicate", text) }

  @Test(arguments: [
    "# Title\n\n## Section\n\nText.", "# Title\n\n```\n# Code\n```", "# Title\n\n#\n\nText.",
    "---\ntitle: A title\n---\n## Section\n\nText.", "---\ndate: 2023-10-27\n---\n# Title\n\nText.",
    "# Title\n\n    # Code\n", "# Title\n\n\\# Text.", "",
  ])
  func titleAlone(_ text: String) { checkLint("head/title-duplicate", text) }

  @Test(arguments: [
    "⟦# Title⟧\n\nText.", "⟦# Title⟧\n\n**2023-10-27**\n\n**https://example.org/a**\n\nText.",
    "⟦---⟧\ntitle: A title\n---\nText.", "⟦# Title⟧\n\n**13/45/2023**\n\nText.",
    "⟦# Title⟧\n\nText.\n\nMore.\n\n**Reuters**",
  ])
  func publisherMissing(_ text: String) { checkLint("head/publisher-missing", text) }

  @Test(arguments: [
    "# Title\n" + rest, "---\ntitle: A title\npublisher: Reuters\n---\nText.",
    "# Title\n\n__The Daily Wire__\n\nText.", "# Title\n\n**2023-10-27**\n\n**Reuters**\n\nText.",
    "",
  ])
  func publisherPresent(_ text: String) { checkLint("head/publisher-missing", text) }

  @Test(arguments: [
    "⟦# Title⟧\n\nText.", "⟦# Title⟧\n\n**Reuters**\n\n**2023-10-27**\n\nText.",
    "⟦---⟧\ntitle: A title\n---\nText.",
    "⟦# Title⟧\n\n**Reuters**\n\nText of https://example.org/a.",
  ])
  func urlMissing(_ text: String) { checkLint("head/url-missing", text) }

  @Test(arguments: [
    "# Title\n" + rest, "# Title\n\n**htp:/example.org**\n\nText.",
    "# Title\n\n**www.example.org/a**\n\nText.", "---\nurl: https://example.org\n---\nText.",
    "# Title\n\n**<https://example.org/a>**\n\nText.", "# Title\n\n**https://a b**\n\nText.", "",
  ])
  func urlPresent(_ text: String) { checkLint("head/url-missing", text) }

  @Test(arguments: [
    "www.example.org/a", "htp://example.org/a", "http:/example.org/a", "https//example.org/a",
    "https://", "https:///a", "ftp://example.org/a", "https://example.org/a b", "://example.org",
    "https://example..org", "https://?q", "https://user@/a", "https://example.org:80a/b",
    "see https://example.org/a", "http", "https:// example.org",
  ])
  func urlInvalid(_ url: String) {
    checkLint("head/url-invalid", "# Title\n\n**Reuters**\n\n**⟦\(url)⟧**\n\nText.")
  }

  @Test(arguments: [
    "https://example.org", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/a",
    "https://user:word@example.org:8080/a", "http://localhost/a", "https://[::1]/a",
    "https://bücher.example/ä", "https://example.org/a_(b)", "https://example.org./",
    "https://example.org/a%20b", "Reuters", "2023-10-27", "https://192.0.2.1/a",
  ])
  func urlValid(_ url: String) {
    checkLint("head/url-invalid", "# Title\n\n**\(url)**\n\nText of www.example.org.")
  }

  @Test(arguments: [
    ("2023-10-27", "https://a.org/2023-10-12/x"),
    ("2023-10-27 22:33", "https://a.org/2023/10/29/x"),
    ("2023-10-27", "https://a.org/x-2022-10-27"), ("2023-01-01", "https://a.org/2022/12/30"),
    ("October 27, 2023", "https://a.org/x-2023-10-20/"),
  ])
  func dateMismatch(_ date: String, _ url: String) {
    checkLint(
      "head/date-url-mismatch", "# Title\n\n**Reuters**\n\n**\(date)**\n\n**⟦\(url)⟧**\n\nText.")
  }

  @Test(arguments: [
    ("2023-10-27", "https://a.org/2023-10-27/x"), ("2023-10-27", "https://a.org/2023/10/28/x"),
    ("2023-10-27", "https://a.org/2023/10/26/x"), ("2024-01-01", "https://a.org/2023-12-31"),
    ("2023-10-27", "https://a.org/x"), ("2023-10-27", "https://a.org/2023-13-45/x"),
    ("2023-10-27", "https://a.org/12023-10-02"), ("2023-10-27", "https://a.org/2023-10-021"),
    ("2023-10-27", "https://a.org/2023-10-02/2023-10-27"),
    ("2023-13-27", "https://a.org/2023-10-02"),
    ("Friday", "https://a.org/2023-10-02"), ("2023-10-27", "https://a.org/2023/10-02"),
  ])
  func dateMatch(_ date: String, _ url: String) {
    checkLint(
      "head/date-url-mismatch", "# Title\n\n**Reuters**\n\n**\(date)**\n\n**\(url)**\n\nText.")
  }

  private static let orders: [(String, String)] = [
    (
      "# T\n\n⟦**2023-10-27**⟧\n\n**Reuters**\n\n**https://a.org**\n\nText.",
      "# T\n\n**Reuters**\n\n**2023-10-27**\n\n**https://a.org**\n\nText."
    ),
    (
      "# T\n**Reuters**\n⟦**https://a.org**⟧\n**2023-10-27**\n\nText.",
      "# T\n**Reuters**\n**2023-10-27**\n**https://a.org**\n\nText."
    ),
    (
      "⟦**Reuters**⟧\n\n# T\n\n**2023-10-27**\n\n**https://a.org**\n\nText.",
      "# T\n\n**Reuters**\n\n**2023-10-27**\n\n**https://a.org**\n\nText."
    ),
    (
      "# T\n\n⟦**https://a.org**⟧\n\n**2023-10-27**\n\n**Reuters**\n\nText.",
      "# T\n\n**Reuters**\n\n**2023-10-27**\n\n**https://a.org**\n\nText."
    ),
  ]

  @Test(arguments: orders)
  func order(_ text: String, _ fixed: String) {
    checkLint("head/order", text)
    checkFix("head/order", text.filter { $0 != "⟦" && $0 != "⟧" }, fixed)
  }

  @Test(arguments: [
    "# T\n" + rest, "# T\n\n**2023-10-27**\n\n**Reuters**\n\nText.",
    "---\ntitle: A\n---\n**2023-10-27**\n\n**Reuters**\n\n**https://a.org**\n\nText.",
    "---\nurl: https://a.org\ndate: 2023-10-27\ntitle: A\npublisher: Reuters\n---\nText.",
    "# T\n\n![An image](a.jpg)\n\n" + rest, "",
  ])
  func orderRight(_ text: String) { checkLint("head/order", text) }
}
