/// Finds claims by an encoder and by the instant tier, and weighs what they find.
struct RefinedClaimExtractor: ClaimExtractor {
  let network: EncoderNetwork
  let instant: LearnedClaimExtractor
  /// The least probability of a word that the encoder may take for a cue.
  var cueThreshold: Float = 0.25
  /// The least probability of a claim that is given out. Those below it are less often right than
  /// what they keep out would be.
  var threshold: Float = 0.35

  /// All passages, as far as a window reaches: the encoder reads on over their ends.
  func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool { true }

  func claims(in window: [AnalyzedPassage]) -> [WindowClaim] {
    let found = encodedClaims(in: window)
    var result: [WindowClaim] = []
    var start = 0
    var firstWord = 0
    while start < window.count {
      var end = start + 1
      while end < window.count, instant.continues(window[end - 1], into: window[end]) { end += 1 }
      let passages = Array(window[start..<end])
      let own = firstWord..<firstWord + passages.reduce(0) { $0 + $1.text.tokens.count }
      let text = instant.text(of: passages)
      let choices = weighed(
        text, passages, firstWord: firstWord, found.filter { own.contains($0.cue.lowerBound) }
      ).map { weighed in
        var choice = weighed.choice
        choice.probability = network.weighing.probability(
          weighed.features, isEncoded: weighed.encoded != nil)
        return choice
      }
      result += text.settled(choices.filter { $0.probability >= threshold }).map {
        text.claim($0).moved(by: start)
      }
      start = end
      firstWord = own.upperBound
    }
    return result.sorted { $0.place < $1.place }
  }

  /// The claims that the encoder finds in neighbouring passages, by their words.
  func encodedClaims(in window: [AnalyzedPassage]) -> [EncodedClaim] {
    let (words, sentences) = network.pieces.words(of: window.map(\.text))
    return network.claims(in: words, sentences: sentences, threshold: cueThreshold)
  }

  /// What may be claimed in passages that the instant tier reads together, with what it is judged by.
  func weighed(
    _ text: ClaimText, _ passages: [AnalyzedPassage], firstWord: Int, _ found: [EncodedClaim]
  ) -> [WeighedChoice] {
    let places = WordPlaces(passages, text, firstWord: firstWord)
    return text.weighed(
      instant.choices(in: text).filter { $0.probability >= RefinedClaimExtractor.leastInstant },
      found.compactMap { claim in places.choice(claim).map { ($0, claim) } })
  }

  /// Claims of the instant tier that are less likely are not looked at.
  private static let leastInstant: Float = 0.05
}

extension WindowClaim {
  /// The claim, its passages counted from an earlier one.
  fileprivate func moved(by passages: Int) -> WindowClaim {
    var claim = self
    for index in claim.source.indices { claim.source[index].passage += passages }
    for index in claim.cue.indices { claim.cue[index].passage += passages }
    for index in claim.content.indices { claim.content[index].passage += passages }
    return claim
  }
}
