/// An image says where it is to be found.
///
///     ![Rescue workers carry a boat](flood.jpg)
///     ![Rescue workers carry a boat]()          ← shows nothing
enum ImageURLMissing: ArticleRule {
  static let id = "image/url-missing"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "An image has an empty destination."

  static func findings(in article: LintedArticle) -> [Finding] {
    let definitions = article.article.tree.definitions
    return article.inlines { content, origin in
      content.elements.compactMap { element in
        guard element.kind == .image, element.target >= 0 else { return nil }
        let target = content.targets[element.target]
        let destination =
          switch target.form {
          case .inline: target.destination
          case .reference(let label): definitions[label]?.destination ?? target.destination
          }
        guard destination.isEmpty else { return nil }
        return finding(
          element.range.shifted(by: origin),
          "The image has no address. Put it between the parentheses.")
      }
    }
  }
}
