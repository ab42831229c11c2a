extension Pipeline {
  /// The stages of the instant tier.
  public static let standard = Pipeline(
    names: LearnedRecognizer.standard ?? RuleRecognizer(), values: ValueRecognizer(),
    claims: LearnedClaimExtractor.standard ?? RuleClaimExtractor())

  /// The stages of the refined tier for those who have passages read by the encoder themselves
  /// (`AnalyzedPassage.readByEncoder`): what is not read yet is as in the instant tier. `nil` where the
  /// program was built without the encoder's weights, which are not touched.
  public static let refining: Pipeline? = {
    guard let weighing = ClaimWeighing.standard, let claims = LearnedClaimExtractor.standard else {
      return nil
    }
    return Pipeline(
      names: standard.names, values: standard.values,
      claims: RefinedClaimExtractor(weighing: weighing, instant: claims), tier: .refined)
  }()

  /// The stages of the refined tier, which have the encoder read all passages: more is right, and it
  /// takes some twenty times as long. `nil` where the program was built without its weights.
  public static let refined: Pipeline? = {
    guard var pipeline = refining, let network = EncoderNetwork.standard else { return nil }
    pipeline.encoder = network
    return pipeline
  }()

  /// The stages of a tier; `nil` where the program was built without them.
  public static func stages(of tier: Tier) -> Pipeline? {
    switch tier {
    case .instant: standard
    case .refined: refined
    }
  }
}

extension AnalyzedPassage {
  /// What the built-in encoder makes of the passage, which takes a tenth of a millisecond a word or
  /// more; `nil` where the program was built without its weights, or the task it runs in is cancelled.
  public func readByEncoder() -> PassageReading? { EncoderNetwork.standard?.reading(of: text) }
}
