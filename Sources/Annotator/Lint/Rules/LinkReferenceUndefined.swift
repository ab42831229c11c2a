/// A link by reference, `[text][label]` or `[label][]`, needs a line that defines its label. Without
/// one readers see the brackets.
///
///     The [report][1] was published on Monday.
///
///     [1]: https://www.example.org/report.pdf
///
/// A single pair of brackets is text unless its label is defined: `[sic]`, `[the minister]`.
enum LinkReferenceUndefined: ArticleRule {
  static let id = "link/reference-undefined"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "A reference [text][label] or [label][] has no definition."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.inlines { content, origin in
      content.literals.compactMap { literal in
        guard literal.kind == .undefinedReference else { return nil }
        let label = article.text.string(literal.range.shifted(by: origin))
        return finding(
          literal.range.shifted(by: origin),
          label == "[]"
            ? "The label in front of “[]” is not defined. Add a line “[LABEL]: ADDRESS”."
            : "\(label) is not defined. Add a line “\(label): ADDRESS”.")
      }
    }
  }
}
