/// YAML front matter: `key: value` lines between `---` and `---` or `...` at the very start of a text.
struct FrontMatter {
  /// The metadata, without a dateline.
  var head = Head()
  /// The title as a reader sees it.
  var title: Passage?
  /// The first offset behind it.
  var end: Int

  /// The front matter of a text that has some. Lines that are no YAML, or a missing end, mean that
  /// the first line is a thematic break.
  init?(of text: SourceText, from start: Int) {
    let bytes = text.bytes
    var lines = FrontMatter.lines(of: text, from: start)[...]
    guard let first = lines.popFirst(), FrontMatter.isMark("---", bytes, first),
      let close = lines.firstIndex(where: {
        FrontMatter.isMark("---", bytes, $0) || FrontMatter.isMark("...", bytes, $0)
      })
    else { return nil }
    end = close + 1 < lines.endIndex ? lines[close + 1].lowerBound : text.count
    lines = lines[..<close]
    var hasKey = false
    while let line = lines.popFirst() {
      guard line.lowerBound < line.upperBound else { continue }
      let byte = bytes[line.lowerBound]
      if ASCII.isBlank(byte) || byte == ASCII.number || byte == ASCII.hyphen { continue }
      guard let colon = FrontMatter.key(bytes, line) else { return nil }
      hasKey = true
      let continuation = lines.prefix { $0.isEmpty || ASCII.isBlank(bytes[$0.lowerBound]) }
      let value = colon + 1..<line.upperBound
      take(bytes[line.lowerBound..<colon], YAMLValue(bytes, value, continuation))
    }
    if !hasKey { return nil }
  }

  /// Takes a value into the head; the first of a key counts.
  private mutating func take(_ key: ArraySlice<UInt8>, _ value: YAMLValue) {
    guard !value.prose.isBlank else { return }
    let part = Head.Part(text: value.prose.string, range: value.range)
    switch String(decoding: key.map(ASCII.lowered), as: UTF8.self) {
    case "title" where head.title == nil:
      head.title = part
      title = Passage(role: .title, range: value.range, prose: value.prose)
    case "publisher": head.publisher = head.publisher ?? part
    case "date": head.date = head.date ?? part
    case "url": head.url = head.url ?? part
    case "author": head.author = head.author ?? part
    default: break
    }
  }

  /// The lines from an offset on, without their endings.
  private static func lines(of text: SourceText, from start: Int) -> [ByteRange] {
    guard text.bytes.begins("---", at: start, before: text.count) else { return [] }
    let starts = text.lines.starts
    return starts.indices.map { index in
      var end = index + 1 < starts.count ? starts[index + 1] : text.count
      let begin = max(start, starts[index])
      while end > begin,
        text.bytes[end - 1] == ASCII.lineFeed || text.bytes[end - 1] == ASCII.carriageReturn
      {
        end -= 1
      }
      return begin..<end
    }
  }

  private static func isMark(_ mark: StaticString, _ bytes: [UInt8], _ line: ByteRange) -> Bool {
    bytes.begins(mark, at: line.lowerBound, before: line.upperBound)
      && bytes.skipBlanks(line.lowerBound + 3, before: line.upperBound) == line.upperBound
  }

  /// The offset of the colon behind a key.
  private static func key(_ bytes: [UInt8], _ line: ByteRange) -> Int? {
    var i = line.lowerBound
    while i < line.upperBound,
      ASCII.isAlphanumeric(bytes[i]) || bytes[i] == ASCII.underscore || bytes[i] == ASCII.hyphen
    {
      i += 1
    }
    guard i > line.lowerBound, i < line.upperBound, bytes[i] == ASCII.colon,
      i + 1 == line.upperBound || ASCII.isBlank(bytes[i + 1])
    else { return nil }
    return i
  }
}
