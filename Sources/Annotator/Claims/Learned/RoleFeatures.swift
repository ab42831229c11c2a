/// What the second model looks at: the features of the words around a seed, for the question who says
/// what by it. The templates are part of the model: to change one is to train anew.
struct RoleFeatures {
  private let text: ClaimText
  private let tags: [TagProbabilities]
  /// The words that are looked at.
  let range: Range<Int>
  private let seed: CueSeed
  private let cue: ClaimWord
  private let sentence: Range<Int>
  private let frame: UInt64
  private let likelihood: UInt64
  private let cueFlags: UInt64
  /// What the rules make of each word, were this seed a cue; and in the claims of other cues.
  private var own: [UInt64]
  private var others: [UInt64]
  /// Counts of commas, verbs with a tense and likely cues up to each word, to count between two.
  private var counts: [SIMD4<Int32>] = []
  /// The features of the word that was read last.
  var list = FeatureList()

  init(_ text: ClaimText, _ tags: [TagProbabilities], seed: CueSeed) {
    self.text = text
    self.tags = tags
    self.seed = seed
    range = text.surroundings(of: seed.word)
    cue = text.words[seed.word]
    sentence = text.sentences[text.sentence(of: seed.word)]
    own = [UInt64](repeating: 0, count: range.count)
    others = own
    let index = cue.ruled.report
    if index >= 0 {
      let report = text.rules.candidates[index]
      frame = UInt64(report.frame.rawValue) << 1 | (report.isPassive ? 1 : 0)
      likelihood = bin(report.probability)
    } else {
      frame = 63
      likelihood = 0
    }
    cueFlags = cue.verb << 8 | cue.tag
    if index >= 0 { markOwn(text.rules.candidates[index]) }
    markOthers()
    var count = SIMD4<Int32>.zero
    for at in range {
      counts.append(count)
      let word = text.words[at]
      if word.hash == RoleFeatures.comma { count[0] += 1 }
      if word.verb & 18 == 18 { count[1] += 1 }
      if at != seed.word, tags[at].cue >= 0.4, word.verb & 2 != 0 || word.verb == 0 {
        count[2] += 1
      }
      if word.tag == RoleFeatures.interrogative || word.hash == RoleFeatures.that
        || word.hash == RoleFeatures.colon
      {
        count[3] += 1
      }
    }
    counts.append(count)
  }

  private static let comma = wordHash(",")
  private static let colon = wordHash(":")
  private static let that = wordHash("that")
  private static let interrogative = UInt64(WordTag.interrogative.rawValue)

  private mutating func markOwn(_ report: Report) {
    func mark(_ words: Range<Int>, _ first: UInt64, _ other: UInt64) {
      for at in words.clamped(to: range) {
        own[at - range.lowerBound] = at == words.lowerBound ? first : other
      }
    }
    if let elements = report.cue {
      mark(text.words(of: elements, in: report.outline), ClaimPart.cue, ClaimPart.cue)
    }
    for part in report.content {
      mark(
        text.words(of: part, in: report.outline), ClaimPart.contentBegin, ClaimPart.content)
    }
    if let elements = report.source {
      mark(text.words(of: elements, in: report.outline), ClaimPart.sourceBegin, ClaimPart.source)
    }
  }

  /// Marks what the rules give to other cues.
  private mutating func markOthers() {
    for at in range {
      let word = text.words[at]
      if word.ruled.part == ClaimPart.cue, at != seed.word { others[at - range.lowerBound] |= 2 }
      guard word.ruled.claim >= 0 else { continue }
      let cues = text.rules.claims[word.ruled.claim].cue
      if !cues.contains(where: { text.words(of: $0).contains(seed.word) }) {
        others[at - range.lowerBound] |= 1
      }
    }
  }

  private static let edge = ClaimWord(
    passage: 0, tokens: 0..<1, hash: 7, lemma: 7, tag: 63, clusters: WordClusters.Clusters(),
    isCapital: false)

  @inline(__always)
  private func word(_ at: Int) -> ClaimWord {
    range.contains(at) ? text.words[at] : RoleFeatures.edge
  }

  @inline(__always)
  private func own(_ at: Int) -> UInt64 { range.contains(at) ? own[at - range.lowerBound] : 6 }

  @inline(__always)
  private func tag(_ at: Int) -> UInt64 {
    guard range.contains(at) else { return 0 }
    let t = tags[at]
    return bin(t.source) << 8 | bin(t.cue) << 4 | bin(t.content)
  }

  /// Reads the features of a word of the range.
  mutating func read(_ i: Int) {
    list.removeAll()
    let distance = i - seed.word
    let side: UInt64 = distance < 0 ? 0 : distance > 0 ? 1 : 2
    let isOutside: UInt64 = i < sentence.lowerBound ? 1 : i >= sentence.upperBound ? 2 : 0
    let place = side << 2 | isOutside
    let far = place << 4 | lengthBin(abs(distance))
    let (a, b, c, d, e) = (word(i - 2), word(i - 1), word(i), word(i + 1), word(i + 2))
    list.add(0, place)
    list.add(1, far)
    list.add(2, place, cue.lemma)
    list.add(3, far, cue.lemma)
    list.add(4, place, cueFlags)
    list.add(5, far, c.tag)
    list.add(6, far, frame)
    addWords(place, a, b, c, d, e)
    addQuotations(place, far, b, c, d)
    addRules(i, place, c)
    addTags(i, place, c)
    addPath(i, place, c)
    addPlace(i, place, c)
    if side == 2 { addSeed(c) }
  }

