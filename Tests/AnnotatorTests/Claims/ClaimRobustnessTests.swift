import TestSupport
import Testing

@testable import Annotator

@Suite struct ClaimRobustnessTests {
  /// Whatever the text, spans lie in their passages, are not empty, and every claim has a content.
  private func checkSound(_ passages: [AnalyzedPassage]) {
    for claim in RuleClaimExtractor(threshold: 0).claims(in: passages) {
      #expect(!claim.content.isEmpty)
      #expect((0...1).contains(claim.confidence))
      for span in claim.source + claim.cue + claim.content {
        #expect(passages.indices.contains(span.passage))
        #expect(!span.tokens.isEmpty)
        #expect(span.tokens.upperBound <= passages[span.passage].text.tokens.count)
      }
    }
    for index in passages.indices.dropFirst() {
      _ = RuleClaimExtractor().continues(passages[index - 1], into: passages[index])
    }
  }

  @Test(arguments: 0..<200) func piecesOfArticles(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0..<40, using: &random)
    let text = (0..<count).map { _ in textPieces.randomElement(using: &random) ?? "" }.joined()
    checkSound(MarkedClaims.passages(text))
  }

  @Test(arguments: 0..<200) func wordsOfReports(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = [
      "said", "that", "he", "\"", "“", "”", "'", ",", ".", ":", "(", ")", "and", "to", "according",
      "by", "who", "adding", "Roe", "the", "plan", "asked", "was", "not", "of", "—", ";", "claim",
      "confident", "5'10\"", "?", "on", "Friday", "\n",
    ]
    let text = (0..<60).map { _ in words.randomElement(using: &random) ?? "" }
    checkSound(MarkedClaims.passages(text.joined(separator: " ")))
  }

  /// Four times the text takes about four times as long, and no text many times what words take.
  @Test(arguments: [
    "\"", "he said ", "' ", ", ", "( ", "and said ", "“a ”", "who said that ", "“A b c.” ",
  ])
  func costIsLinear(_ piece: String) {
    func time(_ count: Int) -> Duration {
      let passages = MarkedClaims.passages(String(repeating: piece, count: count))
      return ContinuousClock().measure { _ = RuleClaimExtractor().claims(in: passages) }
    }
    let short = time(1_000)
    #expect(time(4_000) < short * 10 + .milliseconds(200), "\(piece)")
  }
}
