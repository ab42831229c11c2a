/// A window as the models see it: its words in one row, in which each outermost quotation is one word.
struct ClaimText {
  /// What the rules make of it.
  var rules: RuleReading
  /// The words of all passages.
  var words: [ClaimWord] = []
  /// The words of each sentence.
  var sentences: [Range<Int>] = []
  /// The words of each passage.
  var passages: [Range<Int>] = []
  /// The roles of the passages.
  var roles: [Passage.Role]

  /// Reads a window.
  init(_ window: [AnalyzedPassage], _ clusters: WordClusters) {
    rules = RuleReading(window, threshold: ClaimText.ruleThreshold)
    roles = window.map(\.role)
    passages = [Range<Int>](repeating: 0..<0, count: window.count)
    for outline in rules.outlines {
      let start = words.count
      addWords(of: outline, clusters)
      if passages[outline.passage].isEmpty { passages[outline.passage] = start..<start }
      passages[outline.passage] = passages[outline.passage].lowerBound..<words.count
      sentences.append(start..<words.count)
    }
    for (index, passage) in window.enumerated() { mark(passage.mentions, passages[index]) }
    markCandidates()
    markClaims()
  }

  /// The least probability of a claim by rule that the models are told of.
  static let ruleThreshold: Float = 0.25

  /// The words of some tokens of a passage: those of which any lies there.
  func words(ofTokens tokens: Range<Int>, in passage: Int) -> Range<Int> {
    let range = passages[passage]
    let first = words[range].partitioningIndex { $0.tokens.upperBound > tokens.lowerBound }
    let end = words[range].partitioningIndex { $0.tokens.lowerBound >= tokens.upperBound }
    return first..<max(first, end)
  }

  /// The words of a span.
  func words(of span: WindowSpan) -> Range<Int> { words(ofTokens: span.tokens, in: span.passage) }

  /// The words of a report's elements.
  func words(of elements: Range<Int>, in outline: Int) -> Range<Int> {
    let start = sentences[outline].lowerBound
    return start + elements.lowerBound..<start + elements.upperBound
  }

  private mutating func addWords(of outline: Outline, _ clusters: WordClusters) {
    let lexicon = CueLexicon.standard
    for element in outline.elements {
      var word = ClaimWord(
        passage: outline.passage, tokens: element.tokens, hash: element.hash, lemma: element.hash,
        tag: UInt64(element.tag.rawValue), clusters: WordClusters.Clusters(),
        isCapital: element.classes.contains(.capital))
      if let number = element.quotation {
        word.quotation = kind(of: rules.passages[outline.passage].quotations[number])
        word.hash = word.quotation
        word.lemma = word.quotation
      } else {
        word.clusters = clusters.clusters(of: FeatureHash.mixed(element.hash))
      }
      words.append(word)
    }
    let start = words.count - outline.elements.count
    for group in outline.groups {
      var kind: UInt64 = 1
      if group.isPassive { kind |= 4 }
      if group.isNegated { kind |= 8 }
      if group.isFinite { kind |= 16 }
      if group.isGerund { kind |= 32 }
      if group.isInfinitive { kind |= 64 }
      if group.isCopula { kind |= 128 }
      if group.cue != nil { kind |= 256 }
      for element in group.elements { words[start + element].verb = kind }
      words[start + group.main].verb |= 2
      if let cue = group.cue { words[start + group.main].lemma = lexicon.entries[cue].lemma }
    }
    for at in start..<words.count where words[at].verb == 0 && words[at].quotation == 0 {
      let element = outline.elements[at - start]
      guard let entry = lexicon.entry(element.hash, element.tag) else { continue }
      words[at].lemma = lexicon.entries[entry].lemma
    }
  }

  private func kind(of quotation: QuotedTokens) -> UInt64 {
    var kind: UInt64 = 1
    if quotation.isSpeech { kind |= 2 }
    if quotation.isOpenedLikeSentence { kind |= 4 }
    if quotation.isEndedLikeSentence { kind |= 8 }
    if quotation.hasVerb { kind |= 16 }
    if quotation.words > 2 { kind |= 32 }
    if quotation.words > 7 { kind |= 64 }
    if quotation.endsSentence { kind |= 128 }
    return kind
  }

  private mutating func mark(_ mentions: [Mention], _ passage: Range<Int>) {
    for mention in mentions {
      guard let type = EntityType.allCases.firstIndex(of: mention.type) else { continue }
      let first = words[passage].partitioningIndex {
        $0.tokens.upperBound > mention.tokens.lowerBound
      }
      for at in first..<passage.upperBound {
        guard words[at].tokens.lowerBound < mention.tokens.upperBound else { break }
        guard words[at].quotation == 0, words[at].mention == 0 || mention.type != .role else {
          continue
        }
        words[at].mention = UInt64(type) + 1
      }
    }
  }

  private mutating func markCandidates() {
    for (index, report) in rules.candidates.enumerated() {
      let p = bin(report.probability)
      if let cue = report.cue {
        for at in words(of: cue, in: report.outline) {
          let known = words[at].ruled.report
          if known < 0 || rules.candidates[known].probability < report.probability {
            words[at].ruled.report = index
          }
        }
      }
      let isLikely: UInt64 = report.probability < 0.3 ? 0 : 4
      if let source = report.source.map({ words(of: $0, in: report.outline) }), !source.isEmpty {
        for at in source { words[at].ruled.source = max(words[at].ruled.source, p) }
        words[source.lowerBound].ruled.edges |= 1 << isLikely
        words[source.upperBound - 1].ruled.edges |= 2 << isLikely
      }
      for part in report.content {
        let content = words(of: part, in: report.outline)
        guard !content.isEmpty else { continue }
        for at in content { words[at].ruled.content = max(words[at].ruled.content, p) }
        words[content.lowerBound].ruled.edges |= 4 << isLikely
        words[content.upperBound - 1].ruled.edges |= 8 << isLikely
      }
    }
  }

  private mutating func markClaims() {
    for (index, claim) in rules.claims.enumerated() {
      mark(claim.cue, ClaimPart.cue, ClaimPart.cue)
      mark(claim.content, ClaimPart.contentBegin, ClaimPart.content)
      mark(claim.source, ClaimPart.sourceBegin, ClaimPart.source)
      for at in claim.content.flatMap({ words(of: $0) }) { words[at].ruled.claim = index }
    }
  }

  private mutating func mark(_ spans: [WindowSpan], _ first: UInt64, _ other: UInt64) {
    for span in spans {
      let range = words(of: span)
      for at in range where words[at].ruled.part != ClaimPart.cue {
        words[at].ruled.part = at == range.lowerBound ? first : other
      }
    }
  }
}
