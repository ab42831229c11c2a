/// A claim that the second model builds from a seed.
struct ClaimCandidate: Sendable {
  /// Words of the source.
  var source: Range<Int>?
  /// Words of the cue.
  var cue: Range<Int>
  /// Words of the content, in parts.
  var content: [Range<Int>]
  /// The seed.
  var seed: CueSeed
  /// The probability that the seed reports, by the second model.
  var probability: Float
  /// The mean probability of the content's words, and that of the source's, by the second model.
  var contentProbability: Float
  var sourceProbability: Float
}

extension ClaimText {
  /// The claim that a lattice of the second model makes of a seed; `nil` where it finds no content.
  /// The lattice holds the scores of the words of `range`.
  func candidate(
    _ seed: CueSeed, _ range: Range<Int>, _ lattice: inout Lattice<ShortRow>,
    _ transitions: Transitions<ShortRow>
  ) -> ClaimCandidate? {
    let at = seed.word - range.lowerBound
    guard lattice.sum(transitions) else { return nil }
    let probability = lattice.marginals[at][RoleLabels.cue]
    let score = lattice.emissions[at][RoleLabels.cue]
    lattice.emissions[at] = ShortRow(repeating: score - 60)
    lattice.emissions[at][RoleLabels.cue] = score
    var labels: [Int] = []
    lattice.findBest(transitions, into: &labels)
    guard lattice.sum(transitions) else { return nil }
    var candidate = ClaimCandidate(
      source: nil, cue: seed.word..<seed.word + 1, content: [], seed: seed,
      probability: probability, contentProbability: 0, sourceProbability: 0)
    var start = at
    while start > 0, labels[start - 1] == RoleLabels.cue { start -= 1 }
    var end = at + 1
    while end < labels.count, labels[end] == RoleLabels.cue { end += 1 }
    candidate.cue = range.lowerBound + start..<range.lowerBound + end
    var i = 0
    var contents: (sum: Float, count: Float) = (0, 0)
    while i < labels.count {
      let label = labels[i]
      let first = i
      i += 1
      guard label == RoleLabels.sourceBegin || label == RoleLabels.contentBegin else { continue }
      while i < labels.count, labels[i] == label + 1 { i += 1 }
      let words = range.lowerBound + first..<range.lowerBound + i
      var sum: Float = 0
      for k in first..<i { sum += lattice.marginals[k][label] + lattice.marginals[k][label + 1] }
      if label == RoleLabels.contentBegin {
        candidate.content.append(words)
        contents.sum += sum
        contents.count += Float(i - first)
      } else if sum / Float(i - first) > candidate.sourceProbability {
        candidate.source = words
        candidate.sourceProbability = sum / Float(i - first)
      }
    }
    guard !candidate.content.isEmpty else { return nil }
    candidate.contentProbability = contents.sum / contents.count
    return candidate
  }
}
