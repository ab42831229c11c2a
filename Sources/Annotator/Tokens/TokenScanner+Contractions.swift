extension TokenScanner {
  /// Where the last contracted part of a word begins: `n't`, `'s`, `'re`, `'ll`.
  func suffixStart(_ word: Range<Int>) -> Int? {
    var apostrophe = word.upperBound
    // The longest suffix has two letters; the apostrophe takes one or three bytes.
    for letters in 1...2 {
      let before = word.upperBound - letters
      guard before > word.lowerBound else { return nil }
      let start = bytes.scalarStart(before: before)
      if bytes.characterClass(at: start).kind == .apostrophe {
        apostrophe = start
        break
      }
    }
    guard apostrophe < word.upperBound, apostrophe > word.lowerBound else { return nil }
    let letters = word.upperBound - (apostrophe + bytes.scalar(at: apostrophe).length)
    let suffix = word.upperBound - letters..<word.upperBound
    if bytes.slice(suffix, equals: "t") {
      let start = apostrophe - 1
      guard start > word.lowerBound, bytes[start] | 0x20 == UInt8(ascii: "n") else { return nil }
      return start
    }
    guard isSuffix(suffix) else { return nil }
    return apostrophe
  }

  /// Whether letters behind an apostrophe are a word of their own.
  func isSuffix(_ letters: Range<Int>) -> Bool {
    switch letters.count {
    case 1:
      switch bytes[letters.lowerBound] | 0x20 {
      case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): return true
      default: return false
      }
    case 2:
      return bytes.slice(letters, equals: "re") || bytes.slice(letters, equals: "ve")
        || bytes.slice(letters, equals: "ll")
    default: return false
    }
  }

  /// Where a contraction without an apostrophe is parted: `can|not`, `gon|na`.
  @inline(__always)
  func bareContraction(_ word: Range<Int>) -> Int? {
    guard word.count == 5 || word.count == 6 else { return nil }
    switch bytes[word.lowerBound] | 0x20 {
    case UInt8(ascii: "c") where bytes.slice(word, equals: "cannot"),
      UInt8(ascii: "g")
    where bytes.slice(word, equals: "gonna") || bytes.slice(word, equals: "gotta")
      || bytes.slice(word, equals: "gimme"),
      UInt8(ascii: "w") where bytes.slice(word, equals: "wanna"),
      UInt8(ascii: "l") where bytes.slice(word, equals: "lemme"):
      return word.lowerBound + 3
    default: return nil
    }
  }

  /// Scans what begins with an apostrophe: a suffix whose word ends in a mark (`U.S.|'s`), a word
  /// that lacks its beginning (`'90s`, `’em`), a quotation mark of two, or a mark.
  mutating func scanApostrophe(at start: Int, length: Int) -> Int {
    let next = start + length
    let end = runEnd(from: next)
    if end > next {
      if !isBlank(before: start), isSuffix(next..<end) { return emit(start..<end, .word) }
      if isElided(next..<end), start == 0 || !isWordlike(at: bytes.scalarStart(before: start)) {
        return emit(start..<end, .word)
      }
    } else if length == 1, !isBlank(before: start), bytes.byte(at: next) == bytes[start],
      bytes.byte(at: next + 1) == bytes[start], bytes.byte(at: next + 2) != bytes[start]
    {
      // Behind a word the inner quotation closes before the outer one: ''He said 'no.'''
      return emit(start..<next, .punctuation)
    } else if next < bytes.count, bytes[start] == bytes[next],
      bytes[start] == UInt8(ascii: "'")
        || bytes.scalar(at: next).scalar == "’" && length == 3
    {
      return emit(start..<next + length, .punctuation)
    }
    return emit(start..<next, .punctuation)
  }

  /// Whether letters or digits are what is left of a word behind an apostrophe.
  func isElided(_ letters: Range<Int>) -> Bool {
    let first = bytes[letters.lowerBound]
    if first.isASCIIDigit {
      // '90s, '71, '60's.
      let digits = digitsEnd(from: letters.lowerBound)
      guard digits == letters.lowerBound + 2 else { return false }
      return digits == letters.upperBound
        || bytes.slice(digits..<letters.upperBound, equals: "s")
    }
    return letters.count <= 5 && elided.contains(FoldedHash(bytes, letters))
  }
}

private let elided = WordSet(words: "em til cause cuz coz bout tis twas twill twere n neath t")
