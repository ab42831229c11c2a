/// Builds the tree of blocks line by line, as the appendix of the CommonMark specification describes:
/// a line first continues the open containers, then opens new blocks, and what is left of it is the
/// text of a leaf. The work of a line is bounded by its length and the blocks it closes.
struct BlockParser {
  /// A container that the current line may continue.
  struct Container {
    enum Kind { case document, quote, list, item }
    var kind: Kind
    /// The index of its block.
    var block: Int
    /// The columns that a line needs before it to belong to an item.
    var indent = 0
  }

  /// The leaf block, if any, in the innermost container, that the next line may continue.
  enum Leaf: Equatable {
    case none
    case paragraph
    case indentedCode
    case fencedCode(fence: UInt8, length: Int, indent: Int)
    case html(condition: Int)
    case table(block: Int, columns: Int)
  }

  var tree = MarkupTree()
  var cursor: LineCursor
  var leaf = Leaf.none
  /// The open containers, the document first.
  var open: [Container]
  /// The number of the current line.
  var line = 0
  /// The last line of each block, by which blank lines between blocks are known.
  private var lastLine: [Int]
  /// The indices in `open` of the quotes, so that a blank line finds in one step where it ends.
  private var quotes: [Int] = []
  /// A place in the line where a thematic break was found impossible, for any that begins before.
  var noThematicBreakBefore = 0

  init(_ bytes: [UInt8], from start: Int) {
    cursor = LineCursor(bytes)
    tree.blocks = [.init(kind: .document, range: start..<bytes.count, parent: -1)]
    lastLine = [0]
    open = [Container(kind: .document, block: 0)]
  }

  /// Takes a line in.
  mutating func add(_ range: ByteRange, number: Int) {
    line = number
    cursor.begin(range)
    let depth = continueContainers()
    if depth == open.count {
      if continueLeaf() { return }
    } else if leaf != .paragraph {
      close(to: depth)
    }
    openBlocks(in: depth)
  }

  /// Ends the text.
  mutating func finish() {
    close(to: 1)
    closeLeaf()
  }

  // MARK: Containers

  /// The number of open containers that the line continues; the cursor goes behind their marks.
  private mutating func continueContainers() -> Int {
    var depth = 1
    var quotesSeen = 0
    while depth < open.count {
      if cursor.isBlank {
        if quotesSeen < quotes.count { return quotes[quotesSeen] }
        // An item that begins with a blank line has no second one.
        let last = open[open.count - 1]
        let isEmptyItem = last.kind == .item && last.block == tree.blocks.count - 1
        return isEmptyItem ? open.count - 1 : open.count
      }
      let container = open[depth]
      switch container.kind {
      case .quote:
        guard cursor.indent < 4, cursor.first == ASCII.greater else { return depth }
        skipQuoteMark()
        lastLine[container.block] = line
        quotesSeen += 1
      case .item:
        guard cursor.indent >= container.indent else { return depth }
        cursor.skipColumns(container.indent)
      case .document, .list:
        break
      }
      depth += 1
    }
    return depth
  }

  /// Goes behind `>` and the blank that belongs to it.
  mutating func skipQuoteMark() {
    cursor.skipMark(1)
    cursor.skipColumns(1)
  }

  /// Opens a container that begins at a place of the line, in the innermost open one.
  mutating func openContainer(
    _ kind: MarkupTree.Kind, as container: Container.Kind, at start: Int, indent: Int = 0
  ) {
    if container == .quote { quotes.append(open.count) }
    let block = addBlock(kind, start..<start)
    open.append(Container(kind: container, block: block, indent: indent))
  }

  /// Closes the leaf and the containers above a depth.
  mutating func close(to depth: Int) {
    closeLeaf()
    while open.count > depth {
      let closed = open.removeLast().block
      if quotes.last == open.count { quotes.removeLast() }
      let parent = open[open.count - 1].block
      extend(parent, to: tree.blocks[closed].range.upperBound, line: lastLine[closed])
    }
  }

  /// Makes the first `depth` containers the innermost place for a new block, which is an item or not:
  /// a list holds nothing but items.
  mutating func prepare(_ depth: Int, forItem: Bool = false) {
    close(to: depth)
    if !forItem, open[open.count - 1].kind == .list { close(to: open.count - 1) }
  }

  // MARK: Blocks

  /// Appends a block to the innermost open container.
  @discardableResult
  mutating func addBlock(_ kind: MarkupTree.Kind, _ range: ByteRange) -> Int {
    let parent = open[open.count - 1]
    if line - lastLine[parent.block] > 1 { loosen(parent) }
    return addBlock(kind, range, in: parent.block)
  }

  /// Appends a block to another.
  @discardableResult
  mutating func addBlock(_ kind: MarkupTree.Kind, _ range: ByteRange, in parent: Int) -> Int {
    tree.blocks.append(.init(kind: kind, range: range, parent: parent))
    lastLine.append(line)
    extend(parent, to: range.upperBound, line: line)
    return tree.blocks.count - 1
  }

  /// Notes a blank line between two blocks of an item, or two items of a list.
  private mutating func loosen(_ container: Container) {
    var block = container.block
    if container.kind == .item { block = tree.blocks[block].parent }
    guard case .list(var list) = tree.blocks[block].kind, !list.isLoose else { return }
    list.isLoose = true
    tree.blocks[block].kind = .list(list)
  }

  /// Adds a line of content to the last block, which is the open leaf.
  mutating func addLine(_ content: MarkupTree.Line, endsBlock: Bool = true) {
    let block = tree.blocks.count - 1
    if tree.blocks[block].lines.isEmpty {
      tree.blocks[block].lines = tree.lines.count..<tree.lines.count
    }
    tree.lines.append(content)
    tree.blocks[block].lines = tree.blocks[block].lines.lowerBound..<tree.lines.count
    if endsBlock { extend(block, to: cursor.end, line: line) }
  }

  /// Lets a block reach to an offset and a line. The document is the whole text from the start.
  mutating func extend(_ block: Int, to end: Int, line: Int) {
    if block > 0 {
      let range = tree.blocks[block].range
      tree.blocks[block].range = range.lowerBound..<max(range.upperBound, end)
    }
    lastLine[block] = max(lastLine[block], line)
  }

  /// Puts blocks in the place of the last one, whose lines they share out among them.
  mutating func replaceLastBlock(by blocks: [MarkupTree.Block]) {
    tree.blocks.removeLast()
    tree.blocks += blocks
    let last = lastLine.removeLast()
    lastLine += repeatElement(last, count: blocks.count)
  }

  /// Ends the open leaf.
  mutating func closeLeaf() {
    let ended = leaf
    leaf = .none
    switch ended {
    case .none: return
    case .paragraph: finishParagraph()
    case .indentedCode: trimBlankLines()
    case .fencedCode, .html, .table: break
    }
    propagateEnd()
  }

  /// Lets the innermost container reach to the end of its last leaf.
  mutating func propagateEnd() {
    let block = tree.blocks.count - 1
    let parent = open[open.count - 1].block
    extend(parent, to: tree.blocks[block].range.upperBound, line: lastLine[block])
  }

  /// Takes the blank lines from the end of indented code.
  private mutating func trimBlankLines() {
    let block = tree.blocks.count - 1
    let lines = tree.blocks[block].lines
    var end = lines.upperBound
    while end > lines.lowerBound {
      let range = tree.lines[end - 1].range
      let start = cursor.bytes.skipBlanks(range.lowerBound, before: range.upperBound)
      if start < range.upperBound { break }
      end -= 1
    }
    tree.blocks[block].lines = lines.lowerBound..<end
  }
}
