/// An article has one title: a second level-one heading, or one besides the title of the front
/// matter, leaves indexes and readers to guess which is meant. Headings of sections have two marks
/// or more.
///
///     # Port workers walk out over night shifts
///     # What they ask for             ← make it “## What they ask for”
///
/// A heading without text is the matter of `heading/empty`.
enum TitleDuplicate: ArticleRule {
  static let id = "head/title-duplicate"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary =
    "There is a second level-one heading, or one besides a title in front matter."

  static func findings(in article: LintedArticle) -> [Finding] {
    let tree = article.article.tree
    let isTitledAbove = article.hasFrontMatterTitle
    var titles = isTitledAbove ? 1 : 0
    var findings: [Finding] = []
    for block in tree.blocks {
      guard case .heading(level: 1, _) = block.kind, !tree.inlines[block.inlines].isEmpty else {
        continue
      }
      titles += 1
      if titles < 2 { continue }
      findings.append(
        finding(
          article.firstLine(of: block.range),
          (isTitledAbove
            ? "The front matter has a title already."
            : "The article has a title already.")
            + " Make this heading one of a section, “## …”, or remove it."))
    }
    return findings
  }
}
