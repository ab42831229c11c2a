import TestSupport
import Testing

@testable import Annotator

@Suite struct FeatureTableTests {
  private func features(_ count: Int) -> [(hash: UInt64, weights: LabelRow)] {
    var random = SeededGenerator(seed: 3)
    return (0..<count).map { _ in
      var row = LabelRow.zero
      for label in 0..<LabelRow.width { row[label] = Float.random(in: -4...4, using: &random) }
      return (random.next(), row)
    }
  }

  private func sum(_ table: FeatureTable, _ hash: UInt64) -> LabelRow {
    withUnsafePointer(to: hash) { table.sum(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  @Test func weightsComeBackToWithinHalfAUnit() {
    let features = features(500)
    let encoded = encodeFeatureTable(features, buckets: 64, greatest: 4)
    #expect(encoded.kept.allSatisfy { $0 })
    encoded.bytes.withUnsafeBytes { bytes in
      let table = FeatureTable(permanent: bytes.baseAddress!, buckets: 64)
      for feature in features {
        let sum = sum(table, feature.hash)
        let error = (sum * encoded.scale - feature.weights).magnitude
        #expect(error <= encoded.scale * 0.5001)
      }
    }
  }

  @Test func aFullBucketKeepsWhatComesFirst() {
    let features = features(40)
    let encoded = encodeFeatureTable(features, buckets: 1, greatest: 4)
    #expect(encoded.kept.prefix(16).allSatisfy { $0 })
    #expect(!encoded.kept.dropFirst(16).contains(true))
  }

  @Test func unknownFeaturesWeighNothing() {
    let encoded = encodeFeatureTable(features(300), buckets: 64, greatest: 4)
    var random = SeededGenerator(seed: 99)
    let unknown = (0..<200).map { _ in random.next() }
    let found = encoded.bytes.withUnsafeBytes { bytes in
      let table = FeatureTable(permanent: bytes.baseAddress!, buckets: 64)
      return unknown.filter { sum(table, $0).magnitude > 0 }.count
    }
    // Sixteen bits tell sixteen features apart, but for one in thousands.
    #expect(found <= 1)
  }

  @Test func manyFeaturesDoNotOverflow() {
    var row = LabelRow.zero
    for label in 0..<LabelRow.width { row[label] = -4 }
    let feature: (hash: UInt64, weights: LabelRow) = (42, row)
    let encoded = encodeFeatureTable([feature], buckets: 1, greatest: 4)
    let sum = encoded.bytes.withUnsafeBytes { bytes in
      let table = FeatureTable(permanent: bytes.baseAddress!, buckets: 1)
      return [UInt64](repeating: 42, count: 1000).withUnsafeBufferPointer { table.sum($0) }
    }
    #expect(sum[0] == -127 * 256)
  }
}
