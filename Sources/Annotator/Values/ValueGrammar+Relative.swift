extension ValueGrammar {
  /// "last week", "this month", "next Thursday", "today", "tomorrow night", "last September",
  /// "the same day", "the following year", "the weekend".
  func relativeDate(at index: Int) -> ParsedValue? {
    if case .deictic(let offset) = lexeme(index) {
      return withDayPart(ParsedValue(index + 1, .date, .unit(.day, offset: offset)))
    }
    if text(index) == "weekends", text(index - 1) == "on" { return ParsedValue(index + 1, .date) }
    if text(index) == "these", text(index + 1) == "days" {
      return ParsedValue(index + 2, .date, .literal("PRESENT_REF"))
    }
    if text(index) == "tonight" {
      return ParsedValue(index + 1, .time, .part(.unit(.day, offset: 0), .night))
    }
    let start = text(index) == "the" ? index + 1 : index
    let hasArticle = start > index
    switch text(start) {
    case "last", "past": return shifted(-1, at: start + 1, hasArticle: hasArticle)
    case "this": return hasArticle ? nil : shifted(0, at: start + 1, hasArticle: false)
    case "next", "coming": return shifted(1, at: start + 1, hasArticle: hasArticle)
    case "previous", "following", "same", "that", "preceding":
      guard hasArticle || text(start) == "that", let end = unitOrDay(at: start + 1) else {
        return nil
      }
      return ParsedValue(end, isDayPart(end - 1) ? .time : .date)
    default: return hasArticle ? definite(at: start) : nil
    }
  }

  /// What "last", "this" or "next" points at.
  private func shifted(_ offset: Int, at index: Int, hasArticle: Bool) -> ParsedValue? {
    switch lexeme(index) {
    case .weekday(let day) where !text(index).hasSuffix("s"):
      return withDayPart(ParsedValue(index + 1, .date, .weekday(day, weeks: offset)))
    case .month(let month) where isCapitalized(index):
      return ParsedValue(
        skippingStop(index + 1), .date,
        .month(offset == 0 ? .relative(0) : .direction(offset), month))
    case .season(let season):
      return ParsedValue(
        index + 1, .date, .season(offset == 0 ? .relative(0) : .direction(offset), season))
    case .part(let part):
      // "last night" is yesterday's; "this morning" today's; "next morning" hangs on another day.
      let meaning: TimeMeaning? =
        offset > 0 || hasArticle ? nil : .part(.unit(.day, offset: offset), part)
      return ParsedValue(index + 1, .time, meaning)
    default: break
    }
    guard !text(index).hasSuffix("s"), let unit = timeUnit(at: index), unit != .second else {
      return nil
    }
    let type: EntityType = unit.isClock ? .time : .date
    // "the past year" is the twelve months up to now; "past year" alone is no date.
    if text(index - 1) == "past" {
      return hasArticle ? ParsedValue(index + 1, type, .duration(DecimalNumber(1), unit)) : nil
    }
    if unit == .quarter, hasArticle || text(index + 1) == "of",
      let (year, end) = trailingYear(at: index + 1)
    {
      return ParsedValue(end, .date, offset < 0 ? .quarter(year, 4) : nil)
    }
    let isKnown = !hasArticle || unit == .quarter || unit == .decade || unit == .century
    return ParsedValue(index + 1, type, isKnown ? .unit(unit, offset: offset) : nil)
  }

  /// The index behind a unit, day of the week or part of the day.
  private func unitOrDay(at index: Int) -> Int? {
    switch lexeme(index) {
    case .unit(let unit): unit == .minute || text(index).hasSuffix("s") ? nil : index + 1
    case .weekday: index + 1
    case .part, .season: index + 1
    case .month: isCapitalized(index) ? index + 1 : nil
    default: nil
    }
  }

  private func isDayPart(_ index: Int) -> Bool {
    if case .part = lexeme(index) { return true }
    return lexeme(index) == .unit(.hour)
  }

  /// "the weekend", "the year": which one is told by the text around it.
  private func definite(at index: Int) -> ParsedValue? {
    guard case .unit(let unit) = lexeme(index) else { return nil }
    switch unit {
    case .weekend: return ParsedValue(index + 1, .date, .weekend)
    case .day, .week, .month, .year:
      guard !text(index).hasSuffix("s"), skippingHyphen(index + 1) == index + 1 else { return nil }
      return ParsedValue(index + 1, .date)
    default: return nil
    }
  }

  /// "the past 12 months", "the next few days", "recent years", "the coming weeks", "the first three
  /// months of 2023", "last 24 hours".
  func period(at index: Int) -> ParsedValue? {
    let start = isOne(index, of: ["the", "these", "those"]) ? index + 1 : index
    guard
      isOne(
        start,
        of: [
          "past", "last", "next", "coming", "previous", "following", "recent", "first", "final",
          "these", "those", "all",
        ])
    else { return nil }
    let position = start + 1
    if isOne(start, of: ["recent", "coming"]) || start > index || text(start) == "past",
      case .unit(let unit) = lexeme(position), text(position).hasSuffix("s")
    {
      return ParsedValue(position + 1, unit.isClock ? .time : .date, reference(start, unit))
    }
    guard let number = number(at: skippingModifiers(position)),
      let value = duration(number, skippingHyphen(number.end)),
      value.type == .date || value.type == .time
    else { return nil }
    if isOne(start, of: ["first", "final", "last"]), text(value.end) == "of",
      let whole = wholeDate(at: value.end + 1)
    {
      return ParsedValue(whole.end, value.type)
    }
    return value
  }

  /// What a plural without a number says: "recent years", "the coming weeks", "the last months".
  private func reference(_ start: Int, _ unit: TimeUnit) -> TimeMeaning? {
    switch text(start) {
    case "recent": .literal("PAST_REF")
    case "coming": .literal("FUTURE_REF")
    case "past", "last", "next": .duration(nil, unit)
    default: nil
    }
  }

  /// "every day", "each year", "every four years", "every Thursday", "daily", "annual".
  func repetition(at index: Int) -> ParsedValue? {
    if case .frequency(let unit) = lexeme(index) {
      return ParsedValue(
        index + 1, unit.isClock ? .time : .date, .literal(unit.duration(DecimalNumber(1))))
    }
    guard isOne(index, of: ["every", "each"]) else { return nil }
    switch lexeme(index + 1) {
    case .unit(let unit) where !text(index + 1).hasSuffix("s"):
      return ParsedValue(
        index + 2, unit.isClock ? .time : .date, .literal(unit.duration(DecimalNumber(1))))
    case .weekday(let day): return ParsedValue(index + 2, .date, .literal("XXXX-WXX-\(day)"))
    case .month(let month): return ParsedValue(index + 2, .date, .month(.unsaid, month))
    case .season: return ParsedValue(index + 2, .date)
    case .part: return ParsedValue(index + 2, .time)
    default: break
    }
    guard let number = number(at: index + 1),
      let value = duration(number, skippingHyphen(number.end))
    else { return nil }
    return value
  }
}
