/// A generator of the same numbers for the same seed: SplitMix64 (Steele, Lea, Flood 2014), so that a
/// failing test can be run again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Pieces of articles for random tests: names, claims, quotations, markup, and the characters that
/// break naive programs.
public let textPieces: [String] = [
  "# Title says 'hello'\n", "**Reuters**\n\n", "**2023-10-27 22:33**\n\n", "\n\n", "\n", "\r\n",
  "\r",
  " ", "\"", "“", "”", "'", "’s ", ". ", ", ", "Kim Jong Un", "Choe Son Hui ", "North Korea",
  "the U.S. ",
  "Kremlin spokesman Dmitry Peskov said: \"We don't comment on this in any way.\"",
  "He added: \"No.\"",
  " said on Saturday that ", " denied ", "![alt text](https://example.org/a(b).jpg)\n\n",
  "[North](https://example.org) Korea", "> quoted\n", "- item\n", "* * *\n", "    code\n", "`code`",
  "<b>bold</b>", "<!-- comment -->", "&amp;", "&eacute;", "\\*", "*emphasis*", "**", "_", "[", "](",
  ")",
  "😀", "👩‍👩‍👧", "e\u{301}", "Å", "金正恩", "Привет", "\u{FEFF}", "\u{200B}", "\u{A0}", "\t", "\u{0}",
  "Reporting by A Person; Editing by B Person\n", "```\n", "| a | b |\n|---|---|\n",
  "$2.9 billion ",
  "31% ", "on Thursday", "Ã©", "---\ntitle: x\n---\n", "1. one\n", "## Heading\n", "[ref]: /url\n",
]
