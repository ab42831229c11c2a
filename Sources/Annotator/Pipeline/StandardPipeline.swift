extension Pipeline {
  /// The stages that the product uses. Names come before values, so that "10 Downing Street" does
  /// not lose its number.
  public static let standard = Pipeline(
    recognizers: [RuleRecognizer(), ValueRecognizer()], claimExtractor: RuleClaimExtractor())
}
