/// A hash of a word that is the same for all its casings: FNV-1a with 64 bits over the UTF-8 bytes
/// of the lower-cased word, with `’` read as `'`. It is stable between runs and machines, so that
/// trained models may store it.
public struct FoldedHash: Hashable, Sendable {
  /// The hash.
  public let value: UInt64

  /// The hash of a word.
  public init(_ word: String) {
    var word = word
    self = word.withUTF8 { FoldedHash($0) }
  }

  /// The hash of the word that UTF-8 bytes spell.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes, 0..<bytes.count) }

  /// The hash of the word that a range of UTF-8 bytes spells.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte < 0x80 {
        hash = (hash ^ UInt64(byte.isASCIIUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        i += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: i)
      i += length
      if scalar == "’" {
        hash = (hash ^ UInt64(UInt8(ascii: "'"))) &* 0x100_0000_01B3
      } else if scalar.properties.changesWhenLowercased {
        for byte in scalar.properties.lowercaseMapping.utf8 {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      } else {
        for byte in UTF8.encode(scalar)! { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    value = hash
  }
}

/// A fixed set of words, asked for without regard to case and without making strings.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let hashes: Set<FoldedHash>

  /// A set of words.
  public init(_ words: some Sequence<String>) { hashes = Set(words.map { FoldedHash($0) }) }

  /// A set of words.
  public init(arrayLiteral words: String...) { self.init(words) }

  /// The words of a text, parted by blanks.
  public init(words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether the set holds the word of a hash.
  public func contains(_ word: FoldedHash) -> Bool { hashes.contains(word) }

  /// Whether the set holds a word.
  public func contains(_ word: String) -> Bool { hashes.contains(FoldedHash(word)) }
}

extension TokenizedProse {
  /// The hash of a token without regard to case.
  public func foldedHash(_ token: Int) -> FoldedHash {
    prose.bytes.withUnsafeBufferPointer { FoldedHash($0, tokens[token].range) }
  }

  /// Whether a token is a word of a set, in any case.
  public func isToken(_ token: Int, in words: WordSet) -> Bool {
    words.contains(foldedHash(token))
  }

  /// Whether a token is a word, which is given in lower case with `'` for apostrophes and in ASCII.
  /// Makes no strings.
  public func isToken(_ token: Int, _ word: StaticString) -> Bool {
    prose.bytes.withUnsafeBufferPointer { bytes in
      var i = tokens[token].range.lowerBound
      let end = tokens[token].range.upperBound
      for k in 0..<word.utf8CodeUnitCount {
        guard i < end else { return false }
        let wanted = word.utf8Start[k]
        if bytes[i].isASCIIUpper ? bytes[i] | 0x20 == wanted : bytes[i] == wanted {
          i += 1
        } else if wanted == UInt8(ascii: "'"), bytes.scalar(at: i).scalar == "’" {
          i += 3
        } else {
          return false
        }
      }
      return i == end
    }
  }

  /// A token in lower case.
  public func lowercased(_ token: Int) -> String { string(token).lowercased() }
}
