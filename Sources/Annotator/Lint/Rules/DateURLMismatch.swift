/// The day in an article's address is the day in its head, or the day before or after, since clocks
/// differ between desks. A greater difference means that one of the two was copied from another
/// article.
///
///     **2023-10-27**
///     **https://www.example.org/world/2023-10-12/talks** ← fifteen days earlier
///
/// Days are looked for in the forms `2023-10-27` and `2023/10/27`. An address that holds several needs
/// one that fits.
enum DateURLMismatch: ArticleRule {
  static let id = "head/date-url-mismatch"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The URL holds a date that differs from the head's by more than one day."

  static func findings(in article: LintedArticle) -> [Finding] {
    let head = article.article.head
    guard let url = head.url, let dateline = head.dateline else { return [] }
    let days = days(in: Array(url.text.utf8))
    let published = CivilDate(dateline).number
    guard let other = days.first, days.allSatisfy({ abs($0.day - published) > 1 }) else {
      return []
    }
    return [
      finding(
        url.range,
        "The address is of \(other.written), the head's date is \(head.date?.text ?? ""). Correct "
          + "the one that is wrong.")
    ]
  }

  /// The days that an address names, as written and as day numbers.
  private static func days(in bytes: [UInt8]) -> [(written: String, day: Int)] {
    guard bytes.count >= 10 else { return [] }
    return (0...bytes.count - 10).compactMap { start in
      let mark = bytes[start + 4]
      guard mark == ASCII.hyphen || mark == ASCII.slash, bytes[start + 7] == mark,
        start == 0 || !ASCII.isDigit(bytes[start - 1]),
        start + 10 == bytes.count || !ASCII.isDigit(bytes[start + 10]),
        let year = number(bytes[start..<start + 4]),
        let month = number(bytes[start + 5..<start + 7]),
        let day = number(bytes[start + 8..<start + 10]),
        let date = Dateline(year: year, month: month, day: day)
      else { return nil }
      let written = String(decoding: bytes[start..<start + 10], as: UTF8.self)
      return (written, CivilDate(date).number)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy(ASCII.isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }
}
