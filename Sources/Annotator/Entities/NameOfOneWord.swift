extension NameText {
  /// The type of a name of one word: "Faroese" is nobody's name, and "in Faroese" is a language.
  func typeOfWord(_ mention: Mention) -> EntityType {
    let i = mention.tokens.lowerBound
    let kinds = words[i].kinds
    let isPeople = kinds.intersects([.demonym, .group])
    switch mention.type {
    case .person where isPeople && !kinds.intersects([.surname, .firstName, .person]):
      return .group
    case .geopolitical where isPeople && !kinds.intersects(.geopolitical): return .group
    case .organization, .product, .facility, .work, .event:
      if isPeople, !kinds.intersects(otherThanPeoples) { return .group }
      // "the Tories": a party's people, by whom it is meant.
      if mention.type == .organization, kinds.contains(.group), endsInS(i),
        !kinds.contains(.team)
      {
        return .group
      }
      return isPlaceAlone(kinds) ? .location : mention.type
    case .group where kinds.contains(.language) && isSpoken(i): return .language
    case .language where isPeople && (!isSpoken(i) && isPlural(i) || isInnerHyphen(i + 1)):
      return .group
    case .person, .language: return isPlaceAlone(kinds) ? .location : mention.type
    case .geopolitical where kinds.contains(.location) && isIsland(i): return .location
    default: return mention.type
    }
  }

  /// Whether a word is known as that of a place in nature and as nothing else: "Enceladus".
  private func isPlaceAlone(_ kinds: NameKinds) -> Bool {
    kinds.contains(.location) && !kinds.intersects(otherThanPlaces)
  }

  private func endsInS(_ i: Int) -> Bool {
    text.prose.bytes[text.tokens[i].range.upperBound - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// Whether "the" or a word of number stands before a name, so that it is people that are meant.
  private func isPlural(_ i: Int) -> Bool { i > 0 && text.isToken(i - 1, in: ofPeople) }

  /// Whether a name stands where a language is named: "in Welsh", "speaks Hausa or Twi".
  private func isSpoken(_ i: Int) -> Bool {
    if i + 1 < count, text.tokens[i + 1].kind == .word,
      !words[i + 1].kinds.contains(.functionWord), !words[i + 1].kinds.contains(.placePreposition)
    {
      return false
    }
    var before = i - 1
    // Over the others of a list.
    while before > 0, i - before < 24,
      isMark(before, ",") || text.isToken(before, in: joining)
        || words[before].kinds.contains(.language)
    {
      before -= 1
    }
    guard before >= 0 else { return false }
    if text.isToken(before, in: speaking) { return true }
    return text.isToken(before, "from") && before > 0 && text.isToken(before - 1, in: translating)
  }

  private func isIsland(_ i: Int) -> Bool {
    i > 1 && text.isToken(i - 1, "of") && text.isToken(i - 2, in: islands)
  }

  func isOrdinal(_ i: Int) -> Bool {
    let range = text.tokens[i].range
    return text.prose.bytes[range.lowerBound].isASCIIDigit && words[i].shape.contains(.hasSmall)
  }
}

private let otherThanPlaces: NameKinds = [
  .surname, .firstName, .person, .organization, .product, .facility, .team, .newsOutlet, .city,
  .subdivision, .country, .event, .work, .group, .word,
]
private let otherThanPeoples: NameKinds = [
  .surname, .firstName, .person, .organization, .product, .facility, .team, .newsOutlet, .city,
  .subdivision, .country, .event, .work, .location, .group,
]
private let ofPeople: WordSet = ["the", "some", "many", "most", "all", "two", "three"]
private let speaking: WordSet = [
  "in", "into", "speak", "speaks", "spoke", "speaking", "spoken", "learn", "learned", "learnt",
  "learning", "teach", "teaches", "taught", "study", "studied", "understands",
]
private let translating: WordSet = ["translated", "translation", "translations", "translates"]
private let joining: WordSet = ["and", "or"]
private let islands: WordSet = ["island", "islands", "isle", "isles", "islet", "archipelago"]
