import Annotator
import Testing

/// Checks the findings of one rule: `⟦` and `⟧` stand in the text about each finding.
func checkLint(
  _ rule: String, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  // By scalars, since a joiner behind a mark makes one character with it.
  let plain = String(
    String.UnicodeScalarView(marked.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
  let findings = lintedFindings(plain).filter { $0.rule == rule }
  // A rule by itself, which is given no more than it says it needs, finds the same.
  if rule != "suppression/unused", let type = allRules.first(where: { $0.id == rule }) {
    let options = LintOptions(rules: ["*": .off, rule: .severity(type.defaultSeverity)])
    let alone = try? lint(file: Array(plain.utf8), options: options).findings
    #expect(alone == findings, sourceLocation: sourceLocation)
  }
  var bytes = Array(plain.utf8)
  for finding in findings.reversed() {
    bytes.insert(contentsOf: Array("⟧".utf8), at: finding.range.upperBound)
    bytes.insert(contentsOf: Array("⟦".utf8), at: finding.range.lowerBound)
  }
  #expect(String(decoding: bytes, as: UTF8.self) == marked, sourceLocation: sourceLocation)
}

/// Checks what the fixes of one rule make of a text.
func checkFix(
  _ rule: String, _ text: String, _ fixed: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let edits = lintedFindings(text).filter { $0.rule == rule }.flatMap { $0.fix?.edits ?? [] }
  var source = SourceText(text)
  for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
    source.replace(edit.range, with: edit.replacement)
  }
  let result = String(decoding: source.bytes, as: UTF8.self)
  #expect(result == fixed, sourceLocation: sourceLocation)
}

/// The findings on a text.
func lintedFindings(_ text: String, options: LintOptions = LintOptions()) -> [Finding] {
  lint(LintedArticle(analysis(text)), options: options).findings
}

/// The analysis of a text.
func analysis(_ text: String) -> Analysis {
  // No test is cancelled.
  try! Pipeline.standard.annotate(SourceText(text))
}
