extension Pipeline {
  /// The stages that the product uses.
  public static let standard = Pipeline(
    names: LearnedRecognizer.standard ?? RuleRecognizer(), values: ValueRecognizer(),
    claims: LearnedClaimExtractor.standard ?? RuleClaimExtractor())

  /// The stages of the refined tier, which hear an encoder too: more is right, and it takes some forty
  /// times as long. `nil` where the program was built without the encoder's weights.
  public static let refined: Pipeline? = {
    guard let network = EncoderNetwork.standard, var names = LearnedRecognizer.standard,
      let claims = LearnedClaimExtractor.standard
    else { return nil }
    names.adviser = EncoderNames(network: network)
    return Pipeline(
      names: names, values: ValueRecognizer(),
      claims: RefinedClaimExtractor(network: network, instant: claims), tier: .refined)
  }()

  /// The stages of a tier; `nil` where the program was built without them.
  public static func stages(of tier: Tier) -> Pipeline? {
    switch tier {
    case .instant: standard
    case .refined: refined
    }
  }
}
