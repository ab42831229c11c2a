internal import AnnotatorModel

/// The trained weights of the recogniser of names, read in place.
///
/// The file, all numbers little-endian:
///
///     8 bytes        "NAMECRF1"
///     UInt32         number of buckets of the table of features
///     UInt32         number of slots of the table of clusters
///     Float          the scale of the weights
///     …              zeros up to 64 bytes
///     Float 25 × 24  the scores of transitions
///     …              the table of features (Learning/FeatureTable.swift)
///     …              the table of clusters (WordClusters.swift)
struct NameModel: Sendable {
  /// The weights of features.
  let features: FeatureTable
  /// What one unit of a weight is worth.
  let scale: Float
  /// Which label follows which.
  let transitions: ChainTransitions
  /// The clusters of words.
  let clusters: WordClusters

  /// The model that is built into the program.
  static let standard: NameModel? = {
    let bytes = annotator_names()
    return NameModel(permanent: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
  }()

  /// A model over bytes that are never freed or changed; `nil` where they are damaged.
  init?(permanent file: UnsafeRawBufferPointer) {
    guard file.count >= NameModel.header, let start = file.baseAddress,
      file.prefix(NameModel.magic.count).elementsEqual(NameModel.magic)
    else { return nil }
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    let buckets = Int(number(8))
    let slots = Int(number(12))
    let size = FeatureTable.size(buckets: buckets)
    guard buckets > 0, file.count == NameModel.header + NameModel.transitions + size + slots * 8
    else { return nil }
    scale = Float(bitPattern: number(16))
    transitions = ChainTransitions(
      scores: (0..<ChainTransitions.rows).map { row in
        var scores = LabelRow.zero
        for label in 0..<LabelRow.width {
          let offset = NameModel.header + (row * LabelRow.width + label) * 4
          scores[label] = Float(bitPattern: number(offset))
        }
        return scores
      })
    let table = start + NameModel.header + NameModel.transitions
    features = FeatureTable(permanent: table, buckets: buckets)
    clusters = WordClusters(
      permanent: UnsafeRawBufferPointer(start: table + size, count: slots * 8))
  }

  /// The bytes of a model.
  static func encode(
    table: [UInt8], buckets: Int, scale: Float, transitions: ChainTransitions,
    clusters: (bytes: [UInt8], slots: Int)
  ) -> [UInt8] {
    var bytes = magic
    func append(_ number: UInt32) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(buckets))
    append(UInt32(clusters.slots))
    append(scale.bitPattern)
    bytes += [UInt8](repeating: 0, count: header - bytes.count)
    for row in transitions.scores {
      for label in 0..<LabelRow.width { append(row[label].bitPattern) }
    }
    return bytes + table + clusters.bytes
  }

  private static let magic: [UInt8] = Array("NAMECRF1".utf8)
  private static let header = 64
  private static let transitions = ChainTransitions.rows * LabelRow.width * 4
}
