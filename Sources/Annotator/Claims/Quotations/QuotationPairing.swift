/// Pairs double marks and guillemets by a stack: a mark that opens goes on it, one that closes takes
/// the innermost of its family off. Of marks with no direction the turn decides.
func pairDoubleMarks(
  _ marks: [QuoteMark], in bytes: [UInt8], _ bounds: Range<Int>
) -> [Quotation] {
  var found: [Quotation] = []
  var open: [QuoteMark] = []
  for (index, mark) in marks.enumerated() {
    if let holder = open.last(where: { $0.family == mark.family }),
      closes(mark, holder, followedBy: marks[(index + 1)...])
    {
      while let top = open.popLast() {
        if top.range == holder.range { break }
        found.append(leftOpen(top, before: mark.range.lowerBound, in: bytes))
      }
      found.append(
        Quotation(
          opening: holder.range, closing: mark.range,
          range: holder.range.lowerBound..<mark.range.upperBound, depth: 0))
    } else if mark.direction != .closes {
      if let holder = open.last, !nests(mark, in: holder, followedBy: marks[(index + 1)...]) {
        open.removeLast()
        found.append(leftOpen(holder, before: mark.range.lowerBound, in: bytes))
      }
      if open.count < 4 { open.append(mark) }
    }
  }
  for mark in open {
    found.append(
      Quotation(
        opening: mark.range, closing: nil, range: mark.range.lowerBound..<bounds.upperBound,
        depth: 0))
  }
  return nested(found)
}

/// Whether a mark closes the quotation that another has opened.
private func closes(
  _ mark: QuoteMark, _ holder: QuoteMark, followedBy rest: ArraySlice<QuoteMark>
) -> Bool {
  switch mark.direction {
  case .closes:
    // 12" in the midst of a quotation, whose own mark is still to come.
    let isInch = mark.shape == .straight && (0x30...0x39).contains(mark.before)
    return !(isInch && mark.after == 0x20 && rest.first?.direction == .closes)
  case .opens:
    // „…“ closes with the mark that opens elsewhere.
    return holder.shape == .low && mark.shape == .left && !isWordByte(mark.after)
  case .unknown:
    return true
  }
}

/// Whether a mark that opens stands within the quotation that another has opened; otherwise that one
/// was left open by mistake.
private func nests(
  _ mark: QuoteMark, in holder: QuoteMark, followedBy rest: ArraySlice<QuoteMark>
) -> Bool {
  if mark.family != holder.family { return true }
  if mark.shape != holder.shape, mark.shape != .right, holder.shape != .right { return true }
  let next = rest.prefix(2)
  return next.count == 2 && next.allSatisfy { $0.direction == .closes }
}

/// A quotation whose closing mark is missing, as another begins. It ends with its sentence.
private func leftOpen(_ mark: QuoteMark, before limit: Int, in bytes: [UInt8]) -> Quotation {
  var end = limit
  while end > mark.range.upperBound, bytes[end - 1] <= 0x20 { end -= 1 }
  return Quotation(
    opening: mark.range, closing: nil, range: mark.range.lowerBound..<end, depth: 0)
}

/// Pairs single marks in the stretches between and within double quotations, never across their
/// edges, except that a single quotation may hold whole double ones.
func pairSingleMarks(
  _ marks: [QuoteMark], around doubles: [Quotation], in bounds: Range<Int>
) -> [Quotation] {
  // Marks of one stretch are those with the same innermost double quotation.
  var stretches: [Int: [QuoteMark]] = [:]
  var order: [Int] = []
  var holders: [Int] = []
  var next = 0
  for mark in marks {
    while next < doubles.count, doubles[next].range.lowerBound <= mark.range.lowerBound {
      while let top = holders.last,
        doubles[top].range.upperBound <= doubles[next].range.lowerBound
      {
        holders.removeLast()
      }
      holders.append(next)
      next += 1
    }
    while let top = holders.last, doubles[top].range.upperBound <= mark.range.lowerBound {
      holders.removeLast()
    }
    let key = holders.last ?? -1
    if stretches[key] == nil { order.append(key) }
    stretches[key, default: []].append(mark)
  }
  return order.flatMap { key in
    let end = key < 0 ? bounds.upperBound : doubles[key].inner.upperBound
    return pairSingles(stretches[key] ?? [], end: end, isOutermost: key < 0)
  }
}

/// Pairs the single marks of one stretch. Where a mark has opened, the first that must close closes
/// it, unless another opens before: then the first that may be an apostrophe ("the workers' ") did.
private func pairSingles(
  _ marks: [QuoteMark], end: Int, isOutermost: Bool
) -> [Quotation] {
  var found: [Quotation] = []
  var opening: QuoteMark?
  var doubtful: QuoteMark?
  func pair(_ open: QuoteMark, _ close: QuoteMark) {
    found.append(
      Quotation(
        opening: open.range, closing: close.range,
        range: open.range.lowerBound..<close.range.upperBound, depth: 0))
  }
  for mark in marks {
    if mark.direction == .opens {
      if let open = opening, let close = doubtful { pair(open, close) }
      opening = mark
      doubtful = nil
    } else if let open = opening {
      if isLikeApostrophe(mark) {
        doubtful = doubtful ?? mark
      } else if mark.direction == .closes {
        pair(open, mark)
        opening = nil
        doubtful = nil
      }
    }
  }
  if let open = opening {
    if let close = doubtful {
      pair(open, close)
    } else if isOutermost, open.before == 0x20, open.range.lowerBound <= 3 {
      // Only a passage that opens with a mark is taken to go on in the next: elsewhere a mark that
      // nothing closes is an apostrophe.
      found.append(
        Quotation(opening: open.range, closing: nil, range: open.range.lowerBound..<end, depth: 0))
    }
  }
  return found
}

/// Whether a mark that could close a quotation may as well end a plural possessive or a clipped
/// word: "the workers' rights", "nothin' but".
private func isLikeApostrophe(_ mark: QuoteMark) -> Bool {
  mark.after == 0x20 && (mark.before | 0x20 == 0x73 || mark.before | 0x20 == 0x6E)
}
