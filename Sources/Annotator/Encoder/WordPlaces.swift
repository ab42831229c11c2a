/// Where a passage's words, as an encoder reads them, stand among those of the instant tier, to which
/// a quotation is one word.
struct WordPlaces {
  let text: ClaimText
  /// For each token of the passage, the word of the text that holds it.
  private var places: [Int] = []

  /// - Parameter words: those of the passage in the text.
  init(_ passage: AnalyzedPassage, _ words: Range<Int>, _ text: ClaimText) {
    self.text = text
    guard !words.isEmpty else { return }
    var word = words.lowerBound
    for token in passage.text.tokens.indices {
      while word + 1 < words.upperBound, text.words[word].tokens.upperBound <= token { word += 1 }
      places.append(word)
    }
  }

  /// The words that hold most of their tokens in a part of a claim.
  private func words(_ part: Range<Int>) -> Range<Int>? {
    guard part.upperBound <= places.count else { return nil }
    var first = places[part.lowerBound]
    var last = places[part.upperBound - 1]
    func share(_ word: Int) -> Bool {
      part.count(where: { places[$0] == word }) * 2 > text.words[word].tokens.count
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
    let content = claim.content.compactMap(words).map(text.withoutAddition).filter {
      !$0.overlaps(cue) && !(source.map($0.overlaps) ?? false)
    }
    guard !content.isEmpty else { return nil }
    var choice = ClaimChoice(
      source: source, cue: cue, content: content, candidate: nil, ruled: nil, isRuled: false)
    choice.probability = claim.cueProbability * claim.contentProbability.squareRoot()
    return choice
  }
}

extension ClaimText {
  /// A part of a content without what the writer adds behind it, such as ", a day after the vote": those
  /// who mark texts are of two minds about that, and an encoder that has learnt from them runs on.
  fileprivate func withoutAddition(_ part: Range<Int>) -> Range<Int> {
    let index = sentences.partitioningIndex { $0.upperBound > part.lowerBound }
    guard index < sentences.count, sentences[index].contains(part.lowerBound),
      part.upperBound <= sentences[index].upperBound, words[part.lowerBound].quotation == 0
    else { return part }
    let start = sentences[index].lowerBound
    let first = part.lowerBound - start
    let end = rules.outlines[index].contentEnd(
      from: first, frame: .clause, cue: nil, limit: part.upperBound - start)
    return end > first ? part.lowerBound..<start + end : part
  }
}
