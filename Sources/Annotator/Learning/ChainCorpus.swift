/// Sequences to train from: for each token its features, as indices, and the labels that it may bear.
/// Flat, since there are tens of millions of features.
struct ChainCorpus: Sendable {
  /// The features of all tokens, one token behind the other.
  private(set) var features: [Int32] = []
  /// Where the features of each token begin, and at last where they end.
  private(set) var starts: [Int] = [0]
  /// For each token, a mask with a bit for each label that it may bear.
  private(set) var allowed: [UInt32] = []
  /// One sequence to train from.
  struct Sequence: Sendable {
    /// Its tokens.
    var tokens: Range<Int>
    /// How much it counts.
    var weight: Float
    /// Whether a machine chose its labels, so that it may be left out of some passes.
    var isSilver: Bool
  }

  /// The sequences.
  private(set) var sequences: [Sequence] = []

  /// Nothing to train from.
  init() {}

  /// Adds a feature of the token that is made next.
  mutating func addFeature(_ feature: Int32) { features.append(feature) }

  /// Makes a token of the features that were added since the last one.
  mutating func endToken(allowed mask: UInt32) {
    starts.append(features.count)
    allowed.append(mask)
  }

  /// Makes a sequence of the tokens that were made since the last one.
  mutating func endSequence(weight: Float, isSilver: Bool = false) {
    let start = sequences.last?.tokens.upperBound ?? 0
    guard start < allowed.count else { return }
    sequences.append(
      Sequence(tokens: start..<allowed.count, weight: weight, isSilver: isSilver))
  }

  /// The same tokens with some of the sequences, by their indices.
  func subset(_ isTaken: (Int) -> Bool) -> ChainCorpus {
    var subset = self
    subset.sequences = sequences.indices.filter(isTaken).map { sequences[$0] }
    return subset
  }

  /// Gives features new indices and leaves out those that have none.
  mutating func renumber(_ index: (Int32) -> Int32?) {
    var end = 0
    var start = 0
    for token in 1..<starts.count {
      let stop = starts[token]
      for k in start..<stop {
        guard let new = index(features[k]) else { continue }
        features[end] = new
        end += 1
      }
      start = stop
      starts[token] = end
    }
    features.removeLast(features.count - end)
  }
}
