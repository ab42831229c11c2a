import Testing

@testable import Annotator

@Suite struct ReuseTests {
  @Test func reuseGivesWhatANewParseGives() {
    var random = RandomMarkdown(seed: 1)
    for _ in 0..<120 {
      var text = SourceText(random.text())
      var article = parseArticle(text)
      for _ in 0..<6 {
        edit(&text, &random)
        article = parseArticle(text, reusing: article)
        let fresh = parseArticle(text)
        #expect(describe(article) == describe(fresh), "\(text.string(0..<text.count))")
        checkRanges(article, text)
        let plain = parsePlainText(text)
        checkRanges(plain, text)
      }
    }
  }

  /// Replaces a few characters at a place.
  private func edit(_ text: inout SourceText, _ random: inout RandomMarkdown) {
    let boundaries = (0...text.count).filter { $0 == text.count || text.bytes[$0] & 0xC0 != 0x80 }
    let from = Int.random(in: boundaries.indices, using: &random)
    let to = min(boundaries.count - 1, from + Int.random(in: 0...4, using: &random))
    let inserted =
      Bool.random(using: &random)
      ? random.part(Int.random(in: 0...2, using: &random)) : "\n" + random.line() + "\n"
    text.replace(boundaries[from]..<boundaries[to], with: inserted)
  }

  /// Everything that there is to an article.
  private func describe(_ article: Article) -> String {
    let inlines = article.tree.inlines.map {
      "\($0.elements)\($0.targets)\($0.prose)\($0.images)\($0.literals)"
    }
    return "\(article.head)\(article.passages)\(article.tree.blocks)\(inlines)"
  }

  @Test func unchangedBlocksAreShared() {
    var text = SourceText("# Title\n\nOne *a*.\n\nTwo [x].\n\nThree [x](y).\n\nTwo [x].\n")
    let first = parseArticle(text)
    text.replace(9..<12, with: "1")
    let second = parseArticle(text, reusing: first)
    #expect(shared(first, second) == [true, false, true, true, true])
    // A definition concerns those that ask for one.
    text.replace(text.count..<text.count, with: "\n[x]: /u\n")
    let third = parseArticle(text, reusing: second)
    #expect(shared(second, third) == [true, true, false, true, false])
    // Where a definition leads does not.
    text.replace(text.count - 2..<text.count - 1, with: "v")
    #expect(shared(third, parseArticle(text, reusing: third)) == [true, true, true, true, true])
    // Blocks that moved, and one between blocks that changed.
    let moved = SourceText("Zero.\n\nThree [x](y).\n\nNew.\n")
    #expect(shared(third, parseArticle(moved, reusing: third), at: 3, 1))
  }

  private func shared(_ a: Article, _ b: Article) -> [Bool] {
    zip(a.tree.inlines, b.tree.inlines).map { $0 === $1 }
  }

  private func shared(_ a: Article, _ b: Article, at i: Int, _ j: Int) -> Bool {
    a.tree.inlines[i] === b.tree.inlines[j]
  }
}
