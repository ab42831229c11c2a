extension NameText {
  /// Names of which the model made two: "University of" and "Nairobi", "Danish" and "Foreign
  /// Ministry", "Jákup" and "Dul" with a particle between.
  func joined(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    for mention in mentions {
      // The mark of a company is no name of its own: "Fenn Hale, Inc."
      if mention.tokens.count == 1, words[mention.tokens.lowerBound].kinds.contains(.companySuffix),
        isMark(mention.tokens.lowerBound - 1, ",")
      {
        continue
      }
      if let last = result.last, areParted(last, mention) {
        result[result.count - 1].tokens = last.tokens.lowerBound..<mention.tokens.upperBound
        continue
      }
      guard let last = result.last, last.tokens.upperBound == mention.tokens.lowerBound,
        !isInnerHyphen(mention.tokens.lowerBound), belongs(mention, to: last)
      else {
        result.append(mention)
        continue
      }
      result[result.count - 1] = Mention(
        tokens: last.tokens.lowerBound..<mention.tokens.upperBound, type: .organization,
        confidence: min(last.confidence, mention.confidence))
    }
    return result
  }

  /// Names with what belongs to them: a saint's title, the rest of a name with a hyphen, the mark of a
  /// company, and the head that tells what a place or a person gave a name to ("Garden City"
  /// Terminal).
  func drawnOut(_ mentions: [Mention]) -> [Mention] {
    mentions.indices.map { index in
      var mention = mentions[index]
      let end = index + 1 < mentions.count ? mentions[index + 1].tokens.lowerBound : count
      var next = mention.tokens.upperBound
      while mention.type == .person, next + 1 < end, isInnerHyphen(next), words[next + 1].isCapital
      {
        next += 2
      }
      var start = mention.tokens.lowerBound
      let before = index > 0 ? mentions[index - 1].tokens.upperBound : 0
      if start > before, words[start - 1].isCapital, text.isToken(start - 1, in: saints) {
        start -= 1
      }
      mention.tokens = start..<next
      // "Fenn Hale, Inc."
      if isMark(next, ","), next + 1 < end, words[next + 1].kinds.contains(.companySuffix),
        words[next + 1].isCapital, mention.type != .geopolitical
      {
        mention.tokens = start..<next + 2
        mention.type = .organization
        return mention
      }
      guard next < end, words[next].isCapital, !words[next].isForced, text.hasBlankBefore(next),
        text.sentence(of: next) == text.sentence(of: mention.tokens.lowerBound)
      else { return mention }
      let head = words[next].kinds
      let isPlace = [.person, .geopolitical, .location].contains(mention.type)
      if isPlace, head.contains(.facilityHead) {
        mention.type = .facility
      } else if mention.type == .location, head.contains(.organizationHead) {
        mention.type = .organization
      } else {
        return mention
      }
      mention.tokens = mention.tokens.lowerBound..<next + 1
      return mention
    }
  }

  /// Whether two names of people are parts of one, with only particles between: "Jákup á Dul". English
  /// has no word of one letter that is not ASCII.
  private func areParted(_ first: Mention, _ second: Mention) -> Bool {
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    return first.type == .person && second.type == .person && (1...2).contains(between.count)
      && between.allSatisfy { at in
        guard !words[at].isCapital, !text.isToken(at, in: parting) else { return false }
        let bytes = text.prose.bytes[text.tokens[at].range]
        let isForeignLetter =
          text.tokens[at].kind == .word && bytes.count == 2 && bytes.first! >= 0xC3
        return isForeignLetter
          || words[at].kinds.contains(.particle) && !words[at].kinds.contains(.functionWord)
      }
  }

  private func belongs(_ second: Mention, to first: Mention) -> Bool {
    let isAfterOf =
      first.type == .organization && text.isToken(first.tokens.upperBound - 1, "of")
      && NameLabels.places.contains { NameLabels.types[$0] == second.type }
    let isState =
      first.type == .group && first.tokens.count <= 2 && second.type == .organization
      && text.isToken(second.tokens.upperBound - 1, in: organsOfState)
    return isAfterOf || isState
  }
}

/// Particles that more often stand between two names than in one: conjunctions, and words of English
/// ("Ijaz Ahmed st Russell", in cricket).
private let parting: WordSet = ["e", "y", "och", "st", "do", "ten", "bar", "den", "ap"]
private let saints: WordSet = ["st", "st.", "saint", "ste", "ste."]
/// The organs of a state that are named with its adjective.
private let organsOfState: WordSet = [
  "ministry", "embassy", "consulate", "navy", "army", "parliament", "senate", "police",
  "academy", "federation", "institute", "council", "agency",
]
