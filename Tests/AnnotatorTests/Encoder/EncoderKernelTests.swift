import AnnotatorModel
import Foundation
import TestSupport
import Testing

@testable import Annotator

/// The kernels against the plain formulas, on every kind of processor that this one can stand for.
@Suite struct EncoderKernelTests {
  @Test func theLastKernelsRunEverywhere() {
    #expect(encoderKernels.last.map { String(cString: $0.name) } == "portable")
  }

  @Test(
    arguments: encoderKernels.indices, [(1, 64, 64), (5, 128, 64), (13, 192, 192), (3, 640, 64)])
  func productsOfBytesAreExact(kernel: Int, shape: (rows: Int, inputs: Int, outputs: Int)) {
    var random = SeededGenerator(seed: UInt64(shape.rows))
    let kernels = encoderKernels[kernel]
    let numbers = (0..<shape.outputs).map { _ in
      (0..<shape.inputs).map { _ in Int8.random(in: -120...120, using: &random) }
    }
    var laid = [Int8](repeating: 0, count: shape.inputs * shape.outputs)
    for (output, row) in numbers.enumerated() {
      for (input, number) in row.enumerated() {
        let block = output / 16 * shape.inputs / 4 + input / 4
        laid[(block * 16 + output % 16) * 4 + input % 4] = number
      }
    }
    let sums = numbers.map { $0.reduce(Int32(0)) { $0 + Int32($1) } }
    let scales = (0..<shape.outputs).map { Float($0 % 5 + 1) / 1024 }
    let bias = (0..<shape.outputs).map { Float($0 % 3) }
    let states = (0..<shape.rows * shape.inputs).map { _ in Float.random(in: -3...3, using: &random)
    }
    var bytes = [UInt8](repeating: 0, count: states.count)
    var stateScales = [Float](repeating: 0, count: shape.rows)
    var result = [Float](repeating: 0, count: shape.rows * shape.outputs)
    laid.withUnsafeBufferPointer { laid in
      sums.withUnsafeBufferPointer { sums in
        scales.withUnsafeBufferPointer { scales in
          bias.withUnsafeBufferPointer { bias in
            var matrix = annotator_matrix(
              numbers: laid.baseAddress, scales: scales.baseAddress, bias: bias.baseAddress,
              sums: sums.baseAddress, inputs: shape.inputs, outputs: shape.outputs)
            kernels.round(states, shape.rows, shape.inputs, &bytes, &stateScales)
            kernels.multiply(bytes, stateScales, shape.rows, &matrix, &result)
          }
        }
      }
    }
    for row in 0..<shape.rows {
      let own = states[row * shape.inputs..<(row + 1) * shape.inputs]
      let unit = own.map(\.magnitude).max()! / 127
      #expect(abs(stateScales[row] - unit) < 1e-6)
      let rounded = own.map { ($0 * (1 / unit)).rounded(.toNearestOrEven) }
      for output in 0..<shape.outputs {
        let sum = zip(rounded, numbers[output]).reduce(Float(0)) { $0 + $1.0 * Float($1.1) }
        let expected = sum * unit * scales[output] + bias[output]
        let found = result[row * shape.outputs + output]
        #expect(abs(found - expected) < 1e-3 + abs(expected) * 1e-4)
      }
    }
  }

  @Test(arguments: encoderKernels.indices)
  func geluIsThatOfTheErrorFunction(kernel: Int) {
    var numbers = stride(from: Float(-12), to: 12, by: 0.0625).map { $0 }
    let expected = numbers.map { $0 * Float(0.5 * (1 + erf(Double($0) / 2.0.squareRoot()))) }
    encoderKernels[kernel].gelu(&numbers, numbers.count)
    for (found, expected) in zip(numbers, expected) { #expect(abs(found - expected) < 2e-6) }
  }

  @Test(arguments: encoderKernels.indices)
  func normalizedRowsHaveMeanAndVariance(kernel: Int) {
    var random = SeededGenerator(seed: 3)
    let added = (0..<192).map { _ in Float.random(in: -1...5, using: &random) }
    var states = (0..<192).map { _ in Float.random(in: -9...9, using: &random) }
    let gain = [Float](repeating: 2, count: 64)
    let bias = [Float](repeating: 0.5, count: 64)
    encoderKernels[kernel].normalize(&states, added, 3, 64, gain, bias)
    for row in 0..<3 {
      let own = states[row * 64..<row * 64 + 64].map(Double.init)
      let mean = own.reduce(0, +) / 64
      let variance = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 64
      #expect(abs(mean - 0.5) < 1e-5)
      #expect(abs(variance - 4) < 1e-4)
    }
  }

  @Test(arguments: encoderKernels.indices, [1, 3, 16, 33])
  func attentionIsTheMeanOfValues(kernel: Int, rows: Int) {
    var random = SeededGenerator(seed: UInt64(rows))
    let (width, heads) = (64, 2)
    let own = width / heads
    let mixed = (0..<rows * 3 * width).map { _ in Float.random(in: -2...2, using: &random) }
    var result = [Float](repeating: 0, count: rows * width)
    var scratch = [Float](repeating: 0, count: (own + 4) * (rows + 15))
    encoderKernels[kernel].attend(mixed, rows, width, heads, &scratch, &result)
    for row in 0..<rows {
      for head in 0..<heads {
        let weights = (0..<rows).map { other -> Double in
          let query = mixed[(row * 3 * width + head * own)...].prefix(own)
          let key = mixed[(other * 3 * width + width + head * own)...].prefix(own)
          let score = zip(query, key).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
          return exp(score / Double(own).squareRoot())
        }
        let sum = weights.reduce(0, +)
        for i in 0..<own {
          let column = 2 * width + head * own + i
          let expected = (0..<rows).reduce(0.0) { whole, other in
            whole + weights[other] / sum * Double(mixed[other * 3 * width + column])
          }
          #expect(abs(Double(result[row * width + head * own + i]) - expected) < 1e-5)
        }
      }
    }
  }
}
