/// The parenthesis that a link's address stands in is closed. If it is not, readers see the address
/// and the brackets.
///
///     The [report](https://www.example.org/report.pdf) was published on Monday.
///     The [report](https://www.example.org/report.pdf was published on Monday.
///
/// Parentheses inside an address are fine when they are balanced. No other rule of links fires on a
/// link that is not closed.
enum LinkUnclosed: ArticleRule {
  static let id = "link/unclosed"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The parenthesis of a link or image is never closed in its paragraph."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.literals.compactMap { literal in
        guard literal.kind == .unclosedDestination else { return nil }
        return finding(
          literal.range.shifted(by: origin),
          "The parenthesis behind “]” is never closed. Close it behind the address.")
      }
    }
  }
}
