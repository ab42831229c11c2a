import Foundation
import Testing

@testable import Annotator

/// Texts that make careless parsers take quadratic time, or overflow the stack. Each is given by what
/// is repeated, with something once before and behind.
@Suite(.serialized) struct LinearTimeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var before = ""
    var repeated: String
    var between = ""
    var repeatedAfter = ""
    var testDescription: String { (before + repeated + between + repeatedAfter).debugDescription }

    init(_ repeated: String, before: String = "", between: String = "", then after: String = "") {
      self.repeated = repeated
      self.before = before
      self.between = between
      repeatedAfter = after
    }

    func text(_ size: Int) -> SourceText {
      let unit = max(1, repeated.utf8.count + repeatedAfter.utf8.count)
      let count = size / unit
      return SourceText(
        before + String(repeating: repeated, count: count) + between
          + String(repeating: repeatedAfter, count: count) + "\n")
    }
  }

  static let cases: [Case] = [
    // Brackets and links.
    Case("["), Case("!["), Case("]"), Case("]("), Case("[", then: "]"), Case("[a]("),
    Case("[a](<b"), Case("[a](b \""), Case("[a](b (c"), Case("![[]()"), Case("[", then: "[](b)"),
    Case("![", then: "[](b)"), Case("[a]"), Case("[a][b]"), Case("[a]["), Case("[a](\\("),
    // Emphasis.
    Case("*"), Case("a**b"), Case("*a _b "), Case("a* "), Case("*a "), Case("*a **a ***a "),
    Case("*_"), Case("x*x_x "), Case("*a **b ", then: "c** d* "),
    Case("*", between: "a", then: "*"),
    // Code, HTML, references, escapes.
    Case("`a``b"), Case("a <!-- "), Case("a <? "), Case("a <!X "), Case("a <![CDATA[ "), Case("<"),
    Case("<a ", before: "x "), Case("<a b='c\"", before: "x "), Case(" a", before: "x <a"),
    Case("<a:b"), Case("<a@b."), Case("&"), Case("&abcdefghijklmnopqrstuvwxyz"), Case("\\*"),
    Case("<div>\n"), Case("<b>&amp;", before: "<div>"), Case("<!-- ", before: "<div>"),
    // Containers.
    Case(">"), Case("> "), Case(">", between: "a\n", then: "a\n"),
    Case("> ", between: "a\n", then: "\n"),
    Case("> ", between: "a", then: "\n>"), Case("- ", between: "x"),
    Case("- ", between: "a\n", then: "\n"),
    Case("- ", between: "a\n", then: "x\n"), Case("- > ", between: "a\n", then: "\n"),
    Case("* - ", between: "x"), Case("1. ", between: "x"), Case("-\t", between: "x"),
    Case("- ", between: "```\n", then: "\n"), Case("- a\n\n"), Case("- -\n"),
    // Definitions, headings, tables, blanks.
    Case("[a]: /u\n"), Case("[a]: /u \"\n"), Case("[a\n"), Case("a", before: "[", between: "]: /u"),
    Case("[a]: /u\n===\n"), Case("|a|\n", before: "|a|\n|-|\n"),
    Case("|a", between: "|\n", then: "|-"),
    Case("a|b\n-|-|-\n"), Case("# a\n"), Case("# a\nb\n\n"), Case("a\n==\n"), Case(" "),
    Case("a    \n"), Case("\t"), Case("# "), Case("\r"),
    // Heads and ends of articles.
    Case("**a**\n", before: "# t\n"), Case("**a**\n\n"), Case("![a](b)\n"), Case("![a](b)\nc\n"),
    Case("**a ![a](b)\n", before: "# t\n\n**x**\nx\n"), Case("By A\n\n"),
    Case("a: b\n", before: "---\n"),
    Case("a:\n b\n", before: "---\n", between: "---\n"),
    Case("<!-- a -->\n\n", before: "![a](b)\n\n"),
  ]

  @Test(arguments: cases)
  func timeGrowsWithTheText(_ example: Case) {
    let small = example.text(4_000)
    let large = example.text(24_000)
    // Six times the text: linear work takes six times as long, quadratic 36 times.
    let ratio = Double(cost(large)) / Double(max(cost(small), 200_000))
    #expect(ratio < 18, "\(ratio) times as long")
  }

  /// The least processor time of two runs, in nanoseconds.
  private func cost(_ text: SourceText) -> UInt64 {
    (0..<2).map { _ in
      let start = processorTime()
      _ = parseArticle(text)
      _ = parsePlainText(text)
      return processorTime() - start
    }.min() ?? 0
  }

  private func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Runs of backticks of every length, none of which has a partner.
  @Test func backticksOfEveryLength() {
    func text(_ size: Int) -> SourceText {
      var string = ""
      var length = 1
      while string.utf8.count < size {
        string += String(repeating: "`", count: length) + "a"
        length += 1
      }
      return SourceText(string)
    }
    let ratio = Double(cost(text(24_000))) / Double(max(cost(text(4_000)), 200_000))
    #expect(ratio < 18, "\(ratio) times as long")
  }
}
