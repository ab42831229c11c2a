/// How the models that find claims are trained.
public struct ClaimTraining: Sendable {
  /// Where the chances of training come from.
  public var seed: UInt64 = 20_231_027
  /// The parts that the texts are cut into, to see what a model makes of texts that it does not know:
  /// each later model learns from that.
  public var parts = (tags: 3, roles: 2)
  /// The times that training goes over all texts with all features, and again with those kept.
  public var passes = (all: 3, kept: 2)
  /// How often a feature is left out of a step, so that others learn to do without it.
  public var dropout: Float = 0.5
  /// The size of a weight's first step.
  public var rate: Float = 0.08
  /// How strongly weights are drawn towards 0 at each step that moves them.
  public var decay: Float = 5e-4
  /// The buckets of the tables of features, each of which holds 16.
  public var buckets = (tags: 20_000, roles: 24_000, worth: 2_000)

  /// The training that made the built-in model.
  public init() {}
}

/// Trains the models that find claims, and returns their file. The same documents in the same order
/// and the same settings give the same bytes.
///
/// - Parameters:
///   - names: the file of the model of names that the extractor will see the mentions of.
///   - gazetteer: the file of the gazetteer.
///   - report: told about every step, for people to read.
public func trainClaims(
  on documents: [ClaimDocument], names: [UInt8], gazetteer: [UInt8],
  _ training: ClaimTraining = ClaimTraining(), report: (String) -> Void = { _ in }
) -> [UInt8] {
  // The tables live for as long as they are read here.
  names.withUnsafeBytes { names in
    gazetteer.withUnsafeBytes { gazetteer in
      let gazetteer = Gazetteer(permanent: gazetteer)
      guard let model = NameModel(permanent: names) else { return [] }
      let pipeline = Pipeline(
        names: LearnedRecognizer(model: model, gazetteer: gazetteer), values: ValueRecognizer(),
        claims: RuleClaimExtractor())
      let windows = documents.enumerated().flatMap { number, document in
        TrainingWindow.read(document, number: number, pipeline, model.clusters)
      }
      return train(on: windows, training, report)
    }
  }
}

/// Trains the three models, one after the other.
func train(
  on windows: [TrainingWindow], _ training: ClaimTraining, _ report: (String) -> Void
) -> [UInt8] {
  let words = windows.reduce(0) { $0 + $1.text.words.count }
  report("\(windows.count) windows, \(words) words and quotations")
  let tags = trainTags(on: windows, training) { report("tags: \($0)") }
  let roles = trainRoles(on: windows, tags.found, training) { report("roles: \($0)") }
  let worth = trainWorth(on: windows, roles.found, training) { report("worth: \($0)") }
  return ClaimModel.encode([tags.chain, roles.chain, worth])
}

/// Trains the first model; returns its bytes, and what it makes of each word of texts that it does not
/// know, for each window.
private func trainTags(
  on windows: [TrainingWindow], _ training: ClaimTraining, _ report: (String) -> Void
) -> (chain: [UInt8], found: [[TagProbabilities]]) {
  var corpus = ChainCorpus()
  var counter = FeatureCounter()
  // The window of each sequence, and the first word there.
  var places: [(window: Int, word: Int)] = []
  for (index, window) in windows.enumerated() {
    let masks = window.tagMasks
    for (number, passage) in window.text.passages.enumerated() where !passage.isEmpty {
      var features = TagFeatures(window.text, passage: number)
      for at in passage {
        features.read(at)
        for hash in features.list.hashes { corpus.addFeature(counter.add(hash)) }
        corpus.endToken(allowed: masks[at])
      }
      corpus.endSequence(weight: window.weight)
      places.append((index, passage.lowerBound))
    }
  }
  let learning = ChainLearning(
    training, labels: TagLabels.count, TagLabels.isAllowed, buckets: training.buckets.tags)
  let numbers = FeatureNumbers(counter, rarest: 2, in: &corpus)
  report("\(counter.hashes.count) features, \(numbers.hashes.count) of them more than once")
  var found = windows.map {
    [TagProbabilities](repeating: TagProbabilities(), count: $0.text.words.count)
  }
  for part in 0..<training.parts.tags {
    learning.predict(
      corpus, features: numbers.hashes.count,
      isHeld: { windows[places[$0].window].document % training.parts.tags == part }
    ) { sequence, lattice, transitions in
      let place = places[sequence]
      guard lattice.sum(transitions) else { return }
      for k in lattice.emissions.indices {
        found[place.window][place.word + k] = TagProbabilities(lattice.marginals[k])
      }
    }
    report("part \(part + 1) of \(training.parts.tags)")
  }
  return (learning.train(&corpus, numbers, report), found)
}

