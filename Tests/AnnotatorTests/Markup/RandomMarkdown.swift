import TestSupport

/// Texts that look like Markdown gone wrong, the same ones in every run.
struct RandomMarkdown: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  private static let starts = [
    "", "", "", "> ", "- ", "  ", "    ", "1. ", "# ", "## ", "* ", "\t", ">", "```", "~~~",
    "---", "===", "<div>", "</div>", "<!--", "-->", "<pre>", "[x]: /u 't'", "[y]:", "|a|b|",
    "|-|-|",
    "**Wire**", "**2024-03-05**", "![a](b)", "title: x", "By Kari", "\u{FEFF}",
  ]
  private static let parts = [
    "*", "**", "_", "***", "`", "``", "[", "]", "![", "](", "(", ")", "<", ">", "word", "é", "🏳️‍🌈",
    " ", "  ", "\\", "&amp;", "&nvle;", "&#0;", "&", "<b>", "</b>", "<br>", "<!-- x -->", "<a b='c",
    "\"", "'", "“", "<http://x.y>", "/u", "[x]", "[l](/u \"t\")", ".", "!", "|", "\t", "\0", ":",
    "\r", "\r\n", "-", "<?", "<![CDATA[",
  ]

  /// A few lines.
  mutating func text() -> String {
    let ends = ["\n", "\n", "\n", "\n\n", "\r\n", "\r", ""]
    return (0..<Int.random(in: 0...8, using: &self)).map { _ in line() + pick(ends) }.joined()
  }

  /// One line without its end.
  mutating func line() -> String {
    let starts = (0..<Int.random(in: 0...3, using: &self)).map { _ in pick(Self.starts) }
    return starts.joined() + part(Int.random(in: 0...10, using: &self))
  }

  /// Some parts of lines.
  mutating func part(_ count: Int) -> String {
    (0..<count).map { _ in pick(Self.parts) }.joined()
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &self)!
  }
}
