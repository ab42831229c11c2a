import Annotator
import LanguageServerProtocol
import Testing

@testable import annotate_server

/// Which names of an article a name that is asked for stands for.
struct NameQueryTests {
  /// A name that is asked for, the names that an article uses for one thing, and whether these match.
  struct Sample: Sendable, CustomTestStringConvertible {
    var query: String
    var names: [String]
    var isPerson = true
    var isMatch: Bool
    var testDescription: String { "\(query) in \(names)" }
  }

  @Test(arguments: [
    // The name, however it is written
    Sample(query: "Dmitry Peskov", names: ["Dmitry Peskov", "Peskov"], isMatch: true),
    Sample(query: "DMITRY PEŠKOV", names: ["Dmitry Peskov"], isMatch: true),
    Sample(query: "Kim Jong Un", names: ["Kim Jong-un", "Kim"], isMatch: true),
    Sample(query: "the IAEA", names: ["IAEA"], isPerson: false, isMatch: true),
    Sample(query: "Gazprom", names: ["Gazprom Inc."], isPerson: false, isMatch: true),
    Sample(query: "U.S.", names: ["US"], isPerson: false, isMatch: true),
    // A surname
    Sample(query: "peskov", names: ["Dmitry Peskov"], isMatch: true),
    Sample(query: "von der Leyen", names: ["Ursula von der Leyen"], isMatch: true),
    Sample(query: "Hauge-Lien", names: ["Sunniva Hauge-Lien"], isMatch: true),
    Sample(query: "King", names: ["Martin Luther King Jr."], isMatch: true),
    Sample(query: "Dmitry", names: ["Dmitry Peskov"], isMatch: false),
    Sample(query: "Kim", names: ["Kim Jong Un", "Kim"], isMatch: true),
    Sample(query: "Defense", names: ["Ministry of Defense"], isPerson: false, isMatch: false),
    // A name of which the article has only a part
    Sample(query: "Joe Biden", names: ["Biden"], isMatch: true),
    Sample(query: "Lyudmila Putin", names: ["Vladimir Putin", "Putin"], isMatch: false),
    Sample(query: "New York", names: ["York"], isPerson: false, isMatch: false),
    // Middle names and initials
    Sample(query: "Donald Trump", names: ["Donald J. Trump"], isMatch: true),
    Sample(query: "Donald John Trump", names: ["Donald Trump"], isMatch: true),
    Sample(query: "Donald Trump", names: ["D. Trump"], isMatch: true),
    Sample(query: "Donald Trump", names: ["Melania Trump", "Trump"], isMatch: false),
    Sample(query: "Bank America", names: ["Bank of America"], isPerson: false, isMatch: false),
  ])
  func aNameStandsForNames(sample: Sample) throws {
    let query = try #require(NameQuery(sample.query))
    let isMatch = sample.names.enumerated().contains { index, name in
      query.matches(
        NameQuery.core(FoldedText(name).words), isPerson: sample.isPerson, isFullest: index == 0)
    }
    #expect(isMatch == sample.isMatch)
  }

  @Test func aTextWithoutWordsIsNoName() {
    #expect(NameQuery("") == nil)
    #expect(NameQuery(" — ") == nil)
  }

  @Test(arguments: [
    ("North Korea", "to North Korea’s leader", true), ("North Korea", "north of Korea", false),
    ("North Korea", "in the North, Korea said", true), ("Korea", "North Korea", true),
    ("a b a c", "a b a b a c", true), ("Kim", "Kimberly", false), ("Kim", "", false),
  ])
  func wordsOccurInAText(name: String, text: String, isFound: Bool) throws {
    let query = try #require(NameQuery(name))
    #expect(query.occurs(in: FoldedText(text).words[...]) == isFound)
  }

  @Test(
    arguments: [
      (nil, nil, 0, true), ("2023", nil, 0, false), (nil, "2023", 0, false),
      ("2023", nil, 2023_01_01, true), ("2023", nil, 2022_12_31, false),
      (nil, "2023", 2023_12_31, true), (nil, "2023", 2024_01_01, false),
      (nil, "2024-02", 2024_02_29, true), (nil, "2023-02", 2023_03_01, false),
      ("2023-10-27", "2023-10-27", 2023_10_27, true), ("2023-10-27", nil, 2023_10_26, false),
    ] as [(String?, String?, Int32, Bool)])
  func daysHaveTwoEnds(since: String?, until: String?, day: Int32, isInside: Bool) throws {
    #expect(try DayRange(since: since, until: until).contains(day) == isInside)
  }

  @Test(arguments: [
    "", "yesterday", "2023-", "2023-13", "2023-02-30", "23", "2023-1-1", "2023-10-27-01", "+023",
    "2023/10/27", "0000",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(throws: DateError.self) { try DayRange(since: text, until: nil) }
    #expect(throws: DateError.self) { try DayRange(since: nil, until: text) }
  }
}
