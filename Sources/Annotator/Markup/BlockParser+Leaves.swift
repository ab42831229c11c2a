/// What a line does when it continues the innermost container: it goes on with verbatim text, or it
/// opens new blocks.
extension BlockParser {
  /// Gives the line to open code, HTML or a table. False when the line does not belong to it, which
  /// closes it, and when there is no such leaf.
  mutating func continueLeaf() -> Bool {
    switch leaf {
    case .none, .paragraph:
      return false
    case .indentedCode:
      if cursor.indent >= 4 || cursor.isBlank {
        let endsBlock = !cursor.isBlank
        cursor.skipColumns(4)
        addLine(cursor.rest, endsBlock: endsBlock)
        return true
      }
    case .fencedCode(let fence, let length, let indent):
      if isClosingFence(fence, length) {
        extend(tree.blocks.count - 1, to: cursor.end, line: line)
        closeLeaf()
      } else {
        cursor.skipColumns(indent)
        addLine(cursor.rest)
      }
      return true
    case .html(let condition):
      if condition >= 6 && cursor.isBlank { break }
      addHTMLLine(condition)
      return true
    case .table(let table, let columns):
      if cursor.isBlank || cursor.indent >= 4 || beginsOtherBlock() { break }
      addTableRow(cells(cursor.text..<cursor.end), columns: columns, in: table)
      return true
    }
    closeLeaf()
    return false
  }

  /// Adds a line to an HTML block and closes the block when the line meets its end condition.
  private mutating func addHTMLLine(_ condition: Int) {
    addLine(cursor.rest, endsBlock: !cursor.isBlank)
    if HTMLScanner.endsBlock(cursor.bytes, cursor.text..<cursor.end, condition: condition) {
      closeLeaf()
    }
  }

  private func isClosingFence(_ fence: UInt8, _ length: Int) -> Bool {
    guard cursor.indent < 4 else { return false }
    var i = cursor.text
    while i < cursor.end, cursor.bytes[i] == fence { i += 1 }
    return i - cursor.text >= length && cursor.bytes.skipBlanks(i, before: cursor.end) == cursor.end
  }

  /// Opens the blocks that begin in the line, in the containers up to a depth, and gives the rest of
  /// the line to a paragraph.
  mutating func openBlocks(in depth: Int) {
    var depth = depth
    noThematicBreakBefore = 0
    while !cursor.isBlank {
      if cursor.indent >= 4 {
        // A paragraph goes on, whatever the indentation.
        if leaf == .paragraph { break }
        prepare(depth)
        cursor.skipColumns(4)
        addBlock(.indentedCode, cursor.offset..<cursor.end)
        leaf = .indentedCode
        return addLine(cursor.rest)
      }
      // Only a paragraph of the innermost container that continues resists some of the blocks.
      let interrupts = leaf == .paragraph && depth == open.count
      if cursor.first == ASCII.greater {
        prepare(depth)
        openContainer(.quote, as: .quote, at: cursor.text)
        skipQuoteMark()
      } else if openLeaf(in: depth, interrupts: interrupts) {
        return
      } else if let marker = listMarker(interrupts: interrupts) {
        openItem(marker, in: depth)
      } else if interrupts, let columns = tableColumns() {
        return openTable(columns: columns)
      } else {
        break
      }
      depth = open.count
    }
    if cursor.isBlank {
      close(to: depth)
    } else {
      if leaf != .paragraph {
        prepare(depth)
        addBlock(.paragraph, cursor.text..<cursor.end)
        leaf = .paragraph
      }
      addLine(cursor.restFromText)
    }
  }

  /// Opens the heading, code, HTML or thematic break that begins at the cursor, if one does.
  private mutating func openLeaf(in depth: Int, interrupts: Bool) -> Bool {
    switch cursor.first {
    case ASCII.number:
      guard let heading = atxHeading() else { return false }
      prepare(depth)
      addBlock(.heading(level: heading.level, isUnderlined: false), cursor.text..<cursor.end)
      addLine(.init(range: heading.content, padding: 0))
    case ASCII.backtick, ASCII.tilde:
      guard let (length, info) = openingFence() else { return false }
      let indent = cursor.indent
      prepare(depth)
      addBlock(.fencedCode(info: info), cursor.text..<cursor.end)
      leaf = .fencedCode(fence: cursor.first, length: length, indent: indent)
    case ASCII.less:
      // A lone tag does not interrupt a paragraph, nor one that the line continues lazily.
      guard
        let condition = HTMLScanner.startsBlock(
          cursor.bytes, cursor.text..<cursor.end, orLoneTag: leaf != .paragraph)
      else { return false }
      prepare(depth)
      addBlock(.html(condition: condition), cursor.text..<cursor.end)
      leaf = .html(condition: condition)
      addHTMLLine(condition)
    case ASCII.equals, ASCII.hyphen, ASCII.asterisk, ASCII.underscore:
      if interrupts, let level = setextLevel(), underlineParagraph(level: level) { return true }
      guard isThematicBreak() else { return false }
      prepare(depth)
      addBlock(.thematicBreak, cursor.text..<cursor.end)
    default:
      return false
    }
    return true
  }

  private mutating func openItem(_ marker: ListMarker, in depth: Int) {
    prepare(depth, forItem: true)
    var container = open[open.count - 1]
    if container.kind == .list {
      if case .list(let list) = tree.blocks[container.block].kind, list.marker != marker.list.marker
      {
        close(to: open.count - 1)
        container = open[open.count - 1]
      }
    }
    let start = cursor.text
    let indent = cursor.indent + marker.length
    if container.kind != .list { openContainer(.list(marker.list), as: .list, at: start) }
    cursor.skipMark(marker.length)
    // Code that begins in the marker's line is five columns behind it.
    let blanks = cursor.isBlank || cursor.indent > 4 ? 1 : cursor.indent
    openContainer(.item, as: .item, at: start, indent: indent + blanks)
    extend(tree.blocks.count - 1, to: start + marker.length, line: line)
    cursor.skipColumns(blanks)
  }
}
