/// What is thrown where the bytes of an encoder are not one.
struct DamagedEncoder: Error {}

/// The bytes of an encoder, taken part by part.
///
/// The file, all numbers little-endian, each part filled up to a multiple of four bytes:
///
///     8 bytes      "ENCODER1"
///     UInt32 × 10  the fields of `EncoderSize`, in their order
///     …            zeros up to 64 bytes
///     …            the pieces of words, each with a line feed behind it
///     packed       the vector of each piece (PackedMatrix)
///     bytes        the vector of each position: the scales of all, then signed bytes
///     Float        the vectors of word shapes, of quotation states, of starts
///     Float        gain and bias of the first normalization
///     …            the layers (EncoderLayer)
///     Float        weights and bias of the tags, and of the names
///     …            the role head (RoleHead)
///     Float        how claims are weighed (ClaimWeighing)
struct EncoderFile {
  private var rest: UnsafeRawBufferPointer

  /// A file over bytes that are never freed or changed.
  init(permanent bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// Whether all was taken.
  var isAtEnd: Bool { rest.isEmpty }

  /// The next part, of so many bytes.
  mutating func take(_ count: Int) throws(DamagedEncoder) -> UnsafeRawPointer {
    let padded = (count + 3) / 4 * 4
    guard count > 0, rest.count >= padded, let start = rest.baseAddress else {
      throw DamagedEncoder()
    }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(padded))
    return start
  }

  /// The next part, of so many numbers.
  mutating func floats(_ count: Int) throws(DamagedEncoder) -> [Float] {
    let start = try take(count * 4)
    return (0..<count).map {
      Float(
        bitPattern: UInt32(
          littleEndian: start.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
    }
  }

  /// The next part, rows of signed bytes with a scale each.
  mutating func rows(_ count: Int, width: Int) throws(DamagedEncoder) -> [Float] {
    let scales = try floats(count)
    let start = try take(count * width)
    return (0..<count * width).map {
      Float(start.load(fromByteOffset: $0, as: Int8.self)) * scales[$0 / width]
    }
  }
}

/// How large an encoder is.
struct EncoderSize: Sendable, Equatable {
  /// The pieces of words.
  var pieces: Int
  /// The bytes of their texts.
  var pieceBytes: Int
  /// The numbers of a state.
  var width: Int
  /// The layers, and the heads of their attention, and the numbers between their two steps.
  var layers: Int
  var heads: Int
  var inner: Int
  /// The most pieces that are read at once.
  var positions: Int
  /// The same of the role head.
  var roleWidth: Int
  var roleHeads: Int
  var roleInner: Int

  /// The size that a file begins with.
  init(_ file: inout EncoderFile) throws(DamagedEncoder) {
    let start = try file.take(64)
    let magic = UnsafeRawBufferPointer(start: start, count: 8)
    guard magic.elementsEqual("ENCODER1".utf8) else { throw DamagedEncoder() }
    let fields = (0..<10).map {
      Int(
        UInt32(littleEndian: start.loadUnaligned(fromByteOffset: 8 + $0 * 4, as: UInt32.self)))
    }
    pieces = fields[0]
    pieceBytes = fields[1]
    width = fields[2]
    layers = fields[3]
    heads = fields[4]
    inner = fields[5]
    positions = fields[6]
    roleWidth = fields[7]
    roleHeads = fields[8]
    roleInner = fields[9]
    guard isSound else { throw DamagedEncoder() }
  }

  /// Whether the kernels can work with the numbers, and none is absurd.
  private var isSound: Bool {
    func isSound(_ width: Int, _ heads: Int, _ inner: Int) -> Bool {
      width % 64 == 0 && inner % 64 == 0 && 1...64 ~= heads && width % (16 * heads) == 0
        && 64...8192 ~= width && 64...8192 ~= inner
    }
    return 4...1_000_000 ~= pieces && 1...100_000_000 ~= pieceBytes && 1...64 ~= layers
      && 8...4096 ~= positions && isSound(width, heads, inner)
      && isSound(roleWidth, roleHeads, roleInner)
  }
}
