internal import AnnotatorModel

/// The weights of features: a row of `Row.width` bytes for each, in units of one scale, read in
/// place from bytes that outlive the program.
///
/// The table is cut into buckets of 16 places. A feature stands anywhere in the bucket that the low
/// half of its hash, scaled to the number of buckets, gives; 16 bits of the high half tell it from
/// the others there. Of the features that training saw, only those that weigh most have a place, so
/// that most look-ups end in the small part of the table that holds the marks.
///
/// The bytes, all numbers little-endian:
///
///     UInt16 × 16   for each bucket, the marks of its places; 0 where one is free
///     Int8 × width  for each place, the weights
struct RowTable<Row: ChainRow>: Sendable {
  /// The places of a bucket.
  static var bucket: Int { 16 }

  // The bytes are constant for as long as the process lives.
  private nonisolated(unsafe) let bytes: UnsafeRawPointer
  private let buckets: Int

  /// A table of so many buckets that begins at an address; `size(buckets:)` bytes must follow.
  init(permanent bytes: UnsafeRawPointer, buckets: Int) {
    self.bytes = bytes
    self.buckets = buckets
  }

  /// The length of a table in bytes.
  static func size(buckets: Int) -> Int { buckets * bucket * (2 + Row.width) }

  /// The mark of a feature; never 0.
  @inline(__always)
  static func mark(_ hash: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: hash >> 48)) }

  /// The bucket of a feature.
  @inline(__always)
  static func home(of hash: UInt64, buckets: Int) -> Int {
    Int(((hash & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: buckets)) >> 32)
  }

  /// The place of a feature, and 1 where it has one or else 0.
  @inline(__always)
  private func place(of hash: UInt64) -> (index: Int, isKnown: UInt64) {
    let home = RowTable<Row>.home(of: hash, buckets: buckets)
    let start = bytes + home * (RowTable<Row>.bucket * 2)
    let found = UInt64(annotator_equal(start, RowTable<Row>.mark(hash).littleEndian))
    let index = home * RowTable<Row>.bucket &+ found.trailingZeroBitCount
    return (index, (found &+ 0xFFFF) >> 16)
  }

  /// The sums of the weights of each of some tokens' features, in units of the scale.
  ///
  /// Nearly all of the time goes by in waiting for memory. So the features of each token are read, and
  /// their buckets asked for, while those of the token before are looked up.
  ///
  /// - Parameters:
  ///   - read: puts the features of a token into a list that is empty.
  ///   - visit: takes the sum for a token.
  @inline(__always)
  func forEachSum(
    of tokens: Range<Int>, read: (Int, inout [UInt64]) -> Void, visit: (Row) -> Void
  ) {
    guard let first = tokens.first else { return }
    var features: [UInt64] = []
    var next: [UInt64] = []
    features.reserveCapacity(160)
    next.reserveCapacity(160)
    read(first, &features)
    for token in tokens {
      next.removeAll(keepingCapacity: true)
      if token + 1 < tokens.upperBound { read(token + 1, &next) }
      for hash in next.prefix(256) {
        let home = RowTable<Row>.home(of: hash, buckets: buckets)
        annotator_prefetch(bytes + home * (RowTable<Row>.bucket * 2))
      }
      visit(features.withUnsafeBufferPointer { sum($0) })
      swap(&features, &next)
    }
  }

  /// The sum of the weights of features, in units of the scale. No more than 256 features count.
  ///
  /// The places are found first, and no branch hangs on what a look-up finds: the processor then has
  /// dozens of look-ups under way at once. A feature costs 7 to 9 ns like this; it was 18 to 28 ns
  /// where each row was added when found.
  @inline(__always)
  func sum(_ features: UnsafeBufferPointer<UInt64>) -> Row {
    let rows = bytes + buckets * (RowTable<Row>.bucket * 2)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { places in
      var count = 0
      for hash in features.prefix(256) {
        let place = place(of: hash)
        places[count] = UInt32(truncatingIfNeeded: place.index)
        count &+= Int(truncatingIfNeeded: place.isKnown)
      }
      for place in places[..<count] { annotator_prefetch(rows + Int(place) * Row.width) }
      var sums = Row.Units()
      for place in places[..<count] { sums.add(rows + Int(place) * Row.width) }
      return Row(sums)
    }
  }
}

/// A table of weights for up to 24 labels.
typealias FeatureTable = RowTable<LabelRow>

/// The bytes of a table over the weights of features, which are given with the most important first:
/// the first of a bucket get its places.
///
/// - Returns: the bytes, the scale, and which features have a place.
func encodeFeatureTable<Row: ChainRow>(
  _ features: [(hash: UInt64, weights: Row)], buckets: Int, greatest: Float
) -> (bytes: [UInt8], scale: Float, kept: [Bool]) {
  let scale = greatest / 127
  var marks = [UInt16](repeating: 0, count: buckets * RowTable<Row>.bucket)
  var rows = [UInt8](repeating: 0, count: buckets * RowTable<Row>.bucket * Row.width)
  var kept = [Bool](repeating: false, count: features.count)
  for (index, feature) in features.enumerated() {
    let home = RowTable<Row>.home(of: feature.hash, buckets: buckets) * RowTable<Row>.bucket
    let mark = RowTable<Row>.mark(feature.hash)
    var place = home
    while place < home + RowTable<Row>.bucket, marks[place] != 0, marks[place] != mark {
      place += 1
    }
    // One that looks like another of its bucket is left out.
    guard place < home + RowTable<Row>.bucket, marks[place] == 0 else { continue }
    kept[index] = true
    marks[place] = mark
    for label in 0..<Row.width {
      let weight = (feature.weights[label] / scale).rounded(.toNearestOrEven)
      rows[place * Row.width + label] = UInt8(bitPattern: Int8(max(-127, min(127, weight))))
    }
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(RowTable<Row>.size(buckets: buckets))
  for mark in marks { withUnsafeBytes(of: mark.littleEndian) { bytes.append(contentsOf: $0) } }
  bytes += rows
  return (bytes, scale, kept)
}
