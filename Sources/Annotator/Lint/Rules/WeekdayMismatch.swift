/// A weekday beside a date is that date's weekday; otherwise one of the two is wrong, and readers
/// come on the wrong day.
///
///     The court will hear the case on Thursday, Oct. 27, 2023.      (a Friday)
///
/// A date without a year is taken to be of the year in the article's head; around the turn of the
/// year that before or behind it counts too. Days before the Gregorian calendar are left alone, and
/// so are ranges of weekdays ("Monday to Friday, Oct. 23-27").
enum WeekdayMismatch: ArticleRule {
  static let id = "date/weekday-mismatch"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.words
  static let summary = "A weekday beside a date is not that date's weekday."

  static func findings(in article: LintedArticle) -> [Finding] {
    var findings: [Finding] = []
    for (index, passage) in article.passages.enumerated() {
      for date in writtenDates(in: passage.text) {
        guard let weekday = date.weekday,
          let right = rightWeekday(of: date, weekday.number, head: article.article.head.dateline)
        else { continue }
        let written = passage.text.string(weekday.token)
        findings.append(
          finding(
            article.source(passage.text.tokens[weekday.token].range, ofPassage: index),
            "\(passage.text.string(date.tokens)) is a \(names[right.weekday - 1])"
              + (date.year == nil ? " in \(right.year)" : "")
              + ", not a \(names[weekday.number - 1]). Correct “\(written)” or the date."))
      }
    }
    return findings
  }

  /// The date that makes a weekday wrong; `nil` where it is right or cannot be known.
  private static func rightWeekday(
    of date: WrittenDate, _ weekday: Int, head: Dateline?
  ) -> CivilDate? {
    var years: [Int] = []
    if let year = date.year {
      years = [year]
    } else if let head {
      years = [head.year]
      // "Monday, Jan. 8" in December is of the next year.
      if head.month >= 10, date.month <= 3 { years.append(head.year + 1) }
      if head.month <= 3, date.month >= 10 { years.append(head.year - 1) }
    }
    let days = years.compactMap { year in
      Dateline(year: year, month: date.month, day: date.day).map { CivilDate($0) }
    }
    // A day that is missing in one of the years is the matter of `date/impossible`.
    guard !days.isEmpty, days.count == years.count, days.allSatisfy({ $0.weekday != weekday })
    else { return nil }
    return days[0]
  }

  private static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
