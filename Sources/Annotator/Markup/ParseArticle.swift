/// Reads an article in Markdown: its head, and what a reader reads in text order. Blocks whose text
/// stayed the same keep their prose from an earlier version.
public func parseArticle(_ text: SourceText, reusing previous: Article? = nil) -> Article {
  let start = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let frontMatter = FrontMatter(of: text, from: start)
  let tree = parseMarkup(text, from: frontMatter?.end ?? start, reusing: previous?.tree)
  var reader = ArticleReader(text, tree, frontMatter: frontMatter)
  reader.read()
  return Article(head: reader.head, passages: reader.passages, tree: tree)
}

/// Gives each block of text its role in the article.
private struct ArticleReader {
  let text: SourceText
  let tree: MarkupTree
  let head: Head
  private(set) var passages: [Passage]
  private let titleBlock: Int?
  private let metadata: [Int: Set<Int>]
  private let credits: Set<Int>
  /// The block with nothing but images, if one was last, whose next neighbour is a caption.
  private var imageBlock: Int?

  init(_ text: SourceText, _ tree: MarkupTree, frontMatter: FrontMatter?) {
    self.text = text
    self.tree = tree
    let blocks = tree.shownBlocks(text)
    let reader = HeadReader(text, tree, blocks: blocks, frontMatter: frontMatter?.head)
    head = reader.head
    titleBlock = reader.titleBlock
    metadata = reader.metadata
    credits = tree.creditBlocks(among: blocks)
    passages = frontMatter?.title.map { [$0] } ?? []
  }

  mutating func read() {
    for index in tree.blocks.indices.dropFirst() {
      let block = tree.blocks[index]
      switch block.kind {
      case .paragraph:
        readParagraph(index)
        continue
      case .heading(let level, _):
        addContent(of: index, role: index == titleBlock ? .title : .heading(level: level))
      case .tableCell:
        addContent(of: index, role: .tableCell)
      case .html:
        if tree.isComment(index, text) { continue }
      case .definition:
        continue
      default:
        break
      }
      imageBlock = nil
    }
  }

  private mutating func readParagraph(_ index: Int) {
    let block = tree.blocks[index]
    let content = tree.inlines[block.inlines]
    let isAfterImage = imageBlock.map { tree.blocks[$0].parent == block.parent } ?? false
    imageBlock = nil
    let isImage = !content.images.isEmpty && content.prose.isBlank
    if isImage { imageBlock = index }
    let (isItem, isQuoted) = tree.surroundings(of: index)
    let role: Passage.Role =
      credits.contains(index)
      ? .credit : isAfterImage ? .caption : isItem ? .listItem : .paragraph
    guard metadata[index] != nil || (!isImage && !content.images.isEmpty) else {
      return addContent(of: index, role: role, isQuoted: isQuoted)
    }
    // Lines of the head and of images part the text of a paragraph that has no blank lines.
    let lines = tree.paragraphLines(of: index, text: text)
    var run: ByteRange?
    var runRole = role
    var hasOwnImageLine = false
    func flush(_ reader: inout ArticleReader) {
      if let range = run { reader.addText(of: index, in: range, role: runRole, isQuoted: isQuoted) }
      run = nil
    }
    for (number, line) in lines.enumerated() {
      let isMetadata = metadata[index]?.contains(number) ?? false
      if isMetadata || line.kind == .image {
        flush(&self)
        if line.kind == .image {
          hasOwnImageLine = true
          addImages(of: index, in: line.range, isQuoted: isQuoted)
        }
        continue
      }
      if run == nil { runRole = hasOwnImageLine && role == .paragraph ? .caption : role }
      run = (run?.lowerBound ?? line.range.lowerBound)..<line.range.upperBound
    }
    flush(&self)
    if lines.last?.kind == .image { imageBlock = index }
  }

