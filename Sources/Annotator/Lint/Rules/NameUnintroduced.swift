/// Whoever is named by surname is named in full once, so that readers know who it is.
///
///     The law came too late, Kiplimo-Were said.      (and no first name anywhere)
///
/// It looks at surnames that are the subject of a reporting verb, or stand behind Mr, Mrs, Ms or Dr.
/// The full name may stand anywhere in title, captions, body or credit. An office before the name
/// ("President Ruto") does for a first name, people who have but one name ("Pelé") need none, and
/// first names alone ("Sarah said") are another matter. What stands in quotation marks is left alone,
/// and so are names that are all but spelled like a full one, and those that the workspace knows.
///
/// Of its 21 findings in 1,786 news articles 17 were persons without a full name.
enum NameUnintroduced: ArticleRule {
  static let id = "entity/name-unintroduced"
  static let defaultSeverity = Severity.info
  static let canFix = false
  static let needs = ReadingDepth.names
  static let summary = "A person is named by surname alone, and no full name stands anywhere."

  static func findings(in article: LintedArticle) -> [Finding] {
    unintroduced(in: article).map {
      finding(
        $0.range,
        "“\($0.name)” is not named in full anywhere. Give the first name, or say who it is.")
    }
  }

  static func mayFind(in article: LintedArticle) -> Bool {
    article.depth < .words || !unintroduced(in: article).isEmpty
  }

  /// The surnames that have no full name, as far as the article is read: what is not known yet counts
  /// against them.
  private static func unintroduced(in article: LintedArticle) -> [Candidate] {
    var candidates = candidates(in: article)
    guard !candidates.isEmpty else { return [] }
    removeMisspelled(in: article, from: &candidates)
    for (index, passage) in article.passages.enumerated() {
      removeIntroduced(in: passage, at: index, from: &candidates)
      if candidates.isEmpty { return [] }
    }
    return candidates.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A surname that may lack its introduction.
  private struct Candidate {
    var name: String
    var range: ByteRange
  }

  /// The persons named by a single word that is the subject of a verb which reports, or stands behind
  /// a form of address.
  private static func candidates(in article: LintedArticle) -> [FoldedHash: Candidate] {
    var result: [FoldedHash: Candidate] = [:]
    for (index, passage) in article.passages.enumerated() where passage.role != .title {
      let text = passage.text
      for word in persons(in: passage, of: article) {
        let start = word.lowerBound
        let isAddressed = start > 0 && text.isToken(start - 1, in: formsOfAddress)
        guard isAddressed || !text.isBehindName(start) && text.isSubjectOfReport(word) else {
          continue
        }
        let name = text.string(word)
        let hash = FoldedHash(name)
        guard result[hash] == nil, isSurname(name, isAddressed: isAddressed),
          !isQuoted(start, text)
        else { continue }
        result[hash] = Candidate(
          name: name, range: article.source(text.proseRange(word), ofPassage: index))
      }
    }
    return result
  }

  /// The single words that name persons; where names are not known yet, all words with a capital.
  private static func persons(
    in passage: AnalyzedPassage, of article: LintedArticle
  ) -> [Range<Int>] {
    let words = passage.text.words().filter(passage.text.hasCapital)
    if article.depth < .names { return words }
    let persons = passage.mentions.filter {
      $0.type == .person && $0.kind == .name && $0.entry == nil
    }
    let names = Set(persons.map(\.tokens))
    return words.filter(names.contains)
  }

  /// Whether a token stands in a quotation, where others choose the words.
  private static func isQuoted(_ token: Int, _ text: TokenizedProse) -> Bool {
    let marks = quotationMarks(in: text)
    return marks.contains { mark in
      mark.opens && mark.token < token
        && token < mark.partner.map { marks[$0].token } ?? text.tokens.count
    }
  }

  /// Whether a word may be a surname and not a first name, a name that stands alone, or the name of
  /// something that is no person.
  private static func isSurname(_ name: String, isAddressed: Bool) -> Bool {
    let kinds = Gazetteer.standard.kinds(of: name)
    if singleNames.contains(name) || name.utf8.count < 3 { return false }
    if isAddressed { return true }
    if kinds.intersects(.firstName), !kinds.contains(.commonSurname) { return false }
    // "Bloomberg", "Nielsen": bearers of names, but more often firms.
    if kinds.intersects([.organization, .newsOutlet, .team, .country, .product]) { return false }
    return kinds.contains(.surname)
      || !kinds.intersects([
        .city, .subdivision, .location, .demonym, .group, .work, .calendar, .word, .commonWord,
        .functionWord,
      ])
  }

  /// Removes the surnames that stand in a passage behind a first name or an office.
  private static func removeIntroduced(
    in passage: AnalyzedPassage, at index: Int, from candidates: inout [FoldedHash: Candidate]
  ) {
    let text = passage.text
    for tokens in text.words() where text.hasCapital(tokens) {
      let hash = text.prose.bytes.withUnsafeBufferPointer {
        FoldedHash($0, text.proseRange(tokens))
      }
      guard candidates[hash] != nil else { continue }
      if text.isBehindName(tokens.lowerBound) || text.isBeforeName(tokens.upperBound) {
        candidates[hash] = nil
      }
    }
    // "The chancellor, Angela Merkel-Sauer": what the name's own extent tells.
    for mention in passage.mentions where mention.type == .person && mention.tokens.count > 1 {
      guard !text.isOneWord(mention.tokens) else { continue }
      for token in mention.tokens { candidates[text.foldedHash(token)] = nil }
    }
    // An office in small letters: "chancellor Merkel".
    for role in passage.mentions where role.type == .role {
      let next = role.tokens.upperBound
      guard next < text.tokens.count, text.isCapitalized(next) else { continue }
      let name = text.word(from: next)
      let hash = text.prose.bytes.withUnsafeBufferPointer { FoldedHash($0, text.proseRange(name)) }
      candidates[hash] = nil
    }
  }

  /// Removes the surnames that are all but spelled like one with a first name: their defect is the
  /// matter of `entity/spelling-inconsistent`.
  private static func removeMisspelled(
    in article: LintedArticle, from candidates: inout [FoldedHash: Candidate]
  ) {
    var surnames: Set<String> = []
    for passage in article.passages {
      for mention in passage.mentions where mention.type == .person && mention.tokens.count > 1 {
        surnames.insert(passage.text.string(mention.tokens.upperBound - 1))
      }
    }
    let spellings = surnames.map(SpellingLikeness.letters)
    for (hash, candidate) in candidates {
      let name = SpellingLikeness.letters(candidate.name)
      let isMisspelled = spellings.contains {
        SpellingLikeness.differsByLetters(name, $0) || SpellingLikeness.differsByMarks(name, $0)
      }
      if isMisspelled { candidates[hash] = nil }
    }
  }

  private static let singleNames = WordSet(
    words: """
      Pelé Pele Madonna Beyoncé Beyonce Adele Rihanna Ronaldo Ronaldinho Neymar Kaká Kaka Rivaldo \
      Hulk Cher Bono Sting Eminem Drake Shakira Moby Banksy Prince Björk Bjork Enya Lorde Lizzo \
      Usher Seal Plato Socrates Aristotle Homer Jesus Moses Buddha Napoleon Michelangelo Rembrandt \
      Voltaire Molière Stendhal Caravaggio Raphael Titian Galileo Confucius Cleopatra Nefertiti \
      Colette Christo Hergé Le-Corbusier Lula Suharto Sukarno Teller Yanni Morrissey Rosalía Kesha \
      Zendaya Twiggy Jaden Selena Aaliyah Ludacris Nelly Pitbull Skrillex Avicii Grimes Halsey Santa \
      God Allah Satan Shakespeare Hitler Stalin Lenin Marx Darwin Einstein Mozart Beethoven Bach
      """)
}

private let formsOfAddress = WordSet(words: "mr mr. mrs mrs. ms ms. dr dr.")

extension TokenizedProse {
  /// Whether tokens hold no blank.
  fileprivate func isOneWord(_ range: Range<Int>) -> Bool {
    !prose.bytes[proseRange(range)].contains { $0 <= 0x20 }
  }

