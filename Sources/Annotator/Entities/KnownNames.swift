extension NameText {
  /// The names that a model found, mended by what is known for certain: a title is no part of a
  /// person's name, and a name of several words that the gazetteer holds as a country's or a people's
  /// is that, whatever the model made of its parts.
  func mended(_ mentions: [Mention]) -> [Mention] {
    let known = knownNames()
    var result = drawnOut(joined(mentions.flatMap(parted).compactMap(settled)))
    result = with(known.filter { $0.isCertain }.map(\.mention), result)
    return adding(known.filter { !$0.isCertain }.map(\.mention), to: result)
  }

  /// Adds what the model passed over and is known by a name of several words.
  private func adding(_ known: [Mention], to mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    var rest = mentions[...]
    for name in known {
      while let next = rest.first, next.tokens.upperBound <= name.tokens.lowerBound {
        result.append(next)
        rest.removeFirst()
      }
      if rest.first.map({ $0.tokens.lowerBound >= name.tokens.upperBound }) ?? true {
        result.append(name)
      }
    }
    return result + rest
  }

  /// Puts names that are certain in the place of what they hold.
  private func with(_ certain: [Mention], _ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    var rest = mentions[...]
    for known in certain {
      while let next = rest.first, next.tokens.upperBound <= known.tokens.lowerBound {
        result.append(next)
        rest.removeFirst()
      }
      // A longer name, "North Korean Foreign Ministry", has the last word.
      let meeting = rest.prefix { $0.tokens.lowerBound < known.tokens.upperBound }
      let fits = meeting.allSatisfy {
        known.tokens.lowerBound <= $0.tokens.lowerBound
          && $0.tokens.upperBound <= known.tokens.upperBound
      }
      guard fits else { continue }
      rest.removeFirst(meeting.count)
      result.append(known)
    }
    return result + rest
  }

  // MARK: One name

  /// A person's name without what the beginning of its sentence or a nationality put before it:
  /// "Echoing Annan", "Kenyan Steve Riungu".
  private func parted(_ mention: Mention) -> [Mention] {
    let first = mention.tokens.lowerBound
    let kinds = words[first].kinds
    guard mention.type == .person, mention.tokens.count > 1,
      text.tokens[first + 1].kind == .word, !isPossessive(first + 1),
      !kinds.intersects([.firstName, .surname, .person, .particle])
    else { return [mention] }
    var rest = mention
    rest.tokens.removeFirst()
    if kinds.contains(.demonym) {
      return [Mention(tokens: first..<first + 1, type: .group, confidence: 0.9), rest]
    }
    return words[first].isForced && kinds.contains(.commonWord) ? [rest] : [mention]
  }

  /// A person's name without the title before it, a people's name as that, and "the North" not at
  /// all, since only the article tells of what it is the north.
  private func settled(_ mention: Mention) -> Mention? {
    var mention = mention
    let tokens = mention.tokens
    if mention.type == .person {
      for i in tokens.dropLast() where titleStarts[i] <= tokens.lowerBound {
        mention.tokens = i + 1..<tokens.upperBound
      }
    }
    // "On Sunday Penhallow won."
    if mention.type == .person, tokens.count > 1,
      words[tokens.lowerBound].kinds.contains(.calendar),
      !words[tokens.lowerBound].kinds.intersects([.commonFirstName, .particle])
    {
      mention.tokens.removeFirst()
    }
    // "Turkish-built"
    if mention.type == .group {
      let joint = tokens.dropLast().first { isInnerHyphen($0) && !words[$0 + 1].isCapital }
      if let joint, joint > tokens.lowerBound { mention.tokens = tokens.lowerBound..<joint }
    }
    // "the 75th Film Festival": its number is one of its own.
    if mention.type == .event, tokens.count > 1, isOrdinal(tokens.lowerBound) {
      mention.tokens.removeFirst()
    }
    if tokens.allSatisfy({ words[$0].kinds.contains(.calendar) }) { return nil }
    if mention.tokens.count == 1 {
      mention.type = typeOfWord(mention)
    } else if let type = onlyType(kinds(mention.tokens.lowerBound, mention.tokens.upperBound)),
      isDoubtful(mention, against: type)
    {
      mention.type = type
    }
    let isDirection =
      tokens.count == 1 && words[tokens.lowerBound].kinds.contains(.direction)
      && tokens.lowerBound > 0 && text.isToken(tokens.lowerBound - 1, "the")
    return isDirection ? nil : mention
  }

  /// Whether what is known of a name stands against the model: teams bear the names of their towns.
  private func isDoubtful(_ mention: Mention, against type: EntityType) -> Bool {
    if type == .group { return true }
    if type == .geopolitical { return [.location, .facility].contains(mention.type) }
    return mention.confidence < 0.95
  }

  /// Names with the article that is a part of them: "told The Understory", "*The Sea*".
  func withArticles(_ mentions: [Mention]) -> [Mention] {
    var end = 0
    return mentions.map { mention in
      var mention = mention
      let before = mention.tokens.lowerBound - 1
      if before >= end, text.isToken(before, "the"), words[before].isCapital,
        !words[before].isForced || isMark(before - 1, "/"), mention.type != .person,
        mention.type != .group
      {
        mention.tokens = before..<mention.tokens.upperBound
      }
      end = mention.tokens.upperBound
      return mention
    }
  }

  // MARK: The gazetteer

  /// The longest names of the gazetteer that begin at each token, without overlap: of countries and
  /// peoples, and abbreviations of a country or an agency, for certain; of other things where the
  /// name is one of several words and of one type.
  private func knownNames() -> [(mention: Mention, isCertain: Bool)] {
    var known: [(mention: Mention, isCertain: Bool)] = []
    var i = 0
    while i < count {
      var best: (mention: Mention, isCertain: Bool)?
      var k = words[i].firstMatch
      while k < matches.count, matches[k].tokens.lowerBound == i {
        let match = matches[k]
        k += 1
        guard match.tokens.count > best?.mention.tokens.count ?? 1, isWrittenAsName(match.tokens)
        else { continue }
        if let type = certainType(match.kinds) {
          best = (Mention(tokens: match.tokens, type: type, confidence: 0.95), true)
        } else if let type = onlyType(match.kinds), !words[i].isForced {
          best = (Mention(tokens: match.tokens, type: type, confidence: 0.8), false)
        }
      }
      if best == nil, words[i].shape.contains(.allCapitals), text.tokens[i].range.count > 3,
        !words[i].isForced, !words[i].kinds.intersects([.commonWord, .word])
      {
        let kinds = words[i].kinds
        if kinds.contains(.newsOutlet) {
          best = (Mention(tokens: i..<i + 1, type: .organization, confidence: 0.9), true)
        } else if kinds.contains(.country) {
          best = (Mention(tokens: i..<i + 1, type: .geopolitical, confidence: 0.95), true)
        }
      }
      if let best { known.append(best) }
      i = best?.mention.tokens.upperBound ?? i + 1
    }
    return known
  }

  /// Whether a run of tokens begins and ends with a capital.
  private func isWrittenAsName(_ tokens: Range<Int>) -> Bool {
    words[tokens.lowerBound].isCapital && words[tokens.upperBound - 1].isCapital
  }

  /// The type of a known name where it can be but one.
  private func certainType(_ kinds: NameKinds) -> EntityType? {
    if kinds.intersects([.organization, .team, .person, .work, .product]) { return nil }
    if kinds.contains(.country) { return .geopolitical }
    return kinds.contains(.demonym) ? .group : nil
  }

  /// The type of a name that is known of one kind alone.
  private func onlyType(_ kinds: NameKinds) -> EntityType? {
    var only: EntityType?
    for (kind, type) in typesOfKinds where kinds.contains(kind) {
      guard only == nil || only == type else { return nil }
      only = type
    }
    return only
  }
}

/// The types of the kinds that are those of names.
private let typesOfKinds: [(NameKinds, EntityType)] = [
  (.country, .geopolitical), (.city, .geopolitical), (.subdivision, .geopolitical),
  (.location, .location), (.facility, .facility), (.person, .person),
  (.organization, .organization), (.team, .organization), (.newsOutlet, .organization),
  (.demonym, .group), (.group, .group), (.event, .event), (.product, .product), (.work, .work),
  (.law, .law), (.language, .language),
]
