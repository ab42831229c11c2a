/// The address in an article's head is whole: `https://` or `http://`, a host, and no blanks.
///
///     **https://www.example.org/world/2023-10-27/talks**
///     **www.example.org/world/talks**             ← no scheme
///     **htp://www.example.org/world/talks**       ← no such scheme
///     **https://www.example.org/world/the talks** ← a blank
///
/// Looked at is the bold line, or the value of `url:`, that begins with `http`, `htp` or `www.` or
/// contains `://`.
enum URLInvalid: ArticleRule {
  static let id = "head/url-invalid"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary =
    "The head's URL is not an absolute http or https URL with a host and without blanks."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard let url = article.article.head.url, HeadReader.isAddress(url.text),
      let defect = webAddressDefect(url.text)
    else { return [] }
    return [
      finding(
        url.range, "“\(url.text)” \(defect). Write the whole address, “https://www.example.org/…”.")
    ]
  }
}