  /// Whether a capitalised word that is no form of address, or an initial, stands before a token in
  /// its sentence.
  fileprivate func isBehindName(_ token: Int) -> Bool {
    guard token > 0, sentence(of: token) == sentence(of: token - 1) else { return false }
    let before = token - 1
    guard tokens[before].kind == .word else {
      // "“Magic” Johnson", "Joseph (Joe) Biden".
      return [")", "\"", "”", "’", "'"].contains(string(before)) && before > 1
        && isCapitalized(before - 1) && hasBlankAfter(before)
    }
    guard isCapitalized(before), !isToken(before, in: formsOfAddress) else {
      // "Ludwig van Beethoven", "Osama bin Laden".
      return before > 0 && isToken(before, in: particles) && isCapitalized(before - 1)
    }
    // The first word of a sentence bears a capital whatever it is.
    let isFirst = sentences[sentence(of: before)].lowerBound == before
    return !isFirst || !isToken(before, in: openings)
  }

  /// Whether a capitalised word follows directly, as where the family's name comes first.
  fileprivate func isBeforeName(_ end: Int) -> Bool {
    guard end < tokens.count, tokens[end].kind == .word, isCapitalized(end) else { return false }
    return sentence(of: end) == sentence(of: end - 1)
  }
}

private let particles = WordSet(words: "van von de der den del della di da bin al el la le ter ten")

/// Small words that open sentences.
private let openings = WordSet(
  words: """
    but and so if when while as although though because since after before for then that what why \
    how in on at by with from to does did do is was were are has had will would can could should \
    the a an this these those here there where who which whether both either even still yet also \
    now today yesterday later earlier meanwhile instead perhaps maybe once again only just like \
    unlike however
    """)
