/// Links and images (CommonMark 0.31, sections 6.3 and 6.4): brackets, and what a `]` makes of them.
extension InlineParser {
  /// Notes `[` or `![` and returns what follows.
  mutating func openBracket(_ i: Int, length: Int) -> Int {
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    brackets.append(
      Bracket(
        start: i, textStart: i + length, isImage: length == 2, runsBelow: emphasis.last))
    return i + length
  }

  /// Makes a link or image of the text from the last open bracket to a `]`, or leaves both as text.
  mutating func closeBracket(_ i: Int) -> Int {
    guard let bracket = brackets.popLast() else {
      noteUnclosed(i)
      return i + 1
    }
    let isActive = bracket.isImage || brackets.count >= inactiveBelow
    inactiveBelow = min(inactiveBelow, brackets.count)
    guard isActive, let link = link(bracket, closedAt: i) else {
      noteUnclosed(i)
      return i + 1
    }
    emphasis.match(after: bracket.runsBelow)
    if let last = literals.last, last.kind == .undefinedReference,
      last.range.lowerBound == bracket.start
    {
      literals.removeLast()
    }
    links.append(link)
    if !link.isImage { inactiveBelow = brackets.count }
    return link.range.upperBound
  }

  /// The link or image whose text ends with the `]` at an offset.
  private mutating func link(_ bracket: Bracket, closedAt i: Int) -> Link? {
    var link = Link(
      isImage: bracket.isImage, range: bracket.start..<i + 1, content: bracket.textStart..<i,
      form: .inline, destination: i..<i, title: nil)
    if let target = LinkScanner.inlineTarget(content, at: i + 1) {
      link.range = bracket.start..<target.end
      link.destination = target.destination
      link.title = target.title
      return link
    }
    var label: [UInt8]?
    var end = i + 1
    let isCollapsed = content.begins("[]", at: i + 1, before: content.count)
    if let (found, labelEnd) = LinkScanner.label(content, at: i + 1) {
      label = found
      end = labelEnd
    } else if !bracket.holdsBracket {
      label = LinkScanner.label(content[bracket.textStart..<i])
      if isCollapsed { end = i + 3 }
    }
    guard let label else { return nil }
    asksDefinitions = true
    guard definitions[label] != nil else {
      if end > i + 1 { literals.append((.undefinedReference, i + 1..<end)) }
      return nil
    }
    link.form = .reference(label: label)
    link.range = bracket.start..<end
    return link
  }

  /// Notes a `](` whose parenthesis is never closed.
  private mutating func noteUnclosed(_ i: Int) {
    guard i + 1 < content.count, content[i + 1] == ASCII.leftParenthesis else { return }
    if unclosed == nil { unclosed = unclosedParentheses() }
    if unclosed?.contains(i + 1) == true { literals.append((.unclosedDestination, i..<i + 2)) }
  }

  private func unclosedParentheses() -> Set<Int> {
    var open: [Int] = []
    var i = 0
    while i < content.count {
      switch content[i] {
      case ASCII.leftParenthesis: open.append(i)
      case ASCII.rightParenthesis: _ = open.popLast()
      case ASCII.backslash: i += 1
      default: break
      }
      i += 1
    }
    return Set(open)
  }
}
