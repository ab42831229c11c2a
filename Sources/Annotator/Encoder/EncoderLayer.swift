internal import AnnotatorModel

/// Gain and bias of a normalization, or of a small linear step.
struct EncoderNorm: Sendable {
  let gain: [Float]
  let bias: [Float]

  init(_ file: inout EncoderFile, width: Int) throws(DamagedEncoder) {
    gain = try file.floats(width)
    bias = try file.floats(width)
  }
}

/// A linear step in floats, whose outputs are few.
struct EncoderOutput: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: [Float]
  private let bias: [Float]

  init(_ file: inout EncoderFile, inputs: Int, outputs: Int) throws(DamagedEncoder) {
    self.inputs = inputs
    self.outputs = outputs
    weights = try file.floats(inputs * outputs)
    bias = try file.floats(outputs)
  }

  /// One output of a state.
  func score(_ state: UnsafePointer<Float>, _ output: Int) -> Float {
    weights.withUnsafeBufferPointer { weights in
      let row = weights.baseAddress! + output * inputs
      var sum = SIMD16<Float>.zero
      for i in stride(from: 0, to: inputs - inputs % 16, by: 16) {
        sum +=
          UnsafeRawPointer(row + i).loadUnaligned(as: SIMD16<Float>.self)
          * UnsafeRawPointer(state + i).loadUnaligned(as: SIMD16<Float>.self)
      }
      var rest: Float = 0
      for i in inputs - inputs % 16..<inputs { rest += row[i] * state[i] }
      return sum.sum() + rest + bias[output]
    }
  }
}

/// A layer of a transformer (Vaswani and others 2017, normalized behind each step). Its file part
/// holds the matrix of queries, keys and values, that of the attention's result, the first
/// normalization, the inner and the outer matrix, and the second normalization; behind each packed
/// matrix its bias.
struct EncoderLayer: Sendable {
  let heads: Int
  let mixed: EncoderMatrix
  let attended: EncoderMatrix
  let firstNorm: EncoderNorm
  let inner: EncoderMatrix
  let outer: EncoderMatrix
  let secondNorm: EncoderNorm

  init(
    _ file: inout EncoderFile, _ memory: EncoderMemory, width: Int, heads: Int, inner: Int
  ) throws(DamagedEncoder) {
    self.heads = heads
    mixed = try memory.matrix(&file, inputs: width, outputs: 3 * width)
    attended = try memory.matrix(&file, inputs: width, outputs: width)
    firstNorm = try EncoderNorm(&file, width: width)
    self.inner = try memory.matrix(&file, inputs: width, outputs: inner)
    outer = try memory.matrix(&file, inputs: inner, outputs: width)
    secondNorm = try EncoderNorm(&file, width: width)
  }

  /// Replaces states by what the layer makes of them.
  func apply(to states: UnsafeMutablePointer<Float>, rows: Int, _ room: EncoderRoom) {
    let kernels = room.kernels
    let width = mixed.inputs
    room.multiply(states, rows, mixed, into: room.wide)
    kernels.attend(room.wide, rows, width, heads, room.scratch, room.narrow)
    room.multiply(room.narrow, rows, attended, into: room.wide)
    kernels.normalize(states, room.wide, rows, width, firstNorm.gain, firstNorm.bias)
    room.multiply(states, rows, inner, into: room.wide)
    kernels.gelu(room.wide, rows * inner.outputs)
    room.multiply(room.wide, rows, outer, into: room.narrow)
    kernels.normalize(states, room.narrow, rows, width, secondNorm.gain, secondNorm.bias)
  }
}
