import TestSupport

@testable import Annotator

/// Small chains, of which all sequences of labels can be written down.
struct Toy {
  /// The number of labels.
  var labels = 4
  /// The scores of each token's labels.
  var emissions: [LabelRow] = []
  /// Which label follows which.
  var transitions: ChainTransitions
  /// Which labels each token may bear.
  var allowed: [UInt32] = []

  /// A chain of random scores, where label 3 may not follow label 0 or begin a sequence.
  init(tokens: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let blank = ChainTransitions(labels: labels) { from, to in
      to != 3 || (from != nil && from != 0)
    }
    var scores = blank.scores
    for from in scores.indices {
      for to in 0..<labels where scores[from][to] == 0 {
        scores[from][to] = Float.random(in: -2...2, using: &random)
      }
    }
    transitions = ChainTransitions(scores: scores)
    for _ in 0..<tokens {
      var row = LabelRow.zero
      for label in 0..<labels { row[label] = Float.random(in: -3...3, using: &random) }
      emissions.append(row)
      // Label 0 always, so that some sequence is possible.
      allowed.append(UInt32.random(in: 0..<16, using: &random) | 1)
    }
  }

  /// All sequences that the transitions leave, and the masks where they are asked for.
  func sequences(masked: Bool) -> [[Int]] {
    var sequences: [[Int]] = [[]]
    for token in emissions.indices {
      sequences = sequences.flatMap { sequence in
        (0..<labels).compactMap { label in
          let from = sequence.last ?? ChainTransitions.beginning
          guard transitions.scores[from][label] > ChainTransitions.forbidden / 2,
            !masked || allowed[token] & 1 << UInt32(label) != 0
          else { return nil }
          return sequence + [label]
        }
      }
    }
    return sequences
  }

  /// The sum of the scores of a sequence.
  func score(_ sequence: [Int]) -> Double {
    var score = 0.0
    var from = ChainTransitions.beginning
    for (token, label) in sequence.enumerated() {
      score += Double(transitions.scores[from][label]) + Double(emissions[token][label])
      from = label
    }
    return score
  }
}
