extension Analysis {
  /// A text that is no article: nothing is looked for in it.
  public init(unread text: SourceText) {
    self.init(
      text: text, article: Article(), annotations: Annotations(), facts: [], windows: [],
      dictionary: NameDictionary(), tier: .instant)
  }
}

extension LintReport {
  /// Findings that no rule made.
  public init(findings: [Finding]) {
    self.init(findings: findings, options: LintOptions(), passages: [])
  }
}
