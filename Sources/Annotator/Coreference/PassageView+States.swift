extension PassageView {
  /// Whether a capital's name stands for its state here: a state speaks, acts, has ties and
  /// supplies; in a city things are and happen.
  func isState(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    let sentence = sentenceTokens(of: tokens.lowerBound)
    if isOne(tokens.upperBound, of: ["'s", "'"]) {
      return hasStateNoun(behind: tokens.upperBound + 1)
    }
    if before >= sentence.lowerBound {
      if isOne(before, of: ["with", "against", "between", "accused", "urged", "by", "condemned"]) {
        return word(before) != "by" || hasActor(before)
      }
      if isOne(before, of: ["to", "from"]) { return hasSupply(before: before, in: sentence) }
      if word(before) == "on" {
        return isOne(before - 1, of: ["sanctions", "pressure", "pressed", "called"])
      }
      if word(before) == "of" {
        return isOne(before - 1, of: ["will", "leaders", "government", "policy", "ally", "allies"])
          || before > 0 && isQuoted[before - 1] && isOne(before - 2, of: ["will"])
      }
      if word(before) == "and", before > sentence.lowerBound, cover[before - 1] >= 0,
        passage.mentions[cover[before - 1]].type == .geopolitical
      {
        let other = passage.mentions[cover[before - 1]].tokens
        let start = other.lowerBound - 1
        if isOne(start, of: ["between", "with"]) { return true }
      }
      if isOne(before, of: Clause.prepositions) { return false }
    }
    guard let verb = verbIndex(behind: tokens.upperBound, in: sentence) else { return false }
    // "Pyongyang is a city": a copula says nothing.
    return !isOne(verb, of: ["is", "was", "are", "were"]) || isOne(verb + 1, of: Self.actions)
      || words[verb...min(verb + 2, sentence.upperBound - 1)].contains { $0.hasSuffix("ing") }
  }

  private static let actions: Set<String> = ["considering", "ready", "willing", "prepared"]

  /// Whether the word behind a possessive, past its adjectives, is something that states have.
  private func hasStateNoun(behind index: Int) -> Bool {
    for next in index..<max(index, min(index + 5, words.count)) {
      if isOne(next, of: Self.stateNouns) { return true }
      if isOne(next, of: Self.cityNouns) || passage.text.tokens[next].kind == .punctuation {
        return false
      }
    }
    return false
  }

  /// Whether what stands before "by" was done by a state: "supply of arms by Moscow".
  private func hasActor(_ index: Int) -> Bool {
    words[max(0, index - 6)..<index].contains {
      Self.supplies.contains($0) || $0.hasSuffix("ed") && $0.utf8.count > 4
    }
  }

  /// Whether goods, messages or blame go to or come from the place.
  private func hasSupply(before index: Int, in sentence: Range<Int>) -> Bool {
    words[max(sentence.lowerBound, index - 7)..<index].contains { Self.supplies.contains($0) }
  }

  private static let supplies: Set<String> = [
    "supply", "supplies", "supplied", "supplying", "arms", "weapons", "ammunition", "missiles",
    "shells",
    "aid", "help", "exports", "sales", "deliveries", "delivery", "threat", "threats", "warning",
    "message", "support", "assistance", "response", "pressure", "concessions", "ambassador",
    "envoy",
    "loans", "payments",
  ]

  private static let stateNouns: Set<String> = [
    "relations", "ties", "government", "military", "army", "forces", "troops", "war", "invasion",
    "arms",
    "weapons", "nuclear", "missile", "missiles", "ambassador", "policy", "policies", "leaders",
    "leader",
    "leadership", "allies", "ally", "deliveries", "position", "support", "foreign", "envoy",
    "demand",
    "demands", "decision", "response", "plans", "plan", "interests", "efforts", "influence",
    "claims",
    "claim", "threats", "threat", "economy", "sanctions", "stance", "ambitions", "role", "offer",
    "defence", "defense", "intentions", "rule", "regime", "diplomats", "security", "cooperation",
    "aggression", "occupation", "annexation", "satellite", "rivals", "embassy", "spokesman", "veto",
  ]

  private static let cityNouns: Set<String> = [
    "streets", "street", "airport", "mayor", "suburbs", "suburb", "square", "metro", "residents",
    "districts", "district", "centre", "center", "university", "outskirts", "population", "museum",
    "stadium", "stock", "theatre", "hotels", "restaurants", "police", "court", "club", "port",
  ]
}
