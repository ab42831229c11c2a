/// A file with what is wrong with it.
public struct CheckedFile: Sendable {
  /// The text; where the bytes are not UTF-8, U+FFFD stands for what cannot be read.
  public let text: SourceText
  /// Whether the text is all that the file holds: only then it may be written back.
  public let isWhole: Bool
  /// What was found, in text order.
  public let findings: [Finding]
}

/// Checks a file by its bytes. What is not UTF-8 has that one finding and no other.
///
/// - Throws: `CancellationError` when the task it runs in is cancelled.
public func lint(
  file bytes: [UInt8], as kind: TextKind = .article, options: LintOptions = LintOptions()
) throws(CancellationError) -> CheckedFile {
  if let text = SourceText(validating: bytes) {
    let article = try LintedArticle(reading: text, as: kind, for: options)
    return CheckedFile(
      text: text, isWhole: true, findings: lint(article, options: options).findings)
  }
  var findings: [Finding] = []
  for rule in options.selection.fileRules {
    for var finding in rule.findings(inFile: bytes) {
      finding.severity = options.severity(of: rule) ?? finding.severity
      findings.append(finding)
    }
  }
  return CheckedFile(
    text: SourceText(String(decoding: bytes, as: UTF8.self)), isWhole: false, findings: findings)
}
