/// What the title puts in quotation marks stands in the article too, so that a reader can see who
/// said it and in which words.
///
///     # Minister calls report 'distorted'
///
///     The minister said the report was "politicised and distorted".
///
/// Captions and body are searched for the words, quoted or not; case, punctuation, the style of
/// quotation marks and spacing do not matter. What brackets add and dots leave out is passed over.
///
/// Of 14 findings in scraped news articles all 14 titles quoted words that the text has not.
enum HeadlineQuoteMissing: ArticleRule {
  static let id = "claim/headline-quote-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.words
  static let summary = "Words in quotation marks in the title occur nowhere in captions and body."

  static func findings(in article: LintedArticle) -> [Finding] {
    guard let title = article.passages.firstIndex(where: { $0.role == .title }) else { return [] }
    let text = article.passages[title].text
    let marks = quotationMarks(in: text)
    var findings: [Finding] = []
    var end = 0
    for mark in marks {
      // What a missing quotation holds is missing with it.
      guard mark.opens, let partner = mark.partner, mark.token >= end else { continue }
      let quoted = mark.token + 1..<marks[partner].token
      let parts = parts(of: quoted, in: text)
      let isFound = parts.allSatisfy { part in
        article.passages.contains { $0.role.isSearched && occurs(part, in: $0.text) }
      }
      if isFound { continue }
      end = marks[partner].token
      findings.append(
        finding(
          article.source(text.proseRange(mark.token..<end + 1), ofPassage: title),
          "The title quotes “\(text.string(quoted))”, which the article does not contain. Quote "
            + "words that stand in the text, or remove the quotation marks."))
    }
    return findings
  }

  /// The words of a quotation, parted where dots leave something out or brackets add something.
  private static func parts(of tokens: Range<Int>, in text: TokenizedProse) -> [Pattern] {
    var parts: [[FoldedHash]] = [[]]
    var isBracketed = false
    for token in tokens {
      switch text.string(token) {
      case "[":
        isBracketed = true
        parts.append([])
      case "]": isBracketed = false
      case "...", "…", "[...]", "[…]", "....": parts.append([])
      default:
        guard !isBracketed, text.tokens[token].kind != .punctuation else { continue }
        parts[parts.count - 1].append(text.foldedHash(token))
      }
    }
    return parts.filter { !$0.isEmpty }.map(Pattern.init)
  }

  /// Whether words stand in a text one behind the other, with nothing but punctuation between.
  private static func occurs(_ words: Pattern, in text: TokenizedProse) -> Bool {
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      var matched = 0
      for token in text.tokens where token.kind != .punctuation {
        let word = FoldedHash(bytes, token.range)
        while matched > 0, words.words[matched] != word { matched = words.fallback[matched - 1] }
        if words.words[matched] == word { matched += 1 }
        if matched == words.words.count { return true }
      }
      return false
    }
  }

  /// Words to be searched for by the method of Knuth, Morris and Pratt, in linear time whatever they
  /// are.
  private struct Pattern {
    var words: [FoldedHash]
    /// For each word, how many of the first words are also the last ones up to it.
    var fallback: [Int]

    init(_ words: [FoldedHash]) {
      self.words = words
      fallback = [0]
      var matched = 0
      for word in words.dropFirst() {
        while matched > 0, words[matched] != word { matched = fallback[matched - 1] }
        if words[matched] == word { matched += 1 }
        fallback.append(matched)
      }
    }
  }
}

extension Passage.Role {
  /// Whether the passage is a caption or of the body.
  fileprivate var isSearched: Bool {
    switch self {
    case .title, .alternativeText: false
    case .heading, .caption, .paragraph, .listItem, .tableCell, .credit: true
    }
  }
}
