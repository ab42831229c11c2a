import Foundation
import TestSupport
import Testing

@testable import Annotator

/// An article is read no further than its rules need: what is found must not depend on that.
@Suite struct ReadingDepthTests {
  @Test(
    .enabled(if: SharedData.file("data/polnear.dev.jsonl") != nil, "needs the corpus of claims"))
  func readingByStepsFindsTheSame() throws {
    let url = try #require(SharedData.file("data/polnear.dev.jsonl"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    struct Document: Decodable { var text: String }
    for line in lines.prefix(30) {
      let text = try JSONDecoder().decode(Document.self, from: Data(line.utf8)).text
      let stepwise = try LintedArticle(reading: SourceText(text), for: LintOptions())
      #expect(lint(stepwise).findings == lintedFindings(text))
    }
  }

  @Test(arguments: [
    ("Nothing is wrong here.", ReadingDepth.words),
    ("Yohanes Leki sang. Later Yohannes Leki left.", .names),
    ("In Zagorje there was rain, in Zagorie there was none.", .names),
    ("Al Shabaab attacked. Later al-Shabaab left. Al-Shabaab said so.", .names),
    ("“We have never seen such a winter.”", .claims),
    ("“We have never seen such a winter,” said Halima Guyo.", .words),
    ("The law came too late, Kiplimo said.", .names),
    ("The law came too late, Anna Kiplimo said. Kiplimo left.", .words),
  ])
  func anArticleIsReadAsFarAsNeeded(_ text: String, _ depth: ReadingDepth) throws {
    let article = try LintedArticle(reading: SourceText(text), for: LintOptions())
    #expect(article.depth == depth, "\(text)")
  }
}
