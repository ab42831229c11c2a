/// An article's head needs its date: a bold line below the title, or `date:` in the front matter.
/// Without it nobody can tell which day "on Thursday" is.
///
///     **2023-10-27 22:33**
///
/// A line that tries to be a date and is none is the matter of `head/date-invalid`.
enum DateMissing: ArticleRule {
  static let id = "head/date-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The head has no bold line that is or tries to be a date."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard article.article.head.date == nil else { return [] }
    return [
      finding(
        article.firstLine,
        "The head has no date. Add a bold line below the title, “**YYYY-MM-DD**” or "
          + "“**YYYY-MM-DD HH:MM**”.")
    ]
  }
}
