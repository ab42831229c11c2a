/// An article needs a title: a line `# Title` before the body, or `title:` in the front matter.
/// Readers, indexes and lists of headlines have nothing else to call it by.
///
///     # Port workers walk out over night shifts
enum TitleMissing: ArticleRule {
  static let id = "head/title-missing"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "There is no level-one heading before the body and no title in front matter."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard article.article.head.title == nil else { return [] }
    return [
      finding(
        article.firstLine,
        "The article has no title. Begin it with a heading, “# Title”, or put “title:” in the "
          + "front matter.")
    ]
  }
}
