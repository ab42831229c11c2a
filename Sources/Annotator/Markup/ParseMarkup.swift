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
  /// Gives every block of text its inline structure, an earlier one where nothing changed.
  fileprivate mutating func parseInlines(of text: SourceText, reusing previous: MarkupTree?) {
    var sources: [InlineSource] = []
    for index in blocks.indices {
      switch blocks[index].kind {
      case .paragraph, .heading, .tableCell: break
      default: continue
      }
      let block = blocks[index]
      blocks[index].inlines = sources.count
      sources.append(
        InlineSource(lines[block.lines], origin: block.range.lowerBound, in: text.bytes))
    }
    // A reference is a link or not by the labels that are defined, wherever they lead.
    let sameLabels = previous?.definitions.keys == definitions.keys
    let known = KnownInlines(previous?.inlines ?? [], for: sources)
    inlines.reserveCapacity(sources.count)
    for (index, source) in sources.enumerated() {
      if let content = known.content(of: source, at: index), sameLabels || !content.asksDefinitions
      {
        inlines.append(content)
      } else {
        inlines.append(InlineContent(source, definitions: definitions))
      }
    }
  }
}

/// The inline structures of an earlier version, to be found by what they were read from. Most edits
/// leave all blocks before and all blocks behind a place alone; only those between are looked up.
private struct KnownInlines {
  let previous: [InlineContent]
  /// The numbers of blocks at the start and at the end that are as before.
  private var prefix = 0
  private var suffix = 0
  /// How much further from the start a block at the end is now.
  private let shift: Int
  private var between: [InlineSource: InlineContent] = [:]

  init(_ previous: [InlineContent], for sources: [InlineSource]) {
    self.previous = previous
    shift = sources.count - previous.count
    let common = min(previous.count, sources.count)
    while prefix < common, previous[prefix].source == sources[prefix] { prefix += 1 }
    while suffix < common - prefix,
      previous[previous.count - 1 - suffix].source == sources[sources.count - 1 - suffix]
    {
      suffix += 1
    }
    for content in previous[prefix..<previous.count - suffix] { between[content.source] = content }
  }

  /// The structure of the block at an index, if it was known.
  func content(of source: InlineSource, at index: Int) -> InlineContent? {
    if index < prefix { return previous[index] }
    if index - shift >= previous.count - suffix { return previous[index - shift] }
    return between[source]
  }
}
