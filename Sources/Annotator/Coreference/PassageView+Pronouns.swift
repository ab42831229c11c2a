extension PassageView {
  /// The third-person pronouns that may stand for a name: not relative, and no "it" that only fills
  /// the place of a subject.
  func pronouns(_ names: [PassageReferences.Name]) -> [PassageReferences.Pronoun] {
    var result: [PassageReferences.Pronoun] = []
    var next = 0
    for (sentence, tokens) in passage.text.sentences.enumerated() {
      for token in tokens {
        guard let form = Self.forms[hashes[token]], cover[token] < 0 else { continue }
        if form == .it, !isReferential(token, in: tokens) { continue }
        while next < names.count, names[next].tokens.lowerBound < token { next += 1 }
        let word = words[token]
        let isPossessive =
          word == "his" || word == "its" || word == "their"
          || word == "her" && isHerPossessive(token)
        let verb = verbIndex(behind: token + 1, in: tokens)
        let isInitial = isInitial(token, in: tokens)
        let isObject =
          word == "him" || word == "them" || word == "her" && !isPossessive
          || word == "it" && verb == nil && !opensClause(token, in: tokens)
        var place = PassageReferences.Place(
          sentence: sentence, token: token,
          isSubject: Self.subjects.contains(word) && !isObject,
          isQuoted: isQuoted[token], singulars: nouns.singular[token],
          plurals: nouns.plural[token])
        place.isSpeaker =
          place.isSubject
          && (verb.map { isOne($0, of: Clause.speechVerbs) } ?? false
            || isOne(token - 1, of: Clause.speechVerbs))
        result.append(
          PassageReferences.Pronoun(
            form: form, isPossessive: isPossessive,
            isObject: isObject,
            place: place, bound: binding(token, in: tokens, names, before: next),
            ahead: isObject ? nil : subject(ahead: token, in: tokens, names, from: next),
            isReason: isReason(token, in: tokens), isInitial: isInitial))
      }
    }
    return result
  }

  private static let forms: [FoldedHash: PassageReferences.Pronoun.Form] = Dictionary(
    uniqueKeysWithValues: [
      "he": .he, "him": .he, "his": .he, "himself": .he,
      "she": .she, "her": .she, "hers": .she, "herself": .she,
      "it": .it, "its": .it, "itself": .it,
      "they": .they, "them": .they, "their": .they, "themselves": .they,
    ].map { (FoldedHash($0), $1) })

  private static let subjects: Set<String> = ["he", "she", "it", "they"]

  /// Whether "her" stands before a noun: what follows is a word, and no function word.
  private func isHerPossessive(_ token: Int) -> Bool {
    isWord(token + 1) && !isOne(token + 1, of: Clause.prepositions)
      && !isOne(
        token + 1, of: ["and", "or", "that", "as", "but", "the", "a", "when", "if", "because"])
  }

  /// Whether only marks, conjunctions and adverbs stand between the start of the sentence and a
  /// token.
  private func isInitial(_ token: Int, in sentence: Range<Int>) -> Bool {
    words[sentence.lowerBound..<token].allSatisfy { word in
      ["but", "and", "however", "still", "yet", "\"", "“", "‘", "-", "—", ","].contains(word)
    }
  }

  /// Whether a pronoun follows "saying" or "because" behind a verb of judgement.
  private func isReason(_ token: Int, in sentence: Range<Int>) -> Bool {
    let start = max(sentence.lowerBound, token - 2)
    guard
      words[start..<token].contains(where: {
        ["saying", "alleging", "claiming", "because"].contains($0)
      })
    else { return false }
    return words[max(sentence.lowerBound, token - 40)..<start].contains {
      Self.judgements.contains($0)
    }
  }

  private static let judgements: Set<String> = [
    "sentenced", "accused", "criticised", "criticized", "praised", "denounced", "condemned",
    "blamed",
    "jailed", "fined", "mocked", "thanked", "charged", "arrested", "sacked", "fired", "suspended",
    "dismissed", "attacked", "honoured", "honored", "cleared", "acquitted", "convicted", "slammed",
  ]

  /// The name that syntax binds a pronoun to: the one before "and", as in "X and its allies", or the
  /// one before the relative pronoun whose clause it is in.
  private func binding(
    _ token: Int, in sentence: Range<Int>, _ names: [PassageReferences.Name], before next: Int
  ) -> Int? {
    if isOne(token - 1, of: ["and", "or"]), next > 0, names[next - 1].tokens.upperBound == token - 1
    {
      return names[next - 1].isGrouped ? nil : next - 1
    }
    var index = token - 1
    while index > sentence.lowerBound, token - index < 20 {
      if isOne(index, of: ["which", "who", "whose"]) {
        let end = word(index - 1) == "," ? index - 1 : index
        let name = names[..<next].lastIndex { $0.tokens.upperBound <= end }
        return name.flatMap { names[$0].tokens.upperBound == end ? $0 : nil }
      }
      if isOne(index, of: [";", ":", "said", "but"]) { return nil }
      index -= 1
    }
    return nil
  }

  /// The name behind the first comma of a sentence that opens with a preposition or subordinator, a
  /// pronoun in the phrase or clause that these open.
  private func subject(
    ahead token: Int, in sentence: Range<Int>, _ names: [PassageReferences.Name], from next: Int
  ) -> Int? {
    let first = sentence.lowerBound
    guard token > first, token - first <= 8,
      tags[first] == .preposition || tags[first] == .interrogative,
      next < names.count, names[next].place.isSubject, !names[next].isGrouped,
      names[next].tokens.upperBound <= sentence.upperBound,
      let comma = (token..<min(sentence.upperBound, token + 16)).first(where: { words[$0] == "," }),
      comma < names[next].tokens.lowerBound,
      phraseStart(names[next].tokens.lowerBound, in: sentence) == comma + 1
    else { return nil }
    return next
  }

  /// Whether "it" stands for something. Not where it waits for a clause ("it is hard to …", "it was
  /// said that …"), and only as a subject or as an object that no clause follows.
  private func isReferential(_ token: Int, in sentence: Range<Int>) -> Bool {
    if words[token] != "it" { return true }
    if !opensClause(token, in: sentence), verbIndex(behind: token + 1, in: sentence) == nil {
      // As an object it may wait for a clause too: "find it hard to …", "see to it that …".
      let next = token + 1
      return next >= sentence.upperBound
        || ![.adjective, .noun, .determiner, .to, .pronoun, .interrogative].contains(tags[next])
          && !isOne(next, of: ["that", "whether", "if"])
    }
    var index = token + 1
    while isOne(
      index,
      of: [
        "will", "would", "may", "might", "could", "has", "had", "is", "was", "'s", "be",
        "been", "not", "n't", "'ll", "'d",
      ])
    { index += 1 }
    let verb = word(index)
    if [
      "seems", "seemed", "appears", "appeared", "happens", "turns", "turned", "rained", "takes",
      "took",
      "remains", "looks", "matters", "depends",
    ].contains(verb) {
      return false
    }
    guard words[(token + 1)..<min(index, words.count)].contains(where: Self.copulas.contains) else {
      return true
    }
    // "it was the will of X to …", "it is likely that …"; a participle of saying too.
    var end = index
    while end < sentence.upperBound, end < index + 14 {
      if isOne(end, of: ["to", "that", "whether", "who", "when", "if"]) { return false }
      if isOne(end, of: [",", ";", "\"", "”"]), end > index, isQuoted[end] == isQuoted[token] {
        break
      }
      end += 1
    }
    return true
  }

  /// Whether a clause may begin at a token.
  private func opensClause(_ token: Int, in sentence: Range<Int>) -> Bool {
    token == sentence.lowerBound || isOne(token - 1, of: Self.openers)
      || isOne(token - 1, of: Clause.speechVerbs) || isInitial(token, in: sentence)
  }

  private static let openers: Set<String> = [
    "that", "and", "but", "if", "whether", "because", "as", "when", "while", "where", "before",
    "after",
    "although", "though", "since", "until", "what", ",", "how", "once", "unless", "than",
  ]

  private static let copulas: Set<String> = ["is", "was", "'s", "be", "been"]

  /// For each sentence, whether its subject is several names that "and" joins, or a plural noun
  /// before its first verb: then "they" is no single name.
  func pluralSubjects(_ names: [PassageReferences.Name]) -> [Bool] {
    var result = [Bool](repeating: false, count: passage.text.sentences.count)
    for name in names where name.isGrouped && name.place.isSubject {
      result[name.place.sentence] = true
    }
    for (index, sentence) in passage.text.sentences.enumerated() where !result[index] {
      for token in sentence.prefix(12) {
        if cover[token] < 0, Clause.isFiniteVerb(words[token]) { break }
        if cover[token] < 0, isPluralNoun(token),
          token + 1 < sentence.upperBound, verbIndex(behind: token + 1, in: sentence) == token + 1
        {
          result[index] = true
        }
      }
    }
    return result
  }

  private func isPluralNoun(_ token: Int) -> Bool {
    tags[token] == .pluralNoun || Self.plurals.contains(hashes[token])
  }

  private static let plurals: WordSet = ["people", "men", "women", "police", "children"]
}
