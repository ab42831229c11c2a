/// A heading has a text.
///
///     ##          ← heads nothing
///
/// The fix removes the line.
enum HeadingEmpty: ArticleRule {
  static let id = "heading/empty"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A heading has no text."

  static func findings(in article: LintedArticle) -> [Finding] {
    let tree = article.article.tree
    return tree.blocks.compactMap { block in
      guard case .heading(_, let isUnderlined) = block.kind, tree.inlines[block.inlines].isEmpty
      else { return nil }
      // Markup without text, as `# <br>`, is left to the writer.
      let content = tree.lines[block.lines].map(\.range.count).reduce(0, +)
      return finding(
        article.firstLine(of: block.range),
        "The heading has no text. Give it one, or remove the line.",
        fix: isUnderlined || content > 0
          ? nil
          : Fix(
            title: "Remove the empty heading",
            edits: [Fix.Edit(range: removed(block.range, in: article), replacement: "")]))
    }
  }

  /// What to remove: the whole line, or only the heading where other marks stand in its line, or where
  /// the lines about it would join.
  private static func removed(_ range: ByteRange, in article: LintedArticle) -> ByteRange {
    let line = article.text.lines.line(at: range.lowerBound)
    let start = article.text.lines.starts[line]
    let isAlone = article.text.bytes[start..<range.lowerBound].allSatisfy(ASCII.isBlank)
    let isParted = article.isBlank(line: line - 1) || article.isBlank(line: line + 1)
    return isAlone && isParted ? article.removal(ofLine: line) : range
  }
}
