/// The replacement character U+FFFD stands where a program could not read a character. What was
/// there is lost, so that somebody has to put it in again.
///
///     The caf� on the corner      (meant: The café on the corner)
///
/// It is looked for everywhere but in code and comments; a character reference such as `&#xFFFD;` is
/// meant as it stands.
enum ReplacementCharacter: ArticleRule {
  static let id = "text/replacement-character"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "A character was lost: U+FFFD stands in its place."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.charactersByLine { scalar, bytes, range in
      // Bytes that are not UTF-8, which are read likewise, are another rule's matter.
      scalar == "\u{FFFD}" && range.count == 3
    }.map { line in
      finding(
        line[0].range,
        "A character was lost when the text was converted, and “\u{FFFD}” stands in its place. "
          + "Put in what was meant.")
    }
  }
}
