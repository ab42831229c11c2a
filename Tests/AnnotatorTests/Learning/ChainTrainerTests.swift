import Foundation
import TestSupport
import Testing

@testable import Annotator

@Suite struct ChainTrainerTests {
  /// What a chain loses: the logarithm of how much more all sequences weigh than those allowed.
  private func loss(_ toy: Toy) -> Double {
    let all = toy.sequences(masked: false).map { exp(toy.score($0)) }.reduce(0, +)
    let allowed = toy.sequences(masked: true).map { exp(toy.score($0)) }.reduce(0, +)
    return log(all / allowed)
  }

  @Test(arguments: 0..<12)
  func gradientsAreFiniteDifferences(seed: Int) throws {
    let toy = Toy(tokens: 5, seed: UInt64(seed))
    var lattice = ChainLattice()
    lattice.emissions = toy.emissions
    var sums = [LabelRow](repeating: .zero, count: ChainTransitions.rows)
    let gradients = try #require(
      ChainTrainer.gradients(
        &lattice, toy.transitions, allowed: toy.allowed[...], transitionSums: &sums))
    let step: Float = 0.015625
    func difference(_ move: (inout Toy, Float) -> Void) -> Double {
      var (up, down) = (toy, toy)
      move(&up, step)
      move(&down, -step)
      return (loss(up) - loss(down)) / Double(2 * step)
    }
    for token in toy.emissions.indices {
      for label in 0..<toy.labels {
        let slope = difference { $0.emissions[token][label] += $1 }
        #expect(abs(slope - Double(gradients[token][label])) < 1e-3)
      }
    }
    for from in toy.transitions.scores.indices {
      for to in 0..<toy.labels where toy.transitions.scores[from][to] > -100 {
        let slope = difference { toy, step in
          var scores = toy.transitions.scores
          scores[from][to] += step
          toy.transitions = ChainTransitions(scores: scores)
        }
        #expect(abs(slope - Double(sums[from][to])) < 1e-3)
      }
    }
  }

  /// A corpus in which a token's one feature is its label, which is known for every other token.
  private func corpus(tokens: Int) -> ChainCorpus {
    var corpus = ChainCorpus()
    for i in 0..<tokens {
      let label = (i * 7 + i / 5) % 3
      corpus.addFeature(Int32(label))
      corpus.addFeature(3)
      corpus.endToken(allowed: i % 2 == 0 ? 1 << UInt32(label) : 0b111)
      if i % 4 == 3 { corpus.endSequence(weight: 1) }
    }
    return corpus
  }

  private func trained(seed: UInt64, dropout: Float = 0) -> ChainTrainer {
    let corpus = corpus(tokens: 80)
    var trainer = ChainTrainer(
      features: 4, transitions: ChainTransitions(labels: 3) { _, _ in true }, seed: seed)
    var options = ChainTrainer.Options()
    options.dropout = dropout
    for _ in 0..<20 { _ = trainer.train(on: corpus, options) }
    return trainer
  }

  @Test func trainingLearnsFromLabelsThatAreKnownInPart() {
    let trainer = trained(seed: 1)
    for feature in 0..<3 {
      let row = trainer.weights[feature] + trainer.weights[3]
      #expect((0..<3).max { row[$0] < row[$1] } == feature)
    }
  }

  @Test func theSeedAloneDecidesWhatIsLearnt() {
    func bytes(_ trainer: ChainTrainer) -> [UInt32] {
      trainer.weights.flatMap { row in (0..<LabelRow.width).map { row[$0].bitPattern } }
    }
    #expect(bytes(trained(seed: 5, dropout: 0.2)) == bytes(trained(seed: 5, dropout: 0.2)))
    #expect(bytes(trained(seed: 5, dropout: 0.2)) != bytes(trained(seed: 6, dropout: 0.2)))
  }
}