  /// Adds what a block shows: its text, and each image's alternative text.
  private mutating func addContent(of index: Int, role: Passage.Role, isQuoted: Bool? = nil) {
    let block = tree.blocks[index]
    let content = tree.inlines[block.inlines]
    let isQuoted = isQuoted ?? tree.surroundings(of: index).isQuoted
    let textStart = content.prose.segments.first?.source ?? 0
    let before = content.images.filter { content.elements[$0.element].range.lowerBound < textStart }
    add(before, of: index, isQuoted: isQuoted)
    if !content.prose.isBlank {
      passages.append(
        Passage(role: role, isQuoted: isQuoted, range: block.range, prose: content.prose))
    }
    add(Array(content.images.dropFirst(before.count)), of: index, isQuoted: isQuoted)
  }

  /// Adds the text of some lines of a block, with the images among it.
  private mutating func addText(
    of index: Int, in range: ByteRange, role: Passage.Role, isQuoted: Bool
  ) {
    let origin = tree.blocks[index].range.lowerBound
    let prose = tree.inlines[tree.blocks[index].inlines].prose.cut(to: range)
    if !prose.isBlank {
      passages.append(
        Passage(
          role: role, isQuoted: isQuoted,
          range: range.lowerBound + origin..<range.upperBound + origin,
          prose: prose))
    }
    addImages(of: index, in: range, isQuoted: isQuoted)
  }

  private mutating func addImages(of index: Int, in range: ByteRange, isQuoted: Bool) {
    let content = tree.inlines[tree.blocks[index].inlines]
    func start(_ image: InlineContent.Image) -> Int {
      content.elements[image.element].range.lowerBound
    }
    let first = content.images.firstIndex(sorted: { start($0) >= range.lowerBound })
    add(
      Array(content.images[first...].prefix { start($0) < range.upperBound }), of: index,
      isQuoted: isQuoted)
  }

  private mutating func add(_ images: [InlineContent.Image], of index: Int, isQuoted: Bool) {
    let block = tree.blocks[index]
    for image in images where !image.prose.isBlank {
      let range = tree.inlines[block.inlines].elements[image.element].range
      let origin = block.range.lowerBound
      passages.append(
        Passage(
          role: .alternativeText, isQuoted: isQuoted,
          range: range.lowerBound + origin..<range.upperBound + origin, prose: image.prose))
    }
  }
}

extension MarkupTree {
  /// The blocks of the document itself that are neither definitions nor comments.
  fileprivate func shownBlocks(_ text: SourceText) -> [Int] {
    blocks.indices.dropFirst().filter { index in
      blocks[index].parent == 0 && blocks[index].kind != .definition && !isComment(index, text)
    }
  }

  /// The paragraphs at the end that are credits.
  fileprivate func creditBlocks(among shown: [Int]) -> Set<Int> {
    var credits: Set<Int> = []
    for index in shown.reversed() {
      if blocks[index].kind == .thematicBreak { continue }
      guard blocks[index].kind == .paragraph, isCredit(inlines[blocks[index].inlines].prose) else {
        break
      }
      credits.insert(index)
    }
    return credits
  }

  /// Whether an HTML block is nothing but a comment.
  func isComment(_ index: Int, _ text: SourceText) -> Bool {
    guard blocks[index].kind == .html(condition: 2), let last = lines[blocks[index].lines].last
    else { return false }
    let end = text.bytes.trimEnd(last.range.upperBound, after: last.range.lowerBound)
    return end - 3 >= last.range.lowerBound
      && text.bytes.begins("-->", at: end - 3, before: end)
  }

  /// Whether a block stands in a list, and whether in a quotation.
  fileprivate func surroundings(of index: Int) -> (isItem: Bool, isQuoted: Bool) {
    var isItem = false
    var isQuoted = false
    for ancestor in ancestors(of: index) {
      if blocks[ancestor].kind == .item { isItem = true }
      if blocks[ancestor].kind == .quote { isQuoted = true }
    }
    return (isItem, isQuoted)
  }
}
