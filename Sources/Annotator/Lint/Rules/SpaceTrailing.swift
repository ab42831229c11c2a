/// Blanks at the end of a line are seen by nobody and make noise in every comparison of versions.
/// The fix removes them.
///
/// Exactly two blanks before a following line of the same paragraph are a line break in Markdown and
/// stay; the fix makes two of more there, which are the same break. Code is left alone.
enum SpaceTrailing: ArticleRule {
  static let id = "text/space-trailing"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A line ends with blanks that are no line break."

  static func findings(in article: LintedArticle) -> [Finding] {
    let text = article.text
    var findings: [Finding] = []
    for line in 0..<text.lines.count {
      let content = text.contentRange(ofLine: line)
      let blanks = trailingBlanks(of: content, in: text.bytes)
      guard !blanks.isEmpty, !article.isCode(blanks.lowerBound) else { continue }
      let isBreak = blanks.count >= 2 && article.paragraphGoesOn(behind: blanks)
      if isBreak, text.bytes[blanks].elementsEqual([0x20, 0x20]) { continue }
      findings.append(
        finding(
          blanks,
          isBreak
            ? "The line ends with more blanks than the two that break a line. Leave two, or none."
            : "The line ends with blanks. Remove them.",
          fix: Fix(
            title: isBreak ? "Leave two blanks" : "Remove the blanks",
            edits: [Fix.Edit(range: blanks, replacement: isBreak ? "  " : "")])))
    }
    return findings
  }

  /// Spaces, tabs and no-break spaces at the end of a line.
  private static func trailingBlanks(of line: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var start = line.upperBound
    while start > line.lowerBound {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start - 2 >= line.lowerBound, bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else {
        break
      }
    }
    return start..<line.upperBound
  }
}

extension LintedArticle {
  /// Whether blanks at a line's end stand in a paragraph that has another line.
  fileprivate func paragraphGoesOn(behind blanks: ByteRange) -> Bool {
    let index = firstBlock(from: blanks.lowerBound) - 1
    guard index > 0, article.tree.blocks[index].kind == .paragraph else { return false }
    return article.tree.blocks[index].range.upperBound > blanks.upperBound
  }
}
