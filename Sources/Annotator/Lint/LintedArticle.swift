/// What a rule sees of an article.
public struct LintedArticle: Sendable {
  /// The text.
  public let text: SourceText
  /// Its head and passages.
  public let article: Article
  /// What is known of each passage, in the same order.
  public let passages: [AnalyzedPassage]
  /// What was found in it; nothing where it is not read so far.
  public let annotations: Annotations
  /// How far it is read.
  public let depth: ReadingDepth

  /// An article of parts that belong together.
  init(
    text: SourceText, article: Article, passages: [AnalyzedPassage],
    annotations: Annotations = Annotations(), depth: ReadingDepth
  ) {
    self.text = text
    self.article = article
    self.passages = passages
    self.annotations = annotations
    self.depth = depth
  }

  /// The article of an analysis.
  public init(_ analysis: Analysis) {
    self.init(
      text: analysis.text, article: analysis.article, passages: analysis.facts.map(\.passage),
      annotations: analysis.annotations, depth: .claims)
  }

  /// The first line without its ending: where findings on the whole article lie.
  var firstLine: ByteRange {
    let bytes = text.bytes
    return 0..<(bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
  }

  /// The index of the first block of the markup that begins at an offset or behind it.
  func firstBlock(from offset: Int) -> Int {
    let blocks = article.tree.blocks
    // The first block is the document itself.
    var low = min(1, blocks.count)
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an offset lies in a block of code.
  func isCode(_ offset: Int) -> Bool {
    let index = firstBlock(from: offset + 1) - 1
    guard index > 0 else { return false }
    let block = article.tree.blocks[index]
    switch block.kind {
    case .fencedCode, .indentedCode: return block.range.contains(offset)
    default: return false
    }
  }

  /// The source of a range of a passage's prose, with the markup inside it.
  func source(_ range: Range<Int>, ofPassage index: Int) -> ByteRange {
    let origin = article.passages[index].range.lowerBound
    let prose = passages[index].text.prose
    guard !range.isEmpty else {
      // A place between two characters belongs to the one before it.
      guard range.lowerBound > 0 else { return origin..<origin }
      let end = prose.sourceRange(range.lowerBound - 1..<range.lowerBound).upperBound + origin
      return end..<end
    }
    let source = prose.sourceRange(range)
    return source.lowerBound + origin..<source.upperBound + origin
  }

  /// A finding in a passage, placed in the source. Its fix stays only where each edited range is
  /// written in the source as it is read: not across markup, nor inside a character reference.
  func place(_ finding: Finding, inPassage index: Int) -> Finding {
    var placed = finding
    placed.range = source(finding.range, ofPassage: index)
    let prose = passages[index].text.prose
    for (number, edit) in (finding.fix?.edits ?? []).enumerated() {
      let range = source(edit.range, ofPassage: index)
      guard range.count == edit.range.count,
        edit.range.isEmpty || prose.visibleRuns(edit.range).count == 1
      else {
        placed.fix = nil
        break
      }
      placed.fix?.edits[number].range = range
    }
    return placed
  }
}

/// What a rule sees of one passage.
public struct LintedPassage: Sendable {
  /// A passage, or a neighbour.
  public struct Item: Sendable {
    /// What is known of it.
    public let passage: AnalyzedPassage
    /// Whether it stands in a block quotation.
    public let isQuoted: Bool

    /// Whether two items are the same passage, known by its identity.
    func isSame(as other: Item?) -> Bool {
      passage === other?.passage && isQuoted == other?.isQuoted
    }
  }

  /// The passage.
  public let item: Item
  /// The passage before it, alternative texts and captions passed over.
  public let previous: Item?
  /// The passage behind it, alternative texts and captions passed over.
  public let next: Item?

  /// What the passage is to the article.
  public var role: Passage.Role { item.passage.role }
  /// Its tokens and sentences.
  public var text: TokenizedProse { item.passage.text }

  /// Whether two passages and their neighbours are the same.
  func isSame(as other: LintedPassage) -> Bool {
    item.isSame(as: other.item) && LintedPassage.isSame(previous, other.previous)
      && LintedPassage.isSame(next, other.next)
  }

  private static func isSame(_ a: Item?, _ b: Item?) -> Bool {
    guard let a else { return b == nil }
    return a.isSame(as: b)
  }
}

extension LintedArticle {
  /// The passages, each with its neighbours.
  func passagesWithNeighbours() -> [LintedPassage] {
    let items = zip(passages, article.passages).map {
      LintedPassage.Item(passage: $0, isQuoted: $1.isQuoted)
    }
    // The nearest passage behind each that is text of the article's flow.
    var next: [LintedPassage.Item?] = []
    next.reserveCapacity(items.count)
    var following: LintedPassage.Item?
    for item in items.reversed() {
      next.append(following)
      if item.passage.role.isInFlow { following = item }
    }
    next.reverse()
    var previous: LintedPassage.Item?
    var result: [LintedPassage] = []
    result.reserveCapacity(items.count)
    for (item, next) in zip(items, next) {
      result.append(LintedPassage(item: item, previous: previous, next: next))
      if item.passage.role.isInFlow { previous = item }
    }
    return result
  }
}

extension Passage.Role {
  /// Whether the passage is text that is read in its place; images and their captions stand beside.
  var isInFlow: Bool {
    switch self {
    case .alternativeText, .caption: false
    case .title, .heading, .paragraph, .listItem, .tableCell, .credit: true
    }
  }
}
