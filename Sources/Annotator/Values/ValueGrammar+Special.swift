extension ValueGrammar {
  /// "age 52", "aged 18 to 24", and the number between commas behind a name: ", 52,".
  func age(at index: Int) -> ParsedValue? {
    if isOne(index, of: ["age", "aged"]), let number = number(at: index + 1) {
      guard number.amount?.integer ?? 0 < 130 else { return nil }
      return ParsedValue(number.end, .date, .duration(number.amount, .year))
    }
    guard case .numeral(let number, let digits) = lexeme(index), (1...3).contains(digits),
      let years = number.integer, (1...115).contains(years), text(index - 1) == ",",
      isOne(index + 1, of: [",", ".", ";"]) && isCapitalized(index - 2)
    else {
      return nil
    }
    // A day of a month stands between commas too, and so do the items of a list.
    if case .month = lexeme(index - 2) { return nil }
    guard lexeme(index - 2) == .other, text(index + 1) == "," || isCapitalized(index - 3) else {
      return nil
    }
    return ParsedValue(index + 1, .date, .duration(number, .year))
  }

  /// A holiday, with its year; those that have one day of the calendar and those that
  /// hang on Easter have a value.
  func holiday(at index: Int) -> ParsedValue? {
    guard isCapitalized(index), let forms = Self.holidays[text(index)] else { return nil }
    for (rest, month, day) in forms
    where rest.enumerated().allSatisfy({ text(index + 1 + $0) == $1 }) {
      let end = index + 1 + rest.count
      guard !isCapitalized(end) || isWeekdayOrYear(end) else { continue }
      let (year, last) = trailingYear(at: end) ?? (.unsaid, end)
      let meaning: TimeMeaning? =
        month > 0
        ? .day(year, month: month, day: day)
        : text(index) == "easter" || text(index) == "good"
          ? .easter(year, offset: day) : nil
      return ParsedValue(last, .date, meaning)
    }
    return nil
  }

  private func isWeekdayOrYear(_ index: Int) -> Bool {
    if case .weekday = lexeme(index) { return true }
    return false
  }

  /// By first word: the other words, month and day; longer forms first. The day of a feast that moves
  /// with Easter is counted from it, in month 0.
  private static let holidays: [String: [(rest: [String], month: Int, day: Int)]] = [
    "christmas": [(["eve"], 12, 24), (["day"], 12, 25), ([], 12, 25)],
    "new": [
      (["year", "'", "s", "eve"], 12, 31), (["year", "’", "s", "eve"], 12, 31),
      (["year", "'", "s", "day"], 1, 1), (["year", "’", "s", "day"], 1, 1),
    ],
    "easter": [(["sunday"], 0, 0), (["monday"], 0, 1), ([], 0, 0)],
    "good": [(["friday"], 0, -2)],
    "thanksgiving": [(["day"], 0, 0), ([], 0, 0)],
    "ramadan": [([], 0, 0)],
    "halloween": [([], 10, 31)],
    "independence": [(["day"], 0, 0)],
    "labor": [(["day"], 0, 0)],
    "labour": [(["day"], 0, 0)],
    "memorial": [(["day"], 0, 0)],
    "election": [(["day"], 0, 0)],
    "boxing": [(["day"], 12, 26)],
    "valentine": [(["'", "s", "day"], 2, 14), (["’", "s", "day"], 2, 14)],
  ]
}
