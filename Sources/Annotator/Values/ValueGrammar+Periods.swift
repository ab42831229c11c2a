extension ValueGrammar {
  /// "the 1990s", "'90s": a decade; two digits are those of the twentieth century.
  func decade(_ number: Int) -> TimeMeaning {
    number < 100 ? .decade((number < 20 ? 200 : 190) + number / 10) : .decade(number / 10)
  }

  /// "third quarter of 2023", "19th century", "26th of October", "first half of last year".
  func ordinalDate(_ n: Int, at index: Int, hasArticle: Bool) -> ParsedValue? {
    let next = skippingHyphen(index + 1)
    switch lexeme(next) {
    case .unit(.quarter) where (1...4).contains(n):
      if let (year, end) = trailingYear(at: next + 1) {
        return ParsedValue(end, .date, .quarter(year, n))
      }
      return ParsedValue(next + 1, .date, .quarter(.unsaid, n))
    case .unit(.century):
      let end = isOne(next + 1, of: ["bc", "bce", "ad"]) ? next + 2 : next + 1
      let isEra = end > next + 1 && text(next + 1) != "ad"
      return ParsedValue(end, .date, isEra || n < 1 ? nil : .century(n - 1))
    case .unit(.day) where hasArticle, .unit(.week) where hasArticle,
      .unit(.month) where hasArticle,
      .unit(.year) where hasArticle:
      return ParsedValue(next + 1, .date)
    case .fraction(2) where n <= 2:
      guard text(next) == "half", text(next + 1) == "of" else { return nil }
      if let (year, end) = trailingYear(at: next + 1) {
        return ParsedValue(end, .date, .half(year, n))
      }
      guard let whole = wholeDate(at: next + 2) else { return nil }
      return ParsedValue(whole.end, .date)
    default: break
    }
    guard case .month(let month) = lexeme(text(index + 1) == "of" ? index + 2 : index + 1),
      (1...31).contains(n)
    else { return nil }
    let position = text(index + 1) == "of" ? index + 2 : index + 1
    guard isCapitalized(position) else { return nil }
    let end = skippingStop(position + 1)
    if let (year, end) = trailingYear(at: end) {
      return ParsedValue(end, .date, .day(year, month: month, day: n))
    }
    return ParsedValue(end, .date, .day(.unsaid, month: month, day: n))
  }

  /// "summer", "the summer of 2012", "spring 2024". Fall and spring are verbs and nouns too.
  func seasonDate(at index: Int, hasArticle: Bool) -> ParsedValue? {
    guard case .season(let season) = lexeme(index) else { return nil }
    if text(index).hasSuffix("s") { return nil }
    if let (year, end) = trailingYear(at: index + 1), text(index + 1) != "," {
      return ParsedValue(end, .date, .season(year, season))
    }
    let before = hasArticle ? index - 2 : index - 1
    let isMarked = isOne(
      before,
      of: [
        "in", "during", "by", "until", "since", "before", "after", "each", "every", "for",
        "through",
        "over", "throughout", "this", "last", "next",
      ])
    let isPlain = season == .summer || season == .winter || text(index) == "autumn"
    guard isPlain || isMarked, text(index + 1) != "of",
      !(isCapitalized(index + 1) && isCapitalized(index))
    else { return nil }
    return ParsedValue(index + 1, .date, .season(.unsaid, season))
  }

  /// "Q3 2023", "fiscal 2016", "fiscal year 2016", "'90s", "H1".
  func namedPeriod(at index: Int) -> ParsedValue? {
    switch text(index) {
    case "q", "h":
      guard case .numeral(let number, digits: 1) = lexeme(index + 1), touchesPrevious(index + 1),
        isCapitalized(index), let n = number.integer, (1...(text(index) == "q" ? 4 : 2)).contains(n)
      else { return nil }
      let year = trailingYear(at: index + 2)
      if text(index) == "h", year == nil { return nil }
      let reference = year?.year ?? .unsaid
      return ParsedValue(
        year?.end ?? index + 2, .date,
        text(index) == "q" ? .quarter(reference, n) : .half(reference, n))
    case "fiscal":
      let next = isOne(index + 1, of: ["year", "years"]) ? index + 2 : index + 1
      if let year = yearNumber(at: next) { return ParsedValue(next + 1, .date, .year(year)) }
      return next == index + 2 ? ParsedValue(next, .date) : nil
    case "'", "’", "‘":
      guard case .decade(let n) = lexeme(index + 1), n < 100, touchesPrevious(index + 1) else {
        return nil
      }
      return ParsedValue(index + 2, .date, decade(n))
    default: return nil
    }
  }

  /// A date that can stand behind "the end of": of the calendar, or relative to now.
  func wholeDate(at index: Int) -> ParsedValue? {
    if isOne(index, of: ["the", "a"]), case .unit(let unit) = lexeme(index + 1),
      !text(index + 1).hasSuffix("s")
    {
      return ParsedValue(
        index + 2, unit.isClock ? .time : .date, text(index) == "the" ? .unit(unit, offset: 0) : nil
      )
    }
    return calendarDate(at: index) ?? relativeDate(at: index) ?? holiday(at: index)
  }

  /// "the end of the year", "late October", "mid-2024", "the early 1990s", "earlier this week".
  func boundedDate(at index: Int) -> ParsedValue? {
    let start = text(index) == "the" ? index + 1 : index
    switch text(start) {
    case "end", "start", "beginning", "middle", "eve", "turn", "dawn":
      guard text(start + 1) == "of", start > index || text(start) != "eve" else { return nil }
      return wholeDate(at: start + 2).map { ParsedValue($0.end, $0.type, $0.meaning) }
    case "early", "late", "mid", "earlier", "later":
      let next = skippingHyphen(start + 1)
      guard text(start) != "mid" || next > start + 1 || isMonth(next) else { return nil }
      // "the early Thursday" is no date, "the late 1980s" is one.
      if start > index {
        switch lexeme(next) {
        case .decade, .season, .part: break
        case .ordinal where lexeme(skippingHyphen(next + 1)) == .unit(.century): break
        default: return nil
        }
      }
      if case .part(let part) = lexeme(next), text(start) != "earlier", text(start) != "later" {
        let isDay = start > index || isOne(start - 1, of: ["in", "an"])
        return isDay ? ParsedValue(next + 1, .time, .part(nil, part)) : nil
      }
      guard text(next) != "the" || text(start).hasSuffix("er") || text(start) == "late" else {
        return nil
      }
      if text(next) == "in", text(next + 1) == "the", let whole = wholeDate(at: next + 1) {
        return ParsedValue(whole.end, whole.type)
      }
      if case .decade(let n) = lexeme(next) { return ParsedValue(next + 1, .date, decade(n)) }
      let date = calendarDate(at: next) ?? relativeDate(at: next) ?? holiday(at: next)
      guard let date, date.type != .time || start == index else { return nil }
      return date
    default: return nil
    }
  }

  private func isMonth(_ index: Int) -> Bool {
    if case .month = lexeme(index) { return true }
    return false
  }

  /// "between 2006 and 2012", "1999 to 2008", "Monday to Friday", "2006-07".
  func dateRange(at index: Int) -> ParsedValue? {
    let isBetween = text(index) == "between"
    let start = isBetween ? index + 1 : index
    guard let first = calendarDate(at: start) else { return nil }
    var next = skippingHyphen(first.end)
    if next == first.end {
      guard text(next) == (isBetween ? "and" : "to") || !isBetween && text(next) == "through" else {
        return nil
      }
      next += 1
    } else if yearNumber(at: start) != nil, first.end == start + 1,
      let (_, end) = twoDigits(next)
    {
      return ParsedValue(end, .date)
    }
    guard let second = calendarDate(at: next), second.type == first.type else { return nil }
    return ParsedValue(second.end, first.type)
  }

  private func twoDigits(_ index: Int) -> (Int, Int)? {
    guard case .numeral(let number, digits: 2) = lexeme(index), let n = number.integer else {
      return nil
    }
    return (n, index + 1)
  }
}
