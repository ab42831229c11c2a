/// Reads a text as CommonMark, from an offset at which a line begins. Blocks whose content stayed the
/// same keep their inline structure from a tree of an earlier version of the text.
func parseMarkup(
  _ text: SourceText, from start: Int = 0, reusing previous: MarkupTree? = nil
) -> MarkupTree {
  var parser = BlockParser(text.bytes, from: start)
  let starts = text.lines.starts
  for line in text.lines.line(at: start)..<starts.count {
    let end = line + 1 < starts.count ? starts[line + 1] : text.count
    let begin = max(start, starts[line])
    if begin < end { parser.add(begin..<end, number: line) }
  }
  parser.finish()
  var tree = parser.tree
  tree.parseInlines(of: text, reusing: previous)
  return tree
}

extension MarkupTree {
  /// Gives every block of text its inline structure.
  fileprivate mutating func parseInlines(of text: SourceText, reusing previous: MarkupTree?) {
    // A reference is a link or not by the labels that are defined, wherever they lead.
    let sameLabels = previous?.definitions.keys == definitions.keys
    for index in blocks.indices {
      switch blocks[index].kind {
      case .paragraph, .heading, .tableCell: break
      default: continue
      }
      let block = blocks[index]
      let source = InlineSource(lines[block.lines], origin: block.range.lowerBound, in: text.bytes)
      let content: InlineContent
      if let known = cache[source] {
        content = known
      } else if let known = previous?.cache[source], sameLabels || !known.asksDefinitions {
        content = known
        cache[source] = content
      } else {
        content = InlineContent(source, definitions: definitions)
        cache[source] = content
      }
      blocks[index].inlines = inlines.count
      inlines.append(content)
    }
  }
}
