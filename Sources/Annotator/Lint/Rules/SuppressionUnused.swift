/// A comment that silences a rule on the next line has something to silence there. One that has not is
/// left over from a defect that was mended, and would hide the next one.
///
///     <!-- annotate-disable-next-line text/mojibake -->
///     The Café opens on Monday.
///
/// Rules that do not run, since the configuration has them off, are not missed. The fix takes the
/// names from the comment that are of no use, and removes a comment that has no other.
enum SuppressionUnused: Rule {
  static let id = "suppression/unused"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary =
    "An annotate-disable-next-line comment names a rule that would not have fired there."

  /// The findings on orders that have seen all other findings.
  ///
  /// - Parameter running: the rules that ran.
  static func findings(
    on orders: [Suppressions.LineOrder], in article: LintedArticle, running: [any Rule.Type]
  ) -> [Finding] {
    guard !orders.isEmpty else { return [] }
    let known = LintOptions.knownNames
    let awake = Set(running.flatMap { [$0.id, "\($0.group)/*"] } + ["*"])
    return orders.compactMap { order in
      let unused = order.comment.rules.filter { name in
        !order.used.contains(name)
          && (awake.contains(String(name)) || !known.contains(String(name)))
      }
      guard !unused.isEmpty else { return nil }
      let line = article.line(around: article.text.lines.starts[order.line])
      let rest = order.comment.rules.filter { !unused.contains($0) }
      let edit: Fix.Edit
      if rest.isEmpty {
        edit = Fix.Edit(range: article.removal(ofLine: order.line), replacement: "")
      } else {
        var comment = order.comment
        comment.rules = rest
        edit = Fix.Edit(range: line, replacement: comment.text)
      }
      let names = unused.joined(separator: ", ")
      let message =
        switch (unused.count, unused[0]) {
        case (1, "*"): "Nothing fires on the next line. Remove the comment."
        case (1, _): "\(names) does not fire on the next line. Take it out of the comment."
        default: "None of \(names) fires on the next line. Take them out of the comment."
        }
      return finding(
        line, message, fix: Fix(title: "Remove what the comment need not silence", edits: [edit]))
    }
  }
}
