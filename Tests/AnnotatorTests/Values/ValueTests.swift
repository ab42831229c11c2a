import Annotator
import Testing

/// Values in marked text: `[Thursday|DATE 2023-10-26]` is a mention with its type and value. The
/// dateline is Friday, 2023-10-27, 22:33, unless a case says another.
@Suite struct ValueTests {
  @Test(arguments: [
    // Days of the week, seen from a Friday.
    "Russia said on [Thursday|DATE 2023-10-26] that it would build ties.",
    "North Korea said on [Saturday|DATE 2023-10-28] it would not.",
    "He left on [Sunday|DATE 2023-10-22] for Paris.",
    "The leaders will meet on [Monday|DATE 2023-10-30] in Rome.",
    "The court ruled on [Friday|DATE 2023-10-27] that he had lied.",
    "They arrived [last Thursday|DATE 2023-10-19] and leave [next Tuesday|DATE 2023-10-31].",
    "It happened [Tuesday morning|TIME 2023-10-24TMO] in the city.",
    "He spoke [late Tuesday|DATE 2023-10-24] and again [early Wednesday|DATE 2023-10-25].",
    "Shops open on [Mondays|DATE XXXX-WXX-1] and close [every Thursday|DATE XXXX-WXX-4].",
    // Days and months.
    "It was taken on [September 13, 2023|DATE 2023-09-13] in Russia.",
    "It was taken on [13 September 2023|DATE 2023-09-13] in Russia.",
    "It was held on [Oct. 26|DATE 2023-10-26] in Seoul.",
    "It was held on [Thursday, Oct. 26, 2023|DATE 2023-10-26] in Seoul.",
    "They met in [September|DATE 2023-09] in Russia.",
    "They met in [December|DATE 2022-12] in Russia.",
    "They will meet in [March|DATE 2024-03] in Russia.",
    "It ended in [May 2021|DATE 2021-05] at last.",
    "May said she may march on.",
    "The file is of [2023-10-27|DATE 2023-10-27] and no later.",
    "They remember [9/11|DATE 2001-09-11] still.",
    "[The 26th of October|DATE 2023-10-26] was a cold day.",
    // Years and longer.
    "He was born in [1952|DATE 1952] and died in [2020|DATE 2020].",
    "It grew in [the 1990s|DATE 199] and in [the early 1980s|DATE 198].",
    "It was built in [the 19th century|DATE 18] by monks.",
    "Sales rose in [the third quarter|DATE 2023-Q3] again.",
    "Sales rose in [the first quarter of 2021|DATE 2021-Q1] again.",
    "Sales fell in [the first half of last year|DATE 2022-H1] again.",
    "He ran from [1999 to 2008|DATE] without pause.",
    "It stood [between 2006 and 2012|DATE] there.",
    "Heat came in [the summer of 2012|DATE 2012-SU] to Spain.",
    "Heat came [last summer|DATE 2023-SU] to Spain.",
    "It opens in [late October|DATE 2023-10] or [early 2024|DATE 2024].",
    "They want it by [the end of the year|DATE 2023].",
    // Relative to the dateline.
    "Lavrov met Kim [this month|DATE 2023-10] in Pyongyang.",
    "He was freed [last week|DATE 2023-W42] in Kyiv.",
    "Prices rose [last month|DATE 2023-09] and fell [last year|DATE 2022].",
    "He will come [next year|DATE 2024] with gifts.",
    "It happened [yesterday|DATE 2023-10-26] or [today|DATE 2023-10-27].",
    "They talked [last night|TIME 2023-10-26TNI] and [this morning|TIME 2023-10-27TMO].",
    "It fell [three days ago|DATE 2023-10-24] in Gaza.",
    "It fell [two weeks ago|DATE 2023-W41] in Gaza.",
    "It fell [20 years ago|DATE 2003] in Gaza.",
    "It fell [a few years ago|DATE PAST_REF] in Gaza.",
    "It fell [more than a year ago|DATE 2022] in Gaza.",
    "The [March|DATE 2023-03] sales were worse than [July 8 to 12|DATE].",
    "They stay [these days|DATE PRESENT_REF] in his [30s|DATE].",
    "He quit [earlier this week|DATE 2023-W43] as planned.",
    "He met voters over [the weekend|DATE 2023-W42-WE] in Ohio.",
    // Durations, repetitions and ages.
    "It spent stocks in its [20-month|DATE P20M] war.",
    "It grew over [the past 12 months|DATE P12M] by much.",
    "They condemned it [a day|DATE P1D] after the talks.",
    "He waited for [more than three years|DATE P3Y] there.",
    "He waited for [two and a half years|DATE P2.5Y] there.",
    "He waited for [half an hour|TIME PT30M] there.",
    "They pay [annual|DATE P1Y] fees [every day|DATE P1D].",
    "The [81-year-old|DATE P81Y] senator, [52 years old|DATE P52Y], spoke.",
    "John Smith, [52|DATE P52Y], was hurt.",
    "It has failed for [decades|DATE PXDE] now.",
    "He got [four years and three months|DATE P4Y3M] and ran [2 hours, 32 minutes|TIME PT2H32M].",
    "It could halve them within [a decade|DATE P10Y].",
    "It will end by [Easter|DATE 2024-03-31] or [Good Friday 2025|DATE 2025-04-18].",
    "It must end by [Monday|DATE 2023-10-30] after all.",
    "They have waited since [November|DATE 2022-11] and plan it from [January|DATE 2024-01].",
    "In [recent years|DATE PAST_REF] it rose; in [the coming weeks|DATE FUTURE_REF] it will fall.",
    // Times.
    "It began at [10 a.m.|TIME T10:00] in Rome.",
    "It began at [10:15 p.m. EST|TIME T22:15] in Rome.",
    "It began at [10 a.m.|TIME 2023-10-26T10:00] on [Thursday|DATE 2023-10-26] in Rome.",
    "It began at [1530 GMT|TIME T15:30Z] in Rome.",
    "It began at [midnight|TIME T00:00] in Rome.",
    "It took [three hours|TIME PT3H] to end.",
  ])
  func datesAndTimes(_ marked: String) { check(marked) }

