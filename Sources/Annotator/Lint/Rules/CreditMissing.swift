/// Readers and other desks want to know who is behind an article. A credit is the last paragraph:
///
///     Reporting by Soo-hyang Choi; Editing by Sandra Maler
///
/// `By` and names, names with "contributed" or "reported from", a name with its title or place, and
/// an `author` in front matter are credits as well.
enum CreditMissing: ArticleRule {
  static let id = "credit/missing"
  static let defaultSeverity = Severity.info
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The article does not tell who reported, wrote or edited it."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard article.article.head.author == nil,
      !article.passages.contains(where: { $0.role == .credit })
    else { return [] }
    let text = article.text
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let end = text.bytes.lastIndex { !isBlank($0) } ?? 0
    return [
      finding(
        text.contentRange(ofLine: text.lines.line(at: end)),
        "The article has no credit. End it with a paragraph such as “Reporting by …; Editing by …”."
      )
    ]
  }
}
