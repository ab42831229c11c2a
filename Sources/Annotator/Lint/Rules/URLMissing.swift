/// An article's head gives the address at which it was published, in a bold line or as `url:` in the
/// front matter, so that it can be cited and checked.
///
///     **https://www.example.org/world/2023-10-27/talks**
///
/// A line that tries to be an address and is none is the matter of `head/url-invalid`.
enum URLMissing: ArticleRule {
  static let id = "head/url-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The head has no bold line that is or tries to be a URL."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard article.article.head.url == nil else { return [] }
    return [
      finding(
        article.firstLine,
        "The head has no address. Add a bold line below the date, “**https://…**”, or put “url:” in "
          + "the front matter.")
    ]
  }
}
