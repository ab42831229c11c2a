/// The room that working on a sequence of labels needs, to be used again for the next one.
struct Lattice<Row: ChainRow>: Sendable {
  /// For each token the score of each label; whoever uses the lattice fills them in.
  var emissions: [Row] = []
  /// After `sum`, the probability of each label of each token.
  private(set) var marginals: [Row] = []

  private var factors: [Row] = []
  private var forward: [Row] = []
  private var backward: [Row] = []
  private var scales: [Float] = []
  private var origins: [UInt8] = []

  /// An empty lattice.
  init() {}

  /// Sums over all sequences of labels (Rabiner 1989, with his scaling), or over those alone that
  /// `allowed` leaves: for each token, a mask with a bit for each label.
  ///
  /// - Returns: `false` when no sequence is possible; the marginals are then worthless.
  mutating func sum(_ transitions: Transitions<Row>, allowed: ArraySlice<UInt32>? = nil) -> Bool {
    let count = emissions.count
    guard count > 0 else { return true }
    fillFactors(allowed)
    resize(&forward, count)
    resize(&backward, count)
    resize(&marginals, count)
    if scales.count < count { scales = [Float](repeating: 0, count: count) }
    for i in 0..<count {
      var row: Row
      if i == 0 {
        row = transitions.factors[Transitions<Row>.beginning]
      } else {
        row = .zero
        let before = forward[i - 1]
        for from in 0..<Row.width { row = row + transitions.factors[from] * before[from] }
      }
      row = row * factors[i]
      let sum = row.sum
      guard sum > 0 else { return false }
      scales[i] = 1 / sum
      forward[i] = row * scales[i]
    }
    backward[count - 1] = Row(repeating: 1)
    for i in stride(from: count - 2, through: 0, by: -1) {
      let behind = factors[i + 1] * backward[i + 1] * scales[i + 1]
      var row = Row.zero
      for to in 0..<Row.width { row = row + transitions.reversed[to] * behind[to] }
      backward[i] = row
    }
    for i in 0..<count { marginals[i] = forward[i] * backward[i] }
    return true
  }

  /// After `sum`, the probability that a run of tokens bears just these labels, and that the label
  /// behind the run is not `next`.
  func probability(
    of labels: (_ token: Int) -> Int, in tokens: Range<Int>, notBefore next: Int,
    _ transitions: Transitions<Row>
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
    _ transitions: Transitions<Row>, weight: Float, to sums: inout [Row]
  ) {
    guard !emissions.isEmpty else { return }
    sums[Transitions<Row>.beginning] = sums[Transitions<Row>.beginning] + marginals[0] * weight
    for i in 1..<max(1, emissions.count) {
      let behind = factors[i] * backward[i] * (scales[i] * weight)
      let before = forward[i - 1]
      for from in 0..<Row.width where before[from] > 1e-6 {
        sums[from] = sums[from] + transitions.factors[from] * behind * before[from]
      }
    }
  }

  /// The best sequence of labels (Viterbi 1967).
  mutating func findBest(_ transitions: Transitions<Row>, into labels: inout [Int]) {
    let count = emissions.count
    labels.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    let width = Row.width
    if origins.count < count * width { origins = [UInt8](repeating: 0, count: count * width) }
    var best = transitions.scores[Transitions<Row>.beginning] + emissions[0]
    for i in 1..<max(1, count) {
      var scores = Row(repeating: -.infinity)
      var from = Row.Origins()
      for label in 0..<width {
        let candidate = transitions.scores[label] + Row(repeating: best[label])
        scores.raise(to: candidate, from: label, &from)
      }
      for k in 0..<width { origins[i * width + k] = UInt8(truncatingIfNeeded: from[k]) }
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
        for label in 0..<Row.width where mask & 1 << UInt32(label) == 0 {
          row[label] = -.greatestFiniteMagnitude
        }
      }
      let greatest = Row(repeating: row.max)
      var factor = (row - greatest).exponential
      if let allowed {
        let mask = allowed[allowed.startIndex + i]
        for label in 0..<Row.width where mask & 1 << UInt32(label) == 0 { factor[label] = 0 }
      }
      factors[i] = factor
    }
  }

  private func resize(_ rows: inout [Row], _ count: Int) {
    if rows.count < count { rows = [Row](repeating: .zero, count: count) }
  }
}

/// A lattice of up to 24 labels.
typealias ChainLattice = Lattice<LabelRow>
