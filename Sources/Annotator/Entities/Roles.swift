/// Adds the titles that stand before the names of people or behind them in apposition. A role takes
/// in the organisation that opens it ("Kremlin spokesman"); what it shows of a nationality or a
/// state stays outside.
func addRoles(to mentions: [Mention], in names: NameText) -> [Mention] {
  var roles: [Mention] = []
  for (index, mention) in mentions.enumerated() where mention.type == .person {
    if let role = names.roleBefore(mention.tokens.lowerBound, mentions, upTo: index) {
      roles.append(role)
    }
    if let role = names.roleBeforeComma(mention.tokens, mentions, upTo: index) {
      roles.append(role)
    }
    if let role = names.roleBehind(mention.tokens.upperBound, mentions, from: index + 1) {
      roles.append(role)
    }
  }
  guard !roles.isEmpty else { return mentions }
  // A name that only partly lies in a role gives way to it; so does a role to an earlier one.
  var kept: [Mention] = []
  for role in roles where !(kept.last?.tokens.overlaps(role.tokens) ?? false) { kept.append(role) }
  var result = kept
  var k = 0
  for mention in mentions {
    while k < kept.count, kept[k].tokens.upperBound <= mention.tokens.lowerBound { k += 1 }
    if k < kept.count, kept[k].tokens.overlaps(mention.tokens) {
      let role = kept[k].tokens
      let isInside =
        role.lowerBound <= mention.tokens.lowerBound
        && mention.tokens.upperBound <= role.upperBound && role != mention.tokens
      guard isInside, mention.type == .organization || mention.type == .facility else { continue }
    }
    result.append(mention)
  }
  result.sort {
    ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
  }
  return result
}

extension NameText {
  /// The title that ends where a name begins: "Foreign Minister" Lavrov.
  fileprivate func roleBefore(_ name: Int, _ mentions: [Mention], upTo index: Int) -> Mention? {
    guard name > 0 else { return nil }
    var start = titleStarts[name - 1]
    guard start < name else { return nil }
    let earlier = mentions[..<index]
    // Names that the search for titles ran into end it, but for an organisation, which it takes in.
    for mention in earlier.reversed() where mention.tokens.upperBound > start {
      guard mention.tokens.upperBound < name else { return nil }
      start = max(start, mention.tokens.upperBound)
    }
    while start < name,
      words[start].kinds.contains(.functionWord) || text.tokens[start].kind != .word
    {
      start += 1
    }
    guard start < name else { return nil }
    start = withOrganization(start, earlier.last)
    start = withoutFormer(start, name)
    guard start < name else { return nil }
    return Mention(tokens: start..<name, type: .role, confidence: 0.8)
  }

  /// The title that a name in apposition follows: "a Dutch diplomat, Inge de Vries, wrote".
  fileprivate func roleBeforeComma(
    _ name: Range<Int>, _ mentions: [Mention], upTo index: Int
  ) -> Mention? {
    guard name.count > 1, isMark(name.lowerBound - 1, ","), isMark(name.upperBound, ",") else {
      return nil
    }
    return roleBefore(name.lowerBound - 1, mentions, upTo: index)
  }

  /// The title in apposition: "Peskov, the Kremlin spokesman".
  fileprivate func roleBehind(_ end: Int, _ mentions: [Mention], from index: Int) -> Mention? {
    guard isMark(end, ",") else { return nil }
    var i = end + 1
    var next = index
    var organization: Mention?
    // Determiners, nationalities and owners may come first.
    for _ in 0..<6 {
      guard i < count else { return nil }
      while next < mentions.count, mentions[next].tokens.upperBound <= i { next += 1 }
      if next < mentions.count, mentions[next].tokens.lowerBound == i {
        switch mentions[next].type {
        case .organization, .facility: organization = mentions[next]
        case .group, .geopolitical: organization = nil
        default: return nil
        }
        i = mentions[next].tokens.upperBound
      } else if isPossessive(i) || text.isToken(i, in: determiners) {
        organization = nil
        i += 1
      } else {
        break
      }
    }
    guard i < count, words[i].kinds.intersects([.title, .titleModifier]) else { return nil }
    guard let last = titleEnd(from: i) else { return nil }
    let start = organization.map { withOrganization(i, $0) } ?? i
    return Mention(tokens: start..<last + 1, type: .role, confidence: 0.7)
  }

  /// The last token of the title that begins at a token.
  private func titleEnd(from start: Int) -> Int? {
    var last: Int?
    for i in start..<min(count, start + 6) {
      if titleStarts[i] <= start { last = i }
      if !words[i].kinds.intersects([.title, .titleModifier, .profession]), !isInnerHyphen(i),
        titleStarts[i] > start
      {
        break
      }
    }
    return last
  }

  /// Draws a role out over an organisation that touches it.
  private func withOrganization(_ start: Int, _ mention: Mention?) -> Int {
    guard let mention, mention.tokens.upperBound == start,
      mention.type == .organization || mention.type == .facility,
      text.sentence(of: mention.tokens.lowerBound) == text.sentence(of: start)
    else { return start }
    return mention.tokens.lowerBound
  }

  /// Leaves out "former", "then-" and the like at the head of a role.
  private func withoutFormer(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end, text.isToken(start, in: formerWords) || isMark(start, "-") { start += 1 }
    return start
  }
}

private let determiners: WordSet = [
  "the", "a", "an", "his", "her", "its", "their", "former", "then", "one", "another", "new", "-",
]
private let formerWords: WordSet = ["former", "ex", "then", "late", "new"]
