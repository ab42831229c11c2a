/// Raw HTML: tags and the like inside text (CommonMark 0.31, section 6.6), and the marks at which
/// HTML blocks begin and end (section 4.6).
enum HTMLScanner {
  /// The end of an open tag or closing tag that begins with `<` at an offset.
  static func tag(_ text: [UInt8], at start: Int, before limit: Int) -> Int? {
    var i = start + 1
    let isClosing = i < limit && text[i] == ASCII.slash
    if isClosing { i += 1 }
    guard i < limit, ASCII.isLetter(text[i]) else { return nil }
    while i < limit, ASCII.isAlphanumeric(text[i]) || text[i] == ASCII.hyphen { i += 1 }
    if !isClosing {
      while let end = attribute(text, at: i, before: limit) { i = end }
    }
    i = skipWhitespace(text, at: i, before: limit)
    if !isClosing, i < limit, text[i] == ASCII.slash { i += 1 }
    return i < limit && text[i] == ASCII.greater ? i + 1 : nil
  }

  /// The end of an attribute with the whitespace before it.
  private static func attribute(_ text: [UInt8], at start: Int, before limit: Int) -> Int? {
    var i = skipWhitespace(text, at: start, before: limit)
    guard i > start, i < limit,
      ASCII.isLetter(text[i]) || text[i] == ASCII.underscore || text[i] == ASCII.colon
    else { return nil }
    while i < limit,
      ASCII.isAlphanumeric(text[i])
        || [ASCII.underscore, ASCII.colon, ASCII.stop, ASCII.hyphen].contains(text[i])
    {
      i += 1
    }
    let equals = skipWhitespace(text, at: i, before: limit)
    guard equals < limit, text[equals] == ASCII.equals else { return i }
    let value = skipWhitespace(text, at: equals + 1, before: limit)
    return attributeValue(text, at: value, before: limit)
  }

  private static func attributeValue(_ text: [UInt8], at start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    if text[start] == ASCII.quote || text[start] == ASCII.apostrophe {
      var i = start + 1
      while i < limit, text[i] != text[start] { i += 1 }
      return i < limit ? i + 1 : nil
    }
    let stops: [UInt8] = [
      ASCII.quote, ASCII.apostrophe, ASCII.equals, ASCII.less, ASCII.greater, ASCII.backtick,
    ]
    var i = start
    while i < limit, !ASCII.isWhitespace(text[i]), !stops.contains(text[i]) { i += 1 }
    return i > start ? i : nil
  }

  private static func skipWhitespace(_ text: [UInt8], at start: Int, before limit: Int) -> Int {
    var i = start
    while i < limit, ASCII.isWhitespace(text[i]) { i += 1 }
    return i
  }

  // MARK: Blocks

  /// The number of the start condition that a line, which begins with `<`, meets. The seventh asks
  /// for a lone tag and does not hold inside a paragraph.
  static func startsBlock(_ text: [UInt8], _ line: ByteRange, orLoneTag: Bool) -> Int? {
    let start = line.lowerBound
    let end = line.upperBound
    if text.begins("<!--", at: start, before: end) { return 2 }
    if text.begins("<?", at: start, before: end) { return 3 }
    if text.begins("<![cdata[", at: start, before: end) {
      return text[start + 3] == UInt8(ascii: "C") ? 5 : nil
    }
    if text.begins("<!", at: start, before: end) {
      return start + 2 < end && ASCII.isLetter(text[start + 2]) ? 4 : nil
    }
    let isClosing = text.begins("</", at: start, before: end)
    let name = start + (isClosing ? 2 : 1)
    var nameEnd = name
    while nameEnd < end, nameEnd - name < 12, ASCII.isAlphanumeric(text[nameEnd]) { nameEnd += 1 }
    if nameEnd > name {
      let next = nameEnd < end ? text[nameEnd] : ASCII.lineFeed
      let isParted = ASCII.isWhitespace(next) || next == ASCII.greater
      let element = String(decoding: text[name..<nameEnd].map(ASCII.lowered), as: UTF8.self)
      if isParted, !isClosing, verbatimElements.contains(element) { return 1 }
      if isParted || text.begins("/>", at: nameEnd, before: end),
        blockElements.contains(element)
      {
        return 6
      }
      if orLoneTag, let tagEnd = tag(text, at: start, before: end),
        text.skipBlanks(tagEnd, before: end) == end
      {
        return 7
      }
    }
    return nil
  }

  /// Whether a line meets the end condition of blocks 1 to 5.
  static func endsBlock(_ text: [UInt8], _ line: ByteRange, condition: Int) -> Bool {
    func contains(_ mark: StaticString) -> Bool {
      line.contains { text.begins(mark, at: $0, before: line.upperBound) }
    }
    switch condition {
    case 1:
      return contains("</script>") || contains("</pre>") || contains("</style>")
        || contains("</textarea>")
    case 2: return contains("-->")
    case 3: return contains("?>")
    case 4: return contains(">")
    case 5: return contains("]]>")
    default: return false
    }
  }

  /// The elements whose content is no markup.
  static let verbatimElements: Set<String> = ["pre", "script", "style", "textarea"]

  /// The elements that begin a block of the sixth kind.
  static let blockElements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
