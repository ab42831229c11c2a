import Foundation
import TestSupport

@testable import Annotator

/// Bytes that are never freed, as those that are built into a program.
func permanent(_ bytes: some Collection<UInt8>) -> UnsafeRawBufferPointer {
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
  copy.copyBytes(from: bytes)
  return UnsafeRawBufferPointer(copy)
}

/// Bytes of a text that are never freed.
func permanent(_ text: String) -> UnsafeRawBufferPointer { permanent(Array(text.utf8)) }

/// A small encoder of random weights: its file, and what it computes by the plain formulas.
struct RandomEncoder {
  typealias Matrix = [[Double]]

  struct Layer {
    var mixed: (Matrix, [Double])
    var attended: (Matrix, [Double])
    var firstNorm: ([Double], [Double])
    var inner: (Matrix, [Double])
    var outer: (Matrix, [Double])
    var secondNorm: ([Double], [Double])
    var heads: Int
  }

  static let pieces = ["[UNK]", "[CLS]", "[SEP]"] + (0..<13).map { "p\($0)" }
  static let width = 64
  static let positions = 48

  private(set) var bytes: [UInt8] = []
  private var random: SeededGenerator
  private var vectors: Matrix = []
  private var places: Matrix = []
  private var shapes: Matrix = []
  private var quotes: Matrix = []
  private var starts: Matrix = []
  private var norm: ([Double], [Double]) = ([], [])
  private var layers: [Layer] = []
  private var tags: (Matrix, [Double]) = ([], [])
  private var names: (Matrix, [Double]) = ([], [])
  private var roleState: (Matrix, [Double]) = ([], [])
  private var roleCue: (Matrix, [Double]) = ([], [])
  private var roleTags: (Matrix, [Double]) = ([], [])
  private var distances: Matrix = []
  private var kinds: Matrix = []
  private var roleNorm: ([Double], [Double]) = ([], [])
  private var roleLayer: [Layer] = []
  private var roleOutput: (Matrix, [Double]) = ([], [])

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let list = Self.pieces.map { $0 + "\n" }.joined()
    bytes = Array("ENCODER1".utf8)
    let width = Self.width
    for field in [Self.pieces.count, list.utf8.count, width, 2, 2, 128, Self.positions, 64, 2, 64] {
      withUnsafeBytes(of: UInt32(field).littleEndian) { bytes += $0 }
    }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    append(Array(list.utf8))
    vectors = packed(Self.pieces.count, width)
    places = rows(Self.positions, width)
    shapes = floats(7, width)
    quotes = floats(4, width)
    starts = floats(3, width)
    norm = affine(width)
    layers = [layer(width, 2, 128), layer(width, 2, 128)]
    tags = (floats(7, width), floats(1, 7)[0])
    names = (floats(23, width), floats(1, 23)[0])
    roleState = (packed(64, width), floats(1, 64)[0])
    roleCue = (packed(64, width), floats(1, 64)[0])
    roleTags = (floats(64, 7), floats(1, 64)[0])
    distances = floats(64, 64)
    kinds = floats(3, 64)
    roleNorm = affine(64)
    roleLayer = [layer(64, 2, 64)]
    roleOutput = (floats(5, 64), floats(1, 5)[0])
    _ = floats(1, ClaimWeighing.instantFeatures + ClaimWeighing.encoderFeatures)
  }

  /// Words of random pieces.
  mutating func words(_ count: Int) -> [EncodedWord] {
    (0..<count).map { _ in
      EncodedWord(
        pieces: (0..<Int.random(in: 1...2, using: &random)).map { _ in
          Int32.random(in: 0..<Int32(Self.pieces.count), using: &random)
        }, shape: .allCases.randomElement(using: &random)!,
        quote: .allCases.randomElement(using: &random)!,
        start: .allCases.randomElement(using: &random)!)
    }
  }

  // MARK: The file

  private mutating func append(_ part: [UInt8]) {
    bytes += part
    bytes += [UInt8](repeating: 0, count: (4 - part.count % 4) % 4)
  }

  private mutating func floats(_ rows: Int, _ columns: Int) -> Matrix {
    let matrix = (0..<rows).map { _ in
      (0..<columns).map { _ in Float.random(in: -0.5...0.5, using: &random) }
    }
    append(matrix.joined().flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) })
    return matrix.map { $0.map(Double.init) }
  }

  private mutating func affine(_ width: Int) -> ([Double], [Double]) {
    (floats(1, width)[0], floats(1, width)[0])
  }

  private mutating func rows(_ rows: Int, _ columns: Int) -> Matrix {
    let scales = floats(rows, 1).map { $0[0] }
    let numbers = (0..<rows * columns).map { _ in Int8.random(in: -127...127, using: &random) }
    append(numbers.map(UInt8.init(bitPattern:)))
    return (0..<rows).map { row in
      numbers[row * columns..<(row + 1) * columns].map { Double($0) * scales[row] }
    }
  }

  private mutating func packed(_ rows: Int, _ columns: Int) -> Matrix {
    let scales = (0..<rows).map { _ in Float.random(in: 0.0002...0.002, using: &random) }
    append(scales.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) })
    let factors = (0..<rows * columns / 32).map { _ in Int.random(in: 1...15, using: &random) }
    let numbers = (0..<rows * columns).map { _ in Int.random(in: -8...7, using: &random) }
    for nibbles in [factors, numbers] {
      append(
        stride(from: 0, to: nibbles.count, by: 2).map {
          UInt8(nibbles[$0] & 15 | (nibbles[$0 + 1] & 15) << 4)
        })
    }
    return (0..<rows).map { row in
      (0..<columns).map { column in
        let at = row * columns + column
        return Double(scales[row]) * Double(factors[at / 32] * numbers[at])
      }
    }
  }

  private mutating func layer(_ width: Int, _ heads: Int, _ inner: Int) -> Layer {
    let mixed = (packed(3 * width, width), floats(1, 3 * width)[0])
    let attended = (packed(width, width), floats(1, width)[0])
    let firstNorm = affine(width)
    let innerStep = (packed(inner, width), floats(1, inner)[0])
    let outer = (packed(width, inner), floats(1, width)[0])
    return Layer(
      mixed: mixed, attended: attended, firstNorm: firstNorm, inner: innerStep, outer: outer,
      secondNorm: affine(width), heads: heads)
  }

  // MARK: The formulas

  /// The states of words.
  func states(_ words: [EncodedWord]) -> Matrix {
    var states: Matrix = []
    var firsts: [Int] = []
    func add(_ piece: Int, _ word: EncodedWord) {
      let parts = [
        vectors[piece], places[states.count], shapes[Int(word.shape.rawValue)],
        quotes[Int(word.quote.rawValue)], starts[Int(word.start.rawValue)],
      ]
      states.append((0..<Self.width).map { i in parts.reduce(0) { $0 + $1[i] } })
    }
    add(WordPieces.start, .none)
    for word in words {
      firsts.append(states.count)
      for piece in word.pieces { add(Int(piece), word) }
    }
    add(WordPieces.end, .none)
    states = states.map { normalized($0, norm) }
    for layer in layers { states = applied(layer, states) }
    return firsts.map { states[$0] }
  }

  func tagProbabilities(_ state: [Double]) -> [Double] {
    let powers = linear(state, tags, isRounded: false).map { exp($0) }
    return powers.map { $0 / powers.reduce(0, +) }
  }

  func nameScores(_ state: [Double]) -> [Double] { linear(state, names, isRounded: false) }

  func roleScores(_ states: Matrix, cue: Range<Int>, isCue: (Int) -> Bool) -> Matrix {
    let mean = (0..<Self.width).map { i in
      cue.reduce(0) { $0 + states[$1][i] } / Double(cue.count)
    }
    let asked = linear(mean, roleCue)
    let seen = states.indices.map { word -> [Double] in
      let kind = cue.contains(word) ? 2 : isCue(word) ? 1 : 0
      let distance =
        word >= cue.upperBound
        ? word - cue.upperBound + 1 : word < cue.lowerBound ? word - cue.lowerBound : 0
      let size = abs(distance)
      let steps =
        size <= 16 ? size : 16 + min(15, Int((4 * log2(Double(size) / 16)).rounded(.down)))
      let bin = distance < 0 ? 32 - steps : 32 + steps
      let own = linear(states[word], roleState)
      let tagged = linear(tagProbabilities(states[word]), roleTags, isRounded: false)
      let parts = [own, tagged, asked, distances[bin], kinds[kind]]
      let sum = own.indices.map { i in parts.reduce(0) { $0 + $1[i] } }
      return normalized(sum, roleNorm).map(gelu)
    }
    return applied(roleLayer[0], seen).map { linear($0, roleOutput, isRounded: false) }
  }

  private func linear(
    _ state: [Double], _ step: (Matrix, [Double]), isRounded: Bool = true
  ) -> [Double] {
    let unit = isRounded ? (state.map(\.magnitude).max() ?? 1) / 127 : 0
    let state = isRounded ? state.map { ($0 / unit).rounded(.toNearestOrEven) * unit } : state
    return zip(step.0, step.1).map { row, bias in
      zip(row, state).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }

  private func normalized(_ state: [Double], _ norm: ([Double], [Double])) -> [Double] {
    let mean = state.reduce(0, +) / Double(state.count)
    let variance = state.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(state.count)
    return state.indices.map {
      (state[$0] - mean) / variance.squareRoot() * norm.0[$0] + norm.1[$0]
    }
  }

  private func gelu(_ x: Double) -> Double { x * 0.5 * (1 + erf(x / 2.0.squareRoot())) }

  private func applied(_ layer: Layer, _ states: Matrix) -> Matrix {
    let width = states[0].count
    let own = width / layer.heads
    let mixed: Matrix = states.map { linear($0, layer.mixed) }
    let attended = mixed.indices.map { row -> [Double] in
      (0..<layer.heads).flatMap { head -> [Double] in
        let query = mixed[row][head * own..<(head + 1) * own]
        let scores = mixed.map { other -> Double in
          let key = other[width + head * own..<width + (head + 1) * own]
          return zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } / Double(own).squareRoot()
        }
        let powers = scores.map { exp($0 - scores.max()!) }
        let sum: Double = powers.reduce(0, +)
        return (0..<own).map { i -> Double in
          let column = 2 * width + head * own + i
          return zip(powers, mixed).reduce(0) { $0 + $1.0 * $1.1[column] } / sum
        }
      }
    }
    return states.indices.map { row in
      let first = linear(attended[row], layer.attended)
      let state = normalized(zip(states[row], first).map(+), layer.firstNorm)
      let second = linear(linear(state, layer.inner).map(gelu), layer.outer)
      return normalized(zip(state, second).map(+), layer.secondNorm)
    }
  }
}
