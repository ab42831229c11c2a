extension NameDictionary {
  /// The mentions of a passage once the dictionary has had its say: its names stand where its words
  /// do, and what it ignores is no mention.
  ///
  /// A single word of a longer name stays a part of it: a workspace that knows "Kim" has not said that
  /// "Kim Jong Un" is two things. For "the", which a name may take in, that does not hold.
  func settled(_ mentions: [Mention], by hits: [Hit], in text: TokenizedProse) -> [Mention] {
    guard !hits.isEmpty else { return mentions }
    var result: [Mention] = []
    // Titles are looked for anew, beside the names as they are now.
    var rest = mentions.filter { $0.type != .role }[...]
    var roles: [Range<Int>] = []
    for hit in hits {
      while let next = rest.first, next.tokens.upperBound <= hit.tokens.lowerBound {
        result.append(next)
        rest.removeFirst()
      }
      let meeting = rest.prefix { $0.tokens.lowerBound < hit.tokens.upperBound }
      if meeting.count == 1, isPart(hit, of: meeting.first!, in: text) { continue }
      rest.removeFirst(meeting.count)
      guard let entry = hit.entry else {
        roles.append(hit.tokens)
        continue
      }
      result.append(Mention(tokens: hit.tokens, type: entries[entry].type, entry: entry))
    }
    result += rest
    roles += result.filter { $0.type == .role }.map(\.tokens)
    return addRoles(to: result, in: NameText(text, .standard)).filter { mention in
      mention.type != .role || mention.entry != nil
        || !roles.contains { $0.overlaps(mention.tokens) && !isInside($0, mention.tokens) }
    }
  }

  /// Whether what was found is a part of a name that the text has.
  private func isPart(_ hit: Hit, of mention: Mention, in text: TokenizedProse) -> Bool {
    var tokens = mention.tokens
    if text.isToken(tokens.lowerBound, "the") { tokens.removeFirst() }
    guard isInside(hit.tokens, tokens) else { return false }
    // "Sunniva Hauge" is not named where "Sunniva Hauge-Lien" is.
    let end = hit.tokens.upperBound
    let goesOn =
      end < tokens.upperBound
      && text.tokens[end].range.lowerBound == text.tokens[end - 1].range.upperBound
      && text.isToken(end, "-")
    let isOneWord = hit.tokens.dropFirst().allSatisfy {
      text.tokens[$0].range.lowerBound == text.tokens[$0 - 1].range.upperBound
    }
    return goesOn || isOneWord
  }

  private func isInside(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    inner != outer && outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}
