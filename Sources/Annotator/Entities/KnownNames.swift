extension NameText {
  /// The names that a model found, mended by what is known for certain: a title is no part of a
  /// person's name, and a name of several words that the gazetteer holds as a country's or a people's
  /// is that, whatever the model made of its parts.
  func mended(_ mentions: [Mention]) -> [Mention] {
    let trimmed = mentions.compactMap(settled)
    var result: [Mention] = []
    var rest = trimmed[...]
    for known in knownNames() {
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
    // "Faroese" is nobody's name.
    if tokens.count == 1, mention.type == .person {
      let kinds = words[tokens.lowerBound].kinds
      if kinds.contains(.demonym), !kinds.intersects([.surname, .firstName, .person]) {
        mention.type = .group
      }
    }
    let isDirection =
      tokens.count == 1 && words[tokens.lowerBound].kinds.contains(.direction)
      && tokens.lowerBound > 0 && text.isToken(tokens.lowerBound - 1, "the")
    return isDirection ? nil : mention
  }

  /// The longest names of countries and peoples that begin at each token, without overlap, and single
  /// words in capitals that are the abbreviation of a country or the name of an agency.
  private func knownNames() -> [Mention] {
    var known: [Mention] = []
    var i = 0
    while i < count {
      var best: Mention?
      var k = words[i].firstMatch
      while k < matches.count, matches[k].tokens.lowerBound == i {
        let match = matches[k]
        k += 1
        guard match.tokens.count > best?.tokens.count ?? 1, isWrittenAsName(match.tokens),
          let type = certainType(match.kinds)
        else { continue }
        best = Mention(tokens: match.tokens, type: type, confidence: 0.95)
      }
      if best == nil, words[i].shape.contains(.allCapitals), text.tokens[i].range.count > 3,
        !words[i].isForced, !words[i].kinds.intersects([.commonWord, .word])
      {
        let kinds = words[i].kinds
        if kinds.contains(.newsOutlet) {
          best = Mention(tokens: i..<i + 1, type: .organization, confidence: 0.9)
        } else if kinds.contains(.country) {
          best = Mention(tokens: i..<i + 1, type: .geopolitical, confidence: 0.95)
        }
      }
      if let best { known.append(best) }
      i = best?.tokens.upperBound ?? i + 1
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
}
