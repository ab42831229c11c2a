/// The comments of an article that silence rules, each alone on its line:
/// `<!-- annotate-disable RULE… -->` to `<!-- annotate-enable RULE… -->` or the end, and
/// `<!-- annotate-disable-next-line RULE… -->` for the next line that is not blank. Without a rule
/// all are meant; `GROUP/*` means a group. Findings of the group `file` cannot be silenced.
struct Suppressions {
  /// A change of what is silent from a line on.
  fileprivate struct Change {
    var line: Int
    var isSilent: Bool
  }

  /// An order for one line.
  struct LineOrder {
    /// The comment, and the line it stands on.
    var comment: SuppressionComment
    var line: Int
    /// Those of the names in it that silenced something.
    var used: Set<Substring> = []
  }

  /// The changes by the rule, the group (`text/*`) or `*` that they name, in ascending order.
  private var changes: [Substring: [Change]] = [:]
  /// The orders for one line each, in text order.
  private(set) var lineOrders: [LineOrder] = []
  /// Those orders by the line they are for.
  private var targets: [Int: [Int]] = [:]

  /// The suppressions of an article.
  init(in article: LintedArticle) {
    let text = article.text
    // The orders that wait for a line that is neither blank nor such a comment itself.
    var waiting: [Int] = []
    for line in 0..<text.lines.count {
      let content = text.contentRange(ofLine: line)
      guard let comment = SuppressionComment(text.bytes[content]),
        !article.isCode(content.upperBound - 1)
      else {
        if !waiting.isEmpty, !text.bytes[content].allSatisfy(ASCII.isBlank) {
          targets[line] = waiting
          waiting = []
        }
        continue
      }
      switch comment.order {
      case .disable, .enable:
        let change = Change(line: line, isSilent: comment.order == .disable)
        for rule in comment.rules { changes[rule, default: []].append(change) }
      case .disableNextLine:
        waiting.append(lineOrders.count)
        lineOrders.append(LineOrder(comment: comment, line: line))
      }
    }
  }

  /// The findings that are not silenced. The orders for single lines remember what they were good for.
  mutating func filter(_ findings: [Finding], in text: SourceText) -> [Finding] {
    guard !changes.isEmpty || !targets.isEmpty else { return findings }
    return findings.filter { !silence($0, in: text) }
  }

  private mutating func silence(_ finding: Finding, in text: SourceText) -> Bool {
    guard !finding.rule.hasPrefix("file/") else { return false }
    let line = text.lines.line(at: finding.range.lowerBound)
    let group = finding.rule.prefix { $0 != "/" } + "/*"
    let names = [finding.rule[...], group[...], "*"]
    var isSilent = false
    for order in targets[line] ?? [] {
      let meant = lineOrders[order].comment.rules.filter(names.contains)
      lineOrders[order].used.formUnion(meant)
      isSilent = isSilent || !meant.isEmpty
    }
    // The last change that names the rule in any way decides.
    let last = names.compactMap { changes[$0]?.last(before: line) }.max { $0.line < $1.line }
    return isSilent || last?.isSilent ?? false
  }
}

extension Array where Element == Suppressions.Change {
  /// The last change on a line before the given one, whose own comment does not count for it.
  fileprivate func last(before line: Int) -> Suppressions.Change? {
    let index = partitioningIndex { $0.line >= line }
    return index > 0 ? self[index - 1] : nil
  }
}

extension SourceText {
  /// The bytes of a line without its ending; lines count from 0.
  func contentRange(ofLine line: Int) -> ByteRange {
    let start = lines.starts[line]
    var end = line + 1 < lines.count ? lines.starts[line + 1] : count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
