/// What a value says, before the day on which it was said is known.
enum ValueMeaning: Sendable, Hashable {
  /// An amount in a unit.
  case amount(AmountMeaning)
  /// A date, time, duration or repetition.
  case time(TimeMeaning)
}

/// An amount in a unit: an ISO 4217 code, `%`, or a symbol of measure.
struct AmountMeaning: Sendable, Hashable {
  /// The amount.
  var number: DecimalNumber
  /// Its unit.
  var unit: String

  /// `NUMBER UNIT`.
  var text: String { "\(number.text) \(unit)" }
}

/// Which year a date without one belongs to.
enum YearReference: Sendable, Hashable {
  /// Not said: the clause's tense decides.
  case unsaid
  /// A year of the common era.
  case absolute(Int)
  /// Years from the dateline's: "of last year" is -1.
  case relative(Int)
  /// The last or next one: "last September", "next summer".
  case direction(Int)
}

/// What a DATE or TIME says.
indirect enum TimeMeaning: Sendable, Hashable {
  case day(YearReference, month: Int, day: Int)
  case month(YearReference, Int)
  /// A day that is some days from Easter Sunday of the western churches.
  case easter(YearReference, offset: Int)
  case season(YearReference, Season)
  case quarter(YearReference, Int)
  case half(YearReference, Int)
  case year(Int)
  /// 199 are the 1990s.
  case decade(Int)
  /// 19 is the twentieth century, as TIMEX3 counts.
  case century(Int)
  /// A day of the week; `weeks` counts from the dateline's week, `nil` leaves it to the tense.
  case weekday(Int, weeks: Int?)
  /// The unit that holds the dateline, moved by a number of units: "last week" is -1.
  case unit(TimeUnit, offset: Int)
  /// "the weekend": the tense decides which.
  case weekend
  /// An amount of units; `nil` is an unknown number of them.
  case duration(DecimalNumber?, TimeUnit)
  /// "three days ago", "five years from now": an amount of units before (-1) or after (1) now.
  case distance(DecimalNumber?, TimeUnit, direction: Int)
  /// A part of a day; `nil` is a day not said.
  case part(TimeMeaning?, PartOfDay)
  /// A time of a day; `nil` is a day not said.
  case clock(TimeMeaning?, hour: Int, minute: Int, zone: String)
  /// A value that needs no calendar: `PRESENT_REF`, `XXXX-WXX-4`, `P1D`.
  case literal(String)
}

/// The tense of the clause that holds a date.
enum ClauseTense: Sendable, Hashable {
  case past
  case future
  case unknown
}
