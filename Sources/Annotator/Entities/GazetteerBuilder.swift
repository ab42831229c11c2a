/// A table of names under construction.
struct GazetteerBuilder {
  /// What is known so far, by the name's hash.
  private(set) var table: [UInt64: NameKinds] = [:]

  /// An empty table.
  init() {}

  /// The sets that were added to a name.
  func kinds(of name: some Sequence<UInt8>) -> NameKinds { table[NameHash(name).value] ?? [] }

  /// Adds kinds to a name, and marks all beginnings of the name as such.
  mutating func add(_ name: some Sequence<UInt8>, _ kinds: NameKinds) {
    let bytes = Array(name)
    bytes.withUnsafeBufferPointer { bytes in
      if isAbbreviation(bytes) {
        table[NameHash.ofAbbreviation(bytes, 0..<bytes.count), default: []].formUnion(kinds)
        return
      }
      var pieces: [UInt64] = []
      NameHash.forEachPiece(of: bytes, 0..<bytes.count) { pieces.append($0) }
      guard !pieces.isEmpty else { return }
      var hash = NameHash()
      for (i, piece) in pieces.enumerated() {
        hash.append(piece)
        let isWhole = i + 1 == pieces.count
        table[hash.value, default: []].formUnion(isWhole ? kinds : .continues)
      }
    }
  }

  /// Adds kinds to the name that consists of one piece.
  mutating func add(piece: UInt64, _ kinds: NameKinds) {
    var hash = NameHash()
    hash.append(piece)
    table[hash.value, default: []].formUnion(kinds)
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
