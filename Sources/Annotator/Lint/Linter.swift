/// The findings on one version of an article, with what the next version's check reuses.
public struct LintReport: Sendable {
  /// In text order; at one place in the order of the rules' names.
  public let findings: [Finding]
  /// What they were made under.
  let options: LintOptions
  /// Each passage with its neighbours, and what the passage rules found there in prose offsets.
  let passages: [(passage: LintedPassage, findings: [Finding])]
}

/// Checks an article. A pure function: the same article and options give the same findings, whether
/// or not an earlier report is reused. With one, the passage rules look only at passages that are
/// new or have a new neighbour. Rules that need more of the article than is read may find nothing in
/// it, and do not run.
public func lint(
  _ article: LintedArticle, options: LintOptions = LintOptions(),
  reusing previous: LintReport? = nil
) -> LintReport {
  let selection = options.selection
  // A text of blanks has no parts whose defects one could speak of.
  let isBlank = FileEmpty.isBlank(article.text)
  let passages = passageFindings(
    article.passagesWithNeighbours(), rules: isBlank ? [] : selection.passageRules,
    reusing: previous?.options == options ? previous?.passages : nil)

  var findings: [Finding] = []
  for (index, entry) in passages.enumerated() {
    for finding in entry.findings { findings.append(article.place(finding, inPassage: index)) }
  }
  for rule in selection.articleRules
  where rule.needs <= article.depth && (!isBlank || rule == FileEmpty.self) {
    findings += rule.findings(in: article)
  }
  var suppressions = Suppressions(in: article)
  findings = suppressions.filter(findings, in: article.text)
  if selection.severities[SuppressionUnused.id] != nil {
    let unused = SuppressionUnused.findings(
      on: suppressions.lineOrders, in: article, running: selection.all)
    findings += suppressions.filter(unused, in: article.text)
  }

  for index in findings.indices {
    findings[index].severity =
      selection.severities[findings[index].rule] ?? findings[index].severity
  }
  findings.sort {
    ($0.range.lowerBound, $0.rule, $0.range.upperBound)
      < ($1.range.lowerBound, $1.rule, $1.range.upperBound)
  }
  return LintReport(findings: findings, options: options, passages: passages)
}

/// Runs the passage rules where neither the passage nor a neighbour is as it was. An edit leaves a
/// common head and tail, which are matched in place.
private func passageFindings(
  _ passages: [LintedPassage], rules: [any PassageRule.Type],
  reusing previous: [(passage: LintedPassage, findings: [Finding])]?
) -> [(passage: LintedPassage, findings: [Finding])] {
  let old = previous ?? []
  let shorter = min(passages.count, old.count)
  var head = 0
  while head < shorter, passages[head].isSame(as: old[head].passage) { head += 1 }
  var tail = 0
  while tail < shorter - head,
    passages[passages.count - 1 - tail].isSame(as: old[old.count - 1 - tail].passage)
  { tail += 1 }
  var result = Array(old[..<head])
  result.reserveCapacity(passages.count)
  for passage in passages[head..<passages.count - tail] {
    result.append((passage, rules.flatMap { $0.findings(in: passage) }))
  }
  result += old[(old.count - tail)...]
  return result
}
