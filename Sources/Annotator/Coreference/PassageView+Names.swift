extension PassageView {
  /// The names of the passage: all mentions but values and roles.
  func names() -> [PassageReferences.Name] {
    var result: [PassageReferences.Name] = []
    for mention in passage.mentions
    where mention.kind == .name && !mention.type.isValue && mention.type != .role {
      let nameWords = nameWords(mention.tokens, words)
      guard !nameWords.isEmpty else { continue }
      var name = PassageReferences.Name(
        tokens: mention.tokens, type: mention.type, entry: mention.entry,
        form: NameForm(nameWords),
        text: passage.text.string(mention.tokens),
        place: place(of: mention.tokens))
      if mention.type == .person {
        name.role = role(of: mention.tokens)
        name.roleNoun = name.role?.split(separator: " ").last?.lowercased()
        name.gender = gender(of: mention.tokens, nameWords, name.role)
      }
      name.noun = describingNoun(of: mention.tokens)
      if mention.type == .geopolitical {
        name.isState = isState(mention.tokens)
      }
      name.isCredit =
        word(mention.tokens.lowerBound - 1) == "/" || word(mention.tokens.upperBound) == "/"
        || isOne(mention.tokens.lowerBound - 1, of: ["by", ":"])
          && isOne(mention.tokens.lowerBound - 2, of: Self.creditWords)
      result.append(name)
    }
    result.append(contentsOf: impliedNames())
    result.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    markGroups(&result)
    return result
  }

  /// "the North", where no recogniser found a name: it is one when the article speaks of a state
  /// whose name begins so.
  private func impliedNames() -> [PassageReferences.Name] {
    words.indices.filter { token in
      (words[token] == "north" || words[token] == "south") && cover[token] < 0
        && isCapitalized(token) && word(token - 1) == "the" && !isCapitalized(token + 1)
    }.map { token in
      var name = PassageReferences.Name(
        tokens: token..<token + 1, type: .geopolitical, form: NameForm([words[token]]),
        text: passage.text.string(token), place: place(of: token..<token + 1))
      name.isImplied = true
      return name
    }
  }

  private static let creditWords: Set<String> = [
    "photo", "picture", "photograph", "photographs", "reporting", "editing", "writing", "words",
    "pictures", "photography",
  ]

  /// Marks the names that "and" or "or" joins, with commas between the others of a list. Names are
  /// in text order, so that one walk over neighbours finds the lists.
  private func markGroups(_ names: inout [PassageReferences.Name]) {
    var first = 0
    for index in names.indices {
      let isLast = index + 1 == names.count
      if !isLast, isSeparator(names[index].tokens.upperBound, names[index + 1].tokens.lowerBound) {
        continue
      }
      let joins = (first..<index).contains { k in
        let gap =
          names[k].tokens
          .upperBound..<max(
            names[k].tokens.upperBound, names[k + 1].tokens.lowerBound)
        return words[gap].contains { ["and", "or", "&"].contains($0) }
      }
      if joins { for k in first...index { names[k].isGrouped = true } }
      first = index + 1
    }
  }

  /// Whether only commas, conjunctions, articles and the words of a role stand between two names.
  private func isSeparator(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 6 else { return false }
    var hasMark = false
    for index in start..<end {
      if isOne(index, of: [",", "and", "or", "&"]) {
        hasMark = true
      } else if !isOne(index, of: Clause.determiners),
        cover[index] < 0 || passage.mentions[cover[index]].type != .role
      {
        return false
      }
    }
    return hasMark
  }

  /// What stands beside a person's name: the role before it, or in apposition behind it.
  private func role(of tokens: Range<Int>) -> String? {
    if let role = roleMention(at: tokens.lowerBound - 1) { return role }
    let index = tokens.upperBound
    guard word(index) == "," || word(index) == "(" else { return nil }
    // ", a 27-year-old seamstress", ", the Norwegian foreign minister", ", 41, a diplomat"
    var next = index + 1
    while next < min(words.count, index + 10) {
      if let role = roleMention(at: next) {
        // A role that another person's name follows is that person's.
        let end = passage.mentions[cover[next]].tokens.upperBound
        let isOther =
          cover.indices.contains(end) && cover[end] >= 0
          && passage.mentions[cover[end]].type == .person
        return isOther ? nil : role
      }
      let isPassed =
        isOne(next, of: Clause.determiners) || isOne(next, of: [",", "'s", "-", "and"])
        || cover[next] >= 0 && passage.mentions[cover[next]].type != .person
        || isWord(next) && words[next].contains("-")
      guard isPassed else { return nil }
      next += 1
    }
    return nil
  }

  /// The text of the role that covers a token.
  private func roleMention(at token: Int) -> String? {
    guard cover.indices.contains(token), cover[token] >= 0,
      passage.mentions[cover[token]].type == .role
    else { return nil }
    return passage.text.string(passage.mentions[cover[token]].tokens)
  }

  /// The gender that a title, a role or a first name shows.
  private func gender(of tokens: Range<Int>, _ nameWords: [String], _ role: String?) -> Gender? {
    if let gender = Gender.ofTitle(word(tokens.lowerBound - 1).filter { $0 != "." }) {
      return gender
    }
    if let gender = Gender.ofNoun(word(tokens.lowerBound - 1)) { return gender }
    if let noun = role?.split(separator: " ").last?.lowercased(), let gender = Gender.ofNoun(noun) {
      return gender
    }
    guard nameWords.count > 1 else { return nil }
    return Gender.ofTitle(nameWords[0]) ?? Gender.ofFirstName(nameWords[0])
  }
}
