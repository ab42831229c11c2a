extension Resolver {
  /// The chain that a pronoun stands for, or `nil` where none fits well.
  func antecedent(
    of pronoun: PassageReferences.Pronoun, bound: Int?, in references: PassageReferences,
    at passage: Int
  ) -> Int? {
    if let bound, fits(bound, pronoun) { return bound }
    switch pronoun.form {
    case .he, .she: return person(pronoun, at: passage)
    case .it, .they: return thing(pronoun, in: references, at: passage)
    }
  }

  /// Whether a pronoun can stand for a chain at all.
  private func fits(_ chain: Int, _ pronoun: PassageReferences.Pronoun) -> Bool {
    let draft = drafts[chain]
    switch pronoun.form {
    case .he: return draft.family == .person && draft.gender != .female
    case .she: return draft.family == .person && draft.gender != .male
    case .it: return draft.family == .thing || draft.family == .work || draft.family == .law
    case .they:
      return draft.family == .group
        || draft.family == .thing && (draft.isPlural || draft.type == .organization)
    }
  }

  // MARK: Persons

  /// The person whose mentions near the pronoun weigh most: nearness first, then subjects and those
  /// who speak, then how often the article speaks of the person.
  private func person(_ pronoun: PassageReferences.Pronoun, at passage: Int) -> Int? {
    let sentence = firstSentence + pronoun.place.sentence
    var scores: [Int: Int] = [:]
    for (distance, mention) in recent.reversed().prefix(24).enumerated() {
      let sentences = sentence - mention.sentence
      guard sentences <= 6, passage - mention.passage <= 3, !mention.isCredit,
        fits(mention.chain, pronoun)
      else { continue }
      // A speaker does not call himself "he" between his own quotation marks.
      if pronoun.place.isQuoted, !mention.place.isQuoted, mention.place.isSpeaker, sentences <= 1 {
        scores[mention.chain] = -100
        continue
      }
      var score = 40 - 10 * min(sentences, 4) - 4 * (passage - mention.passage)
      // A possessive looks to the nearest person of its clause, another pronoun to the subject.
      score -= pronoun.isPossessive ? 4 * min(distance, 6) : distance
      if mention.place.isSubject { score += pronoun.isPossessive ? 5 : 7 }
      if mention.place.isSpeaker, !pronoun.place.isQuoted { score += 4 }
      if drafts[mention.chain].gender != nil { score += 6 }
      if mention.isGrouped { score -= 4 }
      if mention.isPronoun { score += 9 }
      if pronoun.isReason, sentences == 0, mention.place.isSubject { score -= 20 }
      // Within one clause an object is not its subject.
      if pronoun.isObject, sentences == 0, mention.place.isSubject,
        pronoun.place.token - mention.place.token < 8
      {
        score -= 30
      }
      if score > scores[mention.chain] ?? 0 {
        scores[mention.chain] = (scores[mention.chain] ?? 0) < 0 ? -100 : score
      }
    }
    for chain in scores.keys { scores[chain]! += min(drafts[chain].mentions.count, 4) }
    // Of equal weights the later chain wins, so that the answer does not hang on the order of a set.
    guard let best = scores.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), best.value > 12
    else { return nil }
    return hasRival(pronoun, nearerThan: best.key) ? nil : best.key
  }

  /// Whether a person without a name stands between a pronoun and the last mention of a chain.
  private func hasRival(_ pronoun: PassageReferences.Pronoun, nearerThan chain: Int) -> Bool {
    let sentence = pronoun.place.sentence
    guard
      let rival = rivals.last(where: { rival in
        rival.gender == nil || rival.gender == (pronoun.form == .he ? .male : .female)
      }), sentence - rival.place.sentence <= 1
    else { return false }
    guard let last = recent.last(where: { $0.chain == chain }) else { return true }
    let isNearer =
      last.sentence < firstSentence + rival.place.sentence
      || last.sentence == firstSentence + rival.place.sentence
        && last.place.token < rival.place.token
    // A subject outweighs one who is only spoken of.
    return isNearer && (rival.place.isSubject || !last.place.isSubject)
  }

  // MARK: Things

  /// The organisation, state or other thing that weighs most: nearness, the place of a subject, and
  /// how often the article speaks of it; against it, the nouns in between, which may be what is
  /// meant.
  private func thing(
    _ pronoun: PassageReferences.Pronoun, in references: PassageReferences, at passage: Int
  ) -> Int? {
    let sentence = firstSentence + pronoun.place.sentence
    let isPlural = pronoun.form == .they
    var best: (chain: Int, score: Int)?
    var second = 0
    var excluded: Set<Int> = []
    for (distance, mention) in recent.reversed().prefix(16).enumerated() {
      let sentences = sentence - mention.sentence
      guard sentences <= 2, passage - mention.passage <= 1, !mention.isCredit, !mention.isGrouped,
        fits(mention.chain, pronoun)
      else { continue }
      // Within one clause an object is neither its subject nor another object.
      if pronoun.isObject, sentences == 0, pronoun.place.token - mention.place.token < 8 {
        excluded.insert(mention.chain)
      }
      guard !excluded.contains(mention.chain) else { continue }
      let others = others(pronoun, mention, at: passage)
      if isPlural, others > 0, !mention.place.isSubject { continue }
      var score = 30 - 12 * sentences - distance - 3 * min(others, 6)
      if mention.place.isSubject { score += 8 }
      if mention.place.isQuoted != pronoun.place.isQuoted { score -= 6 }
      if pronoun.isPossessive, sentences == 0 { score += 6 }
      if pronoun.isInitial, mention.place.isSubject, sentences == 1 { score += 8 }
      let type = drafts[mention.chain].type
      // An adjective of nationality names nobody: "the Russian army".
      if type == .group, !mention.place.isSubject, !drafts[mention.chain].isPlural { continue }
      if type == .geopolitical || type == .location { score -= 4 }
      // Several names, or a plural that has none, are the subject there, and rather meant.
      if isPlural, mention.passage == passage,
        references.hasPluralSubject[mention.place.sentence]
      {
        score -= 12
      }
      if isPlural, type == .group || drafts[mention.chain].isPlural { score += 4 }
      score += min(drafts[mention.chain].mentions.count, 4)
      guard let known = best else {
        best = (mention.chain, score)
        continue
      }
      if known.chain == mention.chain {
        best = (known.chain, max(known.score, score))
      } else if score > known.score {
        second = known.score
        best = (mention.chain, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.score >= (isPlural ? 26 : 22), best.score - second >= 2
    else { return nil }
    return best.chain
  }

  /// The number of nouns between a mention and a pronoun that the pronoun may mean.
  private func others(
    _ pronoun: PassageReferences.Pronoun, _ mention: Recent, at passage: Int
  ) -> Int {
    let isHere = mention.passage == passage
    return pronoun.form == .they
      ? pronoun.place.plurals - (isHere ? mention.place.plurals : -1)
      : pronoun.place.singulars - (isHere ? mention.place.singulars : -1)
  }
}
