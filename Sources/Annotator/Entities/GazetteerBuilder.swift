/// A table of names under construction.
struct GazetteerBuilder {
  /// What is known so far, by the name's hash.
  private(set) var table: [UInt64: NameKinds] = [:]

  /// An empty table.
  init() {}

  /// The sets that were added to a name.
  func kinds(of name: some Sequence<UInt8>) -> NameKinds {
    hashes(of: name).last.flatMap { table[$0] } ?? []
  }

  /// Adds kinds to a name, and marks all beginnings of the name as such.
  mutating func add(_ name: some Sequence<UInt8>, _ kinds: NameKinds) {
    let hashes = hashes(of: name)
    for (i, hash) in hashes.enumerated() {
      insert(hash, i + 1 == hashes.count ? kinds : .continues)
    }
  }

  /// Adds kinds to the name that consists of one piece.
  mutating func add(piece: UInt64, _ kinds: NameKinds) {
    var hash = NameHash()
    hash.append(piece)
    insert(hash.value, kinds)
  }

  private mutating func insert(_ hash: UInt64, _ kinds: NameKinds) {
    table.updateValue((table[hash] ?? []).union(kinds), forKey: hash)
  }

  /// The hashes of a name's beginnings, its own last; only its own for an abbreviation.
  private func hashes(of name: some Sequence<UInt8>) -> [UInt64] {
    Array(name).withUnsafeBufferPointer { bytes in
      if isAbbreviation(bytes) { return [NameHash.ofAbbreviation(bytes, 0..<bytes.count)] }
      var hash = NameHash()
      var hashes: [UInt64] = []
      NameHash.forEachPiece(of: bytes, 0..<bytes.count) { piece in
        hash.append(piece)
        hashes.append(hash.value)
      }
      return hashes
    }
  }

  /// The table in the form that `Gazetteer` reads; the same for the same names in any order.
  func encoded() -> [UInt8] {
    // A sixth of the slots stays free, which keeps searches for unknown names short.
    let entries = table.sorted { $0.key < $1.key }
    let sets = Set(table.values.map(\.rawValue)).sorted()
    precondition(sets.count <= Int(UInt16.max), "more sets of kinds than the file can number")
    let indices = Dictionary(uniqueKeysWithValues: zip(sets, sets.indices))
    let slots = entries.count + entries.count / 5 + 1
    var prints = [UInt32](repeating: 0, count: slots)
    var places = [UInt16](repeating: 0, count: slots)
    for (hash, kinds) in entries {
      let print = Gazetteer.fingerprint(hash)
      var slot = Gazetteer.home(of: hash, slots: slots)
      while prints[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      prints[slot] = print
      places[slot] = UInt16(indices[kinds.rawValue] ?? 0)
    }
    var bytes = Gazetteer.magic
    bytes.append(littleEndian: UInt32(slots))
    bytes.append(littleEndian: UInt32(sets.count))
    for set in sets { bytes.append(littleEndian: set) }
    for print in prints { bytes.append(littleEndian: print) }
    for place in places { bytes.append(littleEndian: place) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends the bytes of a number, the least first.
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
