/// What the first model looks at: the features of a passage's words. The templates are part of the
/// model: to change one is to train anew.
struct TagFeatures {
  let text: ClaimText
  let passage: Range<Int>
  let isTitle: UInt64
  /// The nearest word on each side that is likely to report, for each word; -1 for none.
  private(set) var before: [Int]
  private(set) var behind: [Int]
  /// For each word its sentence.
  private(set) var sentences: [Int]
  /// The features of the word that was read last.
  var list = FeatureList()

  init(_ text: ClaimText, passage index: Int) {
    self.text = text
    passage = text.passages[index]
    isTitle = text.roles[index] == .paragraph ? 0 : 1
    before = [Int](repeating: -1, count: passage.count)
    behind = before
    sentences = [Int](repeating: 0, count: passage.count)
    var number = passage.isEmpty ? 0 : text.sentence(of: passage.lowerBound)
    for at in passage {
      while at >= text.sentences[number].upperBound { number += 1 }
      sentences[at - passage.lowerBound] = number
    }
    var last = -1
    for at in passage {
      before[at - passage.lowerBound] = last
      if isLikelyCue(at) { last = at }
    }
    last = -1
    for at in passage.reversed() {
      behind[at - passage.lowerBound] = last
      if isLikelyCue(at) { last = at }
    }
  }

  private func isLikelyCue(_ at: Int) -> Bool {
    let report = text.words[at].ruled.report
    guard report >= 0, text.rules.candidates[report].probability >= 0.3 else { return false }
    return text.words[at].verb & 2 != 0 || text.words[at].verb == 0
  }

  private static let edge = ClaimWord(
    passage: 0, tokens: 0..<1, hash: 7, lemma: 7, tag: 63, clusters: WordClusters.Clusters(),
    isCapital: false)

  @inline(__always)
  private func word(_ at: Int) -> ClaimWord {
    passage.contains(at) ? text.words[at] : TagFeatures.edge
  }

  /// Reads the features of a word of the passage.
  mutating func read(_ i: Int) {
    list.removeAll()
    let (a, b, c, d, e) = (word(i - 2), word(i - 1), word(i), word(i + 1), word(i + 2))
    list.add(0)
    addWords(a, b, c, d, e, i)
    addClusters(a, b, c, d, e)
    addQuotations(a, b, c, d, e, i)
    addRules(b, c, d)
    if c.verb != 0 { addGroup(c, d, i) }
    addCues(c, d, i)
    addPlace(c, i)
  }

  private mutating func addWords(
    _ a: ClaimWord, _ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord, _ e: ClaimWord, _ i: Int
  ) {
    list.add(1, a.hash)
    list.add(2, b.hash)
    list.add(3, c.hash)
    list.add(4, d.hash)
    list.add(5, e.hash)
    list.add(6, c.lemma)
    list.add(7, b.lemma)
    list.add(8, d.lemma)
    list.add(9, b.hash, c.hash)
    list.add(10, c.hash, d.hash)
    list.add(11, c.lemma, d.hash)
    list.add(12, a.tag)
    list.add(13, b.tag)
    list.add(14, c.tag)
    list.add(15, d.tag)
    list.add(16, e.tag)
    list.add(17, b.tag, c.tag)
    list.add(18, c.tag, d.tag)
    list.add(19, a.tag, b.tag, c.tag)
    list.add(20, b.tag, c.tag, d.tag)
    list.add(21, c.tag, d.tag, e.tag)
    list.add(22, c.lemma, d.tag)
    list.add(23, c.lemma, b.tag)
    list.add(24, c.lemma, d.tag, e.tag)
    list.add(25, b.tag, c.lemma, d.tag)
    list.add(26, d.hash, c.tag)
    list.add(27, b.hash, c.tag)
    list.add(28, d.hash, e.hash)
    list.add(29, a.hash, b.hash)
    let f = word(i + 3)
    list.add(30, d.tag, e.tag, f.tag)
    list.add(31, c.mention, b.mention, d.mention)
    list.add(32, c.mention, c.tag)
    list.add(33, c.verb, c.lemma)
    list.add(34, c.verb, b.verb, d.verb)
    list.add(35, c.tag, c.isCapital ? 1 : 0, b.tag)
  }

