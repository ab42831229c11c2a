/// The words of a text made comparable: in lower case, without accents, marks and possessives. Two
/// texts are the same to a query when their words are.
///
///     “Dmitrij Peškov’s U.S. visit”  →  dmitrij peskov us visit
struct FoldedText: Sendable, Hashable {
  /// The words, with a blank between two.
  private(set) var bytes: [UInt8] = []
  /// A hash of 64 bits for each word: FNV-1a.
  private(set) var words: [UInt64] = []
  /// Where the word begins that is being read.
  private var start = 0

  /// The words of a text.
  init(_ text: some StringProtocol) {
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { add(scalar) }
    endWord()
    if !bytes.isEmpty { bytes.removeLast() }
  }

  /// The words as text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// One hash for all words.
  var hash: UInt64 { words.reduce(0x9E37_79B9_7F4A_7C15) { ($0 ^ $1) &* 0x100_0000_01B3 } }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
    case "A"..."Z": bytes.append(UInt8(scalar.value) | 0x20)
    case "'", "’", "ʼ": if bytes.count > start { bytes.append(FoldedText.apostrophe) }
    case ".":
      // "U.S." is one word, the end of a sentence is not.
      let isBehindLetter = bytes.last.map { (0x61...0x7A).contains($0) } ?? false
      let isInitial =
        bytes.count == start + 1
        || bytes.count > start + 1 && bytes[bytes.count - 2] == FoldedText.stop
      if isBehindLetter, isInitial { bytes.append(FoldedText.stop) } else { endWord() }
    default:
      if scalar.isASCII { return endWord() }
      if scalar.properties.generalCategory == .nonspacingMark { return }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return endWord()
      }
      bytes += foldedLetter(scalar)
    }
  }

  private mutating func endWord() {
    if bytes.count > start {
      var word = bytes[start...]
      if word.count > 2, word.suffix(2).elementsEqual("'s".utf8) { word.removeLast(2) }
      let plain = word.filter { $0 != FoldedText.apostrophe && $0 != FoldedText.stop }
      bytes.replaceSubrange(start..., with: plain)
    }
    guard bytes.count > start else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[start...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    words.append(hash)
    bytes.append(0x20)
    start = bytes.count
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let stop = UInt8(ascii: ".")
}

/// What somebody has typed of a name so far: the beginnings of some of its words.
struct Beginnings: Sendable {
  private let parts: [ArraySlice<UInt8>]

  /// The beginnings that a text names; none where it has no words.
  init(_ text: String) { parts = FoldedText(text).bytes.split(separator: 0x20) }

  /// Whether nothing is asked for.
  var isEmpty: Bool { parts.isEmpty }

  /// Whether each beginning is that of some word.
  ///
  /// - Parameter words: `FoldedText.bytes`.
  func fit(_ words: some RandomAccessCollection<UInt8>) -> Bool {
    parts.allSatisfy { part in
      var rest = words[...]
      while rest.count >= part.count {
        if rest.starts(with: part) { return true }
        guard let blank = rest.firstIndex(of: 0x20) else { return false }
        rest = rest[rest.index(after: blank)...]
      }
      return false
    }
  }
}

/// A letter in lower case and without its accents, as UTF-8. What a Latin letter is beneath its
/// accents, its name tells: LATIN SMALL LETTER O WITH STROKE.
private func foldedLetter(_ scalar: Unicode.Scalar) -> String.UTF8View {
  switch scalar {
  case "ß", "ẞ": return "ss".utf8
  case "æ", "Æ": return "ae".utf8
  case "œ", "Œ": return "oe".utf8
  case "þ", "Þ": return "th".utf8
  case "ð", "Ð": return "d".utf8
  case "ı": return "i".utf8
  default: break
  }
  // Latin letters end with the block that Vietnamese needs; others keep their marks.
  if (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
    let name = scalar.properties.name, let range = name.firstRange(of: " LETTER ")
  {
    let letter = name[range.upperBound...].prefix { $0 != " " }
    if letter.utf8.count == 1 { return letter.lowercased().utf8 }
  }
  return scalar.properties.lowercaseMapping.utf8
}
