/// How often names are right, by the confidence that they are given with: of those given at 0.9, nine
/// in ten should be.
struct Reliability {
  /// The names of one step of confidence.
  struct Step: Encodable {
    /// The least confidence of the step; it goes up to the next one's.
    var from: Double
    /// How many names were given with such a confidence.
    var found = 0
    /// How many of them were right.
    var right = 0
    /// Their confidence in the mean.
    var confidence: Double = 0

    /// The share of names that were right.
    var share: Double { found == 0 ? 0 : Double(right) / Double(found) }
  }

  /// The steps, from the least sure.
  private(set) var steps = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95].map { Step(from: $0) }

  /// Counts a name.
  mutating func add(_ confidence: Float, isRight: Bool) {
    let confidence = Double(confidence)
    // Half of a thousandth is what rounding takes off.
    let index = (steps.firstIndex { $0.from > confidence + 0.0005 } ?? steps.count) - 1
    guard steps.indices.contains(index) else { return }
    let found = Double(steps[index].found)
    steps[index].confidence = (steps[index].confidence * found + confidence) / (found + 1)
    steps[index].found += 1
    if isRight { steps[index].right += 1 }
  }
}
