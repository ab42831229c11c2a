extension NameText {
  /// Weighs a run of words as a person's name: first names, initials, particles, surnames.
  func considerPerson(
    _ span: Range<Int>, _ known: NameKinds, _ inside: NameInside, _ context: NameContext,
    _ name: inout ScoredName
  ) {
    let last = span.upperBound - 1
    if text.isToken(last, in: generations), kinds(span.lowerBound, last).contains(.person) {
      name.consider(.person, 3 + inside.worth + context.bonus(.person))
      return
    }
    var score: Float = 0.6
    var parts = 0
    for i in span {
      let word = words[i]
      if isInnerHyphen(i) { continue }
      guard text.tokens[i].kind == .word, !isPossessive(i) else { return }
      parts += 1
      if i > span.lowerBound, isInnerHyphen(i - 1) {
        // A small letter behind a hyphen is the mark of romanised names: "Soo-hyang".
        score += word.isCapital ? 0.5 : 2
        continue
      }
      if !word.isCapital {
        guard word.kinds.contains(.particle), i < last else { return }
        score += i == span.lowerBound ? 0.2 : 0.8
        continue
      }
      if word.shape.contains(.singleCapital) {
        guard i < last || i > span.lowerBound + 1 else { return }
        score += i == last ? -1 : 0.9
        continue
      }
      if i == last, i > span.lowerBound, text.isToken(i, in: generations) {
        score += 0.5
        continue
      }
      score += i == span.lowerBound ? opening(word) : closing(word, isLast: i == last)
      score -= against(word, isFirst: i == span.lowerBound, isLast: i == last)
    }
    guard parts >= 2, parts <= 6 else { return }
    if words[span.lowerBound].isForced, words[span.lowerBound].kinds.contains(.word),
      !words[span.lowerBound].kinds.intersects(.firstName)
    {
      score -= 1
    }
    // A first name and a surname that are known for themselves are one person still.
    if words[span.lowerBound].kinds.intersects(.firstName), score >= 2 {
      score = max(score, inside.worth + 1.2)
    }
    name.consider(.person, score + context.bonus(.person))
  }

  /// What speaks for a word as the first of a person's name.
  private func opening(_ word: Word) -> Float {
    let kinds = word.kinds
    let isWord = kinds.contains(.commonWord)
    if kinds.contains(.commonFirstName) { return isWord ? 1 : 2.2 }
    if isWord { return -2 }
    if kinds.intersects(.firstName) { return 1.5 }
    if kinds.contains(.word) { return -0.6 }
    return kinds.contains(.surname) ? 0.7 : 0.8
  }

  /// What speaks for a word as a later one of a person's name.
  private func closing(_ word: Word, isLast: Bool) -> Float {
    let kinds = word.kinds
    let isWord = kinds.contains(.commonWord)
    if kinds.contains(.commonSurname) { return isWord ? 0.6 : 1.6 }
    if kinds.contains(.person) { return 1.6 }
    if isWord { return -1.8 }
    if kinds.contains(.word) { return kinds.contains(.surname) ? 0.2 : -0.6 }
    if kinds.contains(.surname) { return 1.3 }
    return isLast ? 1.2 : 0.7
  }

  /// What speaks against a word in a person's name.
  private func against(_ word: Word, isFirst: Bool, isLast: Bool) -> Float {
    let kinds = word.kinds
    let isName = isFirst ? kinds.contains(.commonFirstName) : kinds.contains(.commonSurname)
    var against: Float = 0
    if kinds.intersects([.calendar, .honorific]) { against += isName ? 0.8 : 3 }
    if kinds.intersects([.title, .titleModifier]) { against += isName ? 0.8 : isFirst ? 3 : 2.5 }
    if kinds.intersects([.country, .demonym, .group, .largeCity]) { against += isName ? 0.5 : 2 }
    if isLast, kinds.intersects([.organizationHead, .companySuffix, .facilityHead, .eventHead]) {
      against += isName ? 0.3 : 1.6
    }
    if kinds.contains(.functionWord) { against += 3 }
    if kinds.intersects([.organization, .newsOutlet]), word.shape.contains(.allCapitals) {
      against += 1.5
    }
    return against
  }
}

private let generations: WordSet = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
