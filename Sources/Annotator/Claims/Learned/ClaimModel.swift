/// A chain as it is used: the weights of features, read in place, and which label follows which.
struct ChainModel: Sendable {
  /// The weights of features.
  let features: RowTable<ShortRow>
  /// What one unit of a weight is worth.
  let scale: Float
  /// Which label follows which.
  let transitions: Transitions<ShortRow>

  /// Puts the scores of the words of a range into a lattice. `read` puts a word's features into a list
  /// that is empty.
  @inline(__always)
  func fill(
    _ lattice: inout Lattice<ShortRow>, _ range: Range<Int>, read: (Int, inout [UInt64]) -> Void
  ) {
    lattice.emissions.removeAll(keepingCapacity: true)
    features.forEachSum(of: range, read: read) { lattice.emissions.append($0 * scale) }
  }
}

/// The trained weights that find claims, read in place.
///
/// The file, all numbers little-endian:
///
///     8 bytes         "CLAIMCR1"
///     UInt32          number of slots of the table of clusters
///     …               zeros up to 64 bytes
///     for each of the three chains:
///       UInt32        number of buckets of the table of features
///       Float         the scale of the weights
///       …             zeros up to 64 bytes
///       Float 9 × 8   the scores of transitions
///       …             the table of features (Learning/FeatureTable.swift)
struct ClaimModel: Sendable {
  /// Tells sources, cues and contents.
  let tags: ChainModel
  /// Tells who says what by a cue.
  let roles: ChainModel
  /// Tells whether a claim is right.
  let worth: ChainModel

  /// A model over bytes that are never freed or changed; `nil` where they are damaged.
  init?(permanent file: UnsafeRawBufferPointer) {
    guard file.count > 64, file.prefix(8).elementsEqual(ClaimModel.magic) else { return nil }
    var rest = UnsafeRawBufferPointer(rebasing: file.dropFirst(64))
    guard let tags = ChainModel(permanent: &rest), let roles = ChainModel(permanent: &rest),
      let worth = ChainModel(permanent: &rest), rest.isEmpty
    else { return nil }
    self.tags = tags
    self.roles = roles
    self.worth = worth
  }

  /// The bytes of a model.
  static func encode(_ chains: [[UInt8]]) -> [UInt8] {
    magic + [UInt8](repeating: 0, count: 64 - magic.count) + chains.joined()
  }

  private static let magic: [UInt8] = Array("CLAIMCR1".utf8)
}

extension ChainModel {
  private static let header = 64
  private static let transitions = Transitions<ShortRow>.rows * ShortRow.width * 4

  /// The chain that some bytes begin with, which are taken away; `nil` where they are damaged.
  fileprivate init?(permanent rest: inout UnsafeRawBufferPointer) {
    guard let start = rest.baseAddress, rest.count >= ChainModel.header + ChainModel.transitions
    else { return nil }
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    let buckets = Int(number(0))
    let size =
      ChainModel.header + ChainModel.transitions + RowTable<ShortRow>.size(buckets: buckets)
    guard buckets > 0, rest.count >= size else { return nil }
    scale = Float(bitPattern: number(4))
    transitions = Transitions(
      scores: (0..<Transitions<ShortRow>.rows).map { row in
        var scores = ShortRow.zero
        for label in 0..<ShortRow.width {
          let offset = ChainModel.header + (row * ShortRow.width + label) * 4
          scores[label] = Float(bitPattern: number(offset))
        }
        return scores
      })
    features = RowTable(
      permanent: start + ChainModel.header + ChainModel.transitions, buckets: buckets)
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(size))
  }

  /// The bytes of a chain.
  static func encode(
    table: [UInt8], buckets: Int, scale: Float, transitions: Transitions<ShortRow>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ number: UInt32) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(buckets))
    append(scale.bitPattern)
    bytes += [UInt8](repeating: 0, count: header - bytes.count)
    for row in transitions.scores {
      for label in 0..<ShortRow.width { append(row[label].bitPattern) }
    }
    return bytes + table
  }
}
