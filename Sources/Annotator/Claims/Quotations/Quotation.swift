/// Text between quotation marks in one passage: speech, but also a title, a nickname or words that
/// a writer holds at arm's length.
public struct Quotation: Sendable, Hashable {
  /// Prose offsets of the opening mark; `nil` where the quotation comes from the passage before and
  /// is not opened again.
  public var opening: Range<Int>?
  /// Prose offsets of the closing mark; `nil` where it is left open.
  public var closing: Range<Int>?
  /// Prose offsets of the whole with its marks. A quotation left open ends with the passage, or
  /// before the next one of its kind.
  public var range: Range<Int>
  /// How many quotations hold this one.
  public var depth: Int
  /// Whether it goes on with one that the passage before leaves open.
  public var runsOn = false
  /// Whether the next passage goes on with it.
  public var runsInto = false

  /// Prose offsets of what the marks enclose.
  public var inner: Range<Int> {
    let start = opening?.upperBound ?? range.lowerBound
    return start..<max(start, closing?.lowerBound ?? range.upperBound)
  }
}

/// The quotations of one passage, in text order, a holder before what it holds.
///
/// Double marks are paired first, by their neighbours, then their shape, then by turns. Single ones
/// are paired in the stretches that the double ones leave, where they are least like apostrophes.
/// The time is linear in the length of the text.
public func quotations(in prose: Prose) -> [Quotation] {
  let marks = quoteMarks(in: prose.bytes)
  guard !marks.isEmpty else { return [] }
  let bounds = 0..<prose.bytes.count
  var pairs = pairDoubleMarks(marks.filter { isDouble($0.family) }, in: prose.bytes, bounds)
  let singles = marks.filter { !isDouble($0.family) }
  if !singles.isEmpty {
    pairs += pairSingleMarks(singles, around: pairs, in: bounds)
    pairs = nested(pairs)
  }
  return pairs
}

/// Marks which quotations run on from each passage into the next, and opens in the later passage
/// what its own marks could not show. `passages` holds the quotations of neighbouring passages.
func linkQuotations(_ passages: inout [[Quotation]], in proses: [Prose]) {
  for index in passages.indices.dropFirst() {
    guard let last = passages[index - 1].last(where: { $0.closing == nil && $0.depth == 0 }),
      last.range.upperBound == proses[index - 1].bytes.count
    else { continue }
    guard let follower = continuation(of: passages[index], in: proses[index]) else { continue }
    if let at = passages[index - 1].lastIndex(of: last) { passages[index - 1][at].runsInto = true }
    switch follower {
    case .opened:
      passages[index][0].runsOn = true
    case .unopened(let closing):
      let whole = 0..<closing.upperBound
      passages[index].insert(
        Quotation(opening: nil, closing: closing, range: whole, depth: 0, runsOn: true), at: 0)
    }
  }
}

private enum Continuation {
  /// The passage opens with a mark.
  case opened
  /// The passage opens without one, and the first mark that it holds closes.
  case unopened(closing: Range<Int>)
}

private func continuation(of quotations: [Quotation], in prose: Prose) -> Continuation? {
  if let first = quotations.first, let opening = first.opening {
    let lead = prose.bytes[0..<opening.lowerBound]
    if lead.allSatisfy({ $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }) { return .opened }
  }
  let mark = quoteMarks(in: prose.bytes).first { isDouble($0.family) }
  guard let mark, mark.direction == .closes else { return nil }
  if let first = quotations.first, first.range.lowerBound <= mark.range.lowerBound { return nil }
  return .unopened(closing: mark.range)
}

/// Whether a family is paired before the single marks.
func isDouble(_ family: QuoteMark.Family) -> Bool { family == .double || family == .guillemet }

/// Quotations in text order with their depths. The ranges are nested or apart.
func nested(_ pairs: [Quotation]) -> [Quotation] {
  var sorted = pairs.sorted {
    ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
  }
  var ends: [Int] = []
  for index in sorted.indices {
    while let end = ends.last, end <= sorted[index].range.lowerBound { ends.removeLast() }
    sorted[index].depth = ends.count
    ends.append(sorted[index].range.upperBound)
  }
  return sorted
}
