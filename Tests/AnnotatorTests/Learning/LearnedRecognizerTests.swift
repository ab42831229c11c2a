import TestSupport
import Testing

@testable import Annotator

@Suite struct LearnedRecognizerTests {
  private func text(_ string: String) -> TokenizedProse {
    tokenize(Prose(verbatim: Array(string.utf8)))
  }

  @Test(arguments: [
    "[PERSON Mary Robinson] met [PERSON Tony Blair] in [GPE London] on Thursday.",
    "The [NORP German] carmaker [ORG Volkswagen] closed its plant in [GPE Brussels].",
    "[ORG Reuters] could not reach the [ORG Ministry of Defence] in [GPE Moscow].",
    "He was born in [GPE Buenos Aires] and played for [ORG Manchester United].",
  ])
  func namesOfNewsAreFound(marked: String) throws {
    let recognizer = try #require(LearnedRecognizer.standard)
    let text = text(unmarkedNames(marked))
    let names = recognizer.mentions(in: text).filter { $0.type != .role }
    #expect(renderedNames(names, in: text) == marked)
  }

  @Test(arguments: 0..<30)
  func anyTextGivesNamesInOrderThatDoNotOverlap(seed: Int) throws {
    let recognizer = try #require(LearnedRecognizer.standard)
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = (0..<40).map { _ in textPieces.randomElement(using: &random)! }
    let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
    let noise = String(decoding: bytes, as: UTF8.self)
    let text = text(pieces.joined() + noise)
    var end = 0
    for mention in recognizer.mentions(in: text) where mention.type != .role {
      #expect(mention.tokens.lowerBound >= end)
      #expect(mention.tokens.upperBound <= text.tokens.count)
      #expect(0...1 ~= mention.confidence)
      end = mention.tokens.upperBound
    }
  }

  @Test(arguments: [0, 7, 8, 64, 5000])
  func aDamagedModelIsNone(length: Int) throws {
    let bytes = Array("NAMECRF1".utf8.prefix(length)) + [UInt8](repeating: 1, count: length)
    bytes.withUnsafeBytes { #expect(LearnedRecognizer(permanent: $0) == nil) }
  }
}
