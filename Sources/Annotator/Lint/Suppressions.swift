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

  /// The changes by the rule, the group (`text/*`) or `*` that they name, in ascending order.
  private var changes: [Substring: [Change]] = [:]
  /// What is silent on one line, likewise.
  private var lines: [Int: Set<Substring>] = [:]

  /// The suppressions of an article.
  init(in article: LintedArticle) {
    let text = article.text
    for line in 0..<text.lines.count {
      let content = text.contentRange(ofLine: line)
      guard let comment = SuppressionComment(text.bytes[content]),
        !article.isCode(content.upperBound - 1)
      else { continue }
      switch comment.order {
      case .disable, .enable:
        let change = Change(line: line, isSilent: comment.order == .disable)
        for rule in comment.rules { changes[rule, default: []].append(change) }
      case .disableNextLine:
        var next = line + 1
        while next < text.lines.count,
          text.bytes[text.contentRange(ofLine: next)].allSatisfy(isBlankByte)
        { next += 1 }
        lines[next, default: []].formUnion(comment.rules)
      }
    }
  }

  /// Whether a finding is silenced.
  func cover(_ finding: Finding, in text: SourceText) -> Bool {
    guard !changes.isEmpty || !lines.isEmpty, !finding.rule.hasPrefix("file/") else { return false }
    let line = text.lines.line(at: finding.range.lowerBound)
    let group = finding.rule.prefix { $0 != "/" } + "/*"
    let names = [finding.rule[...], group[...], "*"]
    if let silent = lines[line], names.contains(where: silent.contains) { return true }
    // The last change that names the rule in any way decides.
    let last = names.compactMap { changes[$0]?.last(before: line) }.max { $0.line < $1.line }
    return last?.isSilent ?? false
  }
}

/// A comment that silences rules.
private struct SuppressionComment {
  enum Order {
    case disable
    case enable
    case disableNextLine
  }

  var order: Order
  /// Rules and groups; `*` where none is named.
  var rules: [Substring]

  /// The comment that a line is, if it is one.
  init?(_ line: ArraySlice<UInt8>) {
    // Few lines begin with a tag: the others are told by one byte.
    guard let first = line.first(where: { !isBlankByte($0) }), first == UInt8(ascii: "<") else {
      return nil
    }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count >= 3, words.first == "<!--", words.last == "-->" else { return nil }
    switch words[1] {
    case "annotate-disable": order = .disable
    case "annotate-enable": order = .enable
    case "annotate-disable-next-line": order = .disableNextLine
    default: return nil
    }
    rules = words.count == 3 ? ["*"] : Array(words[2..<words.count - 1])
  }
}

extension Array where Element == Suppressions.Change {
  /// The last change on a line before the given one, whose own comment does not count for it.
  fileprivate func last(before line: Int) -> Suppressions.Change? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
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

private func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
