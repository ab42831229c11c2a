/// An address in the text is a link: `[text](address)`, or `<address>` where it is to be seen. A bare
/// one is a link in some programs and plain text in others, and often takes the next comma with it.
///
///     More at <https://www.example.org/report.pdf>.
///     More at https://www.example.org/report.pdf.
///
/// Addresses in links, in code, in alternative texts and in the head's own line are left alone. The
/// fix puts angle brackets about the address; one that begins with `www.` becomes a link.
enum LinkBareURL: ArticleRule {
  static let id = "link/bare-url"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A URL stands in the text outside a link, an autolink and code."

  static func findings(in article: LintedArticle) -> [Finding] {
    let head = article.article.head
    let excluded = [head.title?.range, head.url?.range].compactMap { $0 }
    return article.inlines { content, origin in
      let addresses = bareAddresses(in: content.prose.bytes)
      guard !addresses.isEmpty else { return [] }
      var links = linked(content, article.text, origin)[...]
      return addresses.compactMap { address in
        let source = content.prose.sourceRange(address)
        while let link = links.first, link.upperBound <= source.lowerBound { links.removeFirst() }
        if let link = links.first, link.overlaps(source) { return nil }
        let range = source.shifted(by: origin)
        if excluded.contains(where: { $0.overlaps(range) }) { return nil }
        let isPlain =
          source.count == address.count && content.prose.visibleRuns(address).count == 1
        return finding(
          range, "The address is no link. Put it in angle brackets, or behind the text of a link.",
          fix: isPlain ? fix(article.text.string(range), at: range) : nil)
      }
    }
  }

  /// The source ranges, from the block's start, in which an address is no matter of this rule: links,
  /// elements `a` of HTML, and the address of a link that is not closed.
  private static func linked(
    _ content: InlineContent, _ text: SourceText, _ origin: Int
  ) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var anchor: Int?
    for element in content.elements {
      switch element.kind {
      case .link, .autolink, .image: ranges.append(element.range)
      case .html:
        let start = element.range.lowerBound + origin
        let end = element.range.upperBound + origin
        if text.bytes.begins("<a ", at: start, before: end) {
          anchor = anchor ?? element.range.lowerBound
        } else if text.bytes.begins("</a", at: start, before: end), let open = anchor {
          ranges.append(open..<element.range.upperBound)
          anchor = nil
        }
      default: break
      }
    }
    for literal in content.literals where literal.kind == .unclosedDestination {
      ranges.append(literal.range.lowerBound..<literal.range.upperBound + 2)
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static func fix(_ address: String, at range: ByteRange) -> Fix? {
    guard address.lowercased().hasPrefix("www.") else {
      return Fix(
        title: "Put the address in angle brackets",
        edits: [
          Fix.Edit(range: range.lowerBound..<range.lowerBound, replacement: "<"),
          Fix.Edit(range: range.upperBound..<range.upperBound, replacement: ">"),
        ])
    }
    guard !address.contains(where: { "[]()\\<>".contains($0) }) else { return nil }
    return Fix(
      title: "Make the address a link",
      edits: [Fix.Edit(range: range, replacement: "[\(address)](https://\(address))")])
  }
}
