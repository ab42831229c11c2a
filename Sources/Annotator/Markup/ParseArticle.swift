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
  /// The blocks in a list, and those in a quotation.
  private var isInItem: [Bool]
  private var isQuoted: [Bool]
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
    isInItem = Array(repeating: false, count: tree.blocks.count)
    isQuoted = isInItem
    for index in tree.blocks.indices.dropFirst() {
      let parent = tree.blocks[index].parent
      isInItem[index] = isInItem[parent] || tree.blocks[parent].kind == .item
      isQuoted[index] = isQuoted[parent] || tree.blocks[parent].kind == .quote
    }
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
        passages += htmlPassages(of: index, in: tree, text, isQuoted: isQuoted[index])
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
    let role: Passage.Role =
      credits.contains(index)
      ? .credit : isAfterImage ? .caption : isInItem[index] ? .listItem : .paragraph
    guard metadata[index] != nil || (!isImage && !content.images.isEmpty) else {
      return addContent(of: index, role: role)
    }
    // Lines of the head and of images part the text of a paragraph that has no blank lines.
    let lines = tree.paragraphLines(of: index, text: text)
    var run: ByteRange?
    var runRole = role
    func flush(_ reader: inout ArticleReader) {
      if let range = run { reader.addContent(of: index, in: range, role: runRole) }
      run = nil
    }
    for (number, line) in lines.enumerated() {
      if metadata[index]?.contains(number) == true {
        flush(&self)
      } else if line.kind == .image {
        flush(&self)
        addContent(of: index, in: line.range, role: role)
        if role == .paragraph { runRole = .caption }
      } else {
        run = (run?.lowerBound ?? line.range.lowerBound)..<line.range.upperBound
      }
    }
    flush(&self)
    if lines.last?.kind == .image { imageBlock = index }
  }

  /// Adds what a block shows, or a range of it that counts from its start: the text, and before or
  /// behind it, as they stand, the images' alternative texts.
  private mutating func addContent(of index: Int, in range: ByteRange? = nil, role: Passage.Role) {
    let block = tree.blocks[index]
    let content = tree.inlines[block.inlines]
    let whole = 0..<block.range.count
    let range = range ?? whole
    let prose = range == whole ? content.prose : content.prose.cut(to: range)
    func start(_ image: InlineContent.Image) -> Int {
      content.elements[image.element].range.lowerBound
    }
    let textStart = range.lowerBound + (prose.segments.first?.source ?? 0)
    var isTextAdded = prose.isBlank
    func addText(_ reader: inout ArticleReader) {
      if !isTextAdded { reader.add(role, of: block, index, in: range, prose) }
      isTextAdded = true
    }
    let first = content.images.partitionPoint { start($0) >= range.lowerBound }
    for image in content.images[first...].prefix(while: { start($0) < range.upperBound }) {
      if start(image) > textStart { addText(&self) }
      guard !image.prose.isBlank else { continue }
      add(
        .alternativeText, of: block, index, in: content.elements[image.element].range, image.prose)
    }
    addText(&self)
  }

  private mutating func add(
    _ role: Passage.Role, of block: MarkupTree.Block, _ index: Int, in range: ByteRange,
    _ prose: Prose
  ) {
    let origin = block.range.lowerBound
    passages.append(
      Passage(
        role: role, isQuoted: isQuoted[index],
        range: range.lowerBound + origin..<range.upperBound + origin, prose: prose))
  }
}

extension MarkupTree {
  /// The blocks of the document itself that are neither definitions nor comments.
  fileprivate func shownBlocks(_ text: SourceText) -> [Int] {
    blocks.indices.dropFirst().filter { index in
      blocks[index].parent == 0 && blocks[index].kind != .definition && !isComment(index, text)
    }
  }

  /// The paragraphs at the end that are credits. A signature is one behind other text only: what
  /// follows a heading or an image is named by it.
  fileprivate func creditBlocks(among shown: [Int]) -> Set<Int> {
    var credits: Set<Int> = []
    if let last = shown.last, blocks[last].kind == .paragraph,
      let before = shown.dropLast().last(where: { blocks[$0].kind != .thematicBreak }),
      isText(before), isSignature(inlines[blocks[last].inlines].prose)
    {
      credits.insert(last)
    }
    for index in shown.reversed() {
      if blocks[index].kind == .thematicBreak { continue }
      guard blocks[index].kind == .paragraph,
        credits.contains(index) || isCredit(inlines[blocks[index].inlines].prose)
      else { break }
      credits.insert(index)
    }
    return credits
  }

  /// Whether a block is a list, a quotation, or a paragraph that ends like a sentence.
  private func isText(_ index: Int) -> Bool {
    switch blocks[index].kind {
    case .quote, .list: return true
    case .paragraph:
      let end = inlines[blocks[index].inlines].prose.bytes.suffix(6)
      return end.contains { ".!?".utf8.contains($0) }
    default: return false
    }
  }

  /// Whether an HTML block is nothing but a comment.
  func isComment(_ index: Int, _ text: SourceText) -> Bool {
    let range = blocks[index].range
    guard blocks[index].kind == .html(condition: 2) else { return false }
    let end = text.bytes.trimEnd(range.upperBound, after: range.lowerBound)
    return range.first { text.bytes.begins("-->", at: $0, before: end) } == end - 3
  }
}
