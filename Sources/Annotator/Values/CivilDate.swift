/// A day of the proleptic Gregorian calendar, with the arithmetic that dates in news need.
struct CivilDate: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(_ dateline: Dateline) {
    self.init(year: dateline.year, month: dateline.month, day: dateline.day)
  }

  /// The day that is a number of days after 1970-01-01. The year is taken to begin in March, so that
  /// the leap day is its last and the lengths of the months before it follow one line.
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days after 1970-01-01.
  var number: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week as ISO 8601 counts it: Monday is 1, Sunday 7.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The day some days later.
  func adding(days: Int) -> CivilDate { CivilDate(number: number + days) }

  /// The year and month some months later.
  func adding(months: Int) -> (year: Int, month: Int) {
    let count = year * 12 + month - 1 + months
    let year = (count >= 0 ? count : count - 11) / 12
    return (year, count - year * 12 + 1)
  }

  /// The ISO 8601 week that holds the day: the week belongs to the year of its Thursday.
  var week: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let first = CivilDate(year: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.number - first.number) / 7 + 1)
  }

  /// Easter Sunday of the western churches, by the anonymous Gregorian computus.
  static func easter(_ year: Int) -> CivilDate {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// `YYYY-MM-DD`.
  var text: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `YYYY-Www`.
  var weekText: String { "\(padded(week.year, 4))-W\(padded(week.week, 2))" }
}

/// A number with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
