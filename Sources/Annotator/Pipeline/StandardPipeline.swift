extension Pipeline {
  /// The stages that the product uses.
  public static let standard = Pipeline(
    recognizers: [ValueRecognizer()], claimExtractor: RuleClaimExtractor())
}
