/// How the recogniser of names is trained.
public struct NameTraining: Sendable {
  /// Where the order of the texts and the chances of training come from.
  public var seed: UInt64 = 20_231_027
  /// The times that training goes over all texts with all features, and again with those that are
  /// kept.
  public var passes = (all: 2, kept: 2)
  /// The buckets of the table of features, each of which holds 16.
  public var buckets = 17_500
  /// Features that are seen less often are left out from the beginning.
  public var rarest: Int32 = 2
  /// How often a feature is left out of a step, so that others learn to do without it.
  public var dropout: Float = 0.1
  /// The shares of the texts marked by machine that a pass takes, with all features and with those
  /// kept: they teach what people marked nowhere, and people have the last word.
  public var silver: (all: Float, kept: Float) = (0.6, 0.15)
  /// How much the copies count in which people and places bear other names; 0 for none.
  public var swapped: Float = 0.3
  /// How many such copies are made of the sentences that were written to train from.
  public var copies = 3
  /// Of every how many texts a copy in capitals is read.
  public var capitals = 6
  /// The size of a weight's first step.
  public var rate: Float = 0.15

  /// The training that made the built-in model.
  public init() {}
}

/// Trains the recogniser of names, and returns its model's file. The same documents in the same order
/// and the same settings give the same bytes.
///
/// - Parameters:
///   - clusters: a table of words and their clusters, `clusters.tsv`.
///   - gazetteer: the file of the gazetteer that the recogniser will use.
///   - report: told about every step that is done, for people to read.
///   - progress: told what goes on and which share of it is done.
public func trainNames(
  on documents: [NameDocument], clusters: [UInt8], gazetteer: [UInt8],
  _ training: NameTraining = NameTraining(), report: (String) -> Void = { _ in },
  progress: (_ stage: String, _ share: Double) -> Void = { _, _ in }
) -> [UInt8] {
  let table = WordClusters.encode(clusters)
  var corpus = ChainCorpus()
  var counter = FeatureCounter()
  // The tables live for as long as they are read here.
  gazetteer.withUnsafeBytes { gazetteer in
    table.bytes.withUnsafeBytes { bytes in
      let gazetteer = Gazetteer(permanent: gazetteer)
      let clusters = WordClusters(permanent: bytes)
      for (index, document) in documents.enumerated() {
        if index % 200 == 0 {
          progress("reading texts", Double(index) / Double(documents.count))
        }
        read(document, gazetteer, clusters, into: &corpus, &counter)
      }
      progress("reading changed copies of texts", 0)
      guard training.swapped > 0 else { return }
      var swapping = NameSwapping(documents, seed: training.seed)
      for document in documents where !document.isSilver && document.weight >= 0.5 {
        for _ in 0..<(document.isWritten ? training.copies : 1) {
          var copy = swapping.swapped(document)
          copy.weight *= training.swapped
          read(copy, gazetteer, clusters, into: &corpus, &counter)
        }
      }
      for (index, document) in documents.enumerated()
      where !document.isSilver && document.weight >= 0.5 {
        guard document.isWritten || index % training.capitals == 0 else { continue }
        for copy in [document.inCapitals(), document.isWritten ? document.asHeadline() : nil] {
          guard var copy else { continue }
          copy.weight *= training.swapped
          read(copy, gazetteer, clusters, into: &corpus, &counter)
        }
      }
    }
  }
  report("\(corpus.allowed.count) tokens, \(counter.hashes.count) features")
  var hashes: [UInt64] = []
  var counts: [Int32] = []
  var numbers = [Int32](repeating: -1, count: counter.hashes.count)
  for (index, count) in counter.counts.enumerated() where count >= training.rarest {
    numbers[index] = Int32(hashes.count)
    hashes.append(counter.hashes[index])
    counts.append(count)
  }
  corpus.renumber { numbers[Int($0)] < 0 ? nil : numbers[Int($0)] }
  report("\(hashes.count) features seen \(training.rarest) times or more")

  var trainer = ChainTrainer(
    features: hashes.count,
    transitions: ChainTransitions(labels: NameLabels.count, isAllowed: NameLabels.isAllowed),
    seed: training.seed)
  var options = ChainTrainer.Options()
  options.rate = training.rate
  options.dropout = training.dropout
  options.silver = training.silver.all
  for pass in 0..<training.passes.all {
    let stage = "pass \(pass + 1) of \(training.passes.all) over all features"
    let distance = trainer.train(on: corpus, options) { progress(stage, $0) }
    report("\(stage): distance \(distance)")
  }
  let kept = keep(heaviest: &trainer, &hashes, &counts, buckets: training.buckets)
  var places = [Int32](repeating: -1, count: kept.old)
  for (new, index) in kept.features.enumerated() { places[index] = Int32(new) }
  corpus.renumber { places[Int($0)] < 0 ? nil : places[Int($0)] }
  report("\(hashes.count) features kept")
  options.silver = training.silver.kept
  for pass in 0..<training.passes.kept {
    let stage = "pass \(pass + 1) of \(training.passes.kept) over those kept"
    let distance = trainer.train(on: corpus, options) { progress(stage, $0) }
    report("\(stage): distance \(distance)")
  }
  let features = hashes.indices.map { (hash: hashes[$0], weights: trainer.weights[$0]) }
  let greatest = min(8, features.reduce(Float(1)) { max($0, $1.weights.magnitude) })
  let encoded = encodeFeatureTable(features, buckets: training.buckets, greatest: greatest)
  return NameModel.encode(
    table: encoded.bytes, buckets: training.buckets, scale: encoded.scale,
    transitions: trainer.transitions, clusters: table)
}

/// Reads a document's features and labels as the recogniser will see it.
private func read(
  _ document: NameDocument, _ gazetteer: Gazetteer, _ clusters: WordClusters,
  into corpus: inout ChainCorpus, _ counter: inout FeatureCounter
) {
  let article =
    document.isWritten ? parseArticle(document.text) : parsePlainText(document.text)
  for passage in article.passages {
    let text = tokenize(passage.prose)
    let names = NameText(text, gazetteer)
    let allowed = document.allowedLabels(names, origin: passage.range.lowerBound)
    let facts = NameFacts(names, clusters)
    for sentence in text.sentences {
      var features = NameFeatures(facts, sentence: sentence)
      for token in sentence {
        features.read(token)
        for hash in features.hashes { corpus.addFeature(counter.add(hash)) }
        corpus.endToken(allowed: allowed[token])
      }
      corpus.endSequence(weight: document.weight, isSilver: document.isSilver)
    }
  }
}

/// Keeps the features that weigh most in the whole of the texts, as many as the table has places for.
private func keep(
  heaviest trainer: inout ChainTrainer, _ hashes: inout [UInt64], _ counts: inout [Int32],
  buckets: Int
) -> (features: [Int], old: Int) {
  let importance = hashes.indices.map { index in
    let weights = trainer.weights[index]
    return (weights * weights).sum * Float(min(counts[index], 64)).squareRoot()
  }
  let order = hashes.indices.sorted {
    importance[$0] == importance[$1] ? $0 < $1 : importance[$0] > importance[$1]
  }
  let ordered = order.map { (hash: hashes[$0], weights: LabelRow.zero) }
  let placed = encodeFeatureTable(ordered, buckets: buckets, greatest: 1).kept
  let kept = zip(order, placed).filter(\.1).map(\.0)
  let old = hashes.count
  trainer.keep(kept)
  hashes = kept.map { hashes[$0] }
  counts = kept.map { counts[$0] }
  return (kept, old)
}
