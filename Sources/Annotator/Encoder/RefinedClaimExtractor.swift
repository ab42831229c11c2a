/// Finds claims by an encoder, and direct quotations by their structure as the instant tier does.
///
/// The claims of both are weighed against each other; of those that meet, the likelier stays.
struct RefinedClaimExtractor: ClaimExtractor {
  let network: EncoderNetwork
  let instant: LearnedClaimExtractor
  /// The least probability of a word that is part of a cue.
  var cueThreshold: Float = 0.55
  /// The least probability of a direct quotation that the instant tier may decide.
  var directThreshold: Float = 0.3
  /// The least probability of another claim of the instant tier that is kept where nothing meets it.
  var indirectThreshold: Float = 0.7
  /// The least probability of a claim that is given out.
  var threshold: Float = 0.15

  /// All passages, as far as a window reaches: the encoder reads on over their ends.
  func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool { true }

  func claims(in window: [AnalyzedPassage]) -> [WindowClaim] {
    let (words, sentences) = network.pieces.words(of: window.map(\.text))
    let found = network.claims(in: words, sentences: sentences, threshold: cueThreshold)
    var result: [WindowClaim] = []
    var start = 0
    var firstWord = 0
    while start < window.count {
      var end = start + 1
      while end < window.count, instant.continues(window[end - 1], into: window[end]) { end += 1 }
      let passages = Array(window[start..<end])
      let count = passages.reduce(0) { $0 + $1.text.tokens.count }
      let own = firstWord..<firstWord + count
      let claims = self.claims(
        in: passages, firstWord: firstWord, found.filter { own.contains($0.cue.lowerBound) })
      result += claims.map { $0.moved(by: start) }
      start = end
      firstWord = own.upperBound
    }
    return result.sorted { $0.place < $1.place }
  }

  /// The claims of passages that the instant tier reads together.
  private func claims(
    in passages: [AnalyzedPassage], firstWord: Int, _ found: [EncodedClaim]
  ) -> [WindowClaim] {
    let text = instant.text(of: passages)
    let places = WordPlaces(passages, text, firstWord: firstWord)
    var choices = instant.choices(in: text)
    for index in choices.indices {
      let isDirect = text.isDirect(choices[index])
      if isDirect, choices[index].probability >= directThreshold {
        choices[index].rank = 1 + choices[index].probability
      } else if choices[index].probability >= indirectThreshold {
        choices[index].rank = choices[index].probability / 2
      } else {
        choices[index].probability = 0
      }
    }
    for claim in found {
      guard var choice = places.choice(claim) else { continue }
      choice.rank = choice.probability
      choices.append(choice)
    }
    return text.settled(choices.filter { $0.probability >= threshold }).map(text.claim)
  }
}

extension ClaimText {
  /// Whether a choice's content stands within quotation marks.
  fileprivate func isDirect(_ choice: ClaimChoice) -> Bool {
    !choice.content.isEmpty && choice.content.joined().allSatisfy { words[$0].quotation != 0 }
  }
}

/// Where an encoder's words stand among those of the instant tier, to which a quotation is one word.
private struct WordPlaces {
  let text: ClaimText
  let firstWord: Int
  /// For each of the encoder's words, that of the text that holds it.
  private var places: [Int] = []

  init(_ passages: [AnalyzedPassage], _ text: ClaimText, firstWord: Int) {
    self.text = text
    self.firstWord = firstWord
    for (index, passage) in passages.enumerated() {
      var word = text.passages[index].lowerBound
      for token in passage.text.tokens.indices {
        while word + 1 < text.passages[index].upperBound,
          text.words[word].tokens.upperBound <= token
        { word += 1 }
        places.append(word)
      }
    }
  }

  /// The words that hold most of their tokens in a part of a claim.
  private func words(_ part: Range<Int>) -> Range<Int>? {
    let part = part.lowerBound - firstWord..<part.upperBound - firstWord
    let inside = part.clamped(to: 0..<places.count)
    guard !inside.isEmpty else { return nil }
    var first = places[inside.lowerBound]
    var last = places[inside.upperBound - 1]
    func share(_ word: Int) -> Bool {
      inside.count(where: { places[$0] == word }) * 2 > text.words[word].tokens.count
    }
    if !share(first) { first += 1 }
    if last > first, !share(last) { last -= 1 }
    return first <= last ? first..<last + 1 : nil
  }

  /// An encoder's claim as one to choose; `nil` where nothing of it is left.
  func choice(_ claim: EncodedClaim) -> ClaimChoice? {
    guard let cue = words(claim.cue) else { return nil }
    let source = claim.source.compactMap(words).filter { !$0.overlaps(cue) }
      .max { $0.count < $1.count }
    let content = claim.content.compactMap(words).flatMap(parts).filter {
      !$0.overlaps(cue) && !(source.map($0.overlaps) ?? false)
    }
    guard !content.isEmpty else { return nil }
    var choice = ClaimChoice(
      source: source, cue: cue, content: content, candidate: nil, ruled: nil, isRuled: false)
    choice.probability = claim.cueProbability * claim.contentProbability.squareRoot()
    return choice
  }

  /// A range of words cut where passages end.
  private func parts(_ words: Range<Int>) -> [Range<Int>] {
    text.passages.compactMap { passage in
      let part = words.clamped(to: passage)
      return part.isEmpty ? nil : part
    }
  }
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
