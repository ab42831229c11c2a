/// A text with fixes applied.
public struct FixedText: Sendable, Equatable {
  /// The text.
  public var text: SourceText
  /// How many fixes were applied.
  public var count: Int
}

extension SourceText {
  /// The text with the fixes of findings, in their order. One that meets what another has changed is
  /// left for a later pass.
  public func applyingFixes(of findings: [Finding]) -> FixedText {
    var accepted: [Fix.Edit] = []
    // Accepted edits in text order; they never overlap, so a new one is compared with two of them.
    var count = 0
    for fix in findings.compactMap(\.fix) where isNew(fix.edits, beside: accepted) {
      for edit in fix.edits {
        let place = accepted.partitioningIndex { $0.range.lowerBound >= edit.range.lowerBound }
        accepted.insert(edit, at: place)
      }
      count += 1
    }
    guard count > 0 else { return FixedText(text: self, count: 0) }
    var result: [UInt8] = []
    result.reserveCapacity(self.count)
    var end = 0
    for edit in accepted {
      result += bytes[end..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      end = edit.range.upperBound
    }
    result += bytes[end...]
    return FixedText(text: SourceText(unchecked: result), count: count)
  }

  /// Whether edits change the text, and neither overlap nor touch others.
  private func isNew(_ edits: [Fix.Edit], beside accepted: [Fix.Edit]) -> Bool {
    let isChange = edits.contains { !bytes[$0.range].elementsEqual($0.replacement.utf8) }
    return isChange
      && edits.allSatisfy { edit in
        let place = accepted.partitioningIndex { $0.range.lowerBound >= edit.range.lowerBound }
        let before = place > 0 ? accepted[place - 1].range.upperBound : -1
        let next = place < accepted.count ? accepted[place].range.lowerBound : Int.max
        return before < max(edit.range.lowerBound, 0) && edit.range.upperBound < next
      }
  }
}

/// Repairs a text: applies the fixes of all findings, again and again until none is left that changes
/// anything. To repair the result changes nothing more.
///
/// - Throws: `CancellationError` when the task it runs in is cancelled.
public func fixed(
  _ text: SourceText, as kind: TextKind = .article, options: LintOptions = LintOptions()
) throws(CancellationError) -> FixedText {
  var result = FixedText(text: text, count: 0)
  var seen: Set<[UInt8]> = [text.bytes]
  // Fixes do not undo each other; the bound is for the day on which two rules disagree.
  for _ in 0..<16 {
    let article = try LintedArticle(reading: result.text, as: kind, for: options)
    let next = result.text.applyingFixes(of: lint(article, options: options).findings)
    guard next.count > 0, seen.insert(next.text.bytes).inserted else { break }
    result = FixedText(text: next.text, count: result.count + next.count)
  }
  return result
}