  @Test(arguments: [
    "It paid [$2.9 billion|MONEY 2900000000 USD] for it.",
    "It paid [2.9 billion euros|MONEY 2900000000 EUR] for it.",
    "It paid [about $1.1 million|MONEY 1100000 USD] for it.",
    "It paid [50 cents|MONEY 0.5 USD] for it.",
    "It paid [£5m|MONEY 5000000 GBP] for it.",
    "It paid [€3.5bn|MONEY 3500000000 EUR] for it.",
    "It paid [Rs 300 crore|MONEY 3000000000 INR] for it.",
    "It paid [between $1 million and $5 million|MONEY] for it.",
    "It paid [nearly 12 million cedis|MONEY 12000000 GHS] in a fraud over [£412,000|MONEY 412000 GBP].",
    "It paid [RM50,000|MONEY 50000 MYR] for it.",
    "It fell by [about a third|CARDINAL] at [$20|MONEY 20 USD] an hour.",
    "It paid [US$20|MONEY 20 USD] for it.",
    "It paid [10 Canadian dollars|MONEY 10 CAD] for it.",
    "It paid [twenty thousand dollars|MONEY 20000 USD] for it.",
    "It paid [millions of dollars|MONEY] for it.",
    "It paid [half a million pounds|MONEY 500000 GBP] for it.",
    "Costs of [$5-10 billion|MONEY] are likely.",
    "It rose [31 percent|PERCENT 31 %] to a peak.",
    "It rose [31%|PERCENT 31 %] to a peak.",
    "It rose [more than 2.5 per cent|PERCENT 2.5 %] to a peak.",
    "It rose [5 percentage points|PERCENT 5 pp] to a peak.",
    "It covers [140 square km|QUANTITY 140 km2] of land.",
    "It covers [about 80 miles|QUANTITY 80 mi] of coast.",
    "He won the [100-metre|QUANTITY 100 m] race.",
    "It moves at [105 mph|QUANTITY 105 mi/h] on land.",
    "It ships [30,000 barrels per day|QUANTITY 30000 bbl/d] abroad.",
    "It was [3.6 degrees Celsius|QUANTITY 3.6 °C] there.",
    "It burnt [1.5 million tonnes|QUANTITY 1500000 t] of coal.",
    "[Two dozen|CARDINAL] men and [hundreds of thousands|CARDINAL] of others left.",
    "[At least 14|CARDINAL] people and [one-third|CARDINAL] of the town left.",
    "[One|CARDINAL] of the men said no one had won [3-1|CARDINAL].",
    "The [first|ORDINAL] man and the [21st|ORDINAL] man left.",
    "[Two hundred and fifty|CARDINAL] men left.",
    "An F-16 and a G7 and COVID-19 stay as they are.",
    "[Three|CARDINAL] countries, [more than half|CARDINAL] of them small.",
  ])
  func amounts(_ marked: String) { check(marked) }

