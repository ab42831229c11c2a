/// A date that no calendar has is a slip of typing or of counting.
///
///     The law takes effect on 31 April.
///
/// 29 February is looked at where its year is named. Where a month stands before the number and no
/// year behind it, the number may count something else ("In April 31 people died"): such a date is
/// passed over unless a mark or a small word follows. The head's date has `head/date-invalid`.
enum DateImpossible: PassageRule {
  static let id = "date/impossible"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.words
  static let summary = "A date stands in the text that no calendar has."

  static func findings(in passage: LintedPassage) -> [Finding] {
    let text = passage.text
    // A date has a number.
    guard text.prose.bytes.contains(where: \.isASCIIDigit) else { return [] }
    return writtenDates(in: text).compactMap { date in
      guard let defect = defect(of: date), !countsSomething(date, in: text) else { return nil }
      return finding(
        text.proseRange(date.tokens),
        "There is no \(text.string(date.tokens)): \(defect). Correct the date.")
    }
  }

  /// What is wrong with a date; `nil` when nothing is.
  private static func defect(of date: WrittenDate) -> String? {
    guard (1...12).contains(date.month) else { return "a year has 12 months" }
    // Without a year 29 February may be right, and 2000 had it.
    let days = Dateline.days(inMonth: date.month, year: date.year ?? 2000)
    if (1...days).contains(date.day) { return nil }
    // "32 May" may be a number and a name.
    guard date.year != nil || date.day <= 31 && date.day > 0 else { return nil }
    return "this month has \(days) days"
  }

  /// Whether the number behind a month may count the things that are named next.
  private static func countsSomething(_ date: WrittenDate, in text: TokenizedProse) -> Bool {
    let next = date.tokens.upperBound
    guard date.isMonthFirst, date.year == nil, next < text.tokens.count,
      text.tokens[date.tokens.upperBound - 1].kind == .number
    else { return false }
    switch text.tokens[next].kind {
    case .punctuation: return text.isToken(next, "-")
    case .word: return !text.isToken(next, in: followers)
    case .number, .symbol, .address: return true
    }
  }

  /// Words that follow a date and no number of things.
  private static let followers = WordSet(
    words: """
      and or but at in on to for from by with when where while as after before until till was is \
      will would has had that which the this
      """)
}
