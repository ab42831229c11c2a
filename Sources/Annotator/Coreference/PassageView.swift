/// A passage as coreference looks at it: its words in lower case, which of them are quoted, and
/// which mention covers them.
struct PassageView {
  let passage: AnalyzedPassage
  /// The tokens in lower case, with `'` for `’`.
  let words: [String]
  /// Their hashes, by which lists of words are asked for every token: a set of strings takes several
  /// times as long.
  let hashes: [FoldedHash]
  /// Their parts of speech.
  let tags: [WordTag]
  /// Whether each token is inside quotation marks.
  let isQuoted: [Bool]
  /// For each token the index of the outermost name, value or role that covers it, or -1.
  let cover: [Int]
  /// For each token the number of nouns before it that are no part of a name, and may be what a
  /// pronoun means: in the singular, without those for persons, and in the plural.
  let nouns: (singular: [Int], plural: [Int])

  init(_ passage: AnalyzedPassage) {
    self.passage = passage
    let text = passage.text
    words = text.tokens.indices.map { index in
      let word = text.string(index)
      return word.utf8.contains(0xE2)
        ? String(word.lowercased().map { $0 == "’" ? "'" : $0 }) : word.lowercased()
    }
    let (hashes, wordHashes) = text.prose.bytes.withUnsafeBufferPointer { bytes in
      (
        text.tokens.map { FoldedHash(bytes, $0.range) },
        text.tokens.map { wordHash(bytes, $0.range) }
      )
    }
    self.hashes = hashes
    tags = WordTagger.tags(text, hashes: wordHashes)
    isQuoted = PassageView.quoted(text)
    var cover = [Int](repeating: -1, count: text.tokens.count)
    for (index, mention) in passage.mentions.enumerated() {
      for token in mention.tokens where cover[token] < 0 { cover[token] = index }
    }
    self.cover = cover
    nouns = PassageView.nouns(tags, words, hashes, cover)
  }

  /// The word at a token index, empty beyond the ends.
  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  /// Whether the word at a token index is one of a set.
  func isOne(_ index: Int, of set: Set<String>) -> Bool { set.contains(word(index)) }

  /// The same with a few words that stand in the code, of which no set need be made.
  func isOne(_ index: Int, of words: [String]) -> Bool { words.contains(word(index)) }

  /// Whether the token is written with a capital.
  func isCapitalized(_ index: Int) -> Bool {
    words.indices.contains(index) && passage.text.shape(index).contains(.initialCapital)
  }

  /// The sentence of a token, counted in the passage.
  func sentence(of token: Int) -> Int { passage.text.sentence(of: token) }

  /// The tokens of the sentence that holds a token.
  func sentenceTokens(of token: Int) -> Range<Int> {
    passage.text.sentences[passage.text.sentence(of: token)]
  }

  private static func nouns(
    _ tags: [WordTag], _ words: [String], _ hashes: [FoldedHash], _ cover: [Int]
  ) -> (singular: [Int], plural: [Int]) {
    var counts = (singular: [Int](), plural: [Int]())
    var singular = 0
    var plural = 0
    for token in tags.indices {
      counts.singular.append(singular)
      counts.plural.append(plural)
      guard cover[token] < 0 else { continue }
      if tags[token] == .pluralNoun {
        plural += 1
      } else if tags[token] == .noun,
        token + 1 == tags.count || tags[token + 1] != .noun && tags[token + 1] != .pluralNoun,
        Gender.ofNoun(words[token], hashes[token]) == nil
      {
        singular += 1
      }
    }
    return counts
  }

  /// Which tokens stand between double quotation marks, straight ones by turns; a mark counts as
  /// quoted. What is still open at the end stays open.
  private static func quoted(_ text: TokenizedProse) -> [Bool] {
    var result = [Bool](repeating: false, count: text.tokens.count)
    var isOpen = false
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard token.kind == .punctuation, token.range.count <= 3 else {
        result[index] = isOpen
        continue
      }
      switch text.string(index) {
      case "“", "„", "«", "‘":
        isOpen = true
        result[index] = true
      case "”", "»":
        isOpen = false
        result[index] = true
      case "\"", "''", "``":
        isOpen.toggle()
        result[index] = true
      case "’":
        // A closing single mark; apostrophes are parts of words.
        isOpen = false
        result[index] = true
      default: result[index] = isOpen
      }
    }
    return result
  }
}

// MARK: Clauses

