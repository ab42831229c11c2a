/// A claim that may be given out, by the models or by the rules.
struct ClaimChoice: Sendable {
  /// Words of the source.
  var source: Range<Int>?
  /// Words of the cue; `nil` where only quotation marks report.
  var cue: Range<Int>?
  /// Words of the content, in parts.
  var content: [Range<Int>]
  /// What the models say, for a claim of theirs.
  var candidate: ClaimCandidate?
  /// The rules' claim that has the same cue, or that this one is, as an index of the rules' claims.
  var ruled: Int?
  /// Whether the rules make it.
  var isRuled: Bool
  /// How much of the content the other side's claim with the same cue shares, from 0 to 1; -1 where
  /// there is none.
  var agreement: Float = -1
  /// Whether that claim's source meets this one's, or neither has one.
  var agreesOnSource = false
  /// The probability that it is right.
  var probability: Float = 0
}

extension ClaimText {
  /// The claims to choose from: the models' by their seeds, each with what the rules add to it from
  /// other sentences, then the rules'.
  func choices(_ candidates: [ClaimCandidate]) -> [ClaimChoice] {
    var choices: [ClaimChoice] = []
    var ruled = rules.claims.map { claim in
      ClaimChoice(
        source: claim.source.first.map { words(of: $0) },
        cue: claim.cue.first.map { words(of: $0) }, content: claim.content.map { words(of: $0) },
        candidate: nil, ruled: nil, isRuled: true)
    }
    ruled = ruled.map { choice in
      var choice = choice
      choice.content.removeAll(where: \.isEmpty)
      if choice.source?.isEmpty == true { choice.source = nil }
      if choice.cue?.isEmpty == true { choice.cue = nil }
      return choice
    }
    var byCue: [Int: Int] = [:]
    for index in ruled.indices {
      ruled[index].ruled = index
      for at in ruled[index].cue ?? 0..<0 where byCue[at] == nil { byCue[at] = index }
    }
    for candidate in candidates {
      var choice = ClaimChoice(
        source: candidate.source, cue: candidate.cue, content: candidate.content,
        candidate: candidate, ruled: nil, isRuled: false)
      if let match = candidate.cue.lazy.compactMap({ byCue[$0] }).first {
        choice.ruled = match
        let range = surroundings(of: candidate.seed.word)
        for part in ruled[match].content where !part.overlaps(range) {
          choice.content.append(part)
        }
        choice.content.sort { $0.lowerBound < $1.lowerBound }
        let agreement = shared(choice.content, ruled[match].content)
        let agreesOnSource = meet(choice.source, ruled[match].source)
        choice.agreement = agreement
        choice.agreesOnSource = agreesOnSource
        if agreement > ruled[match].agreement {
          ruled[match].agreement = agreement
          ruled[match].agreesOnSource = agreesOnSource
          ruled[match].candidate = candidate
        }
      }
      choices.append(choice)
    }
    return choices + ruled.filter { !$0.content.isEmpty }
  }

  /// Whether two sources share a word, or there is none.
  func meet(_ a: Range<Int>?, _ b: Range<Int>?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.overlaps(b)
  }

  /// How much of two contents is in both, by tokens, from 0 to 1 (Jaccard).
  func shared(_ a: [Range<Int>], _ b: [Range<Int>]) -> Float {
    let a = Set(a.joined())
    let b = Set(b.joined())
    func size(_ words: Set<Int>) -> Int {
      words.reduce(0) { $0 + self.words[$1].tokens.count }
    }
    let all = size(a.union(b))
    return all == 0 ? 0 : Float(size(a.intersection(b))) / Float(all)
  }

