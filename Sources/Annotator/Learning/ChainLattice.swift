/// The room that working on a sequence of labels needs, to be used again for the next one.
struct ChainLattice: Sendable {
  /// For each token the score of each label; whoever uses the lattice fills them in.
  var emissions: [LabelRow] = []
  /// After `sum`, the probability of each label of each token.
  private(set) var marginals: [LabelRow] = []

  private var factors: [LabelRow] = []
  private var forward: [LabelRow] = []
  private var backward: [LabelRow] = []
  private var scales: [Float] = []
  private var origins: [UInt8] = []

  /// An empty lattice.
  init() {}

  /// Sums over all sequences of labels (Rabiner 1989, with his scaling), or over those alone that
  /// `allowed` leaves: for each token, a mask with a bit for each label.
  ///
  /// - Returns: `false` when no sequence is possible; the marginals are then worthless.
  mutating func sum(_ transitions: ChainTransitions, allowed: ArraySlice<UInt32>? = nil) -> Bool {
    let count = emissions.count
    guard count > 0 else { return true }
    fillFactors(allowed)
    resize(&forward, count)
    resize(&backward, count)
    resize(&marginals, count)
    if scales.count < count { scales = [Float](repeating: 0, count: count) }
    for i in 0..<count {
      var row: LabelRow
      if i == 0 {
        row = transitions.factors[ChainTransitions.beginning]
      } else {
        row = .zero
        let before = forward[i - 1]
        for from in 0..<LabelRow.width { row = row + transitions.factors[from] * before[from] }
      }
      row = row * factors[i]
      let sum = row.sum
      guard sum > 0 else { return false }
      scales[i] = 1 / sum
      forward[i] = row * scales[i]
    }
    backward[count - 1] = LabelRow(repeating: 1)
    for i in stride(from: count - 2, through: 0, by: -1) {
      let behind = factors[i + 1] * backward[i + 1] * scales[i + 1]
      var row = LabelRow.zero
      for to in 0..<LabelRow.width { row = row + transitions.reversed[to] * behind[to] }
      backward[i] = row
    }
    for i in 0..<count { marginals[i] = forward[i] * backward[i] }
    return true
  }

  /// After `sum`, the probability that a run of tokens bears just these labels, and that the label
  /// behind the run is not `next`.
  func probability(
    of labels: (_ token: Int) -> Int, in tokens: Range<Int>, notBefore next: Int,
    _ transitions: ChainTransitions
  ) -> Float {
    var p = forward[tokens.lowerBound][labels(tokens.lowerBound)]
    for i in tokens.dropFirst() {
      let label = labels(i)
      p *= transitions.factors[labels(i - 1)][label] * factors[i][label] * scales[i]
    }
    let last = labels(tokens.upperBound - 1)
    var rest = backward[tokens.upperBound - 1][last]
    if tokens.upperBound < emissions.count {
      let i = tokens.upperBound
      rest -= transitions.factors[last][next] * factors[i][next] * scales[i] * backward[i][next]
    }
    return max(0, min(1, p * rest))
  }

  /// After `sum`, adds for each pair of labels how often it is expected, times a weight.
  func addExpectedTransitions(
    _ transitions: ChainTransitions, weight: Float, to sums: inout [LabelRow]
  ) {
    guard !emissions.isEmpty else { return }
    sums[ChainTransitions.beginning] = sums[ChainTransitions.beginning] + marginals[0] * weight
    for i in 1..<max(1, emissions.count) {
      let behind = factors[i] * backward[i] * (scales[i] * weight)
      let before = forward[i - 1]
      for from in 0..<LabelRow.width where before[from] > 1e-6 {
        sums[from] = sums[from] + transitions.factors[from] * behind * before[from]
      }
    }
  }

  /// The best sequence of labels (Viterbi 1967).
  mutating func findBest(_ transitions: ChainTransitions, into labels: inout [Int]) {
    let count = emissions.count
    labels.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    let width = LabelRow.width
    if origins.count < count * width { origins = [UInt8](repeating: 0, count: count * width) }
    var best = transitions.scores[ChainTransitions.beginning] + emissions[0]
    for i in 1..<max(1, count) {
      var scores = LabelRow(repeating: -.infinity)
      var from = (SIMD8<Int32>.zero, SIMD8<Int32>.zero, SIMD8<Int32>.zero)
      for label in 0..<width {
        let candidate = transitions.scores[label] + LabelRow(repeating: best[label])
        let origin = SIMD8<Int32>(repeating: Int32(label))
        let (a, b, c) = (
          candidate.a .> scores.a, candidate.b .> scores.b, candidate.c .> scores.c
        )
        scores.a.replace(with: candidate.a, where: a)
        scores.b.replace(with: candidate.b, where: b)
        scores.c.replace(with: candidate.c, where: c)
        from.0.replace(with: origin, where: a)
        from.1.replace(with: origin, where: b)
        from.2.replace(with: origin, where: c)
      }
      for k in 0..<8 {
        origins[i * width + k] = UInt8(truncatingIfNeeded: from.0[k])
        origins[i * width + 8 + k] = UInt8(truncatingIfNeeded: from.1[k])
        origins[i * width + 16 + k] = UInt8(truncatingIfNeeded: from.2[k])
      }
      best = scores + emissions[i]
    }
    var label = 0
    for k in 1..<width where best[k] > best[label] { label = k }
    for i in stride(from: count - 1, through: 0, by: -1) {
      labels.append(label)
      if i > 0 { label = Int(origins[i * width + label]) }
    }
    labels.reverse()
  }

  /// e to the power of the emissions, each token's scaled by the greatest that is allowed.
  private mutating func fillFactors(_ allowed: ArraySlice<UInt32>?) {
    resize(&factors, emissions.count)
    for i in emissions.indices {
      var row = emissions[i]
      if let allowed {
        let mask = allowed[allowed.startIndex + i]
        for label in 0..<LabelRow.width where mask & 1 << UInt32(label) == 0 {
          row[label] = -.greatestFiniteMagnitude
        }
      }
      let greatest = LabelRow(repeating: row.max)
      var factor = (row - greatest).exponential
      if let allowed {
        let mask = allowed[allowed.startIndex + i]
        for label in 0..<LabelRow.width where mask & 1 << UInt32(label) == 0 { factor[label] = 0 }
      }
      factors[i] = factor
    }
  }

  private func resize(_ rows: inout [LabelRow], _ count: Int) {
    if rows.count < count { rows = [LabelRow](repeating: .zero, count: count) }
  }
}
