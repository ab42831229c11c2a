/// A heading is at most one level below the heading before it: programs that make a table of contents
/// of headings, and readers who listen to them, lose their way otherwise.
///
///     ## The vote
///     #### What comes next          ← make it “### What comes next”
///
/// To go up any number of levels is fine.
enum HeadingLevelSkipped: ArticleRule {
  static let id = "heading/level-skipped"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "A heading is more than one level below the heading before it."

  static func findings(in article: LintedArticle) -> [Finding] {
    var last: Int?
    return article.article.tree.blocks.compactMap { block in
      guard case .heading(let level, _) = block.kind else { return nil }
      defer { last = level }
      guard let last, level > last + 1 else { return nil }
      return finding(
        article.firstLine(of: block.range),
        "The heading is of level \(level), the one before it of level \(last). Make it one of level "
          + "\(last + 1).")
    }
  }
}
