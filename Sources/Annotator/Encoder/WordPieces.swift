#if canImport(Darwin)
  private import Foundation
#else
  @_spi(_Unicode) private import Swift
#endif

/// The vocabulary of an encoder: how words are cut into pieces (Wu and others 2016, as BERT uses them,
/// without cases and accents).
struct WordPieces: Sendable {
  /// What stands for a character that no piece has.
  static let unknown = 0
  /// What stands before the first word, and behind the last one.
  static let start = 1
  static let end = 2
  /// The most pieces of one word: addresses are long, and their ends say little.
  static let most = 8

  /// The numbers of the pieces by the hashes of their texts.
  private var numbers: [UInt64: Int32] = [:]
  /// The most bytes of a piece.
  private var longest = 0

  /// The pieces of a list in which each has a line feed behind it; inner ones begin with "##".
  init(list: UnsafeRawBufferPointer) {
    var number: Int32 = 0
    numbers.reserveCapacity(list.count / 7)
    for line in list.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let isInner = line.count > 2 && line.prefix(2).elementsEqual("##".utf8)
      let text = isInner ? line.dropFirst(2) : line
      var hash = PieceHash(isInner: isInner)
      for byte in text { hash.append(byte) }
      longest = max(longest, text.count)
      numbers[hash.value] = number
      number += 1
    }
  }

  /// Adds the pieces of a word to a list; at least one.
  func cut(_ word: ArraySlice<UInt8>, into pieces: inout [Int32]) {
    let first = pieces.count
    let text = folded(word)
    var at = 0
    while at < text.count, pieces.count - first < WordPieces.most {
      if text[at].isMark {
        pieces.append(numbers[text[at].hash] ?? Int32(WordPieces.unknown))
        at += 1
        continue
      }
      var end = at + 1
      while end < text.count, !text[end].isMark { end += 1 }
      cut(text[at..<end], first: first, into: &pieces)
      at = end
    }
    if pieces.count == first { pieces.append(Int32(WordPieces.unknown)) }
  }

  /// The longest pieces from the left.
  private func cut(_ letters: ArraySlice<Character>, first: Int, into pieces: inout [Int32]) {
    var at = letters.startIndex
    while at < letters.endIndex, pieces.count - first < WordPieces.most {
      var hash = PieceHash(isInner: at > letters.startIndex)
      var found: (number: Int32, end: Int)?
      var bytes = 0
      for end in at..<letters.endIndex {
        hash.append(letters[end])
        bytes += UTF8.width(letters[end].scalar)
        if bytes > longest { break }
        if let number = numbers[hash.value] { found = (number, end + 1) }
      }
      pieces.append(found?.number ?? Int32(WordPieces.unknown))
      at = found?.end ?? at + 1
    }
  }
}

/// A character of a word, folded.
private struct Character {
  var scalar: Unicode.Scalar
  /// Whether it is a piece by itself.
  var isMark: Bool

  init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    if scalar.isASCII {
      isMark = !(scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
    } else {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        isMark = false
      default: isMark = true
      }
    }
  }

  /// The hash of the character as a piece.
  var hash: UInt64 {
    var hash = PieceHash(isInner: false)
    hash.append(self)
    return hash.value
  }
}

/// The hash of a piece's text (FNV-1a over its bytes).
private struct PieceHash {
  private(set) var value: UInt64

  init(isInner: Bool) { value = isInner ? 0x9AE1_6A3B_2F90_404F : 0xCBF2_9CE4_8422_2325 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  mutating func append(_ character: Character) {
    for byte in UTF8.encode(character.scalar)! { append(byte) }
  }
}

/// A word in small letters without accents, with plain marks.
private func folded(_ word: ArraySlice<UInt8>) -> [Character] {
  if word.allSatisfy({ $0 < 0x80 }) {
    return word.compactMap { byte in
      guard byte >= 0x20, byte != 0x7F else { return nil }
      let small = 0x41...0x5A ~= byte ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
      return Character(Unicode.Scalar(small))
    }
  }
  let small = String(
    String.UnicodeScalarView(String(decoding: word, as: UTF8.self).unicodeScalars.map(plain))
  ).lowercased()
  return decomposed(small).compactMap { scalar in
    guard scalar.properties.canonicalCombiningClass == .notReordered else { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return nil
    default: return Character(scalar)
    }
  }
}

/// The scalars of a text, accents apart from their letters (NFD). The standard library shows them on
/// other systems than Darwin only.
private func decomposed(_ text: String) -> [Unicode.Scalar] {
  #if canImport(Darwin)
    Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
  #else
    Array(text._nfd)
  #endif
}

/// A mark as keyboards have it.
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar {
  case "“", "”", "„", "‟", "«", "»": "\""
  case "‘", "’", "‚", "‛", "`", "´": "'"
  case "–", "―": "—"
  case "‐", "‑": "-"
  default: scalar
  }
}
