/// A mark that begins emphasis has a partner that ends it; readers see the mark otherwise.
///
///     The vote was **not secret**, the clerk said.
///     The vote was **not secret, the clerk said.
///
/// Looked at are `*`, `**`, `_` and `__` in front of a word that could only begin emphasis. A sign of
/// multiplication (`2 * 3`), a name of a program (`snake_case`), the mark of a note (`word*`) and the
/// bullet of a list begin none.
enum EmphasisUnclosed: ArticleRule {
  static let id = "emphasis/unclosed"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "A mark that could only open emphasis has no partner in its paragraph."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.literals.compactMap { literal in
        let range = literal.range.shifted(by: origin)
        guard literal.kind == .delimiter(canClose: false), range.count <= 2,
          beginsWord(range.upperBound, in: article.text.bytes)
        else { return nil }
        let mark = article.text.string(range)
        return finding(
          range,
          "“\(mark)” begins emphasis that nothing in its paragraph ends. Put “\(mark)” where it ends, "
            + "or write “\\\(mark.first ?? "*")” for the mark itself.")
      }
    }
  }

  /// Whether a word begins at an offset, perhaps behind marks that open.
  private static func beginsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
    var offset = offset
    while offset < bytes.count, "\"'([{<*_`$#@&!\\".utf8.contains(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return false }
    return ASCII.isAlphanumeric(bytes[offset]) || bytes[offset] >= 0x80
  }
}
