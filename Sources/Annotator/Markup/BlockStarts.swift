/// The marks with which blocks begin, looked for at the cursor's text.
extension BlockParser {
  /// A list item's marker.
  struct ListMarker {
    /// The list that it would begin.
    var list: MarkupTree.List
    /// Its length in bytes.
    var length: Int
  }

  /// The level and content of an ATX heading.
  func atxHeading() -> (level: Int, content: ByteRange)? {
    let bytes = cursor.bytes
    var i = cursor.text
    while i < cursor.end, bytes[i] == ASCII.number { i += 1 }
    let level = i - cursor.text
    guard level <= 6, i == cursor.end || ASCII.isBlank(bytes[i]) else { return nil }
    let start = bytes.skipBlanks(i, before: cursor.end)
    var end = bytes.trimEnd(cursor.end, after: start)
    // Closing marks stand behind a blank, or are all there is.
    var closing = end
    while closing > start, bytes[closing - 1] == ASCII.number { closing -= 1 }
    if closing == start || ASCII.isBlank(bytes[closing - 1]) {
      end = bytes.trimEnd(closing, after: start)
    }
    return (level, start..<end)
  }

  /// The level of the heading that the line, as its underline, makes of the paragraph above.
  func setextLevel() -> Int? {
    let mark = cursor.first
    guard mark == ASCII.equals || mark == ASCII.hyphen else { return nil }
    var i = cursor.text
    while i < cursor.end, cursor.bytes[i] == mark { i += 1 }
    guard cursor.bytes.skipBlanks(i, before: cursor.end) == cursor.end else { return nil }
    return mark == ASCII.equals ? 1 : 2
  }

  /// Whether the rest of the line is three or more of one mark with blanks between. In a line such as
  /// `- - - x` every item asks this of the rest; all of them fail at the same place.
  mutating func isThematicBreak() -> Bool {
    let mark = cursor.first
    guard mark != ASCII.equals, cursor.text >= noThematicBreakBefore else { return false }
    var count = 0
    for i in cursor.text..<cursor.end {
      if cursor.bytes[i] == mark {
        count += 1
      } else if !ASCII.isBlank(cursor.bytes[i]) {
        noThematicBreakBefore = i
        return false
      }
    }
    return count >= 3
  }

  /// The length and info string of a fence that opens code.
  func openingFence() -> (length: Int, info: ByteRange)? {
    let mark = cursor.first
    var i = cursor.text
    while i < cursor.end, cursor.bytes[i] == mark { i += 1 }
    let length = i - cursor.text
    guard length >= 3 else { return nil }
    let start = cursor.bytes.skipBlanks(i, before: cursor.end)
    let info = start..<cursor.bytes.trimEnd(cursor.end, after: start)
    if mark == ASCII.backtick, cursor.bytes[info].contains(mark) { return nil }
    return (length, info)
  }

  /// The marker of a list item. One that interrupts a paragraph must have text behind it, and a
  /// number must be 1, since lines of prose may well begin with a number.
  func listMarker(interrupts: Bool) -> ListMarker? {
    let bytes = cursor.bytes
    var i = cursor.text
    var start: Int?
    switch bytes[i] {
    case ASCII.hyphen, ASCII.plus, ASCII.asterisk:
      break
    case 0x30...0x39:
      var number = 0
      while i < cursor.end, ASCII.isDigit(bytes[i]) {
        guard i - cursor.text < 9 else { return nil }
        number = number * 10 + Int(bytes[i] - 0x30)
        i += 1
      }
      guard i < cursor.end, bytes[i] == ASCII.stop || bytes[i] == ASCII.rightParenthesis,
        !interrupts || number == 1
      else { return nil }
      start = number
    default:
      return nil
    }
    let marker = bytes[i]
    i += 1
    guard i == cursor.end || ASCII.isBlank(bytes[i]) else { return nil }
    if interrupts, bytes.skipBlanks(i, before: cursor.end) == cursor.end { return nil }
    return ListMarker(list: .init(marker: marker, start: start), length: i - cursor.text)
  }

  /// Whether a block other than a paragraph begins at the cursor, which ends a table.
  mutating func beginsOtherBlock() -> Bool {
    switch cursor.first {
    case ASCII.greater:
      true
    case ASCII.number:
      atxHeading() != nil
    case ASCII.backtick, ASCII.tilde:
      openingFence() != nil
    case ASCII.less:
      HTMLScanner.startsBlock(cursor.bytes, cursor.text..<cursor.end, orLoneTag: false) != nil
    default:
      listMarker(interrupts: false) != nil
        || [ASCII.hyphen, ASCII.asterisk, ASCII.underscore].contains(cursor.first)
          && isThematicBreak()
    }
  }
}
