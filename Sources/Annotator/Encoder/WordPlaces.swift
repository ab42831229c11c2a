/// Where an encoder's words stand among those of the instant tier, to which a quotation is one word.
struct WordPlaces {
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
