/// The structure of a text in CommonMark 0.31 with the tables of GitHub Flavored Markdown: blocks in
/// document order, each with its parent, and the inline structure of those that hold text.
public struct MarkupTree: Sendable {
  /// The blocks in document order, a block before the blocks in it. The first is the document.
  public internal(set) var blocks: [Block] = []
  /// The lines of content of all leaf blocks; see `Block.lines`.
  public internal(set) var lines: [Line] = []
  /// The inline structure of the blocks that hold text; see `Block.inlines`.
  public internal(set) var inlines: [InlineContent] = []
  /// The link reference definitions that count (the first of each label), by normalized label.
  public internal(set) var definitions: [[UInt8]: Definition] = [:]

  /// The structure of an empty text.
  public init() {}

  /// A block and what it holds.
  public struct Block: Sendable {
    /// What it is.
    public internal(set) var kind: Kind
    /// The source from its first mark to the end of its last line, without the line ending.
    public internal(set) var range: ByteRange
    /// The index of the block that holds it; the document's is -1.
    public internal(set) var parent: Int
    /// A leaf block's lines, as indices of `MarkupTree.lines`.
    public internal(set) var lines: Range<Int> = 0..<0
    /// The index in `MarkupTree.inlines` for a paragraph, heading or table cell, else -1.
    public internal(set) var inlines = -1
  }

  /// What a block is.
  public enum Kind: Sendable, Hashable {
    case document
    case quote
    case list(List)
    case item
    case paragraph
    /// A heading of level 1 to 6; `isUnderlined` for the setext form.
    case heading(level: Int, isUnderlined: Bool)
    case thematicBreak
    case indentedCode
    /// `info` is the info string as written.
    case fencedCode(info: ByteRange)
    /// An HTML block by the number of its start condition, 1 to 7; 2 is a comment.
    case html(condition: Int)
    /// A link reference definition.
    case definition
    case table
    /// A row; the first one of a table is its header.
    case tableRow
    case tableCell
  }

  /// How a list is written.
  public struct List: Sendable, Hashable {
    /// `-`, `+` or `*`, or the `.` or `)` behind a number.
    public var marker: UInt8
    /// The first number of an ordered list.
    public var start: Int?
    /// Whether a blank line parts items or the blocks of an item.
    public var isLoose = false
  }

  /// A line of a leaf block's content, without the marks and indentation of the blocks around it.
  public struct Line: Sendable, Hashable {
    /// The source.
    public var range: ByteRange
    /// Spaces before it, of a tab that a mark before it took a part of. Only code has them.
    public var padding: UInt8
  }

  /// A link reference definition; its label is the key under which the tree holds it.
  public struct Definition: Sendable, Hashable {
    /// The source of the destination, without angle brackets.
    public var destination: ByteRange
    /// The source of the title between its marks.
    public var title: ByteRange?
  }
}

extension MarkupTree {
  /// A leaf block's content: its lines, or the part of them in a range of the source, each ended by
  /// a newline but the last.
  public func content(of block: Int, in range: ByteRange? = nil, text: SourceText) -> [UInt8] {
    let range = range ?? 0..<text.count
    var result: [UInt8] = []
    var isFirst = true
    for line in lines[blocks[block].lines] {
      let part = line.range.clamped(to: range)
      if line.range.upperBound < range.lowerBound { continue }
      if line.range.lowerBound > range.upperBound { break }
      if !isFirst { result.append(ASCII.lineFeed) }
      isFirst = false
      result.append(contentsOf: repeatElement(ASCII.space, count: Int(line.padding)))
      result.append(contentsOf: text.bytes[part])
    }
    return result
  }
}
