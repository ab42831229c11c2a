import Annotator

/// Which claims somebody asks for: those that meet every condition.
struct ClaimQuery: Sendable {
  /// Who makes them.
  var source: NameQuery?
  /// Whom or what they are about.
  var about: NameQuery?
  /// When they were published.
  var days = DayRange()

  /// The claims of an article that are asked for, as indices.
  func claims(of article: ArticleIndex) -> [Int] {
    guard days.contains(article.day) else { return [] }
    let sources = source.map { article.chains(named: $0) }
    if let sources, sources.isEmpty { return [] }
    let subjects = about.map { article.chains(named: $0) } ?? []
    if let about, subjects.isEmpty, !article.mayHave(about) { return [] }
    return article.claims.indices.filter { claim in
      (sources?.contains(Int(article.claims[claim].sourceChain)) ?? true)
        && (about.map { article.isClaim(claim, about: $0, subjects) } ?? true)
    }
  }
}

/// A stretch of days, both ends in it. Where it has an end, an article without a date is outside.
struct DayRange: Sendable, Equatable {
  /// The first day as YYYYMMDD.
  private(set) var first: Int32?
  /// The last day as YYYYMMDD.
  private(set) var last: Int32?

  /// All days.
  init() {}

  /// The days from one date to another, each of which may be a year or a month: `2023`, `2023-10`,
  /// `2023-10-27`.
  ///
  /// - Throws: The date that is none.
  init(since: String?, until: String?) throws(DateError) {
    first = try since.map { text throws(DateError) in try DayRange.days(of: text).lowerBound }
    last = try until.map { text throws(DateError) in try DayRange.days(of: text).upperBound }
  }

  /// Whether no day is in the range, since it ends before it begins.
  var isEmpty: Bool {
    guard let first, let last else { return false }
    return first > last
  }

  /// Whether a day, as YYYYMMDD or 0 for one that is not known, is in the range.
  func contains(_ day: Int32) -> Bool {
    if first == nil, last == nil { return true }
    return day > 0 && (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  private static func days(of text: String) throws(DateError) -> ClosedRange<Int32> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    let numbers = zip(parts, lengths).compactMap { part, length in
      part.utf8.count == length && part.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), numbers.count == parts.count else {
      throw DateError(text: text)
    }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    guard let start = Dateline(year: numbers[0], month: month ?? 1, day: day ?? 1) else {
      throw DateError(text: text)
    }
    let lastMonth = month ?? 12
    let lastDay = day ?? Dateline.days(inMonth: lastMonth, year: start.year)
    return start.key...Int32(start.year * 10000 + lastMonth * 100 + lastDay)
  }
}

/// A text that should be a date and is none.
struct DateError: Error {
  /// The text.
  var text: String
  /// What is wrong and what to do.
  var message: String {
    "is “\(text)”; it must be a day, a month or a year: 2023-10-27, 2023-10, 2023"
  }
}

extension Dateline {
  /// The day as YYYYMMDD, which orders days.
  var key: Int32 { Int32(year * 10000 + month * 100 + day) }
}
