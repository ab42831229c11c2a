import TestSupport
import Testing

@testable import Annotator

/// Small encoders of random weights, against the plain formulas.
@Suite struct EncoderNetworkTests {
  @Test(arguments: encoderKernels.indices, 0..<4)
  func headsGiveWhatTheFormulasGive(kernel: Int, seed: Int) throws {
    var encoder = RandomEncoder(seed: UInt64(seed))
    let network = try #require(EncoderNetwork(permanent: permanent(encoder.bytes)))
    let words = encoder.words(5 + seed * 4)
    let room = EncoderRoom(network.size, kernels: encoderKernels[kernel])
    #expect(network.windowRanges(of: words, [words.indices]) == [words.indices])
    let window = network.window(words, words.indices, room)
    let states = encoder.states(words)
    for (word, state) in states.enumerated() {
      for (label, expected) in encoder.tagProbabilities(state).enumerated() {
        #expect(abs(Double(window.tags[word][label]) - expected) < 0.02)
      }
      for (label, expected) in encoder.nameScores(state).enumerated() {
        #expect(abs(Double(window.names[word][label]) - expected) < 0.1)
      }
    }
    let cue = 2..<4
    let seen = network.roles.seen(window, room)
    let found = network.roles.scores(window, seen: seen, cue: cue, isCue: { $0 == 1 }, room)
    for (word, row) in encoder.roleScores(states, cue: cue, isCue: { $0 == 1 }).enumerated() {
      for (label, expected) in row.enumerated() {
        #expect(abs(Double(found[word][label]) - expected) < 0.1)
      }
    }
  }

  @Test func binsOfDistancesRise() {
    let bins = (-300...300).map(RoleHead.bin(ofDistance:))
    #expect(bins == bins.sorted())
    #expect(bins.first == 1)
    #expect(bins[300 - 17] == 16)
    #expect(bins[300] == 32)
    #expect(bins[300 + 20] == 49)
    #expect(bins.last == RoleHead.distances - 1)
  }

  @Test func aDamagedFileIsNoNetwork() {
    let bytes = RandomEncoder(seed: 1).bytes
    #expect(EncoderNetwork(permanent: permanent(bytes)) != nil)
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
      #expect(EncoderNetwork(permanent: permanent(bytes.prefix(count))) == nil)
    }
    #expect(EncoderNetwork(permanent: permanent(bytes + [0, 0, 0, 0])) == nil)
    for field in 0..<12 {
      var other = bytes
      other[field * 4] ^= 0x80
      #expect(EncoderNetwork(permanent: permanent(other)) == nil)
    }
  }

  @Test(arguments: 0..<60)
  func eachWordIsReadOnce(seed: Int) throws {
    var encoder = RandomEncoder(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed))
    let network = try #require(EncoderNetwork(permanent: permanent(encoder.bytes)))
    let words = encoder.words(Int.random(in: 0...300, using: &random))
    var sentences: [Range<Int>] = []
    while let start = sentences.last?.upperBound ?? Optional(0), start < words.count {
      sentences.append(start..<min(words.count, start + Int.random(in: 1...60, using: &random)))
    }
    let windows = network.windowRanges(of: words, sentences)
    #expect(windows.flatMap(\.self) == Array(words.indices))
    for window in windows {
      #expect(window.count <= EncoderNetwork.mostWords)
      #expect(words[window].reduce(0) { $0 + $1.pieces.count } <= RandomEncoder.positions - 2)
    }
  }
}
