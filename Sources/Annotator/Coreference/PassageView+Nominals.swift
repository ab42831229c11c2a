extension PassageView {
  /// The definite descriptions of the passage that name a role or a type by one common noun, with at
  /// most two adjectives: "the minister", "the secretive state". One that goes on ("the leader of",
  /// "the company that") says by itself who is meant, and is left alone.
  func nominals() -> [PassageReferences.Nominal] {
    var result: [PassageReferences.Nominal] = []
    for (sentence, tokens) in passage.text.sentences.enumerated() {
      for token in tokens where Self.definites.contains(hashes[token]) && cover[token] < 0 {
        if let (range, modifiers, noun) = description(at: token, in: tokens) {
          var place = place(of: range)
          place.sentence = sentence
          result.append(
            PassageReferences.Nominal(tokens: range, modifiers: modifiers, noun: noun, place: place)
          )
        }
      }
    }
    return result
  }

  /// The persons without a name who are known by what they are to another, or by being a man, woman
  /// or child.
  func rivals() -> [PassageReferences.Rival] {
    words.indices.compactMap { token in
      guard Self.relations.contains(hashes[token]), cover[token] < 0, word(token + 1) != ",",
        cover.indices.contains(token + 1) ? cover[token + 1] < 0 : true
      else { return nil }
      return PassageReferences.Rival(
        place: place(of: token..<token + 1), gender: Gender.ofNoun(words[token], hashes[token]))
    }
  }

  private static let definites: WordSet = ["the", "this"]

  private static let relations: WordSet = [
    "mother", "father", "brother", "sister", "wife", "husband", "son", "daughter", "friend", "boy",
    "girl", "man", "woman", "child", "baby", "uncle", "aunt", "nephew", "niece", "grandfather",
    "grandmother", "grandson", "granddaughter", "widow", "boyfriend", "girlfriend", "colleague",
    "neighbour", "neighbor", "victim", "suspect", "patient", "someone", "somebody", "everyone",
  ]

  private func description(
    at token: Int, in sentence: Range<Int>
  ) -> (Range<Int>, [String], String)? {
    // The noun is the last word before one that cannot go on with the phrase. A participle right
    // behind the article is an adjective: "the isolated state".
    var end = token + 1
    while end < sentence.upperBound, isCommonWord(end), !Self.closers.contains(words[end]),
      end == token + 1 || !isFiniteVerb(end) && !Clause.isAdverb(words[end])
    {
      end += 1
      if end > token + 4 { return nil }
    }
    guard end > token + 1, !isCapitalized(end) || end >= sentence.upperBound,
      !isOne(end, of: Self.continuations),
      word(end) != "to" || !isOne(end + 1, of: ["which", "whom"])
    else { return nil }
    // "X, the minister, …" says who X is.
    if token > sentence.lowerBound + 1, words[token - 1] == ",", cover[token - 2] >= 0,
      !passage.mentions[cover[token - 2]].type.isValue,
      isOne(end, of: [",", ".", "and", ";", ")"]) || end == sentence.upperBound
    {
      return nil
    }
    if word(end) == "of", !isAccusation(before: token, in: sentence) { return nil }
    if end < sentence.upperBound, cover[end] >= 0, !passage.mentions[cover[end]].type.isValue {
      return nil
    }
    return (token..<end, Array(words[(token + 1)..<(end - 1)]), words[end - 1])
  }

  /// Words by which a phrase goes on to say who or what is meant.
  private static let continuations: Set<String> = [
    "for", "that", "who", "which", "whom", "whose", "-", "in", "he", "she", "it", "they", "we",
    "you", "i",
  ]

  /// Whether "of" behind an object belongs to the verb: "accused the trust of".
  private func isAccusation(before token: Int, in sentence: Range<Int>) -> Bool {
    words[max(sentence.lowerBound, token - 2)..<token].contains { $0.hasPrefix("accus") }
  }

  private func isCommonWord(_ index: Int) -> Bool {
    isWord(index) && !isCapitalized(index) && words[index] != "'s"
      && (cover[index] < 0 || passage.mentions[cover[index]].type == .role)
  }

  /// Function words, which end a short noun phrase.
  static let closers: Set<String> = Clause.prepositions.union([
    "and", "or", "but", "that", "who", "which", "as", "when", "if", "while", "because", "the", "a",
    "an",
    "not", "n't", "also", "to", "is", "its", "his", "her", "their", "whether", "after", "before",
    "since",
    "until", "now", "later", "then", "still", "so", "would", "up", "out", "there", "where", "than",
  ])
}
