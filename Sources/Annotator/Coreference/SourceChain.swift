/// The chain of a claim's source: where the source is the thing itself, its pronoun or its
/// description, with title, apposition and relative clause. "A spokesman for X" and "his campaign"
/// are others than X and him; several sources that "and" joins are no single chain.
///
/// - Parameters:
///   - source: the tokens of the source in the passage.
///   - index: the passage, as an index of the article's.
public func sourceChain(
  of source: Range<Int>, in passage: AnalyzedPassage, at index: Int, _ result: CoreferenceResult
) -> Int? {
  guard result.placed.indices.contains(index), !source.isEmpty,
    source.upperBound <= passage.text.tokens.count
  else { return nil }
  // The head stands early; a bound keeps the cost of a malformed text linear.
  let start = source.prefix(80)
  let phrase = SourcePhrase(
    text: passage.text, tokens: start, mentions: result.mentions(of: index, in: start))
  return phrase.chain
}

extension CoreferenceResult {
  /// The mentions of a passage that lie within a range of its tokens.
  fileprivate func mentions(of passage: Int, in tokens: Range<Int>) -> ArraySlice<PlacedMention> {
    let all = placed[passage]
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < all.count, all[end].tokens.upperBound <= tokens.upperBound { end += 1 }
    return all[low..<end]
  }
}

/// The noun phrase of a source.
private struct SourcePhrase {
  let text: TokenizedProse
  let tokens: Range<Int>
  let mentions: ArraySlice<CoreferenceResult.PlacedMention>

  /// The chain of the head. The head is the mention with which the first part of the phrase ends,
  /// before a comma, preposition or relative pronoun; a phrase that begins with a description of an
  /// unknown has it in the apposition.
  var chain: Int? {
    var start = tokens.lowerBound
    for part in 0..<2 {
      let end = partEnd(from: start)
      if let mention = head(of: start..<end) {
        return isCoordinated(behind: mention.tokens.upperBound) ? nil : mention.chain
      }
      guard part == 0, end < tokens.upperBound else { return nil }
      // Only an apposition names the same thing; "a spokesman for X" does not reach here.
      guard let comma = comma(from: end), hasHead(start..<comma) else { return nil }
      start = comma + 1
    }
    return nil
  }

  /// The end of the part that holds the head: before the first comma, preposition, relative pronoun
  /// or conjunction outside a mention.
  private func partEnd(from start: Int) -> Int {
    var token = start
    while token < tokens.upperBound {
      if let mention = mention(at: token) {
        token = mention.tokens.upperBound
        continue
      }
      if Self.ends.contains(text.lowercased(token)) { return token }
      token += 1
    }
    return tokens.upperBound
  }

  /// The mention with which a part ends; words that only say what kind of organisation or person it
  /// is may follow it, a possessive may not.
  private func head(of part: Range<Int>) -> CoreferenceResult.PlacedMention? {
    var end = part.upperBound
    while end > part.lowerBound, mention(at: end - 1) == nil,
      Self.trailers.contains(text.lowercased(end - 1))
    { end -= 1 }
    guard end > part.lowerBound else { return nil }
    return mention(at: end - 1)
  }

  /// The first comma at or behind a token, if nothing but a phrase about place or kind stands before
  /// it.
  private func comma(from token: Int) -> Int? {
    (token..<tokens.upperBound).first { text.lowercased($0) == "," }
  }

  /// Whether a description of a person or thing, and no list of names, stands in a range: its first
  /// part ends in a word that is no mention.
  private func hasHead(_ range: Range<Int>) -> Bool {
    !range.isEmpty && mention(at: partEnd(from: range.lowerBound) - 1) == nil
  }

  /// Whether "and" joins another source to what ends at a token, now or after a list's commas.
  private func isCoordinated(behind token: Int) -> Bool {
    var index = token
    while index < tokens.upperBound, Self.trailers.contains(text.lowercased(index)) { index += 1 }
    guard index < tokens.upperBound else { return false }
    let word = text.lowercased(index)
    if word == "and" || word == "or" || word == "&" || word == "nor" { return true }
    guard word == ",", let next = mention(at: afterDeterminer(index + 1)) else { return false }
    // "Russia, China and Iran": a name right behind the comma, with a conjunction behind it.
    let end = next.tokens.upperBound
    guard end < tokens.upperBound else { return false }
    let following = text.lowercased(end)
    return following == "and" || following == "or"
      || following == ","
        && (end..<tokens.upperBound).contains { text.lowercased($0) == "and" }
  }

  private func afterDeterminer(_ index: Int) -> Int {
    index < tokens.upperBound && text.lowercased(index) == "the" ? index + 1 : index
  }

  private func mention(at token: Int) -> CoreferenceResult.PlacedMention? {
    mentions.first { $0.tokens.contains(token) }
  }

  private static let ends: Set<String> = [
    ",", "of", "for", "from", "in", "at", "with", "who", "which", "that", "whose", "on", "by",
    "and",
    "or", "(", "—", "–", "nor", "to", "near", "about",
  ]

  private static let trailers: Set<String> = [
    "himself", "herself", "itself", "themselves", "news", "agency", "newspaper", "network",
    "company",
    "television", "magazine", "both", "jr", "jr.", "too", "daily", "group",
  ]
}
