/// What lies further from a word than its neighbours: its verb group, the words that may report on each
/// side, and its place in the sentence.
extension TagFeatures {
  /// What the verb group of a word tells: its main verb, and the nearest noun before it.
  mutating func addGroup(_ c: ClaimWord, _ d: ClaimWord, _ i: Int) {
    guard c.verb & 2 != 0 else {
      var main = i + 1
      while main < passage.upperBound, main < i + 6, text.words[main].verb != 0,
        text.words[main].verb & 2 == 0
      { main += 1 }
      guard main < passage.upperBound, text.words[main].verb & 2 != 0 else { return }
      let verb = text.words[main]
      list.add(120, verb.lemma)
      list.add(121, verb.clusters.of256, c.tag)
      list.add(122, verb.ruled.part, c.tag)
      if verb.ruled.report >= 0 {
        list.add(123, bin(text.rules.candidates[verb.ruled.report].probability))
      }
      return
    }
    var at = i - 1
    while at >= passage.lowerBound, at > i - 8,
      text.words[at].verb != 0 || text.words[at].tag == TagFeatures.adverb
    { at -= 1 }
    let least = max(passage.lowerBound, at - 3)
    while at > least, text.words[at].tag > TagFeatures.lastNominal { at -= 1 }
    guard at >= passage.lowerBound else {
      list.add(124)
      return
    }
    let subject = text.words[at]
    list.add(125, subject.hash)
    list.add(126, subject.mention, subject.tag, c.verb)
    list.add(127, subject.clusters.of256)
    list.add(128, subject.mention, subject.tag, c.clusters.of256)
    list.add(129, subject.clusters.of64, c.clusters.of256)
    list.add(130, subject.clusters.of64, c.clusters.of64, d.tag)
    list.add(131, c.clusters.of1024, d.hash)
    list.add(132, c.clusters.of256, subject.tag, d.tag)
  }

  private static let adverb = UInt64(WordTag.adverb.rawValue)
  private static let lastNominal = UInt64(WordTag.pronoun.rawValue)

  mutating func addCues(_ c: ClaimWord, _ d: ClaimWord, _ i: Int) {
    let sentence = sentences[i - passage.lowerBound]
    for (side, other) in [before[i - passage.lowerBound], behind[i - passage.lowerBound]]
      .enumerated()
    {
      let side = UInt64(side)
      guard other >= 0 else {
        list.add(100, side)
        continue
      }
      let word = text.words[other]
      let isNear: UInt64 = sentences[other - passage.lowerBound] == sentence ? 1 : 0
      let place = side << 8 | isNear << 7 | lengthBin(abs(other - i))
      let p = bin(text.rules.candidates[word.ruled.report].probability)
      list.add(101, place)
      list.add(102, place, c.tag)
      list.add(103, side << 1 | isNear, word.lemma)
      list.add(104, place, p)
      list.add(105, side << 1 | isNear, word.lemma, c.tag)
      list.add(106, side << 1 | isNear, p, c.hash)
    }
  }

  mutating func addPlace(_ c: ClaimWord, _ i: Int) {
    let sentence = text.sentences[sentences[i - passage.lowerBound]]
    let start = lengthBin(i - sentence.lowerBound)
    let end = lengthBin(sentence.upperBound - 1 - i)
    let isFirst: UInt64 = sentence.lowerBound == passage.lowerBound ? 1 : 0
    list.add(110, min(start, 6), isTitle << 1 | isFirst)
    list.add(111, min(end, 6), isTitle)
    list.add(112, min(start, 2), c.tag, isTitle)
    list.add(113, min(end, 2), c.tag)
    let opener = text.words[sentence.lowerBound]
    let closer = text.words[sentence.upperBound - 1]
    list.add(114, opener.quotation & 2, closer.quotation & 2, c.tag)
    list.add(115, opener.quotation & 2, c.lemma, min(start, 6))
    if isFirst == 0 {
      let last = text.words[sentence.lowerBound - 1]
      list.add(116, last.quotation & 2 | opener.quotation & 2 << 1, c.tag, min(start, 2))
    }
  }
}