extension PassageView {
  /// The place of a mention in its sentence. The subject is told by what stands around it: no
  /// preposition before its noun phrase, and a finite verb behind it.
  func place(of tokens: Range<Int>) -> PassageReferences.Place {
    let sentence = sentenceTokens(of: tokens.lowerBound)
    let start = phraseStart(tokens.lowerBound, in: sentence)
    let verb = verbIndex(behind: tokens.upperBound, in: sentence)
    let isPossessive = isOne(tokens.upperBound, of: ["'s", "'"])
    let isAfterPreposition =
      start > sentence.lowerBound && isOne(start - 1, of: Clause.prepositions)
    let followsSpeech =
      start > sentence.lowerBound && isOne(start - 1, of: Clause.speechVerbs)
      && (start - 2 < sentence.lowerBound || !isWord(start - 2) || isQuoted[start - 2])
    let isSubject = !isPossessive && !isAfterPreposition && (verb != nil || followsSpeech)
    let isSpeaker =
      isSubject && (followsSpeech || verb.map { isOne($0, of: Clause.speechVerbs) } ?? false)
    return PassageReferences.Place(
      sentence: self.sentence(of: tokens.lowerBound), token: tokens.lowerBound,
      isSubject: isSubject,
      isSpeaker: isSpeaker || word(start - 1) == "to" && word(start - 2) == "according",
      isQuoted: isQuoted[tokens.lowerBound],
      singulars: nouns.singular[tokens.lowerBound],
      plurals: nouns.plural[isAfterPreposition ? sentence.lowerBound : tokens.lowerBound])
  }

  /// Whether a token holds letters.
  func isWord(_ index: Int) -> Bool {
    words.indices.contains(index) && passage.text.tokens[index].kind == .word
  }

  /// Whether a token is a verb that has a subject: by its tag, or a frequent one that taggers take for
  /// a participle or noun.
  func isFiniteVerb(_ index: Int) -> Bool {
    tags[index].isFinite || Clause.isFiniteVerb(words[index])
  }

  /// The first token of the noun phrase that ends in a mention: names, roles, determiners and
  /// capitalised words before it.
  func phraseStart(_ token: Int, in sentence: Range<Int>) -> Int {
    var start = token
    while start > sentence.lowerBound, token - start < 12 {
      let previous = start - 1
      if cover[previous] >= 0, !passage.mentions[cover[previous]].type.isValue {
        start = previous
      } else if isOne(previous, of: Clause.determiners)
        || isCapitalized(previous) && isWord(previous)
      {
        guard !isOne(previous, of: Clause.prepositions) else { break }
        start = previous
      } else if word(previous) == "'s", previous > sentence.lowerBound, cover[previous - 1] >= 0 {
        start = previous
      } else {
        break
      }
    }
    return start
  }

  /// The finite verb whose subject may be what ends at a token: it follows at once, or past adverbs,
  /// dates, a parenthesis or an apposition between commas.
  func verbIndex(behind token: Int, in sentence: Range<Int>) -> Int? {
    var index = token
    var commas = 0
    while index < sentence.upperBound, index - token < 40 {
      let word = words[index]
      if isFiniteVerb(index), cover[index] < 0 { return index }
      if word == "," {
        commas += 1
        if commas > 2 { return nil }
        if commas == 1 {
          // Either this comma closes an apposition before the name, or one follows.
          let next = skipAdverbs(index + 1, in: sentence)
          if next < sentence.upperBound, isFiniteVerb(next), cover[next] < 0 {
            return next
          }
          guard
            let close = words[(index + 1)..<min(sentence.upperBound, index + 24)].firstIndex(
              of: ",")
          else { return nil }
          index = close
          continue
        }
        index += 1
      } else if word == "(" {
        guard let close = words[index..<min(sentence.upperBound, index + 12)].firstIndex(of: ")")
        else { return nil }
        index = close + 1
      } else if cover[index] >= 0, passage.mentions[cover[index]].type.isValue {
        index += 1
      } else if Clause.isAdverb(word)
        || (word == "on" || word == "in") && index + 1 < words.count
          && cover[index + 1] >= 0 && passage.mentions[cover[index + 1]].type.isValue
      {
        index += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func skipAdverbs(_ index: Int, in sentence: Range<Int>) -> Int {
    var index = index
    while index < sentence.upperBound, Clause.isAdverb(words[index]) { index += 1 }
    return index
  }
}
