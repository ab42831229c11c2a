/// Parts runs of capitalised words into names: a search for the parts whose scores have the greatest
/// sum, in which a word outside names counts nothing.
struct NameSplitter {
  private let names: NameText
  private var best: [Float] = []
  private var choice: [(start: Int, name: ScoredName?)] = []

  init(_ names: NameText) { self.names = names }

  /// The longest name, in tokens, that the search considers.
  private static let longestName = 12

  /// What a name must score to be one.
  private static let threshold: Float = 1

  /// Appends the names of a run, in text order.
  mutating func split(_ run: Range<Int>, into mentions: inout [Mention]) {
    let count = run.count
    best.removeAll(keepingCapacity: true)
    choice.removeAll(keepingCapacity: true)
    best.append(0)
    choice.append((0, nil))
    for end in 1...count {
      best.append(best[end - 1])
      choice.append((end - 1, nil))
      // Short names first: what they are worth counts for the longer ones that hold them.
      for start in (max(0, end - NameSplitter.longestName)..<end).reversed() {
        let tokens = run.lowerBound + start..<run.lowerBound + end
        guard let name = names.score(tokens, parts: best[end] - best[start]) else { continue }
        let sum = best[start] + name.score - NameSplitter.threshold
        if name.score > NameSplitter.threshold, sum > best[end] {
          best[end] = sum
          choice[end] = (start, name)
        }
      }
    }
    let first = mentions.count
    var end = count
    while end > 0 {
      let (start, name) = choice[end]
      if let name {
        let tokens = run.lowerBound + start..<run.lowerBound + end
        let margin = name.score - NameSplitter.threshold
        mentions.append(
          Mention(tokens: tokens, type: name.type, confidence: margin / (margin + 1)))
      }
      end = start
    }
    mentions[first...].reverse()
  }
}

/// How much speaks for a name, and for which type.
struct ScoredName {
  var type: EntityType
  var score: Float

  /// Takes another reading of the same words where more speaks for it.
  mutating func consider(_ other: EntityType, _ score: Float) {
    guard score > self.score else { return }
    type = other
    self.score = score
  }
}
