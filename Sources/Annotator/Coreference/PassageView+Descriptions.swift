extension PassageView {
  /// The noun by which the text says what the bearer of a name is: in apposition ("X, a shipping
  /// group"), by a copula ("X is a site that …"), or before the name ("the vessel X").
  func describingNoun(of tokens: Range<Int>) -> String? {
    let sentence = sentenceTokens(of: tokens.lowerBound)
    return nounBefore(tokens.lowerBound, in: sentence)
      ?? nounBehind(tokens.upperBound, in: sentence)
  }

  private func nounBehind(_ index: Int, in sentence: Range<Int>) -> String? {
    guard index + 2 < sentence.upperBound else { return nil }
    let isCopula = isOne(index, of: ["is", "was"])
    guard isCopula || word(index) == "," || word(index) == "(" else { return nil }
    // Of an apposition with "the" one cannot tell whether it goes on with a list.
    guard isOne(index + 1, of: isCopula ? ["a", "an", "the"] : ["a", "an"]) else { return nil }
    return headNoun(behind: index + 1, in: sentence)
  }

  /// "the vessel X": a common noun right before the name, in a phrase that an article opens.
  private func nounBefore(_ index: Int, in sentence: Range<Int>) -> String? {
    let noun = index - 1
    guard noun > sentence.lowerBound, isDescriptive(noun) else { return nil }
    var start = noun - 1
    while start >= sentence.lowerBound, noun - start <= 4 {
      if isOne(start, of: ["the", "a", "an"]) { return words[noun] }
      guard isDescriptive(start) || cover[start] >= 0 else { return nil }
      start -= 1
    }
    return nil
  }

  /// The head of a noun phrase: the last word before one that cannot go on with it.
  private func headNoun(behind article: Int, in sentence: Range<Int>) -> String? {
    var end = article + 1
    while end < sentence.upperBound, end <= article + 7,
      isDescriptive(end) || isModifier(end)
    { end += 1 }
    guard end > article + 1, end < sentence.upperBound, isDescriptive(end - 1) else { return nil }
    // "a number of", "a kind of" and capitals that go on with a name say nothing by their head.
    return isCapitalized(end) && isWord(end) ? nil : words[end - 1]
  }

  /// Whether a token may be part of a description: a lower-case word that is no function word, no
  /// verb and no adverb.
  private func isDescriptive(_ token: Int) -> Bool {
    isWord(token) && !isCapitalized(token) && words[token].utf8.count > 2
      && (cover[token] < 0 || passage.mentions[cover[token]].type == .role)
      && !Self.closers.contains(words[token]) && !Clause.isAdverb(words[token])
      && !Clause.isFiniteVerb(words[token]) && !Self.vague.contains(words[token])
  }

  /// Whether a token belongs to a nationality, an age, a participle or a hyphened adjective in a
  /// description.
  private func isModifier(_ token: Int) -> Bool {
    // "a wiki-based site", "a listed company"
    if word(token) == "-" || isWord(token) && words[token].hasSuffix("ed") { return true }
    guard cover[token] >= 0 else { return words[token].contains("-") }
    let type = passage.mentions[cover[token]].type
    return type == .group || type.isValue || type == .geopolitical
  }

  /// Nouns that say too little to know a thing by.
  private static let vague: Set<String> = [
    "kind", "sort", "type", "part", "member", "number", "lot", "bit", "way", "case", "result",
    "time", "thing", "one", "example", "reason", "source", "fact", "problem", "question", "matter",
    "day", "year", "week", "month", "night", "moment", "same", "word", "name", "term", "title",
  ]
}
