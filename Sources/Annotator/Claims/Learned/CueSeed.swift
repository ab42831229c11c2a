/// A word that may report, from which a claim is built.
struct CueSeed: Sendable {
  /// The word: the main verb of a verb group, or what reports in its stead.
  var word: Int
  /// The probability that it is part of a cue, by the first model.
  var probability: Float
}

/// For each word the probabilities that the first model gives it, all labels of a part together.
struct TagProbabilities: Sendable {
  var source: Float = 0
  var cue: Float = 0
  var cueBegin: Float = 0
  var content: Float = 0

  init() {}

  init(_ row: ShortRow) {
    source = row[TagLabels.sourceBegin] + row[TagLabels.source]
    cueBegin = row[TagLabels.cueBegin]
    cue = cueBegin + row[TagLabels.cue]
    content = row[TagLabels.contentBegin] + row[TagLabels.content]
  }
}

extension ClaimText {
  /// The least probability of a word that a claim is built from. Most that are less likely report
  /// nothing, and people do not agree on the others.
  static let seedThreshold: Float = 0.04
  /// The most of them in a sentence. No sentence that a person reads has more.
  static let mostSeeds = 16

  /// The words that may report: one for each run of words likely enough to be part of a cue.
  func seeds(_ tags: [TagProbabilities], threshold: Float) -> [CueSeed] {
    var seeds: [CueSeed] = []
    for sentence in sentences {
      var own: [CueSeed] = []
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard tags[at].cue >= threshold else {
          at += 1
          continue
        }
        var end = at + 1
        while end < sentence.upperBound, tags[end].cue >= threshold,
          tags[end].cueBegin < 0.5 * tags[end].cue
            || words[end].verb != 0 && words[end - 1].verb != 0
        { end += 1 }
        let head = cueHead(of: at..<end) { tags[$0].cue }
        own.append(CueSeed(word: head, probability: tags[head].cue))
        at = end
      }
      if own.count > ClaimText.mostSeeds {
        own.sort { ($0.probability, $1.word) > ($1.probability, $0.word) }
        own.removeLast(own.count - ClaimText.mostSeeds)
        own.sort { $0.word < $1.word }
      }
      seeds += own
    }
    return seeds
  }

  /// The word that stands for a cue: its last main verb, else what the dictionary of cues knows, else
  /// the likeliest.
  func cueHead(of cue: Range<Int>, _ probability: (Int) -> Float = { _ in 0 }) -> Int {
    if let verb = cue.last(where: { words[$0].verb & 2 != 0 }) { return verb }
    if let known = cue.last(where: { words[$0].ruled.report >= 0 }) { return known }
    return cue.max { probability($0) < probability($1) } ?? cue.lowerBound
  }

  /// What the second model looks at for a seed: its sentence, and those beside it where a quotation
  /// may reach over.
  func surroundings(of seed: Int) -> Range<Int> {
    let number = sentence(of: seed)
    var range = sentences[number]
    let passage = words[seed].passage
    if number > 0 {
      let before = sentences[number - 1]
      if words[before.lowerBound].passage == passage,
        words[before.upperBound - 1].quotation != 0 || words[range.lowerBound].quotation != 0
          || before.contains(where: { words[$0].quotation & 2 != 0 })
      {
        range = before.lowerBound..<range.upperBound
      }
    }
    if number + 1 < sentences.count {
      let behind = sentences[number + 1]
      if words[behind.lowerBound].passage == passage,
        words[behind.lowerBound].quotation != 0
      {
        range = range.lowerBound..<behind.upperBound
      }
    }
    return max(range.lowerBound, seed - 90)..<min(range.upperBound, seed + 120)
  }
}
