/// An article's quotation marks are of one style: all straight (`"no"`) or all curly (`“no”`). Two
/// styles in one article mostly come of text from two sources. The fix writes the marks of the rarer
/// style in the other.
///
///     "We stay," he said. “We go,” she said.
///
/// Double and single marks are compared each with their own kind. Apostrophes and the signs of feet
/// and inches are no quotation marks, and marks of other languages (« », „ “) are no style of these.
/// An article has one finding, on the first mark of the style that comes second.
enum QuoteStyleMixed: ArticleRule {
  static let id = "quote/style-mixed"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.words
  static let summary = "Straight and curly quotation marks stand in one article."

  static func findings(in article: LintedArticle) -> [Finding] {
    let families = Family.allCases.filter { $0.mayBeMixed(in: article.text.bytes) }
    guard !families.isEmpty else { return [] }
    let all = marks(of: article)
    let mixed = families.compactMap { family in mixture(all.filter { $0.family == family }) }
    guard let first = mixed.min(by: { $0.second.range.lowerBound < $1.second.range.lowerBound })
    else { return [] }
    let style = first.second.isStraight ? "straight" : "curly"
    let other = first.second.isStraight ? "curly" : "straight"
    let edits = mixed.flatMap { $0.edits }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return [
      finding(
        first.second.range,
        "This quotation mark is \(style), but those before it are \(other). Use one style "
          + "throughout.",
        fix: Fix(title: "Write the quotation marks in one style", edits: edits))
    ]
  }

  /// The first mark of the style that comes second among marks of one family, with what makes them
  /// alike; `nil` where they are alike.
  private static func mixture(_ marks: [Mark]) -> (second: Mark, edits: [Fix.Edit])? {
    guard let second = marks.first(where: { $0.isStraight != marks[0].isStraight }) else {
      return nil
    }
    return (second, edits(marks))
  }

  private enum Family: CaseIterable {
    case double
    case single

    /// Whether marks of both styles occur at all, which few articles' bytes tell at once.
    func mayBeMixed(in bytes: [UInt8]) -> Bool {
      let (straight, curly): (UInt8, ClosedRange<UInt8>) =
        self == .double ? (0x22, 0x9C...0x9D) : (0x27, 0x98...0x98)
      return bytes.withUnsafeBufferPointer { bytes in
        guard bytes.contains(straight) else { return false }
        return bytes.indices.dropLast(2).contains {
          bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 && curly.contains(bytes[$0 + 2])
        }
      }
    }
  }

  private struct Mark {
    var family: Family
    var isStraight: Bool
    var opens: Bool
    /// In the source.
    var range: ByteRange
    /// Whether it is written there as it is read.
    var isVerbatim: Bool
  }

  private static func marks(of article: LintedArticle) -> [Mark] {
    var result: [Mark] = []
    for (index, passage) in article.passages.enumerated() {
      let text = passage.text
      let marks = quotationMarks(in: text)
      for mark in marks {
        guard let (family, isStraight) = style(text.string(mark.token)) else { continue }
        // A single mark without a partner, or about a letter ("rock 'n' roll"), may be an apostrophe.
        if family == .single {
          guard let partner = mark.partner else { continue }
          let (first, last) = (
            min(mark.token, marks[partner].token), max(mark.token, marks[partner].token)
          )
          let inside = text.tokens[last].range.lowerBound - text.tokens[first].range.upperBound
          guard inside > 1 else { continue }
        }
        let range = text.tokens[mark.token].range
        result.append(
          Mark(
            family: family, isStraight: isStraight, opens: mark.opens,
            range: article.source(range, ofPassage: index),
            isVerbatim: text.prose.isVerbatim(range)))
      }
    }
    // The alternative text of an image in a paragraph is a passage behind it.
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func style(_ mark: String) -> (Family, isStraight: Bool)? {
    switch mark {
    case "\"": (.double, true)
    case "“", "”": (.double, false)
    case "'": (.single, true)
    case "‘", "’": (.single, false)
    default: nil
    }
  }

  /// The replacements that write the marks of the rarer style, or of the later where they are even,
  /// in the other.
  private static func edits(_ marks: [Mark]) -> [Fix.Edit] {
    let straight = marks.count { $0.isStraight }
    let isStraightRarer =
      2 * straight < marks.count || 2 * straight == marks.count && !marks[0].isStraight
    return marks.filter { $0.isStraight == isStraightRarer && $0.isVerbatim }.map { mark in
      let glyphs = mark.family == .double ? ["\"", "“", "”"] : ["'", "‘", "’"]
      return Fix.Edit(
        range: mark.range, replacement: mark.isStraight ? glyphs[mark.opens ? 1 : 2] : glyphs[0])
    }
  }
}
