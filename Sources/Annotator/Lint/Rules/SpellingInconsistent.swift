/// A name is spelled one way throughout an article. Two spellings that differ by one or two letters,
/// a doubled letter, an accent or a hyphen are mostly one name and a slip. The fix writes the rarer
/// as the other.
///
///     Yohanes Bere-Leki clung to a rice sack. … “I heard singing,” Yohannes Bere-Leki said.
///
/// Persons, places and organisations are compared: names of several words that differ in one of
/// them, single names, and surnames with and without a first name. Case ("REUTERS") and inflection
/// ("Russia", "Russian") make no other spelling, and two names are two things where one sentence
/// holds both, where both are known ("Austria", "Australia"; "Johnson", "Johnston"; what the workspace knows), and where their
/// bearers have different first names or sexes. A finding lies on the first place of the rarer
/// spelling, of the later one where they are even.
///
/// Of its 29 findings in 1,786 news articles 28 were slips.
enum SpellingInconsistent: ArticleRule {
  static let id = "entity/spelling-inconsistent"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.names
  static let summary = "A name is spelled in two ways."

  static func findings(in article: LintedArticle) -> [Finding] {
    let names = SpelledNames(article)
    var found: [(rare: SpelledName, usual: SpelledName)] = []
    for (a, b) in pairs(of: names.long, sharing: longKeys) {
      let (a, b) = (names.long[a], names.long[b])
      if !(a.isKnown && b.isKnown), isOneName(a, b) { found.append(ordered(a, b)) }
    }
    for (a, b) in pairs(of: names.short, sharing: shortKeys) {
      let (rare, usual) = ordered(names.short[a], names.short[b])
      if !(rare.isKnown && usual.isKnown), isOneWord(rare, usual) { found.append((rare, usual)) }
    }
    var findings: [Finding] = []
    var covered: [ByteRange] = []
    for (rare, usual) in found {
      let first = article.source(rare.places[0].range, ofPassage: rare.places[0].passage)
      // A surname and the full name that ends with it are one slip.
      if covered.contains(where: { $0.overlaps(first) }) { continue }
      covered.append(first)
      findings.append(
        finding(
          first,
          "“\(rare.written)” is spelled “\(usual.written)” elsewhere. Use one spelling.",
          fix: fix(rare, usual, article)))
    }
    return findings
  }

  /// The rarer of two spellings, or the later where they are even, before the other.
  private static func ordered(
    _ a: SpelledName, _ b: SpelledName
  ) -> (rare: SpelledName, usual: SpelledName) {
    if a.isKnown != b.isKnown { return a.isKnown ? (b, a) : (a, b) }
    // `a` begins first.
    return a.count < b.count ? (a, b) : (b, a)
  }

  /// Names of several words are compared when all but one are the same, or all are when blanks and
  /// hyphens are left out.
  private static func longKeys(_ name: SpelledName) -> [[Unicode.Scalar]] {
    var keys = [name.words.flatMap { $0 }.filter { $0 != "-" }]
    guard name.words.count > 1 else { return keys }
    for index in name.words.indices {
      var words = name.words
      words[index] = ["*"]
      keys.append(Array(words.joined(separator: [" "])))
    }
    return keys
  }

  /// Single words are compared when they begin or end alike.
  private static func shortKeys(_ name: SpelledName) -> [[Unicode.Scalar]] {
    let word = name.words[0]
    return word.count < 4 ? [] : [word.prefix(2) + ["*"], ["*"] + word.suffix(3)]
  }

  static func mayFind(in article: LintedArticle) -> Bool {
    switch article.depth {
    case .markup: return true
    case .words:
      var words = AlikeWords()
      return article.passages.contains { words.addsAlike($0.text) }
    case .names, .claims: return false
    }
  }

  // MARK: Are they one?

