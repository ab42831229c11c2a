/// A file that is to be an article holds something. Nothing else is reported of one that has no bytes
/// or only blanks.
enum FileEmpty: ArticleRule {
  static let id = "file/empty"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The file has no bytes or only blanks."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard isBlank(article.text) else { return [] }
    return [finding(article.firstLine, "The file is empty. Write the article, or remove the file.")]
  }

  /// Whether a text shows nothing.
  static func isBlank(_ text: SourceText) -> Bool {
    text.bytes.dropFirst(FileByteOrderMark.length(in: text)).allSatisfy(ASCII.isWhitespace)
  }
}
