import Annotator
import LanguageServerProtocol
import TestSupport
import Testing

@testable import annotate_server

/// The index of many articles, and what is asked of it.
struct WorkspaceIndexTests {
  private static func article(_ name: String, _ text: String, date: String? = nil) -> ArticleIndex {
    let head = date.map { "# \(name)\n**Agency**\n\n**\($0)**\n\n" } ?? "# \(name)\n\n"
    let analysis = analyze(SourceText(head + text + "\n"))
    return ArticleIndex(
      DocumentURI(rawValue: "file:///\(name).md"), analysis, analysis.annotations, unit: .utf16)
  }

  private static let articles = [
    article("old", "Dmitry Peskov said the talks were over. He blamed Norway.", date: "2023-10-26"),
    article(
      "new", "“We will not sign,” Peskov told reporters. Oslo said nothing.", date: "2023-11-02"),
    article(
      "other", "Sergey Lavrov said that Dmitry Peskov was wrong. Lavrov said he would resign.",
      date: "2023-11-01"),
    article("undated", "Dmitry Peskov said that he was tired."),
  ]

  private static let index = {
    var index = WorkspaceIndex()
    for article in articles { index.insert(article) }
    return index
  }()

  /// A question, and the answers as `article: content`.
  struct Question: Sendable, CustomTestStringConvertible {
    var source: String?
    var about: String?
    var since: String?
    var until: String?
    var limit = Int.max
    var answers: [String]
    var testDescription: String {
      "\([source, about, since, until].map { $0 ?? "·" }) \(limit == .max ? "" : "\(limit)")"
    }
  }

  @Test(arguments: [
    Question(
      source: "Peskov",
      answers: [
        "new: “We will not sign,”", "old: the talks were over", "old: Norway",
        "undated: that he was tired",
      ]),
    Question(
      source: "Dmitry Peskov", since: "2023-10-27", answers: ["new: “We will not sign,”"]),
    Question(
      source: "peskov", until: "2023-10", answers: ["old: the talks were over", "old: Norway"]),
    Question(source: "Peskov", limit: 1, answers: ["new: “We will not sign,”"]),
    Question(
      source: "Lavrov", about: "Dmitry Peskov", answers: ["other: that Dmitry Peskov was wrong"]),
    Question(
      about: "Lavrov", answers: ["other: he would resign"]),
    Question(source: "Peskov", about: "Peskov", answers: ["undated: that he was tired"]),
    Question(about: "talks", answers: ["old: the talks were over"]),
    Question(source: "Putin", answers: []),
    Question(since: "2024", answers: []),
  ])
  func aQuestionIsAnswered(question: Question) throws {
    var query = ClaimQuery()
    query.source = question.source.flatMap { NameQuery($0) }
    query.about = question.about.flatMap { NameQuery($0) }
    query.days = try DayRange(since: question.since, until: question.until)
    let found = Self.index.claims(query, limit: question.limit).map { found in
      let content = found.article.texts.string(
        ArticleIndex.ClaimPart.content.row(ofClaim: found.claim))
      return "\(found.article.text(.title) ?? ""): \(content)"
    }
    #expect(found == question.answers)
  }

  @Test func namesAreMergedOverAllArticles() throws {
    let people = Self.index.things("", type: .person, limit: 10)
    #expect(people.map(\.1.name) == ["Dmitry Peskov", "Sergey Lavrov", "Peskov"])
    #expect(people.map(\.1.count).sorted(by: >) == people.map(\.1.count))
    let places = Self.index.places(of: people[0].1)
    #expect(places.map { $0.article.text(.title) } == ["other", "old", "undated"])
    #expect(Self.index.things("pes", limit: 10).map(\.1.name) == ["Dmitry Peskov", "Peskov"])
    #expect(Self.index.things("pes", limit: 1).count == 1)
    #expect(Self.index.things("…", limit: 10).isEmpty)
    #expect(Self.index.things("pes", type: .organization, limit: 10).isEmpty)
  }

  /// Whatever comes and goes, the index is that of the articles which are there at the end.
  @Test func articlesComeAndGo() {
    var random = SeededGenerator(seed: 7)
    var index = WorkspaceIndex()
    var there: [String: ArticleIndex] = [:]
    for _ in 0..<300 {
      let article = Self.articles.randomElement(using: &random)!
      if Bool.random(using: &random) {
        index.insert(article)
        there[article.uri.key] = article
      } else {
        index.remove(article.uri.key)
        there[article.uri.key] = nil
      }
      var fresh = WorkspaceIndex()
      for article in there.values { fresh.insert(article) }
      #expect(index.articles.map(\.uri) == fresh.articles.map(\.uri))
      #expect(index.size == fresh.size)
      #expect(index.names.mapValues(\.count) == fresh.names.mapValues(\.count))
      #expect(Set(index.keys) == Set(there.keys))
    }
  }

  @Test func anArticleWithoutAnythingIsHarmless() {
    var index = WorkspaceIndex()
    index.insert(Self.article("", ""))
    #expect(index.claims(ClaimQuery()).isEmpty)
    #expect(index.things("", limit: 10).isEmpty)
  }
}
