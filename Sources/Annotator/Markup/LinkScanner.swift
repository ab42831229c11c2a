/// The parts of links and of link reference definitions (CommonMark 0.31, sections 4.7 and 6.3), read
/// from the content of a block. Every function returns where the part ends, or `nil`.
enum LinkScanner {
  /// A label as definitions are listed under, and its end behind `]`.
  static func label(_ text: [UInt8], at start: Int) -> (label: [UInt8], end: Int)? {
    guard start < text.count, text[start] == ASCII.leftBracket else { return nil }
    var i = start + 1
    while i < text.count {
      switch text[i] {
      case ASCII.rightBracket:
        return label(text[start + 1..<i]).map { ($0, i + 1) }
      case ASCII.leftBracket:
        return nil
      case ASCII.backslash where i + 1 < text.count && ASCII.isPunctuation(text[i + 1]):
        i += 2
      default:
        i += 1
      }
    }
    return nil
  }

  /// What stands between the brackets of a label, without outer blanks, its inner ones single, in
  /// folded case; `nil` when it is blank or longer than 999 characters.
  static func label(_ label: ArraySlice<UInt8>) -> [UInt8]? {
    if label.count > 999, label.count(where: { $0 & 0xC0 != 0x80 }) > 999 { return nil }
    var result: [UInt8] = []
    var isASCII = true
    for byte in label {
      if ASCII.isWhitespace(byte) {
        if let last = result.last, last != ASCII.space { result.append(ASCII.space) }
      } else {
        result.append(ASCII.lowered(byte))
        if byte >= 0x80 { isASCII = false }
      }
    }
    if result.last == ASCII.space { result.removeLast() }
    if result.isEmpty || isASCII { return result.isEmpty ? nil : result }
    // Raising between lowering folds the letters that have no partner of one letter, as `ẞ`.
    let string = String(decoding: result, as: UTF8.self)
    return Array(string.lowercased().uppercased().lowercased().utf8)
  }

  /// A destination, without its angle brackets, and its end. One without angle brackets may be
  /// empty.
  static func destination(_ text: [UInt8], at start: Int) -> (range: Range<Int>, end: Int)? {
    if start < text.count, text[start] == ASCII.less {
      var i = start + 1
      while i < text.count {
        switch text[i] {
        case ASCII.greater: return (start + 1..<i, i + 1)
        case ASCII.less, ASCII.lineFeed: return nil
        case ASCII.backslash where i + 1 < text.count && ASCII.isPunctuation(text[i + 1]): i += 2
        default: i += 1
        }
      }
      return nil
    }
    var i = start
    var depth = 0
    scan: while i < text.count {
      switch text[i] {
      case ASCII.leftParenthesis:
        depth += 1
        // The specification allows a limit; without it, unclosed ones cost quadratic time.
        if depth > 32 { return nil }
      case ASCII.rightParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      case ASCII.backslash where i + 1 < text.count && ASCII.isPunctuation(text[i + 1]):
        i += 1
      case let byte where byte == ASCII.space || ASCII.isControl(byte):
        break scan
      default:
        break
      }
      i += 1
    }
    return depth == 0 ? (start..<i, i) : nil
  }

  /// A title between its marks, and its end.
  static func title(_ text: [UInt8], at start: Int) -> (range: Range<Int>, end: Int)? {
    guard start < text.count else { return nil }
    let opening = text[start]
    guard
      opening == ASCII.quote || opening == ASCII.apostrophe || opening == ASCII.leftParenthesis
    else { return nil }
    let closing = opening == ASCII.leftParenthesis ? ASCII.rightParenthesis : opening
    var i = start + 1
    while i < text.count {
      if text[i] == closing { return (start + 1..<i, i + 1) }
      if text[i] == ASCII.leftParenthesis, opening == ASCII.leftParenthesis { return nil }
      i += text[i] == ASCII.backslash ? 2 : 1
    }
    return nil
  }

  /// The end of blanks and line ends.
  static func skipWhitespace(_ text: [UInt8], at start: Int) -> Int {
    var i = start
    while i < text.count, ASCII.isBlank(text[i]) || text[i] == ASCII.lineFeed { i += 1 }
    return i
  }

  /// What stands behind the text of an inline link: `(destination "title")`.
  static func inlineTarget(
    _ text: [UInt8], at start: Int
  ) -> (destination: Range<Int>, title: Range<Int>?, end: Int)? {
    guard start < text.count, text[start] == ASCII.leftParenthesis,
      let destination = destination(text, at: skipWhitespace(text, at: start + 1))
    else { return nil }
    var end = skipWhitespace(text, at: destination.end)
    var title: Range<Int>?
    if end > destination.end, let found = self.title(text, at: end) {
      title = found.range
      end = skipWhitespace(text, at: found.end)
    }
    guard end < text.count, text[end] == ASCII.rightParenthesis else { return nil }
    return (destination.range, title, end + 1)
  }

  /// A link reference definition that begins at the start of a line, and the start of the line behind
  /// it.
  static func definition(
    _ text: [UInt8], at start: Int
  ) -> (label: [UInt8], destination: Range<Int>, title: Range<Int>?, end: Int)? {
    guard let (label, labelEnd) = label(text, at: start),
      labelEnd < text.count, text[labelEnd] == ASCII.colon,
      case let start = skipWhitespace(text, at: labelEnd + 1), start < text.count,
      let destination = destination(text, at: start), destination.end > start
    else { return nil }
    let titleStart = skipWhitespace(text, at: destination.end)
    if titleStart > destination.end, let title = title(text, at: titleStart),
      let end = lineEnd(text, at: title.end)
    {
      return (label, destination.range, title.range, end)
    }
    return lineEnd(text, at: destination.end).map { (label, destination.range, nil, $0) }
  }

  /// The start of the next line where nothing but blanks is left of this one.
  private static func lineEnd(_ text: [UInt8], at start: Int) -> Int? {
    let i = text.skipBlanks(start, before: text.count)
    if i == text.count { return i }
    return text[i] == ASCII.lineFeed ? i + 1 : nil
  }
}
