internal import AnnotatorModel
import Synchronization

/// The unpacked matrices of an encoder, which go when it does.
final class EncoderMemory: Sendable {
  private nonisolated(unsafe) var parts: [UnsafeMutableRawPointer] = []

  deinit {
    for part in parts { part.deallocate() }
  }

  private func allocate<Number: BitwiseCopyable>(
    _ count: Int, of type: Number.Type
  ) -> UnsafeMutablePointer<Number> {
    let part = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Number>.stride, alignment: 64)
    parts.append(part)
    return part.bindMemory(to: type, capacity: count)
  }

  /// Unpacks the matrix that a file goes on with, and its bias, for the kernels.
  func matrix(
    _ file: inout EncoderFile, inputs: Int, outputs: Int
  ) throws(DamagedEncoder) -> EncoderMatrix {
    let packed = try PackedMatrix(&file, rows: outputs, columns: inputs)
    let bias = try file.floats(outputs)
    let numbers = allocate(inputs * outputs, of: Int8.self)
    let scales = allocate(outputs, of: Float.self)
    let biases = allocate(outputs, of: Float.self)
    let sums = allocate(outputs, of: Int32.self)
    packed.unpack(to: numbers, sums: sums)
    for row in 0..<outputs {
      scales[row] = packed.scale(row)
      biases[row] = bias[row]
    }
    return EncoderMatrix(
      kernel: annotator_matrix(
        numbers: numbers, scales: scales, bias: biases, sums: sums, inputs: inputs,
        outputs: outputs))
  }
}

/// The kernels of this processor, the fastest first. They are never changed.
nonisolated(unsafe) let encoderKernels: [annotator_kernels] = (0..<annotator_kernel_count())
  .compactMap {
    annotator_kernels_of($0)?.pointee
  }

/// The rooms of an encoder, as many as passages were ever read at the same time.
final class EncoderRooms: Sendable {
  private let size: EncoderSize
  private let free = Mutex<[EncoderRoom]>([])

  init(_ size: EncoderSize) { self.size = size }

  /// Calls a function with a room that nobody else works in.
  func withRoom<Result>(_ body: (EncoderRoom) -> Result) -> Result {
    let room = free.withLock { $0.popLast() } ?? EncoderRoom(size)
    defer { free.withLock { $0.append(room) } }
    return body(room)
  }
}

/// The room that an encoder works in, to be used again for the next window. It belongs to one task at
/// a time.
final class EncoderRoom: @unchecked Sendable {
  let kernels: annotator_kernels
  /// The states of the pieces.
  let states: UnsafeMutablePointer<Float>
  /// Results as wide as a state, and those that are wider.
  let narrow: UnsafeMutablePointer<Float>
  let wide: UnsafeMutablePointer<Float>
  /// For attention.
  let scratch: UnsafeMutablePointer<Float>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let scales: UnsafeMutablePointer<Float>

  /// Room for the windows of an encoder of a size.
  init(_ size: EncoderSize, kernels: annotator_kernels = encoderKernels[0]) {
    self.kernels = kernels
    let rows = size.positions
    let widest = max(3 * size.width, size.inner, 3 * size.roleWidth, size.roleInner)
    let width = max(size.width, size.roleWidth)
    let own = max(size.width / size.heads, size.roleWidth / size.roleHeads)
    states = .allocate(capacity: rows * width)
    narrow = .allocate(capacity: rows * width)
    wide = .allocate(capacity: rows * widest)
    scratch = .allocate(capacity: (own + 4) * (rows + 15))
    bytes = .allocate(capacity: rows * widest)
    scales = .allocate(capacity: rows)
  }

  deinit {
    states.deallocate()
    narrow.deallocate()
    wide.deallocate()
    scratch.deallocate()
    bytes.deallocate()
    scales.deallocate()
  }

  /// Multiplies rows with a matrix, and adds its bias. The result may stand where the rows do.
  func multiply(
    _ rows: UnsafePointer<Float>, _ count: Int, _ matrix: EncoderMatrix,
    into result: UnsafeMutablePointer<Float>
  ) {
    kernels.round(rows, count, matrix.inputs, bytes, scales)
    withUnsafePointer(to: matrix.kernel) { kernels.multiply(bytes, scales, count, $0, result) }
  }
}
