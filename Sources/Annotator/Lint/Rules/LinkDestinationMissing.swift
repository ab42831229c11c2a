/// A link leads somewhere.
///
///     The [report](https://www.example.org/report.pdf) was published on Monday.
///     The [report]() was published on Monday.          ← leads nowhere
enum LinkDestinationMissing: ArticleRule {
  static let id = "link/destination-missing"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "An inline link has an empty destination."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.elements.compactMap { element in
        guard element.kind == .link, element.target >= 0,
          content.targets[element.target].form == .inline,
          content.targets[element.target].destination.isEmpty
        else { return nil }
        return finding(
          element.range.shifted(by: origin),
          "The link leads nowhere. Put its address between the parentheses, or remove the link.")
      }
    }
  }
}
