/// The items of one list have one bullet. Another mark begins another list, which most programs set
/// apart from the first.
///
///     - fish
///     * bread          ← make it “- bread”
///
/// Lists of different levels may have different bullets, and so may lists with text between them.
/// The fix gives the items the bullet of the first.
enum ListMarkerMixed: ArticleRule {
  static let id = "list/marker-mixed"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "Neighbouring items of bullets at one level have different markers."

  static func findings(in article: LintedArticle) -> [Finding] {
    let runs = runs(article).filter { run in run.contains { $0.marker != run[0].marker } }
    guard !runs.isEmpty else { return [] }
    let tree = article.article.tree
    var items: [Int: [Int]] = [:]
    for block in tree.blocks where block.kind == .item {
      items[block.parent, default: []].append(block.range.lowerBound)
    }
    return runs.compactMap { run in
      let marker = run[0].marker
      let places = run.filter { $0.marker != marker }.flatMap { items[$0.list] ?? [] }
      guard let first = places.first else { return nil }
      let name = String(Unicode.Scalar(marker))
      let canFix = !places.contains { becomesRule($0, marker, article.text) }
      return finding(
        first..<first + 1,
        "The item begins with “\(article.text.string(first..<first + 1))”, the one before it with "
          + "“\(name)”. Use one marker for the whole list.",
        fix: canFix
          ? Fix(
            title: "Begin the items with “\(name)”",
            edits: places.map { Fix.Edit(range: $0..<$0 + 1, replacement: name) }) : nil)
    }
  }

  /// Lists of bullets that stand next to each other at one level, nothing but comments between.
  private static func runs(_ article: LintedArticle) -> [[(list: Int, marker: UInt8)]] {
    let tree = article.article.tree
    var runs: [[(list: Int, marker: UInt8)]] = []
    // The run that a list would go on in each container.
    var open: [Int: Int] = [:]
    for index in tree.blocks.indices.dropFirst() {
      let block = tree.blocks[index]
      if tree.isComment(index, article.text) { continue }
      guard case .list(let list) = block.kind, list.start == nil else {
        open[block.parent] = nil
        continue
      }
      if let run = open[block.parent] {
        runs[run].append((index, list.marker))
      } else {
        open[block.parent] = runs.count
        runs.append([(index, list.marker)])
      }
    }
    return runs
  }

  /// Whether an item's line would be a thematic break with another marker: `* - -`.
  private static func becomesRule(_ start: Int, _ marker: UInt8, _ text: SourceText) -> Bool {
    var i = start + 1
    while i < text.count, text.bytes[i] == marker || ASCII.isBlank(text.bytes[i]) { i += 1 }
    return i == text.count || text.bytes[i] == ASCII.lineFeed
      || text.bytes[i] == ASCII.carriageReturn
  }
}
