/// The passages that an HTML block shows: its text without tags, comments and code, parted at the
/// tags of block elements.
func htmlPassages(
  of index: Int, in tree: MarkupTree, _ text: SourceText, isQuoted: Bool
) -> [Passage] {
  let block = tree.blocks[index]
  let source = InlineSource(tree.lines[block.lines], origin: 0, in: text.bytes)
  var reader = HTMLTextReader(source: source, isQuoted: isQuoted)
  reader.read()
  return reader.passages
}

private struct HTMLTextReader {
  let source: InlineSource
  let isQuoted: Bool
  private(set) var passages: [Passage] = []
  /// The text of the passage so far: pieces of the content, and what they show.
  private var pieces: [(shown: [UInt8], range: Range<Int>, isReference: Bool)] = []
  private var role = Passage.Role.paragraph

  init(source: InlineSource, isQuoted: Bool) {
    self.source = source
    self.isQuoted = isQuoted
  }

  mutating func read() {
    let content = source.content
    var start = 0
    var i = 0
    /// Takes in the plain text before an offset, and goes on behind another.
    func flushText(_ reader: inout HTMLTextReader, before end: Int, next: Int) {
      if start < end { reader.add(content[start..<end], start..<end) }
      start = next
      i = next
    }
    while i < content.count {
      switch content[i] {
      case ASCII.lineFeed:
        flushText(&self, before: i, next: i)
        add([ASCII.lineFeed], i..<i + 1)
        let next = content.skipBlanks(i + 1, before: content.count)
        flushText(&self, before: start, next: next)
      case ASCII.ampersand:
        guard let (shown, end) = CharacterReferences.decode(content, at: i) else {
          i += 1
          continue
        }
        flushText(&self, before: i, next: i)
        add(shown, i..<end, isReference: true)
        flushText(&self, before: start, next: end)
      case ASCII.less:
        if let end = HTMLScanner.tag(content, at: i, before: content.count) {
          flushText(&self, before: i, next: i)
          flushText(&self, before: start, next: readTag(i..<end))
        } else if let end = declarationEnd(i) {
          flushText(&self, before: i, next: end)
        } else {
          i += 1
        }
      default:
        i += 1
      }
    }
    flushText(&self, before: content.count, next: content.count)
    endPassage()
  }

  /// Adds to the passage so far what a range of the content shows. A passage begins with no blanks.
  private mutating func add(
    _ shown: some Collection<UInt8>, _ range: Range<Int>, isReference: Bool = false
  ) {
    let blanks = pieces.isEmpty ? shown.prefix(while: ASCII.isWhitespace).count : 0
    if blanks == shown.count { return }
    pieces.append(
      (Array(shown.dropFirst(blanks)), range.lowerBound + blanks..<range.upperBound, isReference))
  }

  /// Goes behind a tag, or behind the whole of an element whose content is no text.
  private mutating func readTag(_ tag: Range<Int>) -> Int {
    let content = source.content
    let isClosing = content[tag.lowerBound + 1] == ASCII.slash
    let nameStart = tag.lowerBound + (isClosing ? 2 : 1)
    var nameEnd = nameStart
    while ASCII.isAlphanumeric(content[nameEnd]) { nameEnd += 1 }
    let name = String(
      decoding: content[nameStart..<nameEnd].map(ASCII.lowered), as: UTF8.self)
    if name == "br" {
      add([ASCII.lineFeed], tag)
      return tag.upperBound
    }
    let isVerbatim = HTMLScanner.verbatimElements.contains(name)
    if isVerbatim || HTMLScanner.blockElements.contains(name) {
      endPassage()
      role = isClosing ? .paragraph : HTMLTextReader.role(of: name)
    }
    if !isClosing, isVerbatim || name == "code" || name == "title" {
      return endOfElement(content[nameStart..<nameEnd], from: tag.upperBound)
    }
    return tag.upperBound
  }

  /// The start of the closing tag of an element, or the end of the block.
  private func endOfElement(_ name: ArraySlice<UInt8>, from start: Int) -> Int {
    let content = source.content
    var i = start
    while i + 2 + name.count <= content.count {
      if content[i] == ASCII.less, content[i + 1] == ASCII.slash,
        content[i + 2..<i + 2 + name.count].elementsEqual(
          name,
          by: {
            ASCII.lowered($0) == ASCII.lowered($1)
          })
      {
        return i
      }
      i += 1
    }
    return content.count
  }

  /// The end of a comment or declaration; one that is not closed takes the rest.
  private func declarationEnd(_ start: Int) -> Int? {
    let content = source.content
    let mark: StaticString
    if content.begins("<!--", at: start, before: content.count) {
      mark = "-->"
    } else if content.begins("<?", at: start, before: content.count) {
      mark = "?>"
    } else if content.begins("<!", at: start, before: content.count) {
      mark = ">"
    } else {
      return nil
    }
    let end = (start + 2..<content.count).first {
      content.begins(mark, at: $0, before: content.count)
    }
    return end.map { $0 + mark.utf8CodeUnitCount } ?? content.count
  }

  /// Makes a passage of the text so far.
  private mutating func endPassage() {
    while let (shown, range, isReference) = pieces.last {
      let blanks = shown.reversed().prefix(while: ASCII.isWhitespace).count
      if blanks == 0 { break }
      pieces.removeLast()
      guard blanks < shown.count else { continue }
      let kept = range.lowerBound..<range.upperBound - blanks
      pieces.append((shown.dropLast(blanks), kept, isReference))
    }
    guard let first = pieces.first, let last = pieces.last else { return }
    let range = source.sourceRange(first.range.lowerBound..<last.range.upperBound)
    var builder = ProseBuilder(origin: range.lowerBound)
    for piece in pieces {
      let range = source.sourceRange(piece.range)
      if piece.isReference {
        builder.appendReference(piece.shown, from: range)
      } else {
        builder.append(piece.shown, from: range)
      }
    }
    passages.append(
      Passage(role: role, isQuoted: isQuoted, range: range, prose: builder.prose))
    pieces = []
  }

  private static func role(of element: String) -> Passage.Role {
    switch element {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      .heading(level: Int(element.utf8.last! - 0x30))
    case "li", "dd", "dt": .listItem
    case "td", "th": .tableCell
    case "figcaption", "caption": .caption
    default: .paragraph
    }
  }
}
