extension Pipeline {
  /// The stages that the product uses.
  public static let standard = Pipeline(
    names: RuleRecognizer(), values: ValueRecognizer(), claims: RuleClaimExtractor())
}
