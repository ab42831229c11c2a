import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server lint`: checks articles.
let lintCommand = Command(
  name: "lint", operands: "[PATH…|-]",
  summary: "Check the markup, quotations and names of articles.",
  details: """
    PATH is an article or a folder of them; without one, or with “-”, the article is read from
    standard input. Of a folder, what its .gitignore files name is left out. A finding is a line

        FILE:LINE:COLUMN: SEVERITY: what is wrong and what to do [RULE]

    The comment <!-- annotate-disable-next-line RULE --> silences a rule on the next line.

    Examples:
      annotate-server lint articles/
      annotate-server lint --format json article.md
      annotate-server lint --explain text/mojibake

    Exit status: 0 when nothing was found, 1 when something was found that is at least as grave as
    --fail-on says, 2 when a path could not be read (the others are still checked).
    """,
  options: [
    .value("--format", "FORMAT", choices: ["text", "json"], "how to print findings"),
    .value(
      "--fail-on", "SEVERITY", choices: Severity.allCases.map(\.rawValue),
      "the least severity that makes the exit status 1 (default: warning)"),
    .value("--stdin-filename", "NAME", "what to call standard input"),
    .flag("--rules", "list the rules"),
    .value("--explain", "RULE", "say when a rule fires"),
  ],
  run: lint)

private func lint(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  if arguments.has("--rules") {
    for rule in allRules.sorted(by: { $0.id < $1.id }) { print(line(rule)) }
    return 0
  }
  if let name = arguments.value("--explain") {
    guard let rule = allRules.first(where: { $0.id == name }) else {
      let near = nearest(to: name, in: allRules.map { $0.id }).map { "; did you mean \($0)?" }
      throw UsageError("there is no rule “\(name)”\(near ?? "; see lint --rules")", "lint")
    }
    print(line(rule))
    return 0
  }
  let threshold = arguments.value("--fail-on").flatMap(Severity.init) ?? .warning
  let standardInput = arguments.value("--stdin-filename") ?? "<stdin>"
  let isJSON = arguments.value("--format") == "json"
  var failures: [InputError] = []
  var isFailing = false
  var located: [LocatedFinding] = []
  let paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
  for file in Input.articles(paths, &failures) {
    let findings = check(file, named: file == "-" ? standardInput : file, &failures)
    isFailing = isFailing || findings.contains { $0.severity >= threshold }
    if isJSON { located += findings } else { findings.forEach { print($0.line) } }
  }
  if isJSON { print(json(located, pretty: true)) }
  for failure in failures { Output.complain("\(failure)") }
  return !failures.isEmpty ? 2 : isFailing ? 1 : 0
}

/// A finding with its place as people count: lines and columns from 1, columns in code points.
private struct LocatedFinding: Encodable {
  var file: String
  var rule: String
  var severity: Severity
  var message: String
  var start: Int
  var end: Int
  var lineNumber: Int
  var column: Int

  enum CodingKeys: String, CodingKey {
    case file, rule, severity, message, start, end, column
    case lineNumber = "line"
  }

  /// One line for a terminal.
  var line: String {
    "\(file):\(lineNumber):\(column): \(severity.rawValue): \(message) [\(rule)]"
  }
}

/// The findings on one file.
private func check(
  _ file: String, named name: String, _ failures: inout [InputError]
) -> [LocatedFinding] {
  let text: SourceText
  do throws(InputError) {
    text = try Input.text(file)
  } catch {
    failures.append(error)
    return []
  }
  let findings = Annotator.lint(LintedArticle(analyze(text))).findings
  var points = Conversion(text, unit: .utf32)
  return findings.map { finding in
    let start = points.count(from: 0, to: finding.range.lowerBound)
    let end = points.count(from: 0, to: finding.range.upperBound)
    let line = text.lines.line(at: finding.range.lowerBound)
    let column = start - points.count(from: 0, to: text.lines.starts[line])
    return LocatedFinding(
      file: name, rule: finding.rule, severity: finding.severity, message: finding.message,
      start: start, end: end, lineNumber: line + 1, column: column + 1)
  }
}

/// A rule in a line.
private func line(_ rule: any Rule.Type) -> String {
  "\(rule.id.padding(28)) \(rule.defaultSeverity.rawValue.padding(8)) "
    + "\(rule.canFix ? "fix" : "   ")  \(rule.summary)"
}
