/// The parts of an article's head stand in the order in which programs and readers look for them:
/// title, publisher, date, address.
///
///     # Port workers walk out over night shifts
///     **2023-10-27**                     ← the publisher comes first
///     **Reuters**
///     **https://www.example.org/port**
///
/// The rule looks at heads that have all four as a heading and bold lines; front matter has no order.
/// The fix puts the four lines in order, each where one of them stood.
enum HeadOrder: ArticleRule {
  static let id = "head/order"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary =
    "Title, publisher, date and URL are all lines of the head, but not in that order."

  private static let names = ["title", "publisher", "date", "address"]

  static func findings(in article: LintedArticle) -> [Finding] {
    let head = article.article.head
    let start = article.article.tree.blocks.first?.range.lowerBound ?? 0
    let parts = [head.title, head.publisher, head.date, head.url].compactMap { $0?.range }
    guard parts.count == 4, parts.allSatisfy({ $0.lowerBound >= start }) else { return [] }
    // The ranks of the parts as they stand.
    let order = parts.indices.sorted { parts[$0].lowerBound < parts[$1].lowerBound }
    guard let place = order.indices.first(where: { order[$0] != $0 }) else { return [] }
    let first = order[place]
    return [
      finding(
        article.line(around: parts[first].lowerBound),
        "The \(names[first]) stands before the \(names[place]). The order is title, publisher, "
          + "date, address.",
        fix: fix(article, parts: parts, order: order))
    ]
  }

  private static func fix(_ article: LintedArticle, parts: [ByteRange], order: [Int]) -> Fix? {
    let lines = parts.map { article.line(around: $0.lowerBound) }
    // An underlined title is no line that could stand elsewhere.
    guard article.text.bytes[lines[0].lowerBound] == ASCII.number, Set(lines).count == 4 else {
      return nil
    }
    let edits = order.indices.compactMap { place in
      order[place] == place
        ? nil
        : Fix.Edit(range: lines[order[place]], replacement: article.text.string(lines[place]))
    }
    return Fix(title: "Put the lines of the head in order", edits: edits)
  }
}
