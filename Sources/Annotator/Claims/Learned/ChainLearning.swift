/// How one of the chains that find claims is trained.
struct ChainLearning {
  /// The labels, and which may follow which.
  var transitions: Transitions<ShortRow>
  /// Where the chances of training come from.
  var seed: UInt64
  /// The times that training goes over all sequences with all features, and again with those kept.
  var passes: (all: Int, kept: Int)
  /// The buckets of the table of features, each of which holds 16.
  var buckets: Int
  /// Rates and the like.
  var options = Trainer<ShortRow>.Options()

  init(
    _ training: ClaimTraining, labels: Int, _ isAllowed: (Int?, Int) -> Bool, buckets: Int
  ) {
    transitions = Transitions(labels: labels, isAllowed: isAllowed)
    seed = training.seed
    passes = training.passes
    self.buckets = buckets
    options.rate = training.rate
    options.dropout = training.dropout
    options.decay = training.decay
  }

  /// Trains on the sequences of a corpus that are not held back, and shows a lattice with the scores
  /// of each one that is. The corpus' features must be numbered.
  func predict(
    _ corpus: ChainCorpus, features: Int, isHeld: (Int) -> Bool,
    visit: (_ sequence: Int, inout Lattice<ShortRow>, Transitions<ShortRow>) -> Void
  ) {
    var trainer = Trainer<ShortRow>(features: features, transitions: transitions, seed: seed)
    let rest = corpus.subset { !isHeld($0) }
    for pass in 0..<passes.all {
      _ = trainer.train(on: rest, options)
      if pass > 0 { trainer.sample() }
    }
    trainer.settle()
    var lattice = Lattice<ShortRow>()
    for (index, sequence) in corpus.sequences.enumerated() where isHeld(index) {
      trainer.fill(&lattice, sequence.tokens, of: corpus)
      visit(index, &lattice, trainer.transitions)
    }
  }

  /// Trains on all of a corpus, whose features must be numbered, and returns the chain's bytes.
  func train(
    _ corpus: inout ChainCorpus, _ features: FeatureNumbers, _ report: (String) -> Void
  ) -> [UInt8] {
    var trainer = Trainer<ShortRow>(
      features: features.hashes.count, transitions: transitions, seed: seed)
    for pass in 0..<passes.all {
      let distance = trainer.train(on: corpus, options)
      if pass > 0 { trainer.sample() }
      report("pass \(pass + 1) over all features: distance \(distance)")
    }
    trainer.settle()
    let importance = features.hashes.indices.map { index in
      let weights = trainer.weights[index]
      return (weights * weights).sum * Float(min(features.counts[index], 64)).squareRoot()
    }
    let order = features.hashes.indices.sorted {
      importance[$0] == importance[$1] ? $0 < $1 : importance[$0] > importance[$1]
    }
    let ordered = order.map { (hash: features.hashes[$0], weights: ShortRow.zero) }
    let placed = encodeFeatureTable(ordered, buckets: buckets, greatest: 1).kept
    let kept = zip(order, placed).filter(\.1).map(\.0)
    trainer.keep(kept)
    var places = [Int32](repeating: -1, count: features.hashes.count)
    for (new, index) in kept.enumerated() { places[index] = Int32(new) }
    corpus.renumber { places[Int($0)] < 0 ? nil : places[Int($0)] }
    report("\(kept.count) of \(features.hashes.count) features kept")
    for pass in 0..<passes.kept {
      let distance = trainer.train(on: corpus, options)
      trainer.sample()
      report("pass \(pass + 1) over those kept: distance \(distance)")
    }
    trainer.settle()
    let weighted = kept.indices.map {
      (hash: features.hashes[kept[$0]], weights: trainer.weights[$0])
    }
    let greatest = min(8, weighted.reduce(Float(1)) { max($0, $1.weights.magnitude) })
    let encoded = encodeFeatureTable(weighted, buckets: buckets, greatest: greatest)
    return ChainModel.encode(
      table: encoded.bytes, buckets: buckets, scale: encoded.scale,
      transitions: trainer.transitions)
  }
}

/// The features of a corpus by their numbers.
struct FeatureNumbers {
  /// Their hashes.
  private(set) var hashes: [UInt64] = []
  /// How often each is seen.
  private(set) var counts: [Int32] = []

  /// Leaves features out that are rare, and numbers the others anew.
  init(_ counter: FeatureCounter, rarest: Int32, in corpus: inout ChainCorpus) {
    var numbers = [Int32](repeating: -1, count: counter.hashes.count)
    for (index, count) in counter.counts.enumerated() where count >= rarest {
      numbers[index] = Int32(hashes.count)
      hashes.append(counter.hashes[index])
      counts.append(count)
    }
    corpus.renumber { numbers[Int($0)] < 0 ? nil : numbers[Int($0)] }
  }
}
