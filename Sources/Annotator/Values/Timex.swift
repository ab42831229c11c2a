extension TimeMeaning {
  /// The TIMEX3 value as seen from a dateline, or `nil` where it cannot be known.
  func timex(from dateline: Dateline?, tense: ClauseTense) -> String? {
    switch self {
    case .literal(let value): return value
    case .year(let year): return padded(year, 4)
    case .decade(let decade): return padded(decade, 3)
    case .century(let century): return padded(century, 2)
    case .duration(let amount, let unit): return unit.duration(amount)
    case .day(.absolute(let year), let month, let day):
      return CivilDate(year: year, month: month, day: day).text
    case .easter(.absolute(let year), let offset):
      return CivilDate.easter(year).adding(days: offset).text
    case .month(.absolute(let year), let month): return "\(padded(year, 4))-\(padded(month, 2))"
    case .season(.absolute(let year), let season): return "\(padded(year, 4))-\(season.rawValue)"
    case .quarter(.absolute(let year), let quarter): return "\(padded(year, 4))-Q\(quarter)"
    case .half(.absolute(let year), let half): return "\(padded(year, 4))-H\(half)"
    case .part(let day, let part):
      guard let day else { return "T\(part.rawValue)" }
      return day.timex(from: dateline, tense: tense).map { $0 + "T\(part.rawValue)" }
    case .clock(let day, let hour, let minute, let zone):
      let time = "T\(padded(hour, 2)):\(padded(minute, 2))\(zone)"
      return (day?.timex(from: dateline, tense: tense) ?? "") + time
    case .distance(nil, _, let direction): return direction < 0 ? "PAST_REF" : "FUTURE_REF"
    case .day, .month, .easter, .season, .quarter, .half, .weekday, .unit, .weekend, .distance:
      break
    }
    return dateline.flatMap { relativeTimex(CivilDate($0), $0.minute, tense) } ?? undated
  }

  /// The value of a date whose year or week cannot be known.
  private var undated: String? {
    switch self {
    case .day(.unsaid, let month, let day): "XXXX-\(padded(month, 2))-\(padded(day, 2))"
    case .month(.unsaid, let month): "XXXX-\(padded(month, 2))"
    default: nil
    }
  }

  /// The value of what depends on the day on which it is said.
  private func relativeTimex(_ today: CivilDate, _ minute: Int?, _ tense: ClauseTense) -> String? {
    switch self {
    case .day(let reference, let month, let day):
      let year = Self.year(reference, today, tense, position: (month, day), span: (month, day))
      guard day <= Dateline.days(inMonth: month, year: year) else { return nil }
      return TimeMeaning.day(.absolute(year), month: month, day: day).timex(from: nil, tense: tense)
    case .easter(let reference, let offset):
      let feast = CivilDate.easter(today.year).adding(days: offset)
      let place = (feast.month, feast.day)
      let year = Self.year(reference, today, tense, position: place, span: place)
      return CivilDate.easter(year).adding(days: offset).text
    case .month(let reference, let month):
      let year = Self.year(reference, today, tense, position: (month, 1), span: (month, 31))
      return TimeMeaning.month(.absolute(year), month).timex(from: nil, tense: tense)
    case .quarter(let reference, let quarter):
      let year = Self.year(
        reference, today, tense, position: (quarter * 3 - 2, 1), span: (quarter * 3, 31))
      return TimeMeaning.quarter(.absolute(year), quarter).timex(from: nil, tense: tense)
    case .half(let reference, let half):
      let year = Self.year(
        reference, today, tense, position: (half * 6 - 5, 1), span: (half * 6, 31))
      return TimeMeaning.half(.absolute(year), half).timex(from: nil, tense: tense)
    case .season(let reference, let season):
      let (first, last) = season.months
      let year = Self.year(reference, today, tense, position: (first, 1), span: (last, 31))
      return TimeMeaning.season(.absolute(year), season).timex(from: nil, tense: tense)
    case .weekday(let weekday, let weeks):
      return Self.day(weekday, weeks, today, minute, tense).text
    case .weekend:
      // From Monday to Thursday the tense tells the weekend behind from the one ahead.
      let offset = tense == .past && today.weekday < 6 ? -7 : 0
      return today.adding(days: offset).weekText + "-WE"
    case .unit(let unit, let offset): return Self.value(unit, offset, today)
    case .distance(let amount?, let unit, let direction):
      guard let count = amount.integer, count < 100_000 else { return nil }
      if unit == .minute || unit == .hour || unit == .second {
        guard let minute, unit != .second else { return nil }
        let moment = minute + direction * count * (unit == .hour ? 60 : 1)
        let days = (moment >= 0 ? moment : moment - 1439) / 1440
        let rest = moment - days * 1440
        return today.adding(days: days).text + "T\(padded(rest / 60, 2)):\(padded(rest % 60, 2))"
      }
      return Self.value(unit, direction * count, today, keepsYears: true)
    default: return nil
    }
  }

  /// The year of a date that does not say it. `position` is its first and `span` its last month and
  /// day; the past tense takes the last one that has begun, the future the next that has not ended,
  /// and without a tense it is the one whose month is nearest.
  private static func year(
    _ reference: YearReference, _ today: CivilDate, _ tense: ClauseTense,
    position: (Int, Int), span: (Int, Int)
  ) -> Int {
    let now = (today.month, today.day)
    switch reference {
    case .absolute(let year): return year
    case .relative(let offset): return today.year + offset
    case .direction(let direction):
      if direction < 0 { return now > span ? today.year : today.year - 1 }
      return direction == 0 || now < position ? today.year : today.year + 1
    case .unsaid:
      switch tense {
      case .past: return now >= position ? today.year : today.year - 1
      case .future: return now <= span ? today.year : today.year + 1
      case .unknown:
        let distance = position.0 - today.month
        return distance > 6 ? today.year - 1 : distance < -6 ? today.year + 1 : today.year
      }
    }
  }

  /// The day that a weekday means. Without a word that tells the week, the past tense means the last
  /// one and the future the next one; the dateline's own weekday means the dateline. News written
  /// late in the day reports from where the next day has begun, and would call a day that lies six
  /// days back by its date: so the weekday of tomorrow then means tomorrow.
  private static func day(
    _ weekday: Int, _ weeks: Int?, _ today: CivilDate, _ minute: Int?, _ tense: ClauseTense
  ) -> CivilDate {
    if let weeks { return today.adding(days: weekday - today.weekday + weeks * 7) }
    let ahead = (weekday - today.weekday + 7) % 7
    switch tense {
    case .future: return today.adding(days: ahead)
    case .past, .unknown:
      if ahead == 1, let minute, minute >= 12 * 60 { return today.adding(days: 1) }
      return today.adding(days: ahead == 0 ? 0 : ahead - 7)
    }
  }

  /// The value of the unit that lies a number of units from the one that holds a day.
  private static func value(
    _ unit: TimeUnit, _ offset: Int, _ today: CivilDate, keepsYears: Bool = false
  ) -> String? {
    switch unit {
    case .second, .minute, .hour: return offset == 0 ? "PRESENT_REF" : nil
    case .day: return today.adding(days: offset).text
    case .week: return today.adding(days: 7 * offset).weekText
    case .weekend: return today.adding(days: 7 * offset).weekText + "-WE"
    case .month:
      let (year, month) = today.adding(months: offset)
      return year > 0 ? "\(padded(year, 4))-\(padded(month, 2))" : nil
    case .quarter:
      let (year, month) = today.adding(months: 3 * offset)
      return year > 0 ? "\(padded(year, 4))-Q\((month + 2) / 3)" : nil
    case .year: return positive(today.year + offset, 4)
    case .decade:
      return keepsYears
        ? positive(today.year + 10 * offset, 4) : positive(today.year / 10 + offset, 3)
    case .century:
      return keepsYears
        ? positive(today.year + 100 * offset, 4) : positive(today.year / 100 + offset, 2)
    case .millennium: return nil
    }
  }

  private static func positive(_ number: Int, _ width: Int) -> String? {
    number > 0 ? padded(number, width) : nil
  }
}

extension Season {
  /// The first and last month in the northern half of the world. A winter is counted to the year in
  /// which it begins, so that its span is cut at December.
  var months: (Int, Int) {
    switch self {
    case .spring: (3, 5)
    case .summer: (6, 8)
    case .autumn: (9, 11)
    case .winter: (12, 12)
    }
  }
}
