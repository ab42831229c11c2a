/// Trains a linear-chain conditional random field on sequences whose labels may be known in part: what
/// grows is the probability of all sequences of labels that the masks leave (Täckström et al. 2013).
/// Stochastic gradient descent, one sequence a step, with AdaGrad's rates (Duchi, Hazan, Singer 2011).
/// The same seed and corpus give the same weights.
struct Trainer<Row: ChainRow> {
  /// How training goes.
  struct Options: Sendable {
    /// The size of a weight's first step.
    var rate: Float = 0.15
    /// How strongly weights are drawn towards 0 at each step that moves them.
    var decay: Float = 1e-5
    /// A token whose probabilities are all this near to what is wanted moves nothing.
    var tolerance: Float = 2e-3
    /// How often a feature is left out of a step, so that others learn to do without it.
    var dropout: Float = 0
    /// The share of the sequences that a machine labelled which a pass takes.
    var silver: Float = 1
  }

  /// The weights of each feature.
  private(set) var weights: [Row]
  /// The transitions.
  private(set) var transitions: Transitions<Row>
  private var squares: [Row]
  private var transitionSquares: [Row]
  private var sampled: [Row] = []
  private var sampledScores: [Row] = []
  private var samples = 0
  private var random: UInt64
  private var lattice = Lattice<Row>()
  private var kept: [Int32] = []
  private var keptStarts: [Int] = []

  /// A trainer of so many features, all of whose weights are 0.
  init(features: Int, transitions: Transitions<Row>, seed: UInt64) {
    weights = [Row](repeating: .zero, count: features)
    squares = weights
    self.transitions = transitions
    transitionSquares = [Row](repeating: .zero, count: Transitions<Row>.rows)
    random = seed
  }

  /// Counts the weights as they are towards their mean.
  mutating func sample() {
    if sampled.isEmpty {
      sampled = weights
      sampledScores = transitions.scores
    } else {
      for i in weights.indices { sampled[i] = sampled[i] + weights[i] }
      for i in sampledScores.indices { sampledScores[i] = sampledScores[i] + transitions.scores[i] }
    }
    samples += 1
  }

  /// Takes the mean of all samples for the weights: it errs less than where training happens to end.
  mutating func settle() {
    guard samples > 0 else { return }
    let share = 1 / Float(samples)
    for i in weights.indices { weights[i] = sampled[i] * share }
    transitions.update(sampledScores.map { $0 * share })
    sampled = []
    sampledScores = []
    samples = 0
  }

  /// Keeps only some features, by their old indices, in a new order.
  mutating func keep(_ features: [Int]) {
    weights = features.map { weights[$0] }
    squares = features.map { squares[$0] }
  }

  /// Puts the scores of some tokens of a corpus into a lattice.
  func fill(_ lattice: inout Lattice<Row>, _ tokens: Range<Int>, of corpus: ChainCorpus) {
    lattice.emissions.removeAll(keepingCapacity: true)
    for token in tokens {
      var row = Row.zero
      for k in corpus.starts[token]..<corpus.starts[token + 1] {
        row = row + weights[Int(corpus.features[k])]
      }
      lattice.emissions.append(row)
    }
  }

  /// Goes over all sequences once in a new order, and returns the mean distance of the tokens'
  /// probabilities from what is wanted. `progress` is told now and then which share is done.
  mutating func train(
    on corpus: ChainCorpus, _ options: Options, progress: (Double) -> Void = { _ in }
  ) -> Float {
    var order = Array(corpus.sequences.indices)
    for i in order.indices.reversed() where i > 0 {
      order.swapAt(i, Int(next() % UInt64(i + 1)))
    }
    var distance: Float = 0
    var tokens = 0
    for (index, sequence) in order.lazy.map({ corpus.sequences[$0] }).enumerated() {
      if index & 0x3FF == 0 { progress(Double(index) / Double(order.count)) }
      if sequence.isSilver, Float(next() >> 40) >= options.silver * 0x1p24 { continue }
      distance += step(sequence, corpus, options)
      tokens += sequence.tokens.count
    }
    return distance / Float(max(1, tokens))
  }

