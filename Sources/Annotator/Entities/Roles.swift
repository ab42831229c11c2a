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
    for mention in earlier.reversed() {
      guard mention.tokens.upperBound > start else { break }
      guard mention.tokens.upperBound < name else { return nil }
      start = max(start, mention.tokens.upperBound)
    }
    while start < name,
      words[start].kinds.contains(.functionWord) && !text.isToken(start, in: RoleWords.ranks)
        || text.tokens[start].kind != .word
    {
      start += 1
    }
    guard start < name else { return nil }
    start = withOrganization(start, earlier.last)
    start = withoutFormer(start, name)
    guard start < name, !text.isToken(name - 1, in: RoleWords.relations) else { return nil }
    return Mention(tokens: start..<name, type: .role, confidence: 0.8)
  }

  /// The title that a name in apposition follows: "a Dutch diplomat, Inge de Vries, wrote", "its envoy
  /// to Chad, Inge de Vries", "their leader, known as Abu Zouar".
  fileprivate func roleBeforeComma(
    _ name: Range<Int>, _ mentions: [Mention], upTo index: Int
  ) -> Mention? {
    var comma = name.lowerBound - 1
    if comma > 2, text.isToken(comma, "as"), text.isToken(comma - 1, "known") { comma -= 2 }
    guard isMark(comma, ","), comma < name.lowerBound - 1 || name.count > 1, comma > 0 else {
      return nil
    }
    // What the office is of or for may stand before the comma.
    if let whose = mentions[..<index].last, whose.tokens.upperBound == comma,
      whose.type != .person, whose.type != .group
    {
      var i = whose.tokens.lowerBound - 1
      if i > 0, text.isToken(i, "the") { i -= 1 }
      guard i > 0, text.isToken(i, in: RoleWords.belonging) else { return nil }
      return roleBefore(i, mentions, upTo: index - 1)
    }
    guard isMark(name.upperBound, ",") || comma < name.lowerBound - 1 else { return nil }
    return roleBefore(comma, mentions, upTo: index)
  }

  /// The title in apposition: "Peskov, the Kremlin spokesman", "Ole Lekuton, 41, a clock maker".
  fileprivate func roleBehind(_ end: Int, _ mentions: [Mention], from index: Int) -> Mention? {
    guard isMark(end, ",") else { return nil }
    var i = end + 1
    var next = index
    var organization: Mention?
    var isDetermined = false
    // Ages, determiners, nationalities and owners may come first.
    for _ in 0..<9 {
      guard i < count else { return nil }
      while next < mentions.count, mentions[next].tokens.upperBound <= i { next += 1 }
      if next < mentions.count, mentions[next].tokens.lowerBound == i {
        switch mentions[next].type {
        case .organization, .facility: organization = mentions[next]
        case .group, .geopolitical: organization = nil
        default: return nil
        }
        i = mentions[next].tokens.upperBound
      } else if let behind = ageEnd(i) {
        i = behind
      } else if isPossessive(i) || text.isToken(i, in: RoleWords.determiners) {
        organization = nil
        isDetermined = true
        i += 1
      } else if isDetermined, text.isToken(i, in: RoleWords.qualities) {
        i += 1
      } else {
        break
      }
    }
    guard i < count, let title = titleBehind(i, isDetermined: isDetermined) else { return nil }
    guard !text.isToken(title.upperBound - 1, in: RoleWords.relations) else { return nil }
    let start = organization.map { withOrganization(title.lowerBound, $0) } ?? title.lowerBound
    return Mention(tokens: start..<title.upperBound, type: .role, confidence: 0.7)
  }

  /// The token behind an age, with the mark or word that joins it to what follows: "58,", "now 61 and",
  /// "46-year-old".
  private func ageEnd(_ start: Int) -> Int? {
    var i = start
    while i < count, text.isToken(i, in: RoleWords.beforeAge) { i += 1 }
    guard i < count, i - start < 3 else { return nil }
    if text.tokens[i].kind == .number {
      var old = i + 1
      while old < min(count, i + 5), !text.isToken(old, "old") { old += 1 }
      if old < min(count, i + 5), isInnerHyphen(i + 1) { return old + 1 }
      guard i + 1 < count, isMark(i + 1, ",") || text.isToken(i + 1, "and") else { return nil }
      return i + 2
    }
    // "27-year-old" may be one token.
    let isAge = words[i].shape.contains(.hasDigit) && words[i].shape.contains(.hasHyphen)
    return isAge ? i + 1 : nil
  }

  /// The title that begins at a token, or the job that a noun phrase behind a determiner names: "a
  /// wine merchant".
  private func titleBehind(_ start: Int, isDetermined: Bool) -> Range<Int>? {
    let limit = min(count, start + 6)
    var last: Int?
    for i in start..<limit {
      if titleStarts[i] <= start { last = i }
      if text.tokens[i].kind == .punctuation, !isInnerHyphen(i) { break }
    }
    if let last { return start..<last + 1 }
    guard isDetermined else { return nil }
    for i in start..<min(limit, start + 3) {
      guard text.tokens[i].kind == .word, !words[i].isCapital,
        !words[i].kinds.contains(.functionWord)
      else { return nil }
      let ends =
        i + 1 == count || text.tokens[i + 1].kind == .punctuation
        || text.isToken(i + 1, in: RoleWords.behindNouns)
      if ends { return words[i].kinds.intersects([.title, .profession]) ? start..<i + 1 : nil }
    }
    return nil
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
    while start < end, text.isToken(start, in: RoleWords.formerWords) || isMark(start, "-") {
      start += 1
    }
    return start
  }
}
