extension ValueGrammar {
  /// A DATE, or a TIME that is a part of a day: the longest reading.
  func date(at index: Int) -> ParsedValue? {
    var best: ParsedValue?
    for candidate in [
      dateRange(at: index), boundedDate(at: index), calendarDate(at: index),
      relativeDate(at: index), period(at: index), repetition(at: index), articleDuration(at: index),
      dayPart(at: index), age(at: index), holiday(at: index),
    ] {
      if let candidate, candidate.end > best?.end ?? 0 { best = candidate }
    }
    return best
  }

  /// A date of the calendar, as far as it is said: a day, month, year, quarter, season, decade,
  /// century or day of the week.
  func calendarDate(at index: Int) -> ParsedValue? {
    let start = text(index) == "the" ? index + 1 : index
    let hasArticle = start > index
    switch lexeme(start) {
    case .month: return hasArticle ? nil : monthDate(at: start)
    case .weekday: return hasArticle ? nil : weekdayDate(at: start)
    case .numeral, .compound: return numeralDate(at: start, hasArticle: hasArticle)
    case .ordinal(let n): return ordinalDate(n, at: start, hasArticle: hasArticle)
    case .decade(let n):
      // "his 30s" are an age.
      return ParsedValue(start + 1, .date, n >= 100 || hasArticle ? decade(n) : nil)
    case .season: return seasonDate(at: start, hasArticle: hasArticle)
    default: return namedPeriod(at: start)
    }
  }

  // MARK: Days and months

  /// "September 13, 2023", "Oct. 26", "October 2023", "Feb. 11-15", "May".
  private func monthDate(at index: Int) -> ParsedValue? {
    guard case .month(let month) = lexeme(index), isCapitalized(index) else { return nil }
    let next = skippingStop(index + 1)
    if let (day, end) = dayNumber(at: next) {
      if let (year, end) = trailingYear(at: end) {
        return ParsedValue(end, .date, .day(year, month: month, day: day))
      }
      let second = text(end) == "to" ? end + 1 : skippingHyphen(end)
      if second > end, let (_, end) = dayNumber(at: second) {
        let year = trailingYear(at: end)
        return ParsedValue(year?.end ?? end, .date, nil as TimeMeaning?)
      }
      return ParsedValue(end, .date, .day(.unsaid, month: month, day: day))
    }
    if let (year, end) = trailingYear(at: next) {
      return ParsedValue(end, .date, .month(year, month))
    }
    guard isMonthAlone(index, next) else { return nil }
    return ParsedValue(next, .date, .month(.unsaid, month))
  }

  /// Whether the name of a month by itself is one: "May" and "March" are verbs, "April" and "June"
  /// begin names of people, and short forms need their stop.
  private func isMonthAlone(_ index: Int, _ next: Int) -> Bool {
    let isMarked = isOne(
      index - 1,
      of: [
        "in", "of", "since", "by", "until", "till", "last", "next", "this", "early", "late", "mid",
        "during", "from", "to", "before", "after", "between", "through", "-", "for", "and", "each",
        "every",
      ])
    if isMarked { return text(index) != "may" || !isOne(index - 1, of: ["to", "and", "-"]) }
    if text(index).utf8.count <= 4, text(index) != "june", text(index) != "july" {
      return next > index + 1 && text(index) != "may"
    }
    if isOne(index - 1, of: ["a", "the", "'s", "’s", "s", "its", "their", "his", "her"]) {
      return text(index) != "may"
    }
    if text(index) == "may" { return false }
    if text(index) == "march" || text(index) == "august", index == 0 || isCapitalized(index - 1) {
      return false
    }
    return !isCapitalized(index + 1) || isWeekday(index + 1)
  }

  private func isWeekday(_ index: Int) -> Bool {
    if case .weekday = lexeme(index) { return true }
    return false
  }

  /// "26 October 2023", "2023-10-27", "10/27/2023", "2016", "1999-2008".
  private func numeralDate(at index: Int, hasArticle: Bool) -> ParsedValue? {
    if case .compound(let text) = lexeme(index) { return hasArticle ? nil : slashed(text, index) }
    if let date = dayAndMonth(at: index) { return date }
    guard let year = yearNumber(at: index) else { return nil }
    if skippingHyphen(index + 1) > index + 1, let (month, _) = twoDigits(index + 2, 1...12) {
      let next = index + 3
      if skippingHyphen(next) > next, let (day, _) = twoDigits(next + 1, 1...31) {
        return ParsedValue(next + 2, .date, checkedDay(year, month, day))
      }
    }
    guard !hasArticle, isYear(index, year) else { return nil }
    return ParsedValue(index + 1, .date, .year(year))
  }

  /// "26 October 2023", "26th of October".
  private func dayAndMonth(at index: Int) -> ParsedValue? {
    guard let (day, next) = dayNumber(at: index) else { return nil }
    let position = skippingHyphen(text(next) == "of" ? next + 1 : next)
    guard case .month(let month) = lexeme(position), isCapitalized(position) else { return nil }
    let end = skippingStop(position + 1)
    if let (year, end) = trailingYear(at: skippingHyphen(end)) {
      return ParsedValue(end, .date, .day(year, month: month, day: day))
    }
    return ParsedValue(end, .date, .day(.unsaid, month: month, day: day))
  }

