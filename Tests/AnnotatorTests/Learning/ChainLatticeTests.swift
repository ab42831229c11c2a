import Foundation
import Testing

@testable import Annotator

@Suite struct ChainLatticeTests {
  @Test(arguments: 0..<40)
  func theBestSequenceIsThatOfAllSequences(seed: Int) {
    let toy = Toy(tokens: 1 + seed % 6, seed: UInt64(seed))
    var lattice = ChainLattice()
    lattice.emissions = toy.emissions
    var labels: [Int] = []
    lattice.findBest(toy.transitions, into: &labels)
    let best = toy.sequences(masked: false).max { toy.score($0) < toy.score($1) }
    #expect(labels == best)
  }

  @Test(arguments: [false, true], 0..<20)
  func marginalsAreSharesOfAllSequences(masked: Bool, seed: Int) {
    let toy = Toy(tokens: 1 + seed % 6, seed: UInt64(seed))
    var lattice = ChainLattice()
    lattice.emissions = toy.emissions
    let isPossible = lattice.sum(toy.transitions, allowed: masked ? toy.allowed[...] : nil)
    #expect(isPossible)
    let sequences = toy.sequences(masked: masked)
    let weights = sequences.map { exp(toy.score($0)) }
    let sum = weights.reduce(0, +)
    for token in toy.emissions.indices {
      for label in 0..<toy.labels {
        let share = zip(sequences, weights).filter { $0.0[token] == label }.map(\.1).reduce(0, +)
        #expect(abs(share / sum - Double(lattice.marginals[token][label])) < 1e-4)
      }
    }
  }

  @Test(arguments: 0..<20)
  func aRunsProbabilityIsItsShareOfAllSequences(seed: Int) {
    let toy = Toy(tokens: 6, seed: UInt64(seed))
    var lattice = ChainLattice()
    lattice.emissions = toy.emissions
    let isPossible = lattice.sum(toy.transitions)
    #expect(isPossible)
    let sequences = toy.sequences(masked: false)
    let weights = sequences.map { exp(toy.score($0)) }
    for end in 3...6 {
      let p = lattice.probability(
        of: { $0 == 2 ? 1 : 2 }, in: 2..<end, notBefore: 2, toy.transitions)
      let share = zip(sequences, weights).filter { sequence, _ in
        sequence[2] == 1 && sequence[3..<end].allSatisfy { $0 == 2 }
          && (end == 6 || sequence[end] != 2)
      }.map(\.1).reduce(0, +)
      #expect(abs(share / weights.reduce(0, +) - Double(p)) < 1e-4)
    }
  }

  @Test func whatCannotBeHasNoSum() {
    var toy = Toy(tokens: 2, seed: 1)
    toy.allowed = [1, 8]
    var lattice = ChainLattice()
    lattice.emissions = toy.emissions
    let isPossible = lattice.sum(toy.transitions, allowed: toy.allowed[...])
    #expect(!isPossible)
  }

  @Test func aLatticeIsUsedAgainForShorterAndLongerSequences() {
    var lattice = ChainLattice()
    for tokens in [5, 2, 0, 7, 1] {
      let toy = Toy(tokens: tokens, seed: 7)
      lattice.emissions = toy.emissions
      var labels: [Int] = []
      lattice.findBest(toy.transitions, into: &labels)
      #expect(labels.count == tokens)
      let isPossible = lattice.sum(toy.transitions)
      #expect(isPossible)
    }
  }

  @Test func exponentialsAreThoseOfTheSystem() {
    for i in -640...640 {
      let x = Float(i) / 8
      let y = LabelRow(repeating: x).exponential[11]
      #expect(abs(Double(y) / exp(Double(x)) - 1) < 1e-6)
    }
  }
}
