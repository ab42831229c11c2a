import Foundation
import TestSupport
import Testing

@testable import Annotator

/// Everything found in the sample articles, compared with what was found when somebody last looked.
/// Where a change is meant, `ANNOTATE_UPDATE_GOLDEN=1 swift test --filter GoldenTests` writes the
/// files in `Tests/AnnotatorTests/Golden` anew, to be read before they are committed.
struct GoldenTests {
  private static let folder = SharedData.repository.appending(path: "Tests/AnnotatorTests/Golden")
  private static let isUpdating =
    ProcessInfo.processInfo.environment["ANNOTATE_UPDATE_GOLDEN"] == "1"

  @Test func theSampleArticlesAreAnnotatedAsBefore() throws {
    let articles = try GoldArticle.read("seeds/gold.jsonl")
    #expect(!articles.isEmpty)
    for article in articles {
      let seed = SharedData.repository.appending(path: "seeds/\(article.id).md")
      let text = try String(contentsOf: seed, encoding: .utf8)
      #expect(text == article.text, "the gold file has the article's text")
      let new = goldenText(try article.annotated())
      let file = Self.folder.appending(path: "\(article.id).txt")
      if Self.isUpdating { try Data(new.utf8).write(to: file) }
      let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      #expect(
        old == new,
        "\(article.id) is annotated differently:\n\(difference(from: old, to: new))")
    }
  }

  @Test func theDifferenceIsShort() {
    #expect(difference(from: "a\nb\nc", to: "a\nx\nc") == "- 2: b\n+ 2: x")
    #expect(difference(from: "a", to: "a") == "")
    let many = (0..<40).map { "\($0)\n" }.joined()
    #expect(difference(from: "", to: many).split(separator: "\n").last == "(and 20 more)")
  }
}
