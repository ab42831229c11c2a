extension Pipeline {
  /// The stages that the product uses.
  public static let standard = Pipeline(recognizers: [ValueRecognizer()], claimExtractor: NoClaims())
}
struct NoClaims: ClaimExtractor {
  func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool { false }
  func claims(in window: [AnalyzedPassage]) -> [WindowClaim] { [] }
}