  @Test func withoutDateline() {
    check("It fell on [Thursday|DATE] in [May 2021|DATE 2021-05].", dateline: nil)
    check("It fell on [May 3|DATE XXXX-05-03] and [last week|DATE] too.", dateline: nil)
  }

  /// No text makes the grammar fail, and no part of one.
  @Test func totality() {
    let pieces = [
      "$", "5", "-", "20", "the", "last", "of", "2023", ",", "half", "and", "a", "to", "May", ".",
      "9/11", "10:15", "99999999999999999999", "month", "years", "ago", "between", "percent", "’",
      "first", "quarter", "million", "½", "€", "Q", "3", "early", "every", "ago", "🙂", "0", "é",
    ]
    for a in 0..<pieces.count {
      for b in 0..<pieces.count {
        let text = (0..<8).map { pieces[(a + b * $0) % pieces.count] }
        for separator in ["", " "] {
          let tokens = tokenize(Prose(verbatim: Array(text.joined(separator: separator).utf8)))
          var end = 0
          for mention in ValueRecognizer().mentions(in: tokens) {
            #expect(mention.tokens.lowerBound >= end && !mention.tokens.isEmpty)
            end = mention.tokens.upperBound
            _ = resolveValue(of: mention, in: tokens, dateline: friday)
          }
        }
      }
    }
  }
}

private let friday = Dateline(year: 2023, month: 10, day: 27, minute: 22 * 60 + 33)

/// Recognises and resolves the values of the text without marks, and compares the text with marks.
private func check(
  _ marked: String, dateline: Dateline? = friday,
  location: SourceLocation = #_sourceLocation
) {
  let text = tokenize(Prose(verbatim: Array(unmarked(marked).utf8)))
  var rendered = ""
  var end = 0
  for mention in ValueRecognizer().mentions(in: text) {
    let range = text.proseRange(mention.tokens)
    let value = resolveValue(of: mention, in: text, dateline: dateline).map { " \($0)" } ?? ""
    rendered += String(decoding: text.prose.bytes[end..<range.lowerBound], as: UTF8.self)
    rendered += "[\(text.string(mention.tokens))|\(mention.type.rawValue)\(value)]"
    end = range.upperBound
  }
  rendered += String(decoding: text.prose.bytes[end...], as: UTF8.self)
  #expect(rendered == marked, sourceLocation: location)
}

/// The text without marks: of `[text|TYPE value]` only the text.
private func unmarked(_ marked: String) -> String {
  var result = ""
  var isHidden = false
  for character in marked {
    switch character {
    case "[": continue
    case "|": isHidden = true
    case "]": isHidden = false
    default: if !isHidden { result.append(character) }
    }
  }
  return result
}
