/// "Critics say" tells a reader nothing about who says it. Name somebody, or say how many they are
/// and what makes them worth hearing.
///
///     Many fear that the talks will fail. It is believed that both sides are tired.
///
/// It fires where some, many, critics, observers, experts, analysts, insiders, sources or people
/// stand alone (or behind "some" or "many") before say, believe, argue, claim, think or fear, and
/// for "it is said" and the like. It does not for "two people said", "security sources said",
/// "critics of the law say" or "the experts said", nor within quotations, titles and headings, which
/// the text below them explains.
///
/// Of its 56 findings in 1,786 news articles 53 named nobody; the other three took up people who had
/// just been named ("Some said …").
enum SourceVague: PassageRule {
  static let id = "claim/source-vague"
  static let defaultSeverity = Severity.info
  static let canFix = false
  static let needs = ReadingDepth.words
  static let summary = "A statement is laid to people of whom nothing is told: “critics say”."

  static func findings(in passage: LintedPassage) -> [Finding] {
    switch passage.role {
    case .title, .heading, .alternativeText, .tableCell, .credit: return []
    case .caption, .paragraph, .listItem: break
    }
    let text = passage.text
    var findings: [Finding] = []
    var quoted: [Range<Int>]?
    for token in text.tokens.indices where text.tokens[token].kind == .word {
      guard let source = anonymousSource(token, text) ?? impersonal(token, text) else { continue }
      // Few passages get so far.
      let marks = quoted ?? quotedTokens(in: text)
      quoted = marks
      if marks.contains(where: { $0.contains(token) }) { continue }
      findings.append(
        finding(
          text.proseRange(source),
          "“\(text.string(source))” names nobody. Say who, or how many and of what kind."))
    }
    return findings
  }

  /// "Many fear", "some critics have long argued": the tokens from a word on.
  private static func anonymousSource(_ token: Int, _ text: TokenizedProse) -> Range<Int>? {
    var next = token
    let isQuantified = text.isToken(token, in: quantities)
    if isQuantified { next += 1 }
    let hasNoun = next < text.tokens.count && text.isToken(next, in: nouns)
    if hasNoun { next += 1 }
    guard isQuantified || hasNoun, isSubject(token, text) else { return nil }
    // "Many have said", "critics also say".
    var isPlain = true
    while next < text.tokens.count, text.isToken(next, in: auxiliaries) {
      isPlain = false
      next += 1
    }
    guard next < text.tokens.count, text.isToken(next, in: verbs) else { return nil }
    // "Many thought leaders", "some fear of flying": a noun after a bare quantity.
    if isQuantified, !hasNoun, isPlain, next + 1 < text.tokens.count,
      text.isToken(next, in: nounLike), text.isToken(next + 1, in: behindNouns)
    {
      return nil
    }
    return token..<next + 1
  }

  /// "It is widely believed".
  private static func impersonal(_ token: Int, _ text: TokenizedProse) -> Range<Int>? {
    guard text.isToken(token, "it"), token + 2 < text.tokens.count,
      text.isToken(token + 1, "is") || text.isToken(token + 1, "'s")
        || text.isToken(token + 1, "was")
    else { return nil }
    var next = token + 2
    if text.isToken(next, in: adverbs) { next += 1 }
    guard next < text.tokens.count, text.isToken(next, in: participles) else { return nil }
    return token..<next + 1
  }

  /// Whether a clause may begin at a token: what stands before is its border or joins it on.
  private static func isSubject(_ token: Int, _ text: TokenizedProse) -> Bool {
    guard token > 0, text.sentence(of: token) == text.sentence(of: token - 1) else { return true }
    return text.tokens[token - 1].kind == .punctuation && !text.isToken(token - 1, "-")
      || text.isToken(token - 1, in: joiners)
  }

  /// The quotations of a passage, by their tokens.
  private static func quotedTokens(in text: TokenizedProse) -> [Range<Int>] {
    let marks = quotationMarks(in: text)
    return marks.compactMap { mark in
      guard mark.opens else { return nil }
      // One that is left open goes on in the next passage.
      return mark.token..<(mark.partner.map { marks[$0].token } ?? text.tokens.count)
    }
  }

  private static let quantities: WordSet = ["some", "many"]
  private static let nouns = WordSet(
    words: "critics observers experts analysts insiders sources people")
  private static let verbs = WordSet(
    words: """
      say said saying believe believed argue argued arguing claim claimed claiming think thought \
      fear feared fearing
      """)
  private static let nounLike: WordSet = ["claim", "fear", "thought", "say"]
  private static let behindNouns: WordSet = ["of", "leaders", "for", "in"]
  private static let auxiliaries = WordSet(
    words: "have had are were also now still long often even would may might do already")
  private static let adverbs = WordSet(
    words: "widely often generally now also still sometimes commonly long")
  private static let participles = WordSet(
    words: "said believed thought claimed understood rumoured rumored")
  private static let joiners = WordSet(
    words: """
      and but or as that because while although though whereas which whom so yet who
      """)
}
