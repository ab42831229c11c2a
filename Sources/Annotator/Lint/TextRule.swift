/// A rule that looks at nothing but the characters a reader reads: those of each passage, and those
/// of the publisher's line, which is no passage.
protocol TextRule: PassageRule, ArticleRule {
  /// The findings in a text; ranges are its own offsets, also in fixes.
  static func findings(in prose: Prose) -> [Finding]
}

extension TextRule {
  static func findings(in passage: LintedPassage) -> [Finding] {
    findings(in: passage.text.prose)
  }

  static func findings(in article: LintedArticle) -> [Finding] {
    guard let publisher = article.article.head.publisher,
      article.text.string(publisher.range) == publisher.text
    else { return [] }
    let prose = Prose(verbatim: Array(publisher.text.utf8))
    return findings(in: prose).map { $0.shifted(by: publisher.range.lowerBound) }
  }
}

extension Finding {
  /// The finding with its ranges, and those of its fix, moved.
  func shifted(by distance: Int) -> Finding {
    var finding = self
    finding.range = range.shifted(by: distance)
    for index in finding.fix?.edits.indices ?? 0..<0 {
      finding.fix!.edits[index].range = finding.fix!.edits[index].range.shifted(by: distance)
    }
    return finding
  }
}

extension Prose {
  /// Whether a range that is not empty is written in the source as it is read, with nothing that a
  /// reader does not see (markup, code) between its characters.
  func isVerbatim(_ range: Range<Int>) -> Bool {
    sourceRange(range).count == range.count && visibleRuns(range).count == 1
  }

  /// Where the line that holds an offset begins.
  func lineStart(_ offset: Int) -> Int {
    (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
  }
}
