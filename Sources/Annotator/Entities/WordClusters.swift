/// The clusters that words belong to, of 64, 256, 1024 and 4096, read in place.
///
/// The bytes: `slots` little-endian UInt64, 0 where a slot is free; else the word's hash in the high
/// 28 bits and, from the low bit on, 6, 8, 10 and 12 bits of clusters. A word stands in the slot that
/// the low half of its hash, scaled to the number of slots, gives, or the next free one.
struct WordClusters: Sendable {
  /// A word's clusters; all 0 where it is not known, and none is 0 where it is.
  struct Clusters: Sendable, Hashable {
    var of64: UInt64 = 0
    var of256: UInt64 = 0
    var of1024: UInt64 = 0
    var of4096: UInt64 = 0
  }

  // The bytes are constant for as long as the process lives.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let slots: Int

  /// A table over bytes that are never freed or changed.
  init(permanent bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    slots = bytes.count / 8
  }

  /// The clusters of a word by its folded hash.
  func clusters(of hash: UInt64) -> Clusters {
    guard slots > 0 else { return Clusters() }
    let wanted = WordClusters.mark(hash)
    var slot = WordClusters.home(of: hash, slots: slots)
    for _ in 0..<slots {
      let found = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: slot * 8, as: UInt64.self))
      if found == 0 { break }
      if found >> 36 == wanted {
        return Clusters(
          of64: (found & 0x3F) + 1, of256: (found >> 6 & 0xFF) + 1,
          of1024: (found >> 14 & 0x3FF) + 1, of4096: (found >> 24 & 0xFFF) + 1)
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return Clusters()
  }

  /// The table for the rows of a file: a word and its clusters by name, after a line of column names.
  static func encode(_ file: [UInt8]) -> (bytes: [UInt8], slots: Int) {
    var entries: [(hash: UInt64, value: UInt64)] = []
    for row in Rows(file).dropFirst() where row.count >= 5 {
      guard let a = number(row[1]), let b = number(row[2]), let c = number(row[3]),
        let d = number(row[4]), 0..<64 ~= a, 0..<256 ~= b, 0..<1024 ~= c, 0..<4096 ~= d
      else { continue }
      let hash = row[0].withUnsafeBufferPointer { NameSpelling($0, 0..<$0.count).folded }
      let clusters = UInt64(a) | UInt64(b) << 6 | UInt64(c) << 14 | UInt64(d) << 24
      entries.append((hash, mark(hash) << 36 | clusters))
    }
    entries.sort { ($0.hash, $0.value) < ($1.hash, $1.value) }
    let slots = entries.count + entries.count / 4 + 1
    var table = [UInt64](repeating: 0, count: slots)
    for entry in entries {
      var slot = home(of: entry.hash, slots: slots)
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = entry.value
    }
    var bytes: [UInt8] = []
    for slot in table { withUnsafeBytes(of: slot.littleEndian) { bytes.append(contentsOf: $0) } }
    return (bytes, slots)
  }

  private static func mark(_ hash: UInt64) -> UInt64 { max(1, hash >> 36) }

  private static func home(of hash: UInt64, slots: Int) -> Int {
    Int(((hash & 0xFFFF_FFFF) &* UInt64(slots)) >> 32)
  }
}