  /// The gradient of what a sequence loses, by token: how much too probable each label is.
  static func gradients(
    _ lattice: inout Lattice<Row>, _ transitions: Transitions<Row>, allowed: ArraySlice<UInt32>,
    transitionSums: inout [Row]
  ) -> [Row]? {
    guard lattice.sum(transitions, allowed: allowed) else { return nil }
    let wanted = lattice.marginals
    lattice.addExpectedTransitions(transitions, weight: -1, to: &transitionSums)
    guard lattice.sum(transitions) else { return nil }
    lattice.addExpectedTransitions(transitions, weight: 1, to: &transitionSums)
    return lattice.emissions.indices.map { lattice.marginals[$0] - wanted[$0] }
  }

  private mutating func step(
    _ sequence: ChainCorpus.Sequence, _ corpus: ChainCorpus, _ options: Options
  ) -> Float {
    choose(sequence.tokens, corpus, options.dropout)
    lattice.emissions.removeAll(keepingCapacity: true)
    for i in sequence.tokens.indices {
      var row = Row.zero
      let token = i - sequence.tokens.lowerBound
      for k in keptStarts[token]..<keptStarts[token + 1] { row = row + weights[Int(kept[k])] }
      lattice.emissions.append(row)
    }
    var sums = [Row](repeating: .zero, count: Transitions<Row>.rows)
    guard
      let gradients = Trainer.gradients(
        &lattice, transitions, allowed: corpus.allowed[sequence.tokens], transitionSums: &sums)
    else { return 0 }
    var distance: Float = 0
    for (token, gradient) in gradients.enumerated() {
      let magnitude = gradient.magnitude
      distance += magnitude
      guard magnitude > options.tolerance else { continue }
      let g = gradient * sequence.weight
      for k in keptStarts[token]..<keptStarts[token + 1] {
        let feature = Int(kept[k])
        Trainer.move(&weights[feature], &squares[feature], g, options)
      }
    }
    if distance > 0.05 { moveTransitions(sums, sequence.weight, options) }
    return distance
  }

  /// Chooses the features that this step sees.
  private mutating func choose(_ tokens: Range<Int>, _ corpus: ChainCorpus, _ dropout: Float) {
    kept.removeAll(keepingCapacity: true)
    keptStarts.removeAll(keepingCapacity: true)
    let limit = UInt64(dropout * 65536)
    for token in tokens {
      keptStarts.append(kept.count)
      let features = corpus.features[corpus.starts[token]..<corpus.starts[token + 1]]
      if limit == 0 {
        kept.append(contentsOf: features)
      } else {
        for feature in features where next() & 0xFFFF >= limit { kept.append(feature) }
      }
    }
    keptStarts.append(kept.count)
  }

  private mutating func moveTransitions(_ sums: [Row], _ weight: Float, _ options: Options) {
    var scores = transitions.scores
    for from in scores.indices {
      var row = scores[from]
      Trainer.move(&row, &transitionSquares[from], sums[from] * weight, options)
      // What is forbidden stays so.
      for to in 0..<Row.width where scores[from][to] <= Transitions<Row>.forbidden / 2 {
        row[to] = Transitions<Row>.forbidden
      }
      scores[from] = row
    }
    transitions.update(scores)
  }

  @inline(__always)
  private static func move(
    _ row: inout Row, _ squares: inout Row, _ gradient: Row, _ options: Options
  ) {
    let g = gradient + row * options.decay
    squares = squares + g * g
    row.descend(g, squares, rate: options.rate)
  }

  /// The next number of SplitMix64.
  private mutating func next() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    return FeatureHash.mixed(random)
  }
}

/// A trainer of chains of up to 24 labels.
typealias ChainTrainer = Trainer<LabelRow>
