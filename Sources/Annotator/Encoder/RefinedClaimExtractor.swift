/// Weighs the claims that an encoder finds in passages against those of the instant tier. Where a
/// passage of a window was not read by an encoder, the instant tier has its way.
struct RefinedClaimExtractor: ClaimExtractor {
  let weighing: ClaimWeighing
  let instant: LearnedClaimExtractor
  /// The least probability of a claim that is given out. Those below it are less often right than
  /// what they keep out would be.
  var threshold: Float = 0.4

  func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool {
    instant.continues(passage, into: next)
  }

  func claims(in window: [AnalyzedPassage]) -> [WindowClaim] {
    let readings = window.map(\.reading)
    guard !readings.contains(where: { $0 == nil }) else { return instant.claims(in: window) }
    let text = instant.text(of: window)
    let choices = weighed(text, window, readings.compactMap(\.self)).map { weighed in
      var choice = weighed.choice
      choice.probability = weighing.probability(
        weighed.features, isEncoded: weighed.encoded != nil)
      return choice
    }
    return text.settled(choices.filter { $0.probability >= threshold }).map(text.claim)
      .sorted { $0.place < $1.place }
  }

  /// What may be claimed in a window, with what it is judged by.
  func weighed(
    _ text: ClaimText, _ window: [AnalyzedPassage], _ readings: [PassageReading]
  ) -> [WeighedChoice] {
    let found = readings.enumerated().flatMap { index, reading in
      let places = WordPlaces(window[index], text.passages[index], text)
      return reading.claims.compactMap { claim in places.choice(claim).map { ($0, claim) } }
    }
    return text.weighed(
      instant.choices(in: text).filter { $0.probability >= RefinedClaimExtractor.leastInstant },
      found)
  }

  /// Claims of the instant tier that are less likely are not looked at.
  private static let leastInstant: Float = 0.05
}
