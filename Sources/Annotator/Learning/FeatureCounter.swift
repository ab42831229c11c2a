/// Counts features while a corpus is read, and numbers them: an open table of hashes that grows.
struct FeatureCounter {
  /// The hash of each feature, in the order in which they were first seen.
  private(set) var hashes: [UInt64] = []
  /// How often each was seen.
  private(set) var counts: [Int32] = []
  // For each slot the index of its feature, -1 where it is free.
  private var slots: [Int32]

  /// An empty table.
  init() { slots = [Int32](repeating: -1, count: 1 << 16) }

  /// The index of a feature, which is counted.
  mutating func add(_ hash: UInt64) -> Int32 {
    if hashes.count * 2 >= slots.count { grow() }
    var slot = home(hash)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if hashes[Int(index)] == hash {
        counts[Int(index)] += 1
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = Int32(hashes.count)
    slots[slot] = index
    hashes.append(hash)
    counts.append(1)
    return index
  }

  private func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in hashes.indices {
      var slot = home(hashes[index])
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
