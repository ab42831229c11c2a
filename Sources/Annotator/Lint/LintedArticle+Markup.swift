/// What rules of the markup ask of an article.
extension LintedArticle {
  /// Whether the title stands in front matter.
  var hasFrontMatterTitle: Bool {
    guard let title = article.head.title, let document = article.tree.blocks.first else {
      return false
    }
    return title.range.upperBound <= document.range.lowerBound
  }

  /// What a function finds in the inline structure of each block of text. It also gets the block's
  /// start, from which all offsets of the structure count.
  func inlines(_ findings: (InlineContent, Int) -> [Finding]) -> [Finding] {
    var found: [Finding] = []
    for block in article.tree.blocks where block.inlines >= 0 {
      let content = article.tree.inlines[block.inlines]
      // Most paragraphs are nothing but text.
      found += findings(content, block.range.lowerBound)
    }
    return found
  }

  /// The start of the innermost block that holds an offset.
  func block(around offset: Int) -> Int {
    let index = firstBlock(from: offset + 1) - 1
    return index > 0 ? article.tree.blocks[index].range.lowerBound : offset
  }

  /// The part of a range that lies in its first line.
  func firstLine(of range: ByteRange) -> ByteRange {
    let line = text.contentRange(ofLine: text.lines.line(at: range.lowerBound))
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
  }

  /// The line that holds an offset, without the blanks and the byte order mark about it.
  func line(around offset: Int) -> ByteRange {
    let line = text.contentRange(ofLine: text.lines.line(at: offset))
    let mark = line.lowerBound == 0 ? FileByteOrderMark.length(in: text) : 0
    let start = text.bytes.skipBlanks(line.lowerBound + mark, before: line.upperBound)
    return start..<text.bytes.trimEnd(line.upperBound, after: start)
  }

  /// Whether a line, counted from 0, is blank; so are the lines that would be before the first and
  /// behind the last.
  func isBlank(line: Int) -> Bool {
    guard line >= 0, line < text.lines.count else { return true }
    return text.bytes[text.contentRange(ofLine: line)].allSatisfy(ASCII.isBlank)
  }

  /// What to remove so that a line is gone: the line with its ending, and where it stands between
  /// blank lines one of these.
  func removal(ofLine line: Int) -> ByteRange {
    let isParted = isBlank(line: line - 1) && isBlank(line: line + 1)
    let next = line + (isParted ? 2 : 1)
    return text.lines.starts[
      line]..<(next < text.lines.count ? text.lines.starts[next] : text.count)
  }
}

extension InlineContent {
  /// Whether nothing is to be seen: neither text, code nor images.
  var isEmpty: Bool {
    prose.isBlank && !elements.contains { $0.kind == .image || $0.kind == .code }
  }
}

extension Range<Int> {
  /// The range so much further on.
  func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