  private static func isOneName(_ a: SpelledName, _ b: SpelledName) -> Bool {
    let squeezed = [a, b].map { $0.words.flatMap { $0 }.filter { $0 != "-" } }
    if squeezed[0] == squeezed[1] { return true }
    guard a.words.count == b.words.count, a.words.count > 1,
      a.sentences.isDisjoint(with: b.sentences), !a.types.isDisjoint(with: b.types),
      let different = a.words.indices.first(where: { a.words[$0] != b.words[$0] })
    else { return false }
    let (wordA, wordB) = (a.words[different], b.words[different])
    // A slip in a small word is no matter of names.
    guard a.hasCapital(different), b.hasCapital(different), isOneWord(wordA, wordB) else {
      return false
    }
    if SpellingLikeness.differsByMarks(wordA, wordB) { return true }
    if a.types.contains(.person), different == 0, a.words.count > 1 {
      let (sexA, sexB) = (Gender.ofFirstName(string(wordA)), Gender.ofFirstName(string(wordB)))
      if let sexA, let sexB, sexA != sexB { return false }
    }
    return true
  }

  private static func isOneWord(_ rare: SpelledName, _ usual: SpelledName) -> Bool {
    let (a, b) = (rare.words[0], usual.words[0])
    // Of two full names it is the full names that count.
    guard rare.isAlone || usual.isAlone, rare.sentences.isDisjoint(with: usual.sentences),
      rare.firstNames.isEmpty || usual.firstNames.isEmpty
        || !rare.firstNames.isDisjoint(with: usual.firstNames)
    else { return false }
    if SpellingLikeness.differsByMarks(a, b) { return true }
    guard isSpelled(a), isSpelled(b), SpellingLikeness.differsByLetters(a, b, longFrom: 8) else {
      return false
    }
    // What is known is spelled right, and what is spelled right twice is two things.
    return kinds(a).isEmpty && (usual.count > 1 || !kinds(b).isEmpty)
  }

  /// Whether two words may be spellings of one, whatever names they stand in.
  static func isOneWord(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    if SpellingLikeness.differsByMarks(a, b) { return true }
    guard isSpelled(a), isSpelled(b), SpellingLikeness.differsByLetters(a, b) else { return false }
    // "Eastern" and "Western Ghouta", the embassies of Austria and Australia.
    let (kindsA, kindsB) = (kinds(a), kinds(b))
    return ![ordinary, places].contains { kindsA.intersects($0) && kindsB.intersects($0) }
  }

  /// Whether a word holds letters only, and small ones among them: no "A320", no "NATO".
  private static func isSpelled(_ word: [Unicode.Scalar]) -> Bool {
    word.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "'" || $0 == "’" }
  }

  private static let ordinary: NameKinds = [.word, .commonWord, .functionWord, .direction]
  private static let places: NameKinds = [
    .country, .city, .subdivision, .location, .demonym, .language,
  ]

  /// Whether every word of a name is known.
  private static func isKnown(_ name: SpelledName) -> Bool {
    name.words.allSatisfy { !kinds($0).isEmpty }
  }

  /// What a word in lower case is known to be, as a name or a word.
  private static func kinds(_ word: [Unicode.Scalar]) -> NameKinds {
    Gazetteer.standard.kinds(of: string(word))
  }

  private static func string(_ word: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(word))
  }

  // MARK: The fix

  private static func fix(
    _ rare: SpelledName, _ usual: SpelledName, _ article: LintedArticle
  ) -> Fix? {
    // Where they are even, the one that is known is right.
    var (rare, usual) = (rare, usual)
    if rare.count == usual.count, !usual.isKnown, isKnown(rare), !isKnown(usual) {
      swap(&rare, &usual)
    }
    let edits = rare.places.compactMap { place -> Fix.Edit? in
      let prose = article.passages[place.passage].text.prose
      // A name across markup, or in capitals, is for the writer to change.
      guard prose.isVerbatim(place.range),
        prose.bytes[place.range].elementsEqual(rare.written.utf8)
      else { return nil }
      return Fix.Edit(
        range: article.source(place.range, ofPassage: place.passage), replacement: usual.written)
    }
    return edits.isEmpty ? nil : Fix(title: "Write “\(usual.written)”", edits: edits)
  }
}
