/// The date of an article's head is a real day, written `YYYY-MM-DD`, with the time of day behind it
/// where that is known: `YYYY-MM-DD HH:MM`. Other orders of day and month mean different days to
/// different readers.
///
///     **2023-10-27 22:33**
///
/// Only lines of digits and separators are looked at: a date in words is left to the reader.
enum DateInvalid: ArticleRule {
  static let id = "head/date-invalid"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary =
    "The head's date is in digits but is no real YYYY-MM-DD or YYYY-MM-DD HH:MM."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard let date = article.article.head.date else { return [] }
    let line = Array(date.text.utf8)
    guard line.contains(where: \.isASCIIDigit), line.allSatisfy(isDigitOrSeparator),
      let defect = defect(of: line)
    else { return [] }
    return [
      finding(
        date.range,
        "“\(date.text)” \(defect). Write the date as YYYY-MM-DD or YYYY-MM-DD HH:MM.")
    ]
  }

  private static func isDigitOrSeparator(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || "-/.:, \t".utf8.contains(byte)
  }

  /// What is wrong with a date line, as the end of a sentence; `nil` when nothing is.
  private static func defect(of line: [UInt8]) -> String? {
    guard line.count == 10 || line.count == 16, line[4] == UInt8(ascii: "-"),
      line[7] == UInt8(ascii: "-"), let year = number(line[0..<4]),
      let month = number(line[5..<7]), let day = number(line[8..<10])
    else { return "is not a date in the form that heads use" }
    guard (1...12).contains(month) else { return "has no month: months go from 01 to 12" }
    let days = Dateline.days(inMonth: month, year: year)
    guard (1...days).contains(day) else {
      return "names a day that does not exist: this month has \(days) days"
    }
    guard year > 0 else { return "names a year that does not exist" }
    guard line.count == 16 else { return nil }
    guard line[10] == UInt8(ascii: " "), line[13] == UInt8(ascii: ":"),
      let hour = number(line[11..<13]), let minute = number(line[14..<16])
    else { return "has a time in another form than HH:MM" }
    guard hour < 24, minute < 60 else {
      return "names a time that does not exist: times go from 00:00 to 23:59"
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(\.isASCIIDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}
