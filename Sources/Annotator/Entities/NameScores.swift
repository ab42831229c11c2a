extension NameText {
  /// What best speaks for a run of tokens as one name; `nil` where it cannot be one.
  ///
  /// The scores were set by hand: a name that is known scores 2 to 5, an unknown word in capitals a
  /// little over 1. What stands inside a longer name counts with it, so that "Bank of China" is worth
  /// more than "China": `parts` is what the best names inside score above the threshold.
  func score(_ span: Range<Int>, parts: Float) -> ScoredName? {
    let known = kinds(span.lowerBound, span.upperBound)
    guard canBegin(span.lowerBound), canEnd(span.upperBound - 1, known),
      mayPart(span.lowerBound), mayPart(span.upperBound)
    else { return nil }
    let context = NameContext(of: span, in: self)
    let inside = NameInside(span, in: self, worth: parts)
    var name = ScoredName(type: .person, score: 0)
    if !known.isEmpty { considerKnown(known, span, inside, context, &name) }
    if span.count > 1 {
      considerHeads(span, inside, context, &name)
      considerPerson(span, known, inside, context, &name)
    } else {
      considerUnknown(span.lowerBound, known, context, &name)
    }
    return name.score > 0 ? name : nil
  }

  private func canBegin(_ i: Int) -> Bool {
    words[i].isCapital || words[i].kinds.contains(.particle)
  }

  private func canEnd(_ i: Int, _ known: NameKinds) -> Bool {
    if words[i].isCapital { return true }
    if !known.isEmpty { return true }
    return text.tokens[i].kind == .word && i > 0 && isInnerHyphenOfName(i - 1)
  }

  /// Whether names may end before a token and begin with it. A hyphen parts only what is known:
  /// "Israel-Hamas war", but "Choi Soo-hyang", "Boateng-Mills".
  private func mayPart(_ i: Int) -> Bool {
    guard i > 0, i < count else { return true }
    let hyphen = isInnerHyphenOfName(i) ? i : i - 1
    guard isInnerHyphenOfName(hyphen), hyphen > 0 else { return true }
    return words[hyphen - 1].kinds.intersects(hyphenated)
      || words[hyphen + 1].kinds.intersects(hyphenated)
  }

  // MARK: Names of the gazetteer

  private func considerKnown(
    _ known: NameKinds, _ span: Range<Int>, _ inside: NameInside, _ context: NameContext,
    _ name: inout ScoredName
  ) {
    let first = words[span.lowerBound]
    if span.count == 1, first.kinds.contains(.calendar) { return }
    if !first.isCapital, !known.intersects([.person, .organization]) { return }
    let doubt = span.count == 1 ? self.doubt(span.lowerBound) : inside.isAllForcedWords ? 1.5 : 0
    let more = span.count == 1 ? -doubt : inside.worth + 1.5 - doubt
    for (kind, type, score) in knownScores where known.contains(kind) {
      var score = score
      if kind == .city, span.count == 1, first.kinds.intersects([.firstName, .surname]) {
        score = 1.2
      }
      if kind == .person, span.count == 1, first.kinds.intersects([.firstName, .commonSurname]) {
        score = 1.7
      }
      if kind == .language, isSpoken(span) { score = 5 }
      if kind == .location, span.count == 1, first.kinds.contains(.direction) {
        considerDirection(span.lowerBound, &name)
        continue
      }
      name.consider(type, score + more + context.bonus(type))
    }
  }

  /// How much it speaks against a single known name that it is also an ordinary word.
  private func doubt(_ i: Int) -> Float {
    let word = words[i]
    if word.shape.contains(.allCapitals), !word.isForced { return 0 }
    if word.kinds.contains(.functionWord) { return word.shape.contains(.allCapitals) ? 2 : 5 }
    if word.kinds.contains(.commonWord) {
      if word.kinds.contains(.team), !word.isForced { return 1.2 }
      return word.isForced ? 3.5 : i > 0 && text.isToken(i - 1, "the") ? 1.2 : 2.2
    }
    if word.kinds.contains(.word) { return word.isForced ? 1 : 0.2 }
    return 0
  }

  /// "in French", "spoke Hausa": a language rather than a people.
  private func isSpoken(_ span: Range<Int>) -> Bool {
    guard span.lowerBound > 0, text.isToken(span.lowerBound - 1, in: speaking) else { return false }
    let right = span.upperBound
    return right == count || text.tokens[right].kind != .word
      || words[right].kinds.contains(.functionWord)
  }

  /// "the North", "the West": a state or a part of the world, where no more follows.
  private func considerDirection(_ i: Int, _ name: inout ScoredName) {
    guard i > 0, text.isToken(i - 1, "the"), !words[i].isForced else { return }
    guard i + 1 == count || !text.isToken(i + 1, "of") else { return }
    let isState =
      text.isToken(i, in: statesByDirection)
      && words.contains {
        $0.kinds.contains(.demonym) || $0.kinds.contains(.country) || $0.kinds.contains(.newsOutlet)
      }
    name.consider(isState ? .geopolitical : .location, 2.5)
  }

  // MARK: Names by their head word

  private func considerHeads(
    _ span: Range<Int>, _ inside: NameInside, _ context: NameContext, _ name: inout ScoredName
  ) {
    guard !inside.hasCalendarOrTitle, !inside.hasSmallPart, words[span.lowerBound].isCapital else {
      return
    }
    let last = span.upperBound - 1
    let opening = words[span.lowerBound].kinds
    if opening.contains(.functionWord), words[span.lowerBound].isForced,
      !opening.contains(.country)
    {
      return
    }
    let length = 0.4 * Float(min(inside.words, 4))
    if inside.heads.isEmpty {
      considerTail(last, span, inside, length, context, &name)
    } else {
      // "University of Oslo", "House Committee on Agriculture", "Gulf of Oman".
      let more = inside.worth + length - (inside.hasAnd ? 2.5 : 0)
      for (kind, type) in headTypes where inside.heads.contains(kind) {
        guard kind == .organizationHead || opening.contains(kind) else { continue }
        name.consider(type, 1.6 + more + context.bonus(type))
      }
    }
    // "Mount Everest", "Lake Geneva", "Fort Bragg", "Hurricane Ida".
    if !inside.hasConnector, words[span.lowerBound].isCapital {
      if text.isToken(span.lowerBound, in: leadingLocations), inside.words <= 3 {
        name.consider(.location, 2 + inside.worth + context.bonus(.location))
      }
      if text.isToken(span.lowerBound, in: leadingFacilities), inside.words <= 3 {
        name.consider(.facility, 2 + inside.worth + context.bonus(.facility))
      }
      if text.isToken(span.lowerBound, in: storms), inside.words <= 3 {
        name.consider(.event, 2.5 + inside.worth)
      }
      if opening.contains(.direction), inside.words == 2 {
        let kinds = words[last].kinds
        if kinds.intersects([.country, .largeCity, .subdivision]) {
          name.consider(.geopolitical, 2 + inside.worth + context.bonus(.geopolitical))
        } else if kinds.contains(.location) {
          name.consider(.location, 2 + inside.worth + context.bonus(.location))
        } else if kinds.contains(.demonym) {
          name.consider(.group, 1.5 + inside.worth)
        }
      }
    }
  }

  private func considerTail(
    _ last: Int, _ span: Range<Int>, _ inside: NameInside, _ length: Float,
    _ context: NameContext, _ name: inout ScoredName
  ) {
    guard inside.joinsPlainly || inside.hasAmpersand || inside.hasPossessive else {
      return
    }
    let more = inside.worth + length - (inside.isAllForcedWords ? 2.5 : 0)
    for (kind, type) in headTypes where inside.tail.contains(kind) {
      name.consider(type, 1.6 + more + context.bonus(type))
    }
    if inside.tail.contains(.companySuffix) {
      name.consider(.organization, 1.9 + more + context.bonus(.organization))
    }
    if inside.hasAmpersand, !inside.hasConnector {
      name.consider(.organization, 1.5 + more + context.bonus(.organization))
    }
    if inside.joinsPlainly, !inside.hasForced, inside.plainWords > 0 {
      name.consider(.organization, 0.9 + 0.2 * length + context.bonus(.organization))
    }
  }

  // MARK: Single words

  private func considerUnknown(
    _ i: Int, _ known: NameKinds, _ context: NameContext, _ name: inout ScoredName
  ) {
    let word = words[i]
    let kinds = word.kinds
    guard word.isCapital, text.tokens[i].kind == .word,
      !kinds.intersects([.calendar, .functionWord, .honorific]),
      !word.shape.contains(.singleCapital),
      !known.intersects([.demonym, .group])
    else { return }
    if kinds.intersects([.title, .titleModifier]), !kinds.contains(.commonSurname) { return }
    var base: Float = word.isForced ? 1.02 : 1.25
    if kinds.contains(.commonWord) {
      base = word.isForced ? -1 : kinds.contains(.commonFirstName) ? 0.9 : 0.1
    } else if kinds.contains(.word) {
      base = word.isForced ? 0 : kinds.intersects([.commonSurname, .commonFirstName]) ? 1 : 0.7
    }
    let isName = kinds.intersects([.surname, .firstName])
    let isCoined =
      word.shape.contains(.hasDigit) || word.shape.contains(.innerCapital) && !isName
    name.consider(
      .person, base + (isName ? 0.2 : 0) - (isCoined ? 0.6 : 0) + context.bonus(.person))
    if word.shape.contains(.allCapitals), !word.isForced || word.shape.contains(.hasStop) {
      name.consider(.organization, base + 0.4 + context.bonus(.organization))
    } else {
      name.consider(.organization, base - 0.1 + context.bonus(.organization))
    }
    name.consider(.geopolitical, base - 0.3 + context.bonus(.geopolitical))
  }
}

