/// A link has a text, or an image, that a reader can see and click.
///
///     [The report](https://www.example.org/report.pdf)
///     [](https://www.example.org/report.pdf)          ← nobody can see it
enum LinkTextMissing: ArticleRule {
  static let id = "link/text-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "A link has no text."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.elements.compactMap { element in
        guard element.kind == .link, content.prose.cut(to: element.content).isBlank,
          !content.showsImageOrCode(in: element.range)
        else { return nil }
        return finding(
          element.range.shifted(by: origin),
          "The link has no text. Put what it leads to between the brackets.")
      }
    }
  }
}

extension InlineContent {
  /// Whether something that is seen but is no prose stands in a range: an image, or code.
  fileprivate func showsImageOrCode(in range: ByteRange) -> Bool {
    var index = elements.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    while index < elements.count, elements[index].range.lowerBound < range.upperBound {
      if elements[index].kind == .image || elements[index].kind == .code { return true }
      index += 1
    }
    return false
  }
}
