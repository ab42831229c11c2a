/// Reads the inline structure of one block's content from left to right (CommonMark 0.31, section 6).
/// Every search that fails leaves a note that keeps it from being made again, so that the time is
/// linear in the content.
struct InlineParser {
  /// An element that holds no others, found in reading; offsets are content offsets.
  struct Atom {
    var kind: Inline.Kind
    var range: Range<Int>
    var content: Range<Int>
    /// The text it stands for, for escapes, references and breaks.
    var text: [UInt8]?
  }

  /// A link or image found.
  struct Link {
    var isImage: Bool
    var range: Range<Int>
    var content: Range<Int>
    var form: LinkTarget.Form
    var destination: Range<Int>
    var title: Range<Int>?
  }

  /// A `[` or `![` that may begin a link or image.
  struct Bracket {
    /// The offset of the whole mark, and of what follows it.
    var start: Int
    var textStart: Int
    var isImage: Bool
    /// The last run of emphasis marks before it.
    var runsBelow: Int
    /// Whether another bracket stands in its text, which is then no label.
    var holdsBracket = false
  }

  let content: [UInt8]
  let definitions: [[UInt8]: MarkupTree.Definition]
  var brackets: [Bracket] = []
  /// Brackets below this height stand before a link that they would hold, which links may not.
  var inactiveBelow = 0
  /// For each length of a run of backticks, the offset of the last such run; filled at the first use.
  private var lastBackticks: [Int: Int]?
  /// The endings of raw HTML that do not occur any more.
  private var missingEnds: Set<UInt8> = []
  /// The offsets of parentheses that are never closed; filled at the first use.
  var unclosed: Set<Int>?

  private(set) var atoms: [Atom] = []
  var links: [Link] = []
  var literals: [(kind: InlineContent.Literal.Kind, range: Range<Int>)] = []
  var emphasis = EmphasisStack()
  var asksDefinitions = false

  init(_ content: [UInt8], definitions: [[UInt8]: MarkupTree.Definition]) {
    self.content = content
    self.definitions = definitions
  }

  /// Reads the whole content.
  mutating func parse() {
    var i = 0
    while i < content.count {
      switch content[i] {
      case ASCII.lineFeed: i = lineBreak(i)
      case ASCII.backslash: i = escape(i)
      case ASCII.backtick: i = codeSpan(i)
      case ASCII.asterisk, ASCII.underscore: i = emphasis.append(content, at: i)
      case ASCII.exclamation where i + 1 < content.count && content[i + 1] == ASCII.leftBracket:
        i = openBracket(i, length: 2)
      case ASCII.leftBracket: i = openBracket(i, length: 1)
      case ASCII.rightBracket: i = closeBracket(i)
      case ASCII.less: i = angleBracket(i)
      case ASCII.ampersand: i = reference(i)
      case 0:
        add(.reference, i..<i + 1, text: Array("\u{FFFD}".utf8))
        i += 1
      default: i += 1
      }
    }
    emphasis.match(after: -1)
    for run in emphasis.runs where run.canOpen && run.start < run.end {
      literals.append((.delimiter(canClose: run.canClose), run.start..<run.end))
    }
  }

  private mutating func add(
    _ kind: Inline.Kind, _ range: Range<Int>, content: Range<Int>? = nil, text: [UInt8]? = nil
  ) {
    atoms.append(Atom(kind: kind, range: range, content: content ?? range, text: text))
  }

  // MARK: Breaks, escapes, references, code

  private mutating func lineBreak(_ i: Int) -> Int {
    var start = i
    while start > 0, content[start - 1] == ASCII.space { start -= 1 }
    let kind: Inline.Kind = i - start >= 2 ? .hardBreak : .softBreak
    add(kind, start..<i + 1, content: i..<i + 1, text: [ASCII.lineFeed])
    return i + 1
  }

  private mutating func escape(_ i: Int) -> Int {
    guard i + 1 < content.count else { return i + 1 }
    if content[i + 1] == ASCII.lineFeed {
      add(.hardBreak, i..<i + 2, content: i + 1..<i + 2, text: [ASCII.lineFeed])
      return i + 2
    }
    guard ASCII.isPunctuation(content[i + 1]) else { return i + 1 }
    add(.escape, i..<i + 2, content: i + 1..<i + 2, text: [content[i + 1]])
    return i + 2
  }

  private mutating func reference(_ i: Int) -> Int {
    guard let (text, end) = CharacterReferences.decode(content, at: i) else { return i + 1 }
    add(.reference, i..<end, text: text)
    return end
  }

  private mutating func codeSpan(_ i: Int) -> Int {
    let start = endOfRun(i)
    if lastBackticks == nil { lastBackticks = backtickRuns(from: i) }
    guard let last = lastBackticks?[start - i], last >= start else { return start }
    // A closing run is there, and the search passes over nothing that is read again.
    var j = start
    while j < content.count {
      guard content[j] == ASCII.backtick else {
        j += 1
        continue
      }
      let end = endOfRun(j)
      if end - j == start - i {
        add(.code, i..<end, content: start..<j)
        return end
      }
      j = end
    }
    return start
  }

  private func endOfRun(_ i: Int) -> Int {
    var end = i
    while end < content.count, content[end] == ASCII.backtick { end += 1 }
    return end
  }

  private func backtickRuns(from start: Int) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var i = start
    while i < content.count {
      let end = endOfRun(i)
      if end > i { runs[end - i] = i }
      i = max(end, i + 1)
    }
    return runs
  }

  // MARK: Angle brackets

  private mutating func angleBracket(_ i: Int) -> Int {
    if let end = HTMLScanner.autolink(content, at: i) {
      add(.autolink, i..<end, content: i + 1..<end - 1)
      return end
    }
    if let end = HTMLScanner.tag(content, at: i, before: content.count) ?? declaration(i) {
      let isBreak = HTMLScanner.isBreak(content, i..<end)
      add(
        isBreak ? .hardBreak : .html, i..<end, content: end..<end,
        text: isBreak ? [ASCII.lineFeed] : nil)
      return end
    }
    return i + 1
  }

  /// The end of a comment, processing instruction, declaration or CDATA section.
  private mutating func declaration(_ i: Int) -> Int? {
    if content.begins("<!-->", at: i, before: content.count) { return i + 5 }
    if content.begins("<!--->", at: i, before: content.count) { return i + 6 }
    if content.begins("<!--", at: i, before: content.count) { return search("-->", from: i + 4) }
    if content.begins("<?", at: i, before: content.count) { return search("?>", from: i + 2) }
    if content.begins("<![cdata[", at: i, before: content.count), content[i + 3] == 0x43 {
      return search("]]>", from: i + 9)
    }
    guard content.begins("<!", at: i, before: content.count), i + 2 < content.count,
      ASCII.isLetter(content[i + 2])
    else { return nil }
    return search(">", from: i + 2)
  }

  /// The end of the next occurrence of a mark; its first byte tells the marks apart.
  private mutating func search(_ mark: StaticString, from start: Int) -> Int? {
    let key = mark.utf8Start[0]
    if missingEnds.contains(key) { return nil }
    for i in start..<max(start, content.count) where content[i] == key {
      if content.begins(mark, at: i, before: content.count) { return i + mark.utf8CodeUnitCount }
    }
    missingEnds.insert(key)
    return nil
  }
}