/// What a known name scores, by its kind; the first of equal scores wins.
private let knownScores: [(NameKinds, EntityType, Float)] = [
  (.country, .geopolitical, 4.5), (.largeCity, .geopolitical, 3.8),
  (.subdivision, .geopolitical, 3), (.city, .geopolitical, 2.2), (.location, .location, 3.3),
  (.facility, .facility, 3.3), (.person, .person, 3.4), (.newsOutlet, .organization, 4),
  (.organization, .organization, 3.7), (.team, .organization, 2.8), (.demonym, .group, 4.2),
  (.group, .group, 3.9), (.event, .event, 3.6), (.law, .law, 3.6), (.work, .work, 3.3),
  (.product, .product, 2.8), (.language, .language, 2.4),
]

/// The types of names that end with a head word.
private let headTypes: [(NameKinds, EntityType)] = [
  (.organizationHead, .organization), (.facilityHead, .facility), (.locationHead, .location),
  (.subdivisionHead, .geopolitical), (.eventHead, .event), (.lawHead, .law), (.workHead, .work),
]

/// What stands on one side of a hyphen that joins names rather than parts of one.
private let hyphenated: NameKinds = [
  .country, .largeCity, .demonym, .group, .organization, .calendar, .direction,
]

private let statesByDirection: WordSet = ["north", "south"]
private let speaking: WordSet = ["in", "speak", "speaks", "spoke", "speaking", "into", "learn"]
private let leadingLocations: WordSet = [
  "mount", "mt", "mt.", "lake", "cape", "river", "gulf", "loch", "isle", "bay", "strait", "point",
]
private let leadingFacilities: WordSet = ["fort", "camp", "port", "hotel", "interstate", "route"]
private let storms: WordSet = ["hurricane", "typhoon", "cyclone", "storm", "operation"]
