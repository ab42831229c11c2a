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

    Options are read from --config, else from the nearest .annotate.json at or above the current
    folder: “rules” sets a severity or “off” by rule or GROUP/*, “exclude” leaves files out,
    “entities” are names that are known; `annotate-server options` tells all. The comment
    <!-- annotate-disable-next-line RULE --> silences a rule on the next line.

    --fix repairs files in place and reports what is left; standard input comes out repaired, and
    what is left goes to standard error. --diff shows what --fix would do.

    Examples:
      annotate-server lint articles/
      annotate-server lint --fix article.md
      annotate-server lint --format sarif articles/ > findings.sarif
      annotate-server lint --explain text/mojibake

    Exit status: 0 when nothing was found, 1 when something was found that is at least as grave as
    --fail-on says, or --diff has something to show, 2 when a path or the configuration could not be
    read or a file not be written (the others are still checked).
    """,
  options: [
    .value(
      "--format", "FORMAT", choices: FindingFormat.allCases.map(\.rawValue) + ["markdown"],
      "how to print findings (default: text; markdown is for --rules)"),
    .flag("--context", "show the line of each finding (text)"),
    .flag("--fix", "repair what can be repaired"),
    .flag("--diff", "print what --fix would change, and change nothing"),
    accuracyOption(.instant),
    configOption,
    .value(
      "--fail-on", "SEVERITY", choices: Severity.allCases.map(\.rawValue),
      "the least severity that makes the exit status 1 (default: warning)"),
    .value("--stdin-filename", "NAME", "what to call standard input"),
    .value("--jobs", "N", "check so many files at once (default: one a core)"),
    .flag("--rules", "list the rules"),
    .value("--explain", "RULE", "say when a rule fires"),
  ],
  run: lint)

private func lint(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  let isMarkdown = arguments.value("--format") == "markdown"
  if arguments.has("--rules") {
    Output.put(isMarkdown ? ruleTable() : ruleList())
    return 0
  }
  if isMarkdown { throw UsageError("--format markdown is for --rules", "lint") }
  if let name = arguments.value("--explain") {
    guard let rule = allRules.first(where: { $0.id == name }) else {
      let near = nearest(to: name, in: allRules.map { $0.id }).map { "; did you mean \($0)?" }
      throw UsageError("there is no rule “\(name)”\(near ?? "; see lint --rules")", "lint")
    }
    Output.put(explanation(of: rule))
    return 0
  }
  guard !arguments.has("--fix") || !arguments.has("--diff") else {
    throw UsageError("--diff changes nothing; give it or --fix", "lint")
  }
  var failures: [InputError] = []
  let tier = try arguments.tier(or: .instant, command: "lint")
  guard var options = configuration(arguments, orNearest: true) else { return 2 }
  options.lint.tier = tier
  let paths = arguments.operands.isEmpty ? ["-"] : arguments.operands
  let run = LintRun(
    files: Input.articles(paths, by: options.files, &failures), options: options.lint,
    standardInput: arguments.value("--stdin-filename") ?? "<stdin>",
    mode: arguments.has("--fix") ? .fix : arguments.has("--diff") ? .diff : .report,
    jobs: try arguments.number("--jobs", in: 1...256, command: "lint")
      ?? ProcessInfo.processInfo.activeProcessorCount)
  let files = run.checked()
  failures += files.compactMap(\.failure)
  let status = write(files, run, arguments, failures)
  for failure in failures { Output.complain("\(failure)") }
  return failures.isEmpty ? status : 2
}

/// Prints what a run has found.
///
/// - Returns: The exit status, as far as findings decide it.
private func write(
  _ files: [LintedFile], _ run: LintRun, _ arguments: Arguments, _ failures: [InputError]
) -> Int32 {
  let isColored = Output.isColored
  if run.mode == .diff {
    let diff = files.map(\.output).joined()
    Output.put(isColored ? coloredDiff(diff) : diff)
    return diff.isEmpty ? 0 : 1
  }
  let findings = files.flatMap(\.findings)
  let format = arguments.value("--format").flatMap(FindingFormat.init) ?? .text
  let style = FindingStyle(isColored: isColored, showsSource: arguments.has("--context"))
  let text = report(findings, format, style, failures: failures)
  // The repaired standard input goes where it came from.
  let repaired = files.map(\.output).joined()
  if run.mode == .fix, run.files.contains("-") {
    Output.put(repaired)
    if !text.isEmpty { Output.complain(String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))) }
  } else {
    Output.put(text)
  }
  if Output.isTerminal, format == .text { Output.complain(summary(files)) }
  let threshold = arguments.value("--fail-on").flatMap(Severity.init) ?? .warning
  return findings.contains { $0.severity >= threshold } ? 1 : 0
}

/// How much was found, in a line for people.
private func summary(_ files: [LintedFile]) -> String {
  let findings = files.flatMap(\.findings)
  let counts = Severity.allCases.compactMap { severity -> String? in
    let count = findings.count { $0.severity == severity }
    return count == 0 ? nil : "\(count) of severity \(severity.rawValue)"
  }
  let fixable = findings.count { $0.fix != nil }
  let fixed = files.reduce(0) { $0 + $1.fixCount }
  return
    "\(files.count) articles; found: \(counts.isEmpty ? "nothing" : counts.joined(separator: ", "))"
    + (fixed > 0 ? "; fixed: \(fixed)" : "")
    + (fixable > 0 ? "; \(fixable) of these can be fixed by --fix" : "")
}

/// A difference in the colours in which terminals show them.
private func coloredDiff(_ diff: String) -> String {
  diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let code =
      line.hasPrefix("+++") || line.hasPrefix("---")
      ? "1"
      : line.hasPrefix("+") ? "32" : line.hasPrefix("-") ? "31" : line.hasPrefix("@") ? "36" : ""
    return code.isEmpty ? String(line) : "\u{1B}[\(code)m\(line)\u{1B}[0m"
  }.joined(separator: "\n")
}
