/// An article's head names its publisher, in a bold line below the title or as `publisher:` in the
/// front matter, so that a reader knows whose account it is.
///
///     **Reuters**
///
/// Any bold line of the head is taken for it that is neither a date nor an address and not a whole
/// sentence.
enum PublisherMissing: ArticleRule {
  static let id = "head/publisher-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The head has no bold line that is neither a date nor a URL."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard article.article.head.publisher == nil else { return [] }
    return [
      finding(
        article.firstLine,
        "The head has no publisher. Add a bold line below the title, “**PUBLISHER**”, or put "
          + "“publisher:” in the front matter.")
    ]
  }
}