  private mutating func addClusters(
    _ a: ClaimWord, _ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord, _ e: ClaimWord
  ) {
    let here = c.clusters
    if here.of64 != 0 {
      list.add(40, here.of64)
      list.add(41, here.of256)
      list.add(42, here.of1024)
      list.add(43, here.of4096)
      list.add(44, here.of256, c.verb)
      list.add(45, here.of256, c.tag, d.tag)
      list.add(46, here.of64, b.clusters.of64)
      list.add(47, here.of64, d.clusters.of64)
      list.add(48, here.of256, d.hash)
    }
    if b.clusters.of64 != 0 {
      list.add(49, b.clusters.of256)
      list.add(50, b.clusters.of1024)
      list.add(51, b.clusters.of64, c.tag)
    }
    if d.clusters.of64 != 0 {
      list.add(52, d.clusters.of256)
      list.add(53, d.clusters.of1024)
      list.add(54, d.clusters.of64, c.tag)
    }
    list.add(55, a.clusters.of256)
    list.add(56, e.clusters.of256)
  }

  private mutating func addQuotations(
    _ a: ClaimWord, _ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord, _ e: ClaimWord, _ i: Int
  ) {
    if c.quotation != 0 { list.add(60, c.quotation, b.tag, d.tag) }
    if b.quotation != 0 || d.quotation != 0 {
      list.add(61, b.quotation, c.lemma)
      list.add(62, d.quotation, c.lemma)
      list.add(63, b.quotation, d.quotation, c.tag)
    }
    if a.quotation != 0 || e.quotation != 0 {
      list.add(64, a.quotation & 2, e.quotation & 2, c.tag)
    }
  }

  private mutating func addRules(_ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord) {
    list.add(70, c.ruled.part)
    list.add(71, b.ruled.part, c.ruled.part, d.ruled.part)
    list.add(72, c.ruled.part, c.lemma)
    list.add(73, c.ruled.part, c.tag)
    list.add(74, c.ruled.source)
    list.add(75, c.ruled.content)
    list.add(76, c.ruled.source, c.ruled.content, c.ruled.part)
    list.add(77, c.ruled.edges)
    list.add(78, c.ruled.edges, b.ruled.edges, d.ruled.edges)
    guard c.ruled.report >= 0 else { return }
    let report = text.rules.candidates[c.ruled.report]
    let frame = UInt64(report.frame.rawValue) << 1 | (report.isPassive ? 1 : 0)
    let p = bin(report.probability)
    list.add(79, p, c.verb)
    list.add(80, frame, c.verb)
    list.add(81, frame, c.lemma)
    list.add(82, frame, p)
    list.add(83, report.preposition ?? 0, c.lemma)
    list.add(84, frame, c.clusters.of256)
    list.add(85, UInt64(report.probability * 24), c.verb & 2)
    guard let source = report.source, !source.isEmpty else {
      list.add(86, frame)
      return
    }
    let head = text.words[text.head(of: text.words(of: source, in: report.outline))]
    list.add(87, head.hash)
    list.add(88, head.clusters.of256)
    list.add(89, head.mention, head.tag)
    list.add(90, head.clusters.of64, c.lemma)
    list.add(91, head.mention, c.lemma)
    list.add(92, head.hash, c.lemma)
    list.add(93, head.mention, head.tag, frame)
  }
}

extension ClaimText {
  /// The word that a noun phrase is about: the last before a comma or a preposition.
  func head(of phrase: Range<Int>) -> Int {
    var head = phrase.lowerBound
    for at in phrase {
      let tag = words[at].tag
      if tag == UInt64(WordTag.preposition.rawValue) || tag == UInt64(WordTag.punctuation.rawValue)
        || tag == UInt64(WordTag.interrogative.rawValue), at > phrase.lowerBound
      {
        break
      }
      head = at
    }
    return head
  }
}