  private mutating func addWords(
    _ place: UInt64, _ a: ClaimWord, _ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord, _ e: ClaimWord
  ) {
    list.add(10, place, a.hash)
    list.add(11, place, b.hash)
    list.add(12, place, c.hash)
    list.add(13, place, d.hash)
    list.add(14, place, e.hash)
    list.add(15, place, b.tag, c.tag)
    list.add(16, place, c.tag, d.tag)
    list.add(17, place, a.tag, b.tag, c.tag)
    list.add(18, place, b.tag, c.tag, d.tag)
    list.add(19, place, c.tag, d.tag, e.tag)
    list.add(20, place, c.hash, cue.lemma)
    list.add(21, place, c.tag, cue.lemma)
    list.add(22, FeatureHash.pair(place, frame), c.tag, d.tag)
    list.add(23, FeatureHash.pair(place, frame), b.tag, c.tag)
    list.add(24, place, frame, c.hash)
    list.add(25, place, frame, b.hash)
    list.add(26, place, b.hash, c.tag)
    list.add(27, place, c.tag, d.hash)
    list.add(28, place, b.hash, c.hash)
    list.add(29, place, c.clusters.of64)
    list.add(30, place, c.clusters.of256)
    list.add(31, place, c.clusters.of1024)
    list.add(32, place, b.clusters.of256)
    list.add(33, place, d.clusters.of256)
    list.add(34, place, c.mention, b.mention, d.mention)
    list.add(35, place, c.verb, b.verb)
    list.add(36, place, c.tag, cueFlags)
    list.add(37, place, c.verb, d.verb)
  }

  private mutating func addQuotations(
    _ place: UInt64, _ far: UInt64, _ b: ClaimWord, _ c: ClaimWord, _ d: ClaimWord
  ) {
    if c.quotation != 0 {
      list.add(40, place, c.quotation, frame)
      list.add(41, far, c.quotation & 2)
      list.add(42, place, c.quotation & 6, cue.lemma)
      list.add(43, place, c.quotation, b.tag, d.tag)
    }
    if b.quotation != 0 || d.quotation != 0 {
      list.add(44, place, b.quotation & 14, d.quotation & 14, c.tag)
      list.add(45, place, b.quotation & 2, c.hash)
    }
  }

  private mutating func addRules(_ i: Int, _ place: UInt64, _ c: ClaimWord) {
    let (b, r, d) = (own(i - 1), own(i), own(i + 1))
    let other = others[i - range.lowerBound]
    list.add(50, r, place)
    list.add(51, b, r, d)
    list.add(52, b, r, d, likelihood)
    list.add(53, b, r, d, frame)
    list.add(54, r, cue.lemma, place)
    list.add(55, r, c.hash)
    list.add(56, b, r, c.tag)
    list.add(57, r, d, c.tag)
    list.add(58, other, r, place)
    list.add(59, other, c.ruled.part, place)
    list.add(60, c.ruled.source, c.ruled.content, place)
    list.add(61, c.ruled.edges, r)
  }

  private mutating func addTags(_ i: Int, _ place: UInt64, _ c: ClaimWord) {
    let (b, t, d) = (tag(i - 1), tag(i), tag(i + 1))
    list.add(70, t, place)
    list.add(71, t, own(i))
    list.add(72, b, t)
    list.add(73, t, d)
    list.add(74, t, c.tag, place)
    list.add(75, t >> 8, b >> 8, d >> 8, place)
    list.add(76, t & 15, b & 15, d & 15, place)
    list.add(77, t, bin(seed.probability), place)
  }

  private mutating func addPath(_ i: Int, _ place: UInt64, _ c: ClaimWord) {
    let low = min(i, seed.word) - range.lowerBound
    let high = max(i, seed.word) - range.lowerBound
    let between = high > low ? counts[high] &- counts[low + 1] : .zero
    let capped = between.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 3))
    let commas = UInt64(capped[0])
    let verbs = UInt64(capped[1])
    let cues = UInt64(capped[2])
    let openers = UInt64(capped[3])
    list.add(80, place, commas << 4 | verbs << 2 | cues, openers)
    list.add(81, place, commas, c.tag)
    list.add(82, place, verbs, c.tag)
    list.add(83, place, cues, c.tag)
    list.add(84, place, openers << 2 | verbs, frame)
    list.add(85, place, commas << 2 | min(1, cues), own(i))
    guard high - low <= 5 else { return }
    var path: UInt64 = 0
    for at in low...high { path = path << 6 | text.words[at + range.lowerBound].tag }
    list.add(86, place, path)
    list.add(87, place, path, cue.lemma)
  }

  private mutating func addPlace(_ i: Int, _ place: UInt64, _ c: ClaimWord) {
    let end = min(3, max(0, sentence.upperBound - 1 - i))
    let start = min(3, max(0, i - sentence.lowerBound))
    list.add(90, place, UInt64(end), c.tag)
    list.add(91, place, UInt64(start), c.tag)
    list.add(92, place, UInt64(min(1, start)), lengthBin(sentence.count))
  }

  private mutating func addSeed(_ c: ClaimWord) {
    let p = bin(seed.probability)
    list.add(100, p)
    list.add(101, UInt64(seed.probability * 20))
    list.add(102, p, likelihood)
    list.add(103, p, frame)
    list.add(104, p, c.lemma)
    list.add(105, frame, c.lemma)
    list.add(106, likelihood, c.ruled.part)
    list.add(107, p, c.verb)
    list.add(108, c.clusters.of1024)
    list.add(109, c.clusters.of4096)
    list.add(110, c.lemma)
  }
}
