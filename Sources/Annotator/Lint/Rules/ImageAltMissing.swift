/// An image has an alternative text, for readers who do not see it and for when it does not load.
///
///     ![Rescue workers carry a boat down a flooded street](flood.jpg)
///     ![](flood.jpg)             ← nobody knows what it shows
enum ImageAltMissing: ArticleRule {
  static let id = "image/alt-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "An image has empty or blank alternative text."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.images.compactMap { image in
        guard image.prose.isBlank else { return nil }
        return finding(
          content.elements[image.element].range.shifted(by: origin),
          "The image has no alternative text. Say between the brackets what it shows.")
      }
    }
  }
}
