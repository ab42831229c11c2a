/// A paragraph of the body ends with a full stop, a question or exclamation mark or an ellipsis, and
/// what closes behind these. A paragraph that ends without was often cut off.
///
///     The talks resume on Monday.
///
/// Headings, list items, tables, captions, credits and the source line of a block quotation need no
/// stop, nor does a colon before a quotation, list or other block.
///
/// Of 30 findings in scraped news articles all 30 had no final mark; most were headings, lists and
/// captions that had come as paragraphs.
enum PunctuationMissing: ArticleRule {
  static let id = "text/punctuation-missing"
  static let defaultSeverity = Severity.warning
  static let canFix = false
  static let needs = ReadingDepth.words
  static let summary = "A body paragraph ends without a full stop or another final mark."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.passages.indices.compactMap { index in
      let text = article.passages[index].text
      guard article.passages[index].role == .paragraph, let last = text.tokens.indices.last
      else { return nil }
      let message: String
      switch ending(of: text) {
      case .final: return nil
      case .colon:
        if introducesBlock(index, in: article) { return nil }
        message =
          "The paragraph ends with a colon, but no quotation, list or other block follows. Put in "
          + "what is missing, or end with a full stop."
      case .none:
        if isSourceLine(index, in: article) || isInterrupted(index, in: article) { return nil }
        message =
          "The paragraph ends without a final mark. Was it cut off? If not, add a full stop."
      }
      return finding(article.source(text.tokens[last].range, ofPassage: index), message)
    }
  }

  private enum Ending {
    case final
    case colon
    case none
  }

  /// How a passage ends, behind closing marks and references in brackets.
  private static func ending(of text: TokenizedProse) -> Ending {
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      var token = text.tokens.count - 1
      var isClosed = false
      while token >= 0 {
        let end = text.tokens[token].range.upperBound
        switch bytes.scalar(at: bytes.scalarStart(before: end)).scalar {
        case "\"", "'", "”", "’", "“", "‘", "»", "›", "«", "‹", ")", "}", "」", "』", "）":
          isClosed = true
        case "]":
          isClosed = true
          if let open = referenceStart(before: token, in: text) { token = open }
        case ".", "!", "?", "…", "‽", "。", "！", "？", "؟", "।", "۔": return .final
        case ":" where !isClosed: return .colon
        default: return .none
        }
        token -= 1
      }
      return .none
    }
  }

  /// Where a reference such as `[4]` begins that ends with the given bracket.
  private static func referenceStart(before close: Int, in text: TokenizedProse) -> Int? {
    guard close >= 2, text.tokens[close - 1].kind == .number, text.string(close - 2) == "[" else {
      return nil
    }
    return close - 2
  }

  /// Whether what follows a colon is a quotation, a list or another block, as a colon promises.
  private static func introducesBlock(_ index: Int, in article: LintedArticle) -> Bool {
    let tree = article.article.tree
    var block = article.firstBlock(from: article.article.passages[index].range.upperBound)
    while block < tree.blocks.count, tree.isComment(block, article.text) { block += 1 }
    if block < tree.blocks.count, tree.blocks[block].kind != .paragraph { return true }
    guard index + 1 < article.passages.count else { return false }
    if article.passages[index + 1].role != .paragraph { return true }
    return quotationMarks(in: article.passages[index + 1].text).first?.token == 0
  }

  /// Whether a paragraph goes on behind a comment that stands between two of its lines.
  private static func isInterrupted(_ index: Int, in article: LintedArticle) -> Bool {
    let tree = article.article.tree
    var end = article.article.passages[index].range.upperBound
    var block = article.firstBlock(from: end)
    guard block < tree.blocks.count, tree.isComment(block, article.text) else { return false }
    while block < tree.blocks.count {
      let range = tree.blocks[block].range
      // One line ending, and no blank line, stands between.
      let line = article.text.lines.line(at: end)
      guard article.text.lines.line(at: range.lowerBound) == line + 1 else { return false }
      if !tree.isComment(block, article.text) { return tree.blocks[block].kind == .paragraph }
      end = range.upperBound
      block += 1
    }
    return false
  }

  /// Whether a paragraph of a block quotation names its source: it begins its last line with a dash,
  /// or is a few words below a paragraph that has ended.
  private static func isSourceLine(_ index: Int, in article: LintedArticle) -> Bool {
    guard article.article.passages[index].isQuoted else { return false }
    let text = article.passages[index].text
    let bytes = text.prose.bytes
    let lineStart = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    let first = text.tokens.firstIndex { $0.range.lowerBound >= lineStart } ?? 0
    switch text.string(first) {
    case "—", "–", "―", "-", "--", "---": return true
    default: break
    }
    guard index > 0, article.article.passages[index - 1].isQuoted, text.tokens.count <= 12 else {
      return false
    }
    return ending(of: article.passages[index - 1].text) == .final
  }
}
