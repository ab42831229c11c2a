/// Reads a text without markup. Every line is a paragraph, as in most texts that are kept so; but a
/// text whose lines were broken at a width is put together again, up to its blank lines. A first line
/// that is alone before a blank one and ends like no sentence is the title.
public func parsePlainText(_ text: SourceText) -> Article {
  let lines = plainLines(of: text)
  let width = lines.lazy.map(\.width).max() ?? 0
  let isWrapped = isWrapped(lines, width: width, in: text.bytes)
  var article = Article()
  var paragraph: [PlainLine] = []
  func flush() {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    var builder = ProseBuilder(origin: range.lowerBound)
    for (index, line) in paragraph.enumerated() {
      if index > 0 {
        builder.append(
          CollectionOfOne(ASCII.lineFeed),
          from: lineEnding(after: paragraph[index - 1].range.upperBound, in: text.bytes))
      }
      builder.append(text.bytes[line.range], from: line.range)
    }
    article.passages.append(Passage(role: .paragraph, range: range, prose: builder.prose))
    paragraph = []
  }
  for line in lines {
    if let last = paragraph.last,
      !isWrapped || !runsOn(last, line, width: width, in: text.bytes)
    {
      flush()
    }
    paragraph.append(line)
  }
  flush()
  if isTitled(lines, in: text.bytes) { article.passages[0].role = .title }
  return article
}

/// A line that is not blank.
private struct PlainLine {
  /// Without the blanks at both ends.
  var range: ByteRange
  /// Its number, from which blank lines between are known.
  var number: Int
  /// Blanks before it.
  var indent: Int
  /// Its length in characters (Unicode scalars), with the indentation.
  var width: Int
}

private func plainLines(of text: SourceText) -> [PlainLine] {
  let bytes = text.bytes
  let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let starts = text.lines.starts
  return starts.indices.compactMap { number in
    let begin = max(mark, starts[number])
    var end = number + 1 < starts.count ? starts[number + 1] : text.count
    while end > begin, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    let start = bytes.skipBlanks(begin, before: end)
    guard start < end else { return nil }
    let width = bytes[begin..<end].count { $0 & 0xC0 != 0x80 }
    return PlainLine(range: start..<end, number: number, indent: start - begin, width: width)
  }
}

/// The line ending that follows an offset and the blanks there: what the newline of the prose shows.
private func lineEnding(after offset: Int, in bytes: [UInt8]) -> ByteRange {
  var start = offset
  while bytes[start] != ASCII.lineFeed, bytes[start] != ASCII.carriageReturn { start += 1 }
  let isPair =
    bytes[start] == ASCII.carriageReturn && start + 1 < bytes.count
    && bytes[start + 1] == ASCII.lineFeed
  return start..<start + (isPair ? 2 : 1)
}

/// Whether lines were broken at a width: they are short; most of those that end inside a sentence
/// could not have taken the first word of the line below; and many of these go on in lower case.
private func isWrapped(_ lines: [PlainLine], width: Int, in bytes: [UInt8]) -> Bool {
  guard width <= 120 else { return false }
  var neighbours = 0
  var full = 0
  var goingOn = 0
  for (line, next) in zip(lines, lines.dropFirst())
  where next.number == line.number + 1 && !endsSentence(line, in: bytes) {
    neighbours += 1
    if isFull(line, before: next, width: width, in: bytes) { full += 1 }
    if beginsLow(next, in: bytes) { goingOn += 1 }
  }
  return neighbours > 0 && full * 10 >= neighbours * 7 && goingOn * 4 >= neighbours
}

/// Whether a line of a wrapped text goes on in the next.
private func runsOn(
  _ line: PlainLine, _ next: PlainLine, width: Int, in bytes: [UInt8]
) -> Bool {
  guard next.number == line.number + 1, next.indent <= line.indent || next.indent == 0 else {
    return false
  }
  return isFull(line, before: next, width: width, in: bytes)
    || (beginsLow(next, in: bytes) && !endsSentence(line, in: bytes))
}

/// Whether the first word of the next line had no room in a line.
private func isFull(
  _ line: PlainLine, before next: PlainLine, width: Int, in bytes: [UInt8]
) -> Bool {
  let word = bytes[next.range].prefix { !ASCII.isBlank($0) }.count { $0 & 0xC0 != 0x80 }
  return line.width + 1 + word > width
}

/// Whether a line begins with a word in lower case, which no address is.
private func beginsLow(_ line: PlainLine, in bytes: [UInt8]) -> Bool {
  let word = bytes[line.range].prefix { !ASCII.isBlank($0) }
  let byte = bytes[line.range.lowerBound]
  return byte >= 0x61 && byte <= 0x7A
    && !word.contains { $0 == ASCII.slash || $0 == ASCII.at || $0 == ASCII.underscore }
}

/// Whether a line ends with a stop, or marks that close after one.
private func endsSentence(_ line: PlainLine, in bytes: [UInt8]) -> Bool {
  let end = String(decoding: bytes[line.range].suffix(12), as: UTF8.self)
  let last = end.last { !"\"'”’)]»".contains($0) }
  return last.map { ".!?…:;".contains($0) } ?? false
}

/// Whether the first line is a title: a short one, alone, with text behind it.
private func isTitled(_ lines: [PlainLine], in bytes: [UInt8]) -> Bool {
  guard lines.count > 1, lines[1].number > lines[0].number + 1, lines[0].width <= 200 else {
    return false
  }
  return !endsSentence(lines[0], in: bytes)
}
