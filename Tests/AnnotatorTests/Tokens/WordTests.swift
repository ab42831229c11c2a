import Annotator
import Testing

@Suite struct WordShapeTests {
  @Test(
    arguments: [
      ("Hui", [.initialCapital, .hasSmall, .hasLetter]), ("war", [.hasSmall, .hasLetter]),
      ("KCNA", [.initialCapital, .allCapitals, .hasLetter]),
      ("U.S.", [.initialCapital, .allCapitals, .hasLetter, .hasStop]),
      ("J.", [.initialCapital, .singleCapital, .hasLetter, .hasStop]),
      ("iPhone", [.innerCapital, .hasSmall, .hasLetter]),
      ("McCain", [.initialCapital, .innerCapital, .hasSmall, .hasLetter]),
      ("1,500", [.hasDigit, .numeric]), ("2.9", [.hasDigit, .numeric, .hasStop]),
      ("20th", [.hasDigit, .hasSmall, .hasLetter]),
      ("’s", [.hasApostrophe, .hasSmall, .hasLetter, .nonASCII]),
      ("Émile", [.initialCapital, .hasSmall, .hasLetter, .nonASCII]),
      ("co-op", [.hasHyphen, .hasSmall, .hasLetter]), ("—", [.nonASCII]), ("", []),
    ] as [(String, WordShape)])
  func shapes(_ word: String, _ shape: WordShape) { #expect(WordShape(word) == shape) }
}

@Suite struct FoldedHashTests {
  @Test(arguments: [("Said", "said"), ("ÉTÉ", "été"), ("МОСКВА", "Москва"), ("N’T", "n't")])
  func casesAgree(_ a: String, _ b: String) { #expect(FoldedHash(a) == FoldedHash(b)) }

  @Test(arguments: [("said", "say"), ("été", "ete"), ("", "a"), ("ab", "ba")])
  func wordsDiffer(_ a: String, _ b: String) { #expect(FoldedHash(a) != FoldedHash(b)) }

  /// Trained models store hashes: these numbers must not change.
  @Test func isStable() {
    #expect(FoldedHash("").value == 0xCBF2_9CE4_8422_2325)
    #expect(FoldedHash("A").value == 0xAF63_DC4C_8601_EC8C)
  }

  @Test func tokensAreAskedFor() {
    let text = tokenize(Prose(verbatim: Array("He SAID he didn’t".utf8)))
    #expect(text.isToken(1, "said") && !text.isToken(1, "sai") && !text.isToken(1, "saids"))
    #expect(text.isToken(4, "n't") && text.isToken(4, in: ["not", "n't"]))
    #expect(!text.isToken(0, in: ["not", "n't"]) && text.lowercased(1) == "said")
  }
}
