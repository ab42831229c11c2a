/// The rows of a table with tabs between its columns; empty lines and lines that begin with `#` are
/// left out.
struct Rows: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  /// The rows of a file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> [[UInt8]]? {
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      var end = position
      position += 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      if end == start || bytes[start] == UInt8(ascii: "#") { continue }
      return bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
        .map(Array.init)
    }
    return nil
  }
}

/// A whole number in decimal digits.
func number(_ bytes: [UInt8]) -> Int? { Int(String(decoding: bytes, as: UTF8.self)) }

/// ASCII letters made small, so that a name in capitals is not taken for an abbreviation.
func lowercase(_ bytes: [UInt8]) -> [UInt8] {
  bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
}

/// Marks the words that corpora write in lower case. What counts is the share: a typing error does
/// not make a word of a name.
func addWords(_ corpora: [[UInt8]], _ builder: inout GazetteerBuilder) {
  var counts = WordCounts()
  for corpus in corpora {
    corpus.withUnsafeBufferPointer { counts.addTexts(of: $0) }
  }
  for (word, count) in counts.counts where count.lower >= 2 && count.lower * 20 >= count.capital {
    let isCommon = count.lower >= 3 && count.lower >= count.capital
    builder.add(piece: word, isCommon ? [.word, .commonWord] : .word)
  }
}

/// How often words begin with a small letter and with a capital, by the word's hash as a piece.
private struct WordCounts {
  var counts: [UInt64: (lower: Int32, capital: Int32)] = [:]

  /// Counts the runs of ASCII letters in the `"text"` of every line of a JSON Lines file. Escapes
  /// part words; all else about JSON does not matter here. The loops are plain, since this runs over
  /// tens of megabytes in unoptimised tests too.
  mutating func addTexts(of bytes: UnsafeBufferPointer<UInt8>) {
    let key: StaticString = "\"text\": \""
    var i = 0
    while i + key.utf8CodeUnitCount < bytes.count {
      var matched = 0
      while matched < key.utf8CodeUnitCount, bytes[i + matched] == key.utf8Start[matched] {
        matched += 1
      }
      if matched < key.utf8CodeUnitCount {
        i += 1
        continue
      }
      i += matched
      while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
        let start = i
        while i < bytes.count, bytes[i] | 0x20 >= 0x61, bytes[i] | 0x20 <= 0x7A { i += 1 }
        if i > start {
          count(bytes, start..<i)
        } else {
          i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
        }
      }
      while i < bytes.count, bytes[i] != 0x0A { i += 1 }
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let isLower = bytes[range.lowerBound] >= UInt8(ascii: "a")
    NameHash.forEachPiece(of: bytes, range) { piece in
      if isLower {
        counts[piece, default: (0, 0)].lower += 1
      } else {
        counts[piece, default: (0, 0)].capital += 1
      }
    }
  }
}
