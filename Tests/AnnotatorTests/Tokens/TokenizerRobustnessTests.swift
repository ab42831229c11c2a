import Annotator
import TestSupport
import Testing

/// The tokenizer keeps its promises on text that nobody wrote.
@Suite struct TokenizerRobustnessTests {
  @Test func anyBytes() {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array("aIU.'’-–—\"“”@#$%&*/:()[]!?,…0139 \n\u{AD}\u{200D}👩🇳é東".utf8) + [0, 0xFF]
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
      let text = tokenize(Prose(verbatim: bytes))
      var end = 0
      for token in text.tokens {
        #expect(token.range.lowerBound >= end && !token.range.isEmpty, "\(bytes)")
        end = token.range.upperBound
      }
      #expect(end <= bytes.count, "\(bytes)")
      #expect(text.sentences.flatMap { Array($0) } == Array(text.tokens.indices), "\(bytes)")
      let marks = quotationMarks(in: text)
      for (index, mark) in marks.enumerated() {
        guard let partner = mark.partner else { continue }
        #expect(marks[partner].partner == index && marks[partner].opens != mark.opens, "\(bytes)")
      }
    }
  }

  @Test(arguments: [
    "a.", "ab.", "a-", "1-", "'", "“", "»", "\"", "www.", "a@", "@", "(", "[", "\u{200D}",
    "👩\u{200D}",
    "http://(", "a'", "1,", "U. ", "Mr. ", ". ", "“»", "“a” ", "‘", "’", "ab.ab@",
  ])
  func longRepetitions(_ unit: String) {
    let bytes = Array(String(repeating: unit, count: 40_000 / unit.utf8.count).utf8)
    let time = ContinuousClock().measure {
      let text = tokenize(Prose(verbatim: bytes))
      _ = quotationMarks(in: text)
    }
    // Linear work takes some hundredths of a second, quadratic work at least ten seconds.
    #expect(time < .seconds(4), "\(unit)")
  }
}
