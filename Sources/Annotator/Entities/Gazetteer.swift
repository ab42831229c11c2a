internal import AnnotatorModel

/// What is known of names: a table from the hash of a name to the set of its kinds, read in place
/// from bytes that outlive the program. It costs nothing at start and one probe a look-up.
///
/// The file, all numbers little-endian:
///
///     8 bytes     "NAMES 1\n"
///     UInt32      number of slots
///     UInt32      number of distinct sets of kinds
///     UInt64 …    the sets
///     UInt32 …    for each slot, the high half of the name's hash; 0 where the slot is empty
///     UInt16 …    for each slot, the index of its set
///
/// A name stands in the slot that the low half of its hash, scaled to the number of slots, gives, or
/// the next free one. The names themselves are not kept: of a thousand million unknown names about
/// one is taken for another.
public struct Gazetteer: Sendable {
  // The bytes are constant for as long as the process lives.
  private nonisolated(unsafe) let file: UnsafeRawBufferPointer
  private let slots: Int
  private let sets: Int

  /// The table that is built into the program.
  public static let standard: Gazetteer = {
    let bytes = annotator_gazetteer()
    return Gazetteer(permanent: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
  }()

  /// A table over bytes that are never freed or changed; a damaged one knows no names.
  init(permanent file: UnsafeRawBufferPointer) {
    let header = Gazetteer.magic.count + 8
    var slots = 0
    var sets = 0
    if file.count >= header, file.prefix(Gazetteer.magic.count).elementsEqual(Gazetteer.magic) {
      slots = Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
      sets = Int(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
    }
    let isWhole = slots > 0 && sets > 0 && file.count == header + sets * 8 + slots * 6
    self.file = file
    self.slots = isWhole ? slots : 0
    self.sets = isWhole ? sets : 0
  }

  /// What a name is, `[]` where it is not known.
  public func kinds(of name: String) -> NameKinds {
    var kinds = self[NameHash(name.utf8).value]
    kinds.remove(.continues)
    if isAbbreviation(name.utf8) {
      let bytes = Array(name.utf8)
      kinds.formUnion(
        bytes.withUnsafeBufferPointer { self[NameHash.ofAbbreviation($0, 0..<$0.count)] })
    }
    return kinds
  }

  /// The set, `continues` with it, for a hash.
  subscript(hash: UInt64) -> NameKinds {
    guard slots > 0 else { return [] }
    let fingerprint = Gazetteer.fingerprint(hash)
    var slot = Gazetteer.home(of: hash, slots: slots)
    let prints = 16 + sets * 8
    for _ in 0..<slots {
      let found = UInt32(
        littleEndian: file.loadUnaligned(fromByteOffset: prints + slot * 4, as: UInt32.self))
      if found == 0 { return [] }
      if found == fingerprint {
        let index = Int(
          UInt16(
            littleEndian: file.loadUnaligned(
              fromByteOffset: prints + slots * 4 + slot * 2, as: UInt16.self)))
        guard index < sets else { return [] }
        return NameKinds(
          rawValue: UInt64(
            littleEndian: file.loadUnaligned(fromByteOffset: 16 + index * 8, as: UInt64.self)))
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return []
  }

  /// Asks for the slot of a hash that will be looked up soon.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    guard let start = file.baseAddress, slots > 0 else { return }
    annotator_prefetch(start + 16 + sets * 8 + Gazetteer.home(of: hash, slots: slots) * 4)
  }

  static let magic: [UInt8] = Array("NAMES 1\n".utf8)

  /// The part of a hash that is kept; never 0.
  static func fingerprint(_ hash: UInt64) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: hash >> 32))
  }

  /// The slot at which the search for a hash begins.
  static func home(of hash: UInt64, slots: Int) -> Int {
    Int(((hash & 0xFFFF_FFFF) &* UInt64(slots)) >> 32)
  }
}

/// Whether a name is written as an abbreviation: one word of two or more capitals and perhaps
/// digits and stops, no lower case.
func isAbbreviation(_ name: some Sequence<UInt8>) -> Bool {
  var capitals = 0
  for byte in name {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): break
    default: return false
    }
  }
  return capitals >= 2
}