  /// The features of a choice, for the question whether it is right.
  func read(_ choice: ClaimChoice, _ list: inout FeatureList) {
    list.removeAll()
    let origin: UInt64 = choice.isRuled ? 1 : 0
    let kind = origin | (choice.ruled != nil ? 2 : 0) | (choice.candidate != nil ? 4 : 0)
    list.add(0, kind)
    var quoted = 0
    var plain = 0
    for at in choice.content.joined() {
      if words[at].quotation != 0 { quoted += words[at].tokens.count } else { plain += 1 }
    }
    let form: UInt64 = plain == 0 ? 2 : quoted == 0 ? 0 : 1
    let sourced: UInt64 = choice.source == nil ? 0 : 1
    list.add(1, kind, form)
    list.add(2, kind, sourced, form)
    var confidence: UInt64 = 0
    var ruleConfidence: UInt64 = 0
    if let candidate = choice.candidate {
      confidence = bin(candidate.probability)
      list.add(3, origin, UInt64(candidate.probability * 30))
      list.add(4, origin, UInt64(candidate.seed.probability * 20))
      list.add(5, origin, UInt64(candidate.contentProbability * 30))
      list.add(6, origin, UInt64(candidate.sourceProbability * 30), sourced)
      list.add(7, confidence, bin(candidate.contentProbability), form, origin)
      list.add(8, confidence, bin(candidate.sourceProbability), sourced, origin)
      let least = min(candidate.contentProbability, candidate.sourceProbability)
      list.add(9, confidence, UInt64(least * 12), origin)
    }
    if let ruled = choice.ruled {
      ruleConfidence = bin(rules.claims[ruled].confidence)
      list.add(10, origin, ruleConfidence, form)
      list.add(11, ruleConfidence, confidence, origin)
    }
    let agreement: UInt64 = choice.agreement < 0 ? 15 : UInt64(choice.agreement * 10)
    let agreed = agreement << 1 | (choice.agreesOnSource ? 1 : 0)
    list.add(12, origin, agreed)
    list.add(13, origin, agreed, form)
    list.add(14, origin, agreed, confidence)
    list.add(15, origin, agreed, ruleConfidence)
    let length = lengthBin(quoted + plain)
    list.add(16, length, form)
    list.add(17, UInt64(choice.content.count), form, origin)
    guard let cue = choice.cue else {
      list.add(18, form)
      return
    }
    let head = choice.candidate?.seed.word ?? cueHead(of: cue)
    let lemma = words[head].lemma
    list.add(19, lemma)
    list.add(20, lemma, form)
    list.add(21, lemma, confidence)
    list.add(22, words[head].verb, form)
    list.add(23, lengthBin(cue.count), origin)
    if words[head].ruled.report >= 0 {
      let report = rules.candidates[words[head].ruled.report]
      let frame = UInt64(report.frame.rawValue) << 1 | (report.isPassive ? 1 : 0)
      list.add(24, frame, origin, confidence)
      list.add(25, frame, lemma)
      list.add(26, frame, origin, form)
    }
    if let first = choice.content.first, let last = choice.content.last {
      list.add(27, words[first.lowerBound].tag, first.lowerBound < cue.lowerBound ? 0 : 1, form)
      list.add(28, words[first.lowerBound].hash, lemma)
      if last.upperBound < words.count {
        list.add(29, words[last.upperBound].hash, words[last.upperBound - 1].tag, origin)
      }
      if first.lowerBound >= cue.upperBound {
        list.add(30, lengthBin(first.lowerBound - cue.upperBound), origin, form)
      } else {
        list.add(31, lengthBin(max(0, cue.lowerBound - last.upperBound)), origin, form)
      }
    }
    if let source = choice.source {
      let word = words[self.head(of: source)]
      list.add(32, word.mention, word.tag)
      list.add(33, word.hash)
      list.add(34, word.clusters.of256)
      list.add(35, lengthBin(source.count), origin)
      list.add(36, word.clusters.of64, lemma)
    }
    list.add(37, roles[words[head].passage] == .paragraph ? 0 : 1, confidence)
  }

  /// The choices that do not meet, likeliest first.
  func settled(_ choices: [ClaimChoice]) -> [ClaimChoice] {
    var cues = Set<Int>()
    var contents = Set<Int>()
    var sources = Set<Int>()
    let order = choices.indices.sorted {
      (choices[$0].probability, $1) > (choices[$1].probability, $0)
    }
    return order.map { choices[$0] }.filter { choice in
      let cue = choice.cue.map(Array.init) ?? []
      let content = Array(choice.content.joined())
      let isFree =
        !cue.contains { cues.contains($0) || contents.contains($0) || sources.contains($0) }
        && !content.contains { cues.contains($0) || contents.contains($0) }
      guard isFree else { return false }
      cues.formUnion(cue)
      contents.formUnion(content)
      if let source = choice.source { sources.formUnion(source) }
      return true
    }
  }
}
