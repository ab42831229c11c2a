/// Whoever is quoted in a full sentence is named in the same paragraph or in one beside it.
///
///     "We have never seen such a winter," said Halima Wario Guyo, a herder.
///
/// A quotation is looked at when it begins with a capital, has at least four words and ends with
/// `.` `!` `?` or `,` inside its marks; titles of works, whose words all begin with capitals, are no
/// such. It has a source where a claim with a source holds it, however far it runs; where its own
/// paragraph, the one before or the one behind holds a reporting word or "according to"; and where a
/// colon introduces it.
///
/// Of its 6 findings in 1,786 news articles 3 had no source near; behind the other 3 stood the name of
/// a newspaper in brackets.
enum QuoteUnattributed: ArticleRule {
  static let id = "claim/quote-unattributed"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let summary = "No source stands near a direct quotation of a full sentence."

  static func findings(in article: LintedArticle) -> [Finding] {
    let candidates = unreported(in: article)
    guard !candidates.isEmpty else { return [] }
    let claimed = ClaimedText(article)
    return candidates.compactMap { quotation in
      let range = article.source(
        article.passages[quotation.passage].text.proseRange(quotation.tokens),
        ofPassage: quotation.passage)
      guard !claimed.holds(range), !quotation.neighbours.contains(where: claimed.namesSource)
      else { return nil }
      return finding(
        range, "Nobody near this quotation is named as its source. Say who said or wrote it.")
    }
  }

  static func mayFind(in article: LintedArticle) -> Bool {
    article.depth < .words || !unreported(in: article).isEmpty
  }

  /// A quotation with the passages in which its source may stand.
  private struct Quotation {
    var passage: Int
    var tokens: Range<Int>
    var neighbours: [Int]
  }

  /// The quotations of a full sentence that have no word near them which reports.
  private static func unreported(in article: LintedArticle) -> [Quotation] {
    let flow = article.passages.indices.filter { article.passages[$0].role.isInFlow }
    var result: [Quotation] = []
    for (place, index) in flow.enumerated() where article.passages[index].role == .paragraph {
      let quotations = fullSentences(in: article.passages[index].text)
      guard !quotations.isEmpty else { continue }
      let neighbours = Array(flow[max(0, place - 1)...min(flow.count - 1, place + 1)])
      let isAttributed = neighbours.contains {
        article.passages[$0].text.reports || isSourceLine(article.passages[$0].text)
      }
      if isAttributed { continue }
      result += quotations.map { Quotation(passage: index, tokens: $0, neighbours: neighbours) }
    }
    return result
  }

  /// Whether a passage begins with a dash and a capital: "— Michelle Marks, Philadelphia".
  private static func isSourceLine(_ text: TokenizedProse) -> Bool {
    guard text.tokens.count > 1, text.isCapitalized(1) else { return false }
    return ["—", "–", "―", "-", "--"].contains(text.string(0))
  }

  /// The quotations of a full sentence that no colon introduces, by their tokens with the marks.
  private static func fullSentences(in text: TokenizedProse) -> [Range<Int>] {
    let marks = quotationMarks(in: text)
    var result: [Range<Int>] = []
    var end = 0
    for mark in marks where mark.opens && mark.token >= end {
      guard let partner = mark.partner else { continue }
      let close = marks[partner].token
      end = close
      let isIntroduced = mark.token > 0 && text.isToken(mark.token - 1, ":")
      // "“Gone,” by Carey Dunne" is a title.
      let isWork = close + 1 < text.tokens.count && text.isToken(close + 1, "by")
      if !isIntroduced, !isWork, isFullSentence(mark.token + 1..<close, text) {
        result.append(mark.token..<close + 1)
      }
    }
    return result
  }

  private static func isFullSentence(_ tokens: Range<Int>, _ text: TokenizedProse) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind == .word }
    guard words.count >= 4, words[0] == tokens.lowerBound, text.isCapitalized(words[0]),
      // In a transcript the speaker stands within the marks: "RAMOS: Did you lie?"
      !text.isToken(tokens.lowerBound + 1, ":"),
      [".", "!", "?", ",", "?!", "!?"].contains(text.string(tokens.upperBound - 1))
    else { return false }
    // "Gone With the Wind," is a title.
    let telling = words.dropFirst().filter { !text.isToken($0, in: smallInTitles) }
    let small = telling.count { !text.isCapitalized($0) }
    return small > 0 && small * 3 >= telling.count
  }

  /// Words that titles of works write small.
  private static let smallInTitles = WordSet(
    words: "a an the of in on to and or but for with at by from as into")
}

/// What the claims of an article that name a source hold, and where they name it.
private struct ClaimedText {
  /// Contents in text order.
  private var contents: [ByteRange] = []
  /// The passages with a cue or source.
  private var passages: Set<Int> = []

  init(_ article: LintedArticle) {
    let starts = article.article.passages
    func passage(of range: ByteRange) -> Int {
      starts.partitioningIndex { $0.range.lowerBound > range.lowerBound } - 1
    }
    for claim in article.annotations.claims where !claim.source.isEmpty && !claim.cue.isEmpty {
      contents += claim.content
      for range in claim.cue + claim.source { passages.insert(passage(of: range)) }
    }
    contents.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a content meets a range of the source.
  func holds(_ range: ByteRange) -> Bool {
    // Contents hardly overlap, so that one of the last few before the range's end meets it.
    let end = contents.partitioningIndex { $0.lowerBound >= range.upperBound }
    return contents[max(0, end - 4)..<end].contains { $0.overlaps(range) }
  }

  func namesSource(in passage: Int) -> Bool { passages.contains(passage) }
}
