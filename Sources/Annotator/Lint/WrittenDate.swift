/// A day of the calendar that a text names by number and month, whether or not there is such a day:
/// `Oct. 26`, `26 October 2023`, `the 31st of April`, `2023-10-26`. The grammar of values reads only
/// days that exist.
struct WrittenDate {
  /// The tokens from its first to its last part, the weekday left out.
  var tokens: Range<Int>
  /// The year, where one stands with it.
  var year: Int?
  /// The month, which only `2023-13-26` makes greater than 12.
  var month: Int
  /// The day of the month as written.
  var day: Int
  /// Whether the month comes before the day, as in `April 31`.
  var isMonthFirst = false
  /// The weekday beside it, 1 for Monday to 7, and the token that names it.
  var weekday: (number: Int, token: Int)?
}

/// The days that a text names, in text order.
func writtenDates(in text: TokenizedProse) -> [WrittenDate] {
  var dates: [WrittenDate] = []
  var next = 0
  while next < text.tokens.count {
    guard let date = text.writtenDate(at: next, notBefore: dates.last?.tokens.upperBound ?? 0)
    else {
      next += 1
      continue
    }
    dates.append(date)
    next = max(next + 1, date.tokens.upperBound)
  }
  return dates
}

extension TokenizedProse {
  /// The date whose month, or whose whole where it is in digits, is a token.
  fileprivate func writtenDate(at token: Int, notBefore first: Int) -> WrittenDate? {
    let start = prose.bytes[tokens[token].range.lowerBound]
    var date: WrittenDate
    switch tokens[token].kind {
    case .number where tokens[token].range.count == 10:
      guard let found = dateInDigits(token) else { return nil }
      date = found
    case .word where start.isASCIIUpper:
      guard let month = months[foldedHash(token)],
        let found = dayFirst(token, month, notBefore: first) ?? monthFirst(token, month)
      else { return nil }
      date = found
    default: return nil
    }
    date.weekday =
      weekday(before: date.tokens.lowerBound) ?? weekday(behind: date.tokens.upperBound)
    return date
  }

  /// `26 October 2023`, `the 26th of October`.
  private func dayFirst(_ month: Int, _ number: Int, notBefore first: Int) -> WrittenDate? {
    var start = month - 1
    if start > first, isToken(start, "of") { start -= 1 }
    guard start >= first, let day = day(start), !isPartOfNumber(start) else { return nil }
    var date = WrittenDate(tokens: start..<month + 1, month: number, day: day)
    takeYear(at: month + 1, into: &date)
    return date
  }

  /// `October 26, 2023`.
  private func monthFirst(_ month: Int, _ number: Int) -> WrittenDate? {
    guard month + 1 < tokens.count, let day = day(month + 1) else { return nil }
    var date = WrittenDate(
      tokens: month..<month + 2, month: number, day: day, isMonthFirst: true)
    takeYear(at: month + 2, into: &date)
    return date
  }

  private func takeYear(at token: Int, into date: inout WrittenDate) {
    var token = token
    if token < tokens.count, isToken(token, ",") { token += 1 }
    guard token < tokens.count, let year = number(token, digits: 4...4),
      (1583...2199).contains(year)
    else { return }
    date.year = year
    date.tokens = date.tokens.lowerBound..<token + 1
  }

  /// `2023-10-26`.
  private func dateInDigits(_ token: Int) -> WrittenDate? {
    let bytes = prose.bytes[tokens[token].range]
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard (1583...2199).contains(numbers[0]) else { return nil }
    return WrittenDate(
      tokens: token..<token + 1, year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// A day's number of one or two digits, or its ordinal: `26`, `26th`.
  private func day(_ token: Int) -> Int? {
    let bytes = prose.bytes[tokens[token].range]
    if tokens[token].kind == .number { return number(token, digits: 1...2) }
    guard tokens[token].kind == .word, (3...4).contains(bytes.count),
      bytes.dropLast(2).allSatisfy(\.isASCIIDigit)
    else { return nil }
    switch String(decoding: bytes.suffix(2), as: UTF8.self) {
    case "st", "nd", "rd", "th": return bytes.dropLast(2).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    default: return nil
    }
  }

  private func number(_ token: Int, digits: ClosedRange<Int>) -> Int? {
    let bytes = prose.bytes[tokens[token].range]
    guard tokens[token].kind == .number, digits.contains(bytes.count),
      bytes.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Whether a number belongs to what touches it: `$30`, `2-30`, `No.30`.
  private func isPartOfNumber(_ token: Int) -> Bool {
    guard token > 0, tokens[token - 1].range.upperBound == tokens[token].range.lowerBound else {
      return false
    }
    return !(isToken(token - 1, "(") || isToken(token - 1, "\""))
  }

  /// The weekday before a date: `Thursday, Oct. 26`, `Thursday the 26th of October`.
  private func weekday(before start: Int) -> (number: Int, token: Int)? {
    var token = start - 1
    if token > 0, isToken(token, "the") { token -= 1 }
    if token > 0, isToken(token, ",") { token -= 1 }
    guard token >= 0, let number = weekdays[foldedHash(token)],
      prose.bytes[tokens[token].range.lowerBound].isASCIIUpper
    else { return nil }
    // "Monday to Friday, Oct. 23", "Saturday and Sunday, Oct. 28 and 29".
    if token >= 2, weekdays[foldedHash(token - 2)] != nil { return nil }
    return (number, token)
  }

  /// The weekday behind a date: `Oct. 26 (Thursday)`, `October 26, 2023, a Thursday`.
  private func weekday(behind end: Int) -> (number: Int, token: Int)? {
    guard end + 2 < tokens.count else { return nil }
    let isBracketed = isToken(end, "(") && isToken(end + 2, ")")
    let isApposition = isToken(end, ",") && isToken(end + 1, "a")
    guard isBracketed || isApposition else { return nil }
    let token = isBracketed ? end + 1 : end + 2
    return weekdays[foldedHash(token)].map { ($0, token) }
  }
}

private let months = numbered(
  """
  january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. \
  august/aug/aug. september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. \
  december/dec/dec.
  """)
private let weekdays = numbered(
  """
  monday/mon/mon. tuesday/tue/tue./tues/tues. wednesday/wed/wed. \
  thursday/thu/thu./thur/thur./thurs/thurs. friday/fri/fri. saturday/sat/sat. sunday/sun/sun.
  """)

/// The names of what is counted from 1, all names of one parted by strokes.
private func numbered(_ names: String) -> [FoldedHash: Int] {
  var result: [FoldedHash: Int] = [:]
  for (index, group) in names.split(separator: " ").enumerated() {
    for name in group.split(separator: "/") { result[FoldedHash(String(name))] = index + 1 }
  }
  return result
}
