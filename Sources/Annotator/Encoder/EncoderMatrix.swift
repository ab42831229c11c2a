internal import AnnotatorModel

/// A matrix of signed bytes with one scale a row, and what is added to its products.
struct EncoderMatrix: Sendable {
  // The memory is never changed once the matrix is made, and lives as long as the network.
  nonisolated(unsafe) let kernel: annotator_matrix

  /// The numbers of an input.
  var inputs: Int { kernel.inputs }
  /// The numbers of an output.
  var outputs: Int { kernel.outputs }
}

/// Numbers of four bits in groups: a row has one scale, a group of 32 has a factor of 1 to 15, and a
/// number is -8 to 7. Factor times number fits in a signed byte.
///
/// The file holds the scales, then the factors, then the numbers, two of which share a byte, the
/// lower half first.
struct PackedMatrix: Sendable {
  /// The numbers that share a factor.
  static let group = 32

  let rows: Int
  let columns: Int
  private nonisolated(unsafe) let scales: UnsafeRawPointer
  private nonisolated(unsafe) let factors: UnsafeRawPointer
  private nonisolated(unsafe) let numbers: UnsafeRawPointer

  /// The matrix that a file goes on with.
  init(_ file: inout EncoderFile, rows: Int, columns: Int) throws(DamagedEncoder) {
    guard columns % (2 * PackedMatrix.group) == 0 else { throw DamagedEncoder() }
    self.rows = rows
    self.columns = columns
    scales = try file.take(rows * 4)
    factors = try file.take(rows * columns / PackedMatrix.group / 2)
    numbers = try file.take(rows * columns / 2)
  }

  /// What one unit of a row's numbers is worth.
  func scale(_ row: Int) -> Float {
    Float(
      bitPattern: UInt32(
        littleEndian: scales.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
    )
  }

  /// Unpacks the numbers for the kernels, with the sum of each row.
  func unpack(to result: UnsafeMutablePointer<Int8>, sums: UnsafeMutablePointer<Int32>) {
    annotator_unpack(
      factors.assumingMemoryBound(to: UInt8.self), numbers.assumingMemoryBound(to: UInt8.self),
      rows, columns, result, sums)
  }

  /// Adds a row to numbers.
  func add(row: Int, to sum: UnsafeMutablePointer<Float>) {
    let scale = scale(row)
    let groups = columns / PackedMatrix.group
    for group in 0..<groups {
      let index = row * groups + group
      let pair = factors.load(fromByteOffset: index / 2, as: UInt8.self)
      let factor = Float(index % 2 == 0 ? pair & 15 : pair >> 4) * scale
      let start = row * columns + group * PackedMatrix.group
      for k in stride(from: 0, to: PackedMatrix.group, by: 2) {
        let pair = Int8(bitPattern: numbers.load(fromByteOffset: (start + k) / 2, as: UInt8.self))
        let column = group * PackedMatrix.group + k
        sum[column] += Float((pair << 4) >> 4) * factor
        sum[column + 1] += Float(pair >> 4) * factor
      }
    }
  }
}
