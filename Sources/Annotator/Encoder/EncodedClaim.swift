extension EncoderNetwork {
  /// The claims in a window, by their cues in text order.
  ///
  /// - Parameter threshold: the least probability of a word that is part of a cue.
  func claims(in window: EncodedWindow, threshold: Float, _ room: EncoderRoom) -> [EncodedClaim] {
    let cues = window.cues(threshold)
    guard !cues.isEmpty else { return [] }
    var lattice = Lattice<ShortRow>()
    let seen = roles.seen(window, room)
    return cues.compactMap { cue in
      lattice.emissions = roles.scores(
        window, seen: seen, cue: cue, isCue: { word in cues.contains { $0.contains(word) } }, room)
      return window.claim(cue, &lattice)
    }
  }
}

extension EncodedWindow {
  /// The runs of words that are likely to report, as words of the window.
  func cues(_ threshold: Float) -> [Range<Int>] {
    var cues: [Range<Int>] = []
    for (at, row) in tags.enumerated() {
      guard row[TagLabels.cueBegin] + row[TagLabels.cue] >= threshold else { continue }
      if let last = cues.last, last.upperBound == at, row[TagLabels.cueBegin] < 0.5 {
        cues[cues.count - 1] = last.lowerBound..<at + 1
      } else {
        cues.append(at..<at + 1)
      }
    }
    return cues
  }

  /// The claim of a cue, from the scores of the roles of the window's words; `nil` where no word is
  /// content.
  fileprivate func claim(_ cue: Range<Int>, _ lattice: inout Lattice<ShortRow>) -> EncodedClaim? {
    var labels: [Int] = []
    lattice.findBest(EncodedWindow.transitions, into: &labels)
    guard lattice.sum(EncodedWindow.transitions) else { return nil }
    let origin = words.lowerBound
    func mean(_ words: [Range<Int>], _ probability: (Int) -> Float) -> Float {
      let all = words.joined()
      return all.reduce(0) { $0 + probability($1 - origin) } / Float(max(1, all.count))
    }
    var claim = EncodedClaim(
      cue: origin + cue.lowerBound..<origin + cue.upperBound, cueProbability: 0)
    var i = 0
    while i < labels.count {
      let label = labels[i]
      let first = i
      i += 1
      guard label == RoleLabels.sourceBegin || label == RoleLabels.contentBegin else { continue }
      while i < labels.count, labels[i] == label + 1 { i += 1 }
      let part = origin + first..<origin + i
      if label == RoleLabels.sourceBegin { claim.source.append(part) }
      if label == RoleLabels.contentBegin { claim.content.append(part) }
    }
    guard !claim.content.isEmpty else { return nil }
    claim.cueProbability = mean([claim.cue]) {
      tags[$0][TagLabels.cueBegin] + tags[$0][TagLabels.cue]
    }
    claim.contentProbability = mean(claim.content) {
      lattice.marginals[$0][RoleLabels.contentBegin] + lattice.marginals[$0][RoleLabels.content]
    }
    claim.sourceProbability =
      claim.source.isEmpty
      ? mean([words]) { lattice.marginals[$0][RoleLabels.outside] }
      : mean(claim.source) {
        lattice.marginals[$0][RoleLabels.sourceBegin] + lattice.marginals[$0][RoleLabels.source]
      }
    return claim
  }

  private static let transitions = Transitions<ShortRow>(
    labels: RoleHead.labels, isAllowed: RoleLabels.isAllowed)
}
