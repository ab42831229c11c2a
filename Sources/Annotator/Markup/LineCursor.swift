/// A place in a line of the source, in bytes and in columns: the block structure counts a tab as
/// the blanks that lead to the next multiple of four columns.
struct LineCursor {
  let bytes: [UInt8]
  /// The next byte.
  private(set) var offset = 0
  /// The end of the line, before its line ending.
  private(set) var end = 0
  /// The column of `offset`; inside a tab when an earlier mark took a part of it.
  private(set) var column = 0
  /// Whether the tab at `offset` is partly taken.
  private(set) var isInsideTab = false
  /// The first byte at or after `offset` that is no blank, else `end`; see `findText`.
  private(set) var text = 0
  /// The columns from `column` to `text`.
  private(set) var indent = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether nothing but blanks is left.
  var isBlank: Bool { text >= end }

  /// The first byte of the rest that is no blank; not to be asked of a blank line.
  var first: UInt8 { bytes[text] }

  /// Goes to the start of a line.
  mutating func begin(_ line: ByteRange) {
    offset = line.lowerBound
    end = line.upperBound
    while end > offset, bytes[end - 1] == ASCII.lineFeed || bytes[end - 1] == ASCII.carriageReturn {
      end -= 1
    }
    column = 0
    isInsideTab = false
    findText()
  }

  /// Looks for the next byte that is no blank.
  private mutating func findText() {
    var i = offset
    var c = column
    while i < end {
      if bytes[i] == ASCII.space {
        c += 1
      } else if bytes[i] == ASCII.tab {
        c += 4 - c % 4
      } else {
        break
      }
      i += 1
    }
    text = i
    indent = c - column
  }

  /// Goes to `text`.
  mutating func skipIndent() {
    column += indent
    offset = text
    indent = 0
    isInsideTab = false
  }

  /// Goes behind a mark of ASCII characters, which begins at `text`.
  mutating func skipMark(_ length: Int) {
    skipIndent()
    offset += length
    column += length
    findText()
  }

  /// Goes some columns on through blanks, at most to `text`.
  mutating func skipColumns(_ count: Int) {
    var left = min(count, indent)
    indent -= left
    while left > 0 {
      let width = bytes[offset] == ASCII.tab ? 4 - column % 4 : 1
      guard width <= left else {
        column += left
        isInsideTab = true
        return
      }
      isInsideTab = false
      column += width
      offset += 1
      left -= width
    }
  }

  /// The rest of the line as a line of content.
  var rest: MarkupTree.Line {
    isInsideTab
      ? .init(range: offset + 1..<end, padding: UInt8(4 - column % 4))
      : .init(range: offset..<end, padding: 0)
  }

  /// The rest of the line from `text` on.
  var restFromText: MarkupTree.Line { .init(range: text..<end, padding: 0) }
}
