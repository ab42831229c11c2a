import TestSupport
import Testing

@testable import Annotator

@Suite struct WordPiecesTests {
  private static let list = [
    "[UNK]", "[CLS]", "[SEP]", "a", "u", "s", ".", "'", "\"", "—", "##s", "##un", "play", "##ing",
    "un", "##play", "##able", "cafe", "zu", "##rich", "北",
  ]
  private static let pieces = WordPieces(
    list: permanent(list.map { $0 + "\n" }.joined()))

  private func check(
    _ word: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
  ) {
    var found: [Int32] = []
    Self.pieces.cut(Array(word.utf8)[...], into: &found)
    #expect(
      found.map { Self.list[Int($0)] }.joined(separator: " ") == expected,
      sourceLocation: location)
  }

  @Test func theLongestPieceFromTheLeftIsTaken() {
    check("playing", "play ##ing")
    check("unplayable", "un ##play ##able")
    check("plays", "play ##s")
  }

  @Test func casesAndAccentsAreFolded() {
    check("PLAYING", "play ##ing")
    check("Café", "cafe")
    check("Cafe\u{301}", "cafe")
    check("Zürich", "zu ##rich")
  }

  @Test func marksArePiecesByThemselves() {
    check("U.S.", "u . s .")
    check("“", "\"")
    check("’s", "' s")
    check("–", "—")
  }

  @Test func whatNoPieceHasIsUnknown() {
    check("q", "[UNK]")
    check("qs", "[UNK] ##s")
    check("北", "北")
    check("京", "[UNK]")
    check("€", "[UNK]")
    check("\u{200B}", "[UNK]")
    check("", "[UNK]")
  }

  @Test func longWordsAreCutShort() {
    check(String(repeating: "s", count: 5000), "s" + String(repeating: " ##s", count: 7))
    check(String(repeating: ".", count: 5000), ".......".map { "\($0) " }.joined() + ".")
  }

  @Test(arguments: 0..<200)
  func anyBytesGivePieces(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    var found: [Int32] = []
    Self.pieces.cut(bytes[...], into: &found)
    #expect(1...WordPieces.most ~= found.count)
  }
}
