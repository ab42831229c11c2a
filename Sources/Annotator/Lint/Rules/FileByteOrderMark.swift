/// A file does not begin with U+FEFF, the byte order mark: UTF-8 has no byte order, and programs that
/// do not know the mark take it for a character of the title.
///
/// The fix removes it.
enum FileByteOrderMark: ArticleRule {
  static let id = "file/byte-order-mark"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "The file begins with U+FEFF."

  static func findings(in article: LintedArticle) -> [Finding] {
    let length = length(in: article.text)
    guard length > 0 else { return [] }
    return [
      finding(
        0..<length, "The file begins with a byte order mark, which UTF-8 does not need. Remove it.",
        fix: Fix(
          title: "Remove the byte order mark", edits: [Fix.Edit(range: 0..<length, replacement: "")]
        ))
    ]
  }

  /// The length of the mark in bytes, or 0.
  static func length(in text: SourceText) -> Int {
    text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
