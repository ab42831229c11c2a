/// Gives people and places in texts other names, some of them made up, so that training meets names
/// that no list holds and learns to know them by what stands beside them.
struct NameSwapping {
  private var firstNames: [[UInt8]] = []
  private var lastNames: [[UInt8]] = []
  private var places: [[UInt8]] = []
  /// The one-word names of other types, by type, from the texts that were written to train from.
  private var others: [String: [[UInt8]]] = [:]
  private var random: UInt64

  /// Swapping among the names of documents.
  init(_ documents: [NameDocument], seed: UInt64) {
    random = seed
    for document in documents where !document.isSilver {
      for name in document.names {
        let words = NameSwapping.words(of: document.text.bytes[name.range])
        guard let words else { continue }
        if name.type == "PERSON" {
          if words.count > 1 { firstNames.append(words[0]) }
          if words.count > 1 { lastNames.append(words[words.count - 1]) }
        } else if words.count == 1, name.type == "LOC" {
          places.append(words[0])
        } else if words.count == 1, document.isWritten {
          others[name.type, default: []].append(words[0])
        }
      }
    }
  }

  /// The same text about others. A word that stands in several names gives way to the same one in all.
  mutating func swapped(_ document: NameDocument) -> NameDocument {
    var result = document
    guard !firstNames.isEmpty, !places.isEmpty else { return document }
    var swaps: [[UInt8]: [UInt8]] = [:]
    let old = document.text.bytes
    var bytes: [UInt8] = []
    var end = 0
    result.names = []
    for var name in document.names.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where name.range.lowerBound >= end {
      bytes += old[end..<name.range.lowerBound]
      let start = bytes.count
      let range = name.range
      end = range.upperBound
      let words = NameSwapping.words(of: old[range])
      if let words, name.type == "PERSON" || words.count == 1 && givesWay(name.type, in: document) {
        for (i, word) in words.enumerated() {
          if i > 0 { bytes.append(0x20) }
          let isLast = name.type == "PERSON" && i + 1 == words.count
          let other = swaps[word] ?? self.word(name.type, isLast: isLast, in: document)
          swaps[word] = other
          bytes += other
        }
      } else {
        bytes += old[range]
      }
      name.range = start..<bytes.count
      result.names.append(name)
    }
    bytes += old[end...]
    result.text = SourceText(unchecked: bytes)
    return result
  }

  /// Whether one-word names of a type give way to others.
  private func givesWay(_ type: String, in document: NameDocument) -> Bool {
    document.isWritten
      ? ["GPE", "PRODUCT", "ORG", "LANGUAGE"].contains(type) : type == "LOC"
  }

  /// A word for a name of a type.
  private mutating func word(
    _ type: String, isLast: Bool, in document: NameDocument
  ) -> [UInt8] {
    switch type {
    case "PERSON": return isLast ? lastName() : firstName()
    case "LOC", "GPE": return place()
    default:
      let pool = others[type] ?? places
      guard type != "LANGUAGE" else { return pool[below(pool.count)] }
      // Ships, goods and firms bear names of people, of places and of nothing.
      let name = below(2) == 0 ? pool[below(pool.count)] : below(2) == 0 ? place() : lastName()
      return below(3) == 0 ? spliced(name, with: pool[below(pool.count)]) : name
    }
  }

  /// The words of a name that consists of nothing but words with a capital and small letters behind.
  private static func words(of name: ArraySlice<UInt8>) -> [[UInt8]]? {
    let words = name.split(separator: 0x20).map(Array.init)
    let areNames = words.allSatisfy { word in
      word.count > 2 && (word[0].isASCIIUpper || word[0] >= 0xC3)
        && word.dropFirst().allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 }
        && word.dropFirst().contains { !$0.isASCIIUpper }
    }
    return areNames && !words.isEmpty ? words : nil
  }

  private mutating func firstName() -> [UInt8] {
    let name = firstNames[below(firstNames.count)]
    return below(4) == 0 ? spliced(name, with: firstNames[below(firstNames.count)]) : name
  }

  private mutating func lastName() -> [UInt8] {
    let name = lastNames[below(lastNames.count)]
    let other = lastNames[below(lastNames.count)]
    switch below(20) {
    case 0..<6: return spliced(name, with: other)
    case 6..<9: return name + [UInt8(ascii: "-")] + other
    case 9: return Array(NameSwapping.particles[below(NameSwapping.particles.count)].utf8) + name
    default: return name
    }
  }

  private mutating func place() -> [UInt8] {
    let name = places[below(places.count)]
    return below(3) == 0 ? spliced(name, with: places[below(places.count)]) : name
  }

  /// The beginning of one name with the end of another, cut between characters.
  private mutating func spliced(_ name: [UInt8], with other: [UInt8]) -> [UInt8] {
    var cut = name.count - name.count / 2
    while cut < name.count, name[cut] & 0xC0 == 0x80 { cut += 1 }
    var from = other.count / 2
    while from < other.count, other[from] & 0xC0 == 0x80 { from += 1 }
    return Array(name[..<cut] + other[from...])
  }

  private mutating func below(_ count: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    return Int(FeatureHash.mixed(random) % UInt64(max(1, count)))
  }

  private static let particles = [
    "van ", "de ", "de la ", "von ", "al-", "bin ", "ap ", "Ní ", "Mac ", "da ", "ter ", "St ",
    "O'", "el-", "dos ", "van der ",
  ]
}
