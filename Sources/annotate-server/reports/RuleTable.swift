import Annotator

/// Every rule in a line of its own, for a terminal.
func ruleList() -> String {
  let width = allRules.map { $0.id.count }.max() ?? 0
  return allRules.map { rule in
    "\(rule.id.padding(width)) \(rule.defaultSeverity.rawValue.padding(8)) "
      + "\(rule.canFix ? "fix" : "   ")  \(rule.summary)\n"
  }.joined()
}

/// The rules as a table of Markdown, as the README has it.
func ruleTable() -> String {
  let rows = allRules.map { rule in
    "| `\(rule.id)` | \(rule.defaultSeverity.rawValue) | \(rule.canFix ? "yes" : "no") | "
      + "\(rule.summary.replacing("|", with: "\\|")) |\n"
  }
  return "| rule | severity | fix | fires when |\n| --- | --- | --- | --- |\n" + rows.joined()
}

/// What there is to say of a rule.
func explanation(of rule: any Rule.Type) -> String {
  let fix = rule.canFix ? ", fixed by --fix" : ""
  return "\(rule.id): \(rule.defaultSeverity.rawValue)\(fix)\n\(rule.summary)\n\n"
    + rule.documentation + "\n"
}
