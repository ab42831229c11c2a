import Annotator
import LanguageServerProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A value in a JSON text, with its place.
struct JSONNode: Sendable {
  /// Where it stands, in bytes.
  var range: ByteRange
  /// What it is.
  var content: Content

  indirect enum Content: Sendable {
    case scalar(JSONValue)
    case array([JSONNode])
    case object([Member])
  }

  /// A member of an object.
  struct Member: Sendable {
    var name: String
    /// Where the name stands, with its marks.
    var nameRange: ByteRange
    var node: JSONNode
  }

  /// The value without its places; of members with one name the last one counts.
  var value: JSONValue {
    switch content {
    case .scalar(let value): value
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(Dictionary(members.map { ($0.name, $0.node.value) }) { $1 })
    }
  }

  /// The members of an object, in their order.
  var members: [Member] { if case .object(let members) = content { members } else { [] } }

  /// The elements of an array.
  var elements: [JSONNode] { if case .array(let elements) = content { elements } else { [] } }

  /// The member of an object that counts.
  subscript(_ name: String) -> Member? { members.last { $0.name == name } }

  /// What a way leads to: the last member of it, or the value.
  func find(_ path: ArraySlice<JSONStep>) -> (name: ByteRange?, value: ByteRange)? {
    guard let step = path.first else { return (nil, range) }
    switch step {
    case .member(let name):
      guard let member = self[name] else { return nil }
      if path.count == 1 { return (member.nameRange, member.node.range) }
      return member.node.find(path.dropFirst())
    case .element(let index):
      return elements.indices.contains(index) ? elements[index].find(path.dropFirst()) : nil
    }
  }
}

/// A JSON text (RFC 8259) with the places of everything in it, for messages about it and edits of it.
struct JSONText: Sendable {
  /// The value; `nil` where the text is no JSON.
  private(set) var root: JSONNode?
  /// Where the text stops being JSON, if it does.
  private(set) var failure: Int?
  private let bytes: [UInt8]
  private var offset = 0

  /// Reads a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    skipBlanks()
    let node = readValue(depth: 0)
    if node != nil { skipBlanks() }
    if let node, offset == bytes.count {
      root = node
    } else {
      failure = min(offset, bytes.count)
    }
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

  /// Reads a value. `nil` where there is none, or where it lies deeper than options do.
  private mutating func readValue(depth: Int) -> JSONNode? {
    guard depth < 32, let byte = next else { return nil }
    let start = offset
    let content: JSONNode.Content?
    switch byte {
    case UInt8(ascii: "{"): content = readObject(depth: depth).map { .object($0) }
    case UInt8(ascii: "["): content = readArray(depth: depth).map { .array($0) }
    case UInt8(ascii: "\""): content = readString().map { .scalar(.string($0)) }
    default: content = readWord().map { .scalar($0) }
    }
    return content.map { JSONNode(range: start..<offset, content: $0) }
  }

  private mutating func readArray(depth: Int) -> [JSONNode]? {
    offset += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return [] }
    var elements: [JSONNode] = []
    repeat {
      skipBlanks()
      guard let element = readValue(depth: depth + 1) else { return nil }
      elements.append(element)
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? elements : nil
  }

  private mutating func readObject(depth: Int) -> [JSONNode.Member]? {
    offset += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return [] }
    var members: [JSONNode.Member] = []
    repeat {
      skipBlanks()
      let start = offset
      guard let name = readString() else { return nil }
      let nameRange = start..<offset
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { return nil }
      skipBlanks()
      guard let node = readValue(depth: depth + 1) else { return nil }
      members.append(JSONNode.Member(name: name, nameRange: nameRange, node: node))
      skipBlanks()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? members : nil
  }

  private mutating func readString() -> String? {
    let start = offset
    guard take(UInt8(ascii: "\"")) else { return nil }
    var isPlain = true
    while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
      isPlain = isPlain && byte != UInt8(ascii: "\\")
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take(UInt8(ascii: "\"")) else {
      offset = start
      return nil
    }
    let text =
      isPlain
      ? String(validating: bytes[start + 1..<offset - 1], as: UTF8.self)
      : try? JSONDecoder().decode(String.self, from: Data(bytes[start..<offset]))
    if text == nil { offset = start }
    return text
  }

  /// Reads a number, `true`, `false` or `null`.
  private mutating func readWord() -> JSONValue? {
    let start = offset
    while let byte = next, "+-.".utf8.contains(byte) || byte.isLetterOrDigit { offset += 1 }
    let word = Data(bytes[start..<offset])
    if let value = try? JSONDecoder().decode(JSONValue.self, from: word), start < offset {
      return value
    }
    offset = start
    return nil
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
