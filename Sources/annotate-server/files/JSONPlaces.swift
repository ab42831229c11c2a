/// Where the members of a JSON text stand, for messages about them. It reads no values: those are the
/// decoder's business.
struct JSONPlaces {
  /// Where a member stands, in bytes.
  struct Place: Equatable {
    var name: Int
    var value: Int
  }

  /// The members by the names that lead to them.
  private(set) var members: [[String]: Place] = [:]
  /// Where the text stops being JSON, if it does.
  private(set) var failure: Int?
  private let bytes: [UInt8]
  private var offset = 0

  /// Reads a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipBlanks()
    if !readValue(at: []) {
      failure = min(offset, bytes.count)
      return
    }
    skipBlanks()
    if offset < bytes.count { failure = offset }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Goes behind a value. False where there is none, or where it lies deeper than options do.
  private mutating func readValue(at path: [String]) -> Bool {
    guard path.count < 32 else { return false }
    switch next {
    case UInt8(ascii: "{"): return readObject(at: path)
    case UInt8(ascii: "["):
      offset += 1
      skipBlanks()
      if take(UInt8(ascii: "]")) { return true }
      repeat {
        skipBlanks()
        guard readValue(at: path + ["[]"]) else { return false }
        skipBlanks()
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "]"))
    case UInt8(ascii: "\""): return readString() != nil
    default:
      let start = offset
      while let byte = next, "+-.".utf8.contains(byte) || isWordByte(byte) { offset += 1 }
      let word = String(decoding: bytes[start..<offset], as: UTF8.self)
      if ["true", "false", "null"].contains(word) || Double(word) != nil { return true }
      offset = start
      return false
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func readObject(at path: [String]) -> Bool {
    offset += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      skipBlanks()
      let start = offset
      guard let name = readString() else { return false }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { return false }
      skipBlanks()
      members[path + [name]] = Place(name: start, value: offset)
      guard readValue(at: path + [name]) else { return false }
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// Goes behind a string and returns what stands between its marks, escapes as they are written.
  private mutating func readString() -> String? {
    let start = offset
    guard take(UInt8(ascii: "\"")) else { return nil }
    while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next == UInt8(ascii: "\"") else {
      offset = start
      return nil
    }
    offset += 1
    return String(decoding: bytes[start + 1..<offset - 1], as: UTF8.self)
  }
}
