/// Characters that nobody sees come along when text is copied from web pages and word processors:
/// soft hyphens, zero-width spaces, marks of writing direction. They break searches, links and
/// line ends. The fix removes them.
///
///     The minis­ter (with U+00AD between “s” and “t”)
///
/// A zero-width joiner is right inside an emoji (👩‍🚒), and it and the zero-width non-joiner are
/// between letters of Arabic and of the scripts of India, where they choose a letter's form. Behind
/// a virama they may also end a word. A byte order mark at the start is the matter of
/// `file/byte-order-mark`. Each line has one finding, on its first such character.
enum InvisibleCharacter: ArticleRule {
  static let id = "text/invisible-character"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary =
    "A soft hyphen, zero-width character or mark of writing direction stands in the text."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.charactersByLine(where: isUnwanted).map { line in
      var names: [String] = []
      for character in line {
        let name = name(character.scalar)
        if !names.contains(name) { names.append(name) }
      }
      let list = names.joined(separator: ", ")
      return finding(
        line[0].range,
        line.count == 1
          ? "An invisible character stands here: \(list). Remove it."
          : "The line holds \(line.count) invisible characters: \(list). Remove them.",
        fix: Fix(
          title: line.count == 1
            ? "Remove the invisible character" : "Remove the line's invisible characters",
          edits: line.map { Fix.Edit(range: $0.range, replacement: "") }))
    }
  }

  private static func isUnwanted(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFEFF: range.lowerBound > 0
    case 0x200C, 0x200D: !isJoining(scalar, bytes, range)
    default: false
    }
  }

  /// Whether a joiner or non-joiner stands where it tells how its neighbours look.
  private static func isJoining(
    _ scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.lowerBound > 0 else { return false }
    let before = bytes.scalar(at: bytes.scalarStart(before: range.lowerBound)).scalar
    if before.properties.canonicalCombiningClass == .virama { return true }
    guard range.upperBound < bytes.count else { return false }
    let after = bytes.scalar(at: range.upperBound).scalar
    if joins(before), joins(after) { return true }
    return scalar == "\u{200D}" && isOfEmoji(before) && after.properties.isEmoji
      && !after.isASCII
  }

  /// Whether a letter or mark belongs to a script whose letters change with their neighbours.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Arabic, Syriac, N'Ko, Mandaic and their supplements; the scripts of India, Sinhala;
    // Mongolian; the presentation forms of Arabic.
    case 0x600...0x8FF, 0x900...0xDFF, 0x1000...0x109F, 0x1780...0x18AF, 0xA840...0xA87F,
      0xFB50...0xFDFF, 0xFE70...0xFEFE:
      scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
    default: false
    }
  }

  private static func isOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || !scalar.isASCII && scalar.properties.isEmoji
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xAD: "soft hyphen"
    case 0x200B: "zero-width space"
    case 0x200C: "zero-width non-joiner"
    case 0x200D: "zero-width joiner"
    case 0x2060: "word joiner"
    case 0xFEFF: "byte order mark"
    case 0x200E: "left-to-right mark"
    case 0x200F: "right-to-left mark"
    default: "control of writing direction"
    }
  }
}
