/// What a line of a paragraph is to an article's head.
struct ParagraphLine {
  enum Kind: Equatable {
    /// Bold from end to end, or with a mark that misses its partner; the range is what it marks.
    case bold(ByteRange)
    /// Nothing but images.
    case image
    case text
  }

  var kind: Kind
  /// The line without outer blanks, from the block's start.
  var range: ByteRange
}

extension MarkupTree {
  /// The lines of a paragraph.
  func paragraphLines(of index: Int, text: SourceText) -> [ParagraphLine] {
    let block = blocks[index]
    guard block.inlines >= 0 else { return [] }
    let content = inlines[block.inlines]
    let origin = block.range.lowerBound
    var element = 0
    return lines[block.lines].map { line in
      let end = text.bytes.trimEnd(line.range.upperBound, after: line.range.lowerBound)
      let range = line.range.lowerBound - origin..<end - origin
      // The elements of the line that no other holds.
      var top: [Int] = []
      while element < content.elements.count,
        content.elements[element].range.lowerBound < range.upperBound
      {
        let isInLine = content.elements[element].range.lowerBound >= range.lowerBound
        if isInLine, content.elements[element].parent < 0 { top.append(element) }
        element += 1
      }
      let kind = content.kind(of: range, elements: top, source: text.bytes[line.range])
      return ParagraphLine(kind: kind, range: range)
    }
  }
}

extension InlineContent {
  fileprivate func kind(
    of range: ByteRange, elements top: [Int], source: ArraySlice<UInt8>
  ) -> ParagraphLine.Kind {
    if top.count == 1, elements[top[0]].range == range, let bold = bold(top[0]) {
      return .bold(bold)
    }
    if !images.isEmpty, prose.cut(to: range).isBlank { return .image }
    // A bold mark whose partner is missing is meant as one.
    if source.starts(with: "**".utf8) || source.starts(with: "__".utf8),
      case let literal = literals.partitionPoint({ $0.range.lowerBound >= range.lowerBound }),
      literal < literals.count, literals[literal].range.lowerBound == range.lowerBound
    {
      var start = range.lowerBound
      var end = range.upperBound
      let bytes = Array(source.prefix(range.count))
      func isMark(_ offset: Int) -> Bool {
        let byte = bytes[offset - range.lowerBound]
        return byte == ASCII.asterisk || byte == ASCII.underscore
      }
      while start < end, isMark(start) { start += 1 }
      while end > start, isMark(end - 1) { end -= 1 }
      return .bold(start..<end)
    }
    return .text
  }

  /// The content of strong emphasis, also when plain emphasis stands around or in it.
  private func bold(_ index: Int) -> ByteRange? {
    var content = elements[index].range
    var isStrong = false
    for element in elements[index...] {
      guard element.range == content, element.kind == .emphasis || element.kind == .strong else {
        break
      }
      content = element.content
      isStrong = isStrong || element.kind == .strong
    }
    return isStrong ? content : nil
  }
}
