/// The runs of `*` and `_` of a block's content, and the emphasis found among them by the procedure
/// of the specification's appendix. Linear: every run is looked at once as a closer, and
/// `openersBottom` keeps a search for an opener from walking again where an equal one failed.
struct EmphasisStack {
  /// A run of marks. What no emphasis has taken of it is `start..<end`.
  struct Run {
    var start: Int
    var end: Int
    let mark: UInt8
    let length: Int
    let canOpen: Bool
    let canClose: Bool
    /// Neighbours in the list of the runs that are still to be matched, or -1.
    var previous: Int
    var next: Int
  }

  /// Emphasis found, as content offsets.
  struct Match {
    let isStrong: Bool
    let outer: Range<Int>
    var inner: Range<Int> {
      let width = isStrong ? 2 : 1
      return outer.lowerBound + width..<outer.upperBound - width
    }
  }

  private(set) var runs: [Run] = []
  /// The emphasis found, an inner one before those around it.
  private(set) var matches: [Match] = []
  /// The last run still to be matched, or -1.
  private(set) var last = -1

  /// Appends the run of marks at an offset of the content and returns its end.
  mutating func append(_ content: [UInt8], at start: Int) -> Int {
    let mark = content[start]
    var end = start
    while end < content.count, content[end] == mark { end += 1 }
    let before = Side(content, before: start)
    let after = Side(content, at: end)
    let left = after != .space && (after != .punctuation || before != .other)
    let right = before != .space && (before != .punctuation || after != .other)
    let isStar = mark == ASCII.asterisk
    let canOpen = left && (isStar || !right || before == .punctuation)
    let canClose = right && (isStar || !left || after == .punctuation)
    guard canOpen || canClose else { return end }
    runs.append(
      Run(
        start: start, end: end, mark: mark, length: end - start, canOpen: canOpen,
        canClose: canClose, previous: last, next: -1))
    if last >= 0 { runs[last].next = runs.count - 1 }
    last = runs.count - 1
    return end
  }

  /// Matches the runs behind one (or all, for -1) and takes them off the list.
  mutating func match(after bottom: Int) {
    // For each class of closer, the run at and below which no opener for it is.
    var openersBottom = [Int](repeating: bottom, count: 12)
    var closer = bottom >= 0 ? runs[bottom].next : first(after: bottom)
    while closer >= 0 {
      guard runs[closer].canClose else {
        closer = runs[closer].next
        continue
      }
      let run = runs[closer]
      let kind = (run.mark == ASCII.asterisk ? 0 : 6) + (run.canOpen ? 3 : 0) + run.length % 3
      var opener = run.previous
      while opener > openersBottom[kind], !fits(runs[opener], run) {
        opener = runs[opener].previous
      }
      if opener > openersBottom[kind] {
        closer = join(opener, closer)
      } else {
        openersBottom[kind] = run.previous
        if !run.canOpen { remove(closer) }
        closer = run.next
      }
    }
    last = bottom
    if bottom >= 0 { runs[bottom].next = -1 }
  }

  /// The first run of the list above -1, found from its end.
  private func first(after bottom: Int) -> Int {
    var index = last
    while index >= 0, runs[index].previous >= 0 { index = runs[index].previous }
    return index
  }

  /// Whether two runs can make emphasis: rules 9 and 10, which keep `*a**b*` whole.
  private func fits(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.mark == closer.mark, opener.canOpen else { return false }
    return !(opener.canClose || closer.canOpen) || closer.length % 3 == 0
      || (opener.length + closer.length) % 3 != 0
  }

  /// Makes emphasis of the inner marks of two runs and returns the next closer.
  private mutating func join(_ opener: Int, _ closer: Int) -> Int {
    let isStrong =
      runs[opener].end - runs[opener].start >= 2
      && runs[closer].end - runs[closer].start >= 2
    let width = isStrong ? 2 : 1
    runs[opener].end -= width
    runs[closer].start += width
    matches.append(Match(isStrong: isStrong, outer: runs[opener].end..<runs[closer].start))
    // What stands between the two cannot match across them.
    runs[opener].next = closer
    runs[closer].previous = opener
    if runs[opener].start == runs[opener].end { remove(opener) }
    guard runs[closer].start == runs[closer].end else { return closer }
    let next = runs[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ index: Int) {
    let run = runs[index]
    if run.previous >= 0 { runs[run.previous].next = run.next }
    if run.next >= 0 { runs[run.next].previous = run.previous } else { last = run.previous }
  }
}

extension EmphasisStack {
  /// What stands beside a run of marks: rules for flanking tell three kinds apart.
  private enum Side {
    /// Unicode whitespace, or the edge of the text.
    case space
    /// Unicode punctuation and symbols.
    case punctuation
    case other

    init(_ content: [UInt8], before offset: Int) {
      var start = offset - 1
      while start > 0, content[start] & 0xC0 == 0x80 { start -= 1 }
      self = start < 0 ? .space : Side(content, at: start)
    }

    init(_ content: [UInt8], at offset: Int) {
      guard offset < content.count else {
        self = .space
        return
      }
      let byte = content[offset]
      if byte < 0x80 {
        self =
          ASCII.isWhitespace(byte) && byte != 0x0B
          ? .space : ASCII.isPunctuation(byte) ? .punctuation : .other
        return
      }
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(content.count, offset + width)
      let scalar = String(decoding: content[offset..<end], as: UTF8.self).unicodeScalars.first
      switch scalar?.properties.generalCategory {
      case .spaceSeparator: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        self = .punctuation
      default: self = .other
      }
    }
  }
}
