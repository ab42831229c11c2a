/// How paragraphs end: with link reference definitions at their start taken off, as headings when
/// underlined.
extension BlockParser {
  /// Ends the paragraph that is the last block: trims its end and parts off the definitions with
  /// which it begins. False when nothing but definitions is left of it.
  @discardableResult
  mutating func finishParagraph() -> Bool {
    let index = tree.blocks.count - 1
    var block = tree.blocks[index]
    let last = block.lines.upperBound - 1
    let range = tree.lines[last].range
    let end = cursor.bytes.trimEnd(range.upperBound, after: range.lowerBound)
    tree.lines[last].range = range.lowerBound..<end
    block.range = block.range.lowerBound..<end
    tree.blocks[index] = block
    guard cursor.bytes[block.range.lowerBound] == ASCII.leftBracket else { return true }
    return takeDefinitions(from: block)
  }

  /// Replaces the last block by the definitions at its start and what follows them.
  private mutating func takeDefinitions(from block: MarkupTree.Block) -> Bool {
    let source = InlineSource(tree.lines[block.lines], origin: 0, in: cursor.bytes)
    let content = source.content
    var parts: [MarkupTree.Block] = []
    var rest = block
    var offset = 0
    while offset < content.count, let definition = LinkScanner.definition(content, at: offset) {
      if tree.definitions[definition.label] == nil {
        tree.definitions[definition.label] = .init(
          destination: source.sourceRange(definition.destination),
          title: definition.title.map(source.sourceRange))
      }
      let lines = content[offset..<definition.end].count { $0 == ASCII.lineFeed }
      offset = definition.end
      var part = rest
      part.kind = .definition
      if offset < content.count {
        let next = rest.lines.lowerBound + lines
        part.lines = rest.lines.lowerBound..<next
        part.range = rest.range.lowerBound..<tree.lines[next - 1].range.upperBound
        rest.lines = next..<rest.lines.upperBound
        rest.range = tree.lines[next].range.lowerBound..<rest.range.upperBound
      }
      parts.append(part)
    }
    let isText = offset < content.count
    if !parts.isEmpty { replaceLastBlock(by: isText ? parts + [rest] : parts) }
    return isText
  }

  /// Makes the open paragraph a heading. False when it holds only definitions: the line is then no
  /// underline.
  mutating func underlineParagraph(level: Int) -> Bool {
    leaf = .none
    let isText = finishParagraph()
    if isText {
      let index = tree.blocks.count - 1
      tree.blocks[index].kind = .heading(level: level, isUnderlined: true)
      extend(index, to: cursor.end, line: line)
    }
    propagateEnd()
    return isText
  }
}
