/// All lines of a file end alike, with LF, CRLF or CR. Mixed endings come from several programs that
/// wrote to one file, and make differences that nobody can see.
///
/// The finding lies on the first line whose ending is not that of the first line. The fix gives all
/// lines the ending of the first.
enum LineEndingMixed: ArticleRule {
  static let id = "line-ending/mixed"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "LF and CRLF (or CR) are in one file."

  static func findings(in article: LintedArticle) -> [Finding] {
    let text = article.text
    guard text.lines.count > 2 else { return [] }
    let first = ending(ofLine: 0, in: text)
    let others = (1..<text.lines.count - 1).map { ending(ofLine: $0, in: text) }
      .filter { !text.bytes[$0].elementsEqual(text.bytes[first]) }
    guard let other = others.first else { return [] }
    let replacement = text.string(first)
    return [
      finding(
        other,
        "The line ends with \(name(text.bytes[other])), the first line with "
          + "\(name(text.bytes[first])). Save the file with one kind of line ending.",
        fix: Fix(
          title: "End all lines with \(name(text.bytes[first]))",
          edits: others.map { Fix.Edit(range: $0, replacement: replacement) }))
    ]
  }

  /// The ending of a line that is not the last.
  private static func ending(ofLine line: Int, in text: SourceText) -> ByteRange {
    let end = text.lines.starts[line + 1]
    let isPair =
      text.bytes[end - 1] == ASCII.lineFeed && end - 2 >= text.lines.starts[line]
      && text.bytes[end - 2] == ASCII.carriageReturn
    return end - (isPair ? 2 : 1)..<end
  }

  private static func name(_ ending: ArraySlice<UInt8>) -> String {
    ending.count == 2 ? "CRLF" : ending.first == ASCII.lineFeed ? "LF" : "CR"
  }
}
