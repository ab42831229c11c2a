/// What the words inside a run are, as far as names with head words care.
struct NameInside {
  /// What the parts would be worth as names of their own.
  let worth: Float
  /// The number of words, marks left out.
  private(set) var words = 0
  /// The number of words that are ordinary ones.
  private(set) var plainWords = 0
  /// The kinds of the longest known tail, its last word's with them.
  private(set) var tail: NameKinds = []
  /// The kinds of head words that "of", "for" or "on" follows.
  private(set) var heads: NameKinds = []
  private(set) var hasConnector = false
  private(set) var hasAnd = false
  private(set) var hasAmpersand = false
  private(set) var hasPossessive = false
  private(set) var hasCalendarOrTitle = false
  private(set) var hasForced = false
  /// Whether a hyphen joins a small word: "Soo-hyang".
  private(set) var hasSmallPart = false
  /// Whether all words are ordinary ones whose capitals mean nothing.
  private(set) var isAllForcedWords = true

  /// Whether the words follow each other with no more than hyphens between them.
  var joinsPlainly: Bool { !hasConnector && !hasAmpersand && !hasPossessive }

  /// The kinds that head names with "of".
  private static let headKinds: NameKinds = [
    .organizationHead, .facilityHead, .locationHead, .subdivisionHead, .eventHead, .lawHead,
    .workHead,
  ]

  init(_ span: Range<Int>, in names: NameText, worth: Float) {
    self.worth = worth
    let last = span.upperBound - 1
    guard span.count > 1 else {
      isAllForcedWords = false
      return
    }
    hasCalendarOrTitle =
      names.titleStarts[last] <= last && !names.words[last].kinds.contains(.organizationHead)
    for i in span {
      let word = names.words[i]
      let kind = names.text.tokens[i].kind
      if kind == .symbol { hasAmpersand = true }
      guard kind == .word || kind == .number else { continue }
      if names.isPossessive(i) {
        hasPossessive = true
        continue
      }
      words += 1
      if !word.isCapital, kind == .word {
        if word.kinds.contains(.functionWord) || word.kinds.contains(.particle) {
          hasConnector = true
        }
        if names.text.isToken(i, "and") { hasAnd = true }
        if i > span.lowerBound, names.isInnerHyphen(i - 1) { hasSmallPart = true }
        let isLink = names.text.isToken(i, in: links)
        if isLink, i > span.lowerBound {
          heads.formUnion(names.words[i - 1].kinds.intersection(NameInside.headKinds))
        }
        continue
      }
      if word.isForced { hasForced = true }
      if !word.kinds.contains(.word) || !word.isForced { isAllForcedWords = false }
      if word.kinds.contains(.word) { plainWords += 1 }
      if word.kinds.intersects([.calendar, .honorific])
        || word.kinds.contains(.title)
          && !word.kinds.intersects([.commonSurname, .organizationHead])
          && i < last
      {
        hasCalendarOrTitle = true
      }
      if i > span.lowerBound { tail.formUnion(i == last ? word.kinds : names.kinds(i, last + 1)) }
    }
  }
}

private let links: WordSet = ["of", "for", "on"]
