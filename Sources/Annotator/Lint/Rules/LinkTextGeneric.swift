/// The text of a link says what it leads to: readers skim links, and some hear nothing else.
///
///     Read the [commission's report](https://www.example.org/report.pdf).
///     The commission's report is [here](https://www.example.org/report.pdf).
///
/// Generic are "here", "click here", "this", "this link", "link", "read more" and "more", in any
/// case, when they are the whole text of the link.
enum LinkTextGeneric: ArticleRule {
  static let id = "link/text-generic"
  static let defaultSeverity = Severity.info
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The whole text of a link is “here”, “read more” or the like."

  private static let generic: Set<String> = [
    "here", "click here", "this", "this link", "link", "read more", "more",
  ]

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.elements.compactMap { element in
        // The longest of them is short.
        guard element.kind == .link, element.content.count < 64 else { return nil }
        let text = content.prose.cut(to: element.content).string
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard generic.contains(words) else { return nil }
        return finding(
          element.range.shifted(by: origin),
          "“\(text)” does not say what the link leads to. Link words that name it.")
      }
    }
  }
}