  /// A day of the month, "13" or "13th", and the index behind it.
  private func dayNumber(at index: Int) -> (day: Int, end: Int)? {
    switch lexeme(index) {
    case .numeral(let number, let digits) where digits == 1 || digits == 2:
      guard let day = number.integer, (1...31).contains(day) else { return nil }
      // "May 10 percent", "March 5 people": the number counts what follows.
      return isOne(index + 1, of: ["percent", "%", "per"]) ? nil : (day, index + 1)
    case .ordinal(let day) where (1...31).contains(day): return (day, index + 1)
    default: return nil
    }
  }

  private func twoDigits(_ index: Int, _ range: ClosedRange<Int>) -> (Int, Int)? {
    guard case .numeral(let number, digits: 2) = lexeme(index), let n = number.integer,
      range.contains(n)
    else { return nil }
    return (n, index + 1)
  }

  private func checkedDay(_ year: Int, _ month: Int, _ day: Int) -> TimeMeaning? {
    Dateline(year: year, month: month, day: day) == nil
      ? nil : .day(.absolute(year), month: month, day: day)
  }

  /// "9/11", and dates with two strokes, whose order is known where one number passes twelve.
  private func slashed(_ text: String, _ index: Int) -> ParsedValue? {
    if text == "9/11" { return ParsedValue(index + 1, .date, checkedDay(2001, 9, 11)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3, text.utf8.count >= 6 else { return nil }
    let (year, a, b) =
      parts[0] > 31 ? (parts[0], parts[1], parts[2]) : (parts[2], parts[0], parts[1])
    let full = year < 100 ? 2000 + year : year
    let meaning =
      parts[0] > 31 || b > 12
      ? checkedDay(full, a, b) : a > 12 || a == b ? checkedDay(full, b, a) : nil
    guard (1...31).contains(a), (1...31).contains(b) else { return nil }
    return ParsedValue(index + 1, .date, meaning)
  }

  // MARK: Days of the week

  /// "Thursday", "Thursday, Oct. 26", "Thursday morning", "Mondays".
  private func weekdayDate(at index: Int) -> ParsedValue? {
    guard case .weekday(let day) = lexeme(index), isCapitalized(index) else { return nil }
    let isShort = text(index).utf8.count <= 5
    let end = skippingStop(index + 1)
    let next = text(end) == "," ? end + 1 : end
    for candidate in [monthDate(at: next), dayAndMonth(at: next)] {
      if let candidate, isNumeral(next) || isNumeral(skippingStop(next + 1)) {
        return candidate
      }
    }
    if isShort && end == index + 1 { return nil }
    if text(index).hasSuffix("s") && !isShort {
      return ParsedValue(end, .date, .literal("XXXX-WXX-\(day)"))
    }
    return withDayPart(ParsedValue(end, .date, .weekday(day, weeks: nil)))
  }

  /// A day with the part of the day behind it: "Thursday morning", "last Friday night".
  func withDayPart(_ date: ParsedValue) -> ParsedValue {
    guard case .part(let part) = lexeme(date.end), !text(date.end).hasSuffix("s") else {
      return date
    }
    guard case .time(let day)? = date.meaning else { return ParsedValue(date.end + 1, .time) }
    return ParsedValue(date.end + 1, .time, .part(day, part))
  }

  // MARK: Years

  /// A year of four digits and the index behind it.
  func yearNumber(at index: Int) -> Int? {
    guard case .numeral(let number, digits: 4) = lexeme(index), let year = number.integer,
      (1000...2199).contains(year)
    else { return nil }
    return year
  }

  /// Whether four digits by themselves are a year: always behind a word that asks for one, else when
  /// they lie in recent centuries and count nothing.
  private func isYear(_ index: Int, _ year: Int) -> Bool {
    if touchesPrevious(index), isOne(index - 1, of: ["$", "#", "/", ".", ":", "+", "£", "€"]) {
      return false
    }
    if ValueUnits.measures[text(skippingHyphen(index + 1))] != nil
      || isOne(index + 1, of: ["percent", "%", "gmt", "edt", "est", "utc"])
    {
      return false
    }
    let isAsked = isOne(
      index - 1,
      of: [
        "in", "since", "until", "till", "by", "before", "after", "during", "circa", "early", "late",
        "mid", "year",
      ])
    if isAsked && !isPluralNoun(index + 1) { return true }
    return (1800...2100).contains(year) && (isAsked || !isPluralNoun(index + 1))
  }

  /// The year behind a date: "2023", ", 2023", "of last year", "next year".
  func trailingYear(at index: Int) -> (year: YearReference, end: Int)? {
    let position = isOne(index, of: [",", "of"]) ? index + 1 : index
    if let year = yearNumber(at: position) {
      return ValueUnits.measures[text(position + 1)] == nil ? (.absolute(year), position + 1) : nil
    }
    guard text(index) != ",", text(position + 1) == "year" else { return nil }
    switch text(position) {
    case "last": return (.relative(-1), position + 2)
    case "this": return (.relative(0), position + 2)
    case "next": return (.relative(1), position + 2)
    default: return nil
    }
  }
}
