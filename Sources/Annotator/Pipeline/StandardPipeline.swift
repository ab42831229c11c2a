extension Pipeline {
  /// The stages that the product uses.
  public static let standard = Pipeline(
    names: LearnedRecognizer.standard ?? RuleRecognizer(), values: ValueRecognizer(),
    claims: LearnedClaimExtractor.standard ?? RuleClaimExtractor())
}