/// Trains the second model; returns its bytes, and what it makes of texts that it does not know, for
/// each window.
private func trainRoles(
  on windows: [TrainingWindow], _ tags: [[TagProbabilities]], _ training: ClaimTraining,
  _ report: (String) -> Void
) -> (chain: [UInt8], found: [[ClaimCandidate]]) {
  var corpus = ChainCorpus()
  var counter = FeatureCounter()
  var places: [(window: Int, seed: CueSeed, range: Range<Int>)] = []
  for (index, window) in windows.enumerated() {
    for seed in window.text.seeds(tags[index], threshold: ClaimText.seedThreshold) {
      var features = RoleFeatures(window.text, tags[index], seed: seed)
      let masks = window.roleMasks(seed.word, features.range)
      for at in features.range {
        features.read(at)
        for hash in features.list.hashes { corpus.addFeature(counter.add(hash)) }
        corpus.endToken(allowed: masks[at - features.range.lowerBound])
      }
      corpus.endSequence(weight: window.weight)
      places.append((index, seed, features.range))
    }
  }
  let learning = ChainLearning(
    training, labels: RoleLabels.count, RoleLabels.isAllowed, buckets: training.buckets.roles)
  let numbers = FeatureNumbers(counter, rarest: 2, in: &corpus)
  report("\(places.count) words to begin from, \(numbers.hashes.count) features more than once")
  var found = [[ClaimCandidate]](repeating: [], count: windows.count)
  for part in 0..<training.parts.roles {
    learning.predict(
      corpus, features: numbers.hashes.count,
      isHeld: { windows[places[$0].window].document % training.parts.roles == part }
    ) { sequence, lattice, transitions in
      let place = places[sequence]
      let candidate = windows[place.window].text.candidate(
        place.seed, place.range, &lattice, transitions)
      if let candidate { found[place.window].append(candidate) }
    }
    report("part \(part + 1) of \(training.parts.roles)")
  }
  return (learning.train(&corpus, numbers, report), found)
}

/// Trains the third model, and returns its bytes.
private func trainWorth(
  on windows: [TrainingWindow], _ candidates: [[ClaimCandidate]], _ training: ClaimTraining,
  _ report: (String) -> Void
) -> [UInt8] {
  var corpus = ChainCorpus()
  var counter = FeatureCounter()
  var list = FeatureList()
  var right = 0
  for (window, candidates) in zip(windows, candidates) {
    for choice in window.text.choices(candidates) {
      window.text.read(choice, &list)
      for hash in list.hashes { corpus.addFeature(counter.add(hash)) }
      let isRight = window.isRight(choice)
      if isRight { right += 1 }
      corpus.endToken(allowed: 1 << UInt32(isRight ? WorthLabels.right : WorthLabels.wrong))
      corpus.endSequence(weight: window.weight)
    }
  }
  report("\(corpus.allowed.count) claims, \(right) right")
  var learning = ChainLearning(
    training, labels: WorthLabels.count, { _, _ in true }, buckets: training.buckets.worth)
  learning.options.dropout = 0.1
  learning.options.rate = 0.05
  let numbers = FeatureNumbers(counter, rarest: 3, in: &corpus)
  return learning.train(&corpus, numbers, report)
}
