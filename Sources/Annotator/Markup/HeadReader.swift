/// Finds the parts of an article's head among the first blocks of its tree. What is missing, doubled
/// or in another order is taken as it is.
struct HeadReader {
  let text: SourceText
  let tree: MarkupTree
  /// The blocks that the document itself holds and a reader sees.
  let blocks: [Int]
  /// The head so far.
  private(set) var head: Head
  /// The heading that is the title.
  private(set) var titleBlock: Int?
  /// The lines that are metadata, by block.
  private(set) var metadata: [Int: Set<Int>] = [:]
  /// Bold lines that may still be looked at: no head has more, whatever a text of bold lines is.
  private var linesLeft = 64

  init(_ text: SourceText, _ tree: MarkupTree, blocks: [Int], frontMatter: Head?) {
    self.text = text
    self.tree = tree
    self.blocks = blocks
    head = frontMatter ?? Head()
    read(from: 0)
    if head.title == nil, metadata.isEmpty, let start = laterHead() { read(from: start) }
    if head.title == nil, let index = headingBeforeText() { takeTitle(blocks[index]) }
    head.dateline = head.date.flatMap { Dateline(parsing: $0.text) }
  }

  /// Takes parts from a block on, until the body begins.
  private mutating func read(from start: Int) {
    var hasHeading = false
    for (index, block) in blocks.enumerated().dropFirst(start) {
      switch tree.blocks[block].kind {
      case .heading(level: 1, _) where !hasHeading:
        hasHeading = true
        if head.title == nil { takeTitle(block) }
      case .paragraph:
        if !readLines(of: block) {
          // A line between the title and its metadata, such as a subtitle, is passed over.
          guard hasHeading, metadata.isEmpty, beginsMetadata(index + 1) else { return }
        }
      case .heading(let level, _) where level > 1:
        guard beginsMetadata(index + 1) else { return }
      case .thematicBreak:
        break
      default:
        return
      }
    }
  }

  private mutating func takeTitle(_ block: Int) {
    guard tree.blocks[block].inlines >= 0 else { return }
    let prose = tree.inlines[tree.blocks[block].inlines].prose
    guard !prose.isBlank else { return }
    let origin = tree.blocks[block].range.lowerBound
    let range = prose.sourceRange(0..<prose.bytes.count)
    head.title = .init(
      text: prose.string, range: range.lowerBound + origin..<range.upperBound + origin)
    titleBlock = block
  }

  /// Takes the metadata among a paragraph's lines. False when a line is text of the body.
  private mutating func readLines(of block: Int) -> Bool {
    let lines = tree.paragraphLines(of: block, text: text)
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .text: return false
      case .image: break
      case .bold(let range):
        linesLeft -= 1
        guard linesLeft >= 0 else { return false }
        if takeLine(range, of: block) { metadata[block, default: []].insert(index) }
      }
    }
    return true
  }

  /// Takes a bold line as the part that it looks like, unless the head has that part.
  private mutating func takeLine(_ range: ByteRange, of block: Int) -> Bool {
    guard let slot = slot(of: range, in: block) else { return false }
    let part = part(range, of: block)
    switch slot {
    case .url where head.url == nil: head.url = part
    case .date where head.date == nil: head.date = part
    case .publisher where head.publisher == nil: head.publisher = part
    default: return false
    }
    return true
  }

  private enum Slot { case publisher, date, url }

  /// The part of the head that a bold line looks like; `nil` for a sentence, as of a bold lead.
  private func slot(of range: ByteRange, in block: Int) -> Slot? {
    let line = part(range, of: block).text
    if HeadReader.isAddress(line) { return .url }
    if Dateline.isAttempted(line) { return .date }
    let words = line.split(whereSeparator: \.isWhitespace).count
    let isSentence = words > 10 || (words > 5 && line.last.map { ".!?".contains($0) } ?? false)
    return words == 0 || isSentence ? nil : .publisher
  }

  /// The visible text of a line; an address as it is written, since marks in it are its own.
  private func part(_ range: ByteRange, of block: Int) -> Head.Part {
    let origin = tree.blocks[block].range.lowerBound
    let content = tree.inlines[tree.blocks[block].inlines]
    var range = range
    if let autolink = content.elements.first(where: { $0.kind == .autolink && $0.range == range }) {
      range = autolink.content
    }
    let source = range.lowerBound + origin..<range.upperBound + origin
    let shown = content.prose.cut(to: range).string
    let written = text.string(source)
    let isWritten = HeadReader.isAddress(shown) && !written.hasPrefix("[")
    return .init(text: isWritten ? written : shown, range: source)
  }

  /// Whether a line is an address or tries to be one.
  static func isAddress(_ line: String) -> Bool {
    // By bytes: with strings this was a fortieth of a check of markup.
    let bytes = line.utf8
    if ["http", "htp", "www."].contains(where: { prefix in
      bytes.prefix(prefix.utf8.count).map(ASCII.lowered).elementsEqual(prefix.utf8)
    }) {
      return true
    }
    return zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains {
      $0 == UInt8(ascii: ":") && $1 == (UInt8(ascii: "/"), UInt8(ascii: "/"))
    }
  }

  // MARK: Imperfect heads

  /// Whether a paragraph begins with a bold line that is a part of a head.
  private func beginsMetadata(_ index: Int) -> Bool {
    guard index < blocks.count, tree.blocks[blocks[index]].kind == .paragraph,
      case .bold(let range) = tree.paragraphLines(of: blocks[index], text: text).first?.kind
    else { return false }
    return slot(of: range, in: blocks[index]) != nil
  }

  /// The first level-one heading with metadata behind it, at most a subtitle between: a head that
  /// text precedes.
  private func laterHead() -> Int? {
    blocks.indices.first { index in
      guard case .heading(level: 1, _) = tree.blocks[blocks[index]].kind else { return false }
      return beginsMetadata(index + 1) || beginsMetadata(index + 2)
    }
  }

  /// The first level-one heading, where no text precedes it.
  private func headingBeforeText() -> Int? {
    for index in blocks.indices {
      switch tree.blocks[blocks[index]].kind {
      case .heading(level: 1, _): return index
      case .heading, .thematicBreak: continue
      case .paragraph:
        let lines = tree.paragraphLines(of: blocks[index], text: text)
        guard lines.allSatisfy({ $0.kind != .text }) else { return nil }
      default: return nil
      }
    }
    return nil
  }
}
