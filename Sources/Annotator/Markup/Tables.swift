/// Tables of GitHub Flavored Markdown: a paragraph's last line with a bar in it, under which a row of
/// hyphens and bars with as many cells stands, and the lines that follow up to a blank one.
extension BlockParser {
  /// The number of columns when the line is a delimiter row that fits the open paragraph's last line.
  func tableColumns() -> Int? {
    guard let header = tree.lines.last?.range, let columns = delimiterColumns(),
      cursor.bytes[header].contains(ASCII.bar), cells(header).count == columns
    else { return nil }
    return columns
  }

  /// The number of columns of a delimiter row such as `| --- | :-: |`, with at least one bar.
  private func delimiterColumns() -> Int? {
    let row = cursor.text..<cursor.end
    for byte in cursor.bytes[row] {
      switch byte {
      case ASCII.hyphen, ASCII.bar, ASCII.colon, ASCII.space, ASCII.tab: break
      default: return nil
      }
    }
    guard cursor.bytes[row].contains(ASCII.bar) else { return nil }
    let cells = cells(row)
    let areDelimiters = cells.allSatisfy { cell in
      var marks = cursor.bytes[cell]
      if marks.first == ASCII.colon { marks.removeFirst() }
      if marks.last == ASCII.colon { marks.removeLast() }
      return !marks.isEmpty && marks.allSatisfy { $0 == ASCII.hyphen }
    }
    return areDelimiters ? cells.count : nil
  }

  /// The cells of a row: what stands between bars that no backslash escapes, without outer blanks.
  func cells(_ row: ByteRange) -> [ByteRange] {
    let bytes = cursor.bytes
    var start = bytes.skipBlanks(row.lowerBound, before: row.upperBound)
    let end = bytes.trimEnd(row.upperBound, after: start)
    if start < end, bytes[start] == ASCII.bar { start += 1 }
    var cells: [ByteRange] = []
    func add(_ end: Int) {
      let first = bytes.skipBlanks(start, before: end)
      cells.append(first..<bytes.trimEnd(end, after: first))
    }
    var i = start
    while i < end {
      if bytes[i] == ASCII.bar {
        add(i)
        start = i + 1
      } else if bytes[i] == ASCII.backslash, i + 1 < end, ASCII.isPunctuation(bytes[i + 1]) {
        i += 1
      }
      i += 1
    }
    if start < end || cells.isEmpty { add(end) }
    return cells
  }

  /// Makes a table of the open paragraph's last line and the delimiter row at the cursor.
  mutating func openTable(columns: Int) {
    let paragraph = tree.blocks.count - 1
    let header = tree.lines.removeLast().range
    let lines = tree.blocks[paragraph].lines
    if lines.count > 1 {
      let rest = lines.lowerBound..<lines.upperBound - 1
      tree.blocks[paragraph].lines = rest
      tree.blocks[paragraph].range =
        tree.blocks[paragraph].range.lowerBound..<tree.lines[rest.upperBound - 1].range.upperBound
      closeLeaf()
    } else {
      replaceLastBlock(by: [])
    }
    let table = addBlock(.table, header.lowerBound..<cursor.end)
    leaf = .table(block: table, columns: columns)
    addTableRow(cells(header), columns: columns, in: table)
  }

  /// Adds a row to a table. Cells beyond its columns are not shown.
  mutating func addTableRow(_ cells: [ByteRange], columns: Int, in table: Int) {
    let shown = cells.prefix(columns)
    guard let first = shown.first, let last = shown.last else { return }
    let row = addBlock(.tableRow, first.lowerBound..<last.upperBound, in: table)
    for cell in shown {
      addBlock(.tableCell, cell, in: row)
      addLine(.init(range: cell, padding: 0), endsBlock: false)
    }
    extend(table, to: cursor.end, line: line)
    extend(open[open.count - 1].block, to: cursor.end, line: line)
  }
}
