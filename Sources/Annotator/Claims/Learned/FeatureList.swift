/// The features of one word, as hashes. Each begins with the number of its template, so that equal
/// values of different templates stay apart.
struct FeatureList {
  var hashes: [UInt64] = []

  /// An empty list.
  init() { hashes.reserveCapacity(160) }

  mutating func removeAll() { hashes.removeAll(keepingCapacity: true) }

  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64 = 0) {
    hashes.append(FeatureHash.feature(template, value))
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
    hashes.append(FeatureHash.feature(template, FeatureHash.pair(first, second)))
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) {
    add(template, FeatureHash.pair(first, second), third)
  }

  @inline(__always)
  mutating func add(
    _ template: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64
  ) {
    add(template, FeatureHash.pair(first, second), FeatureHash.pair(third, fourth))
  }
}
