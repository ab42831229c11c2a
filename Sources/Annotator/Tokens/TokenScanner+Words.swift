extension TokenScanner {
  /// Scans what begins with a letter: an address, or a word with its inner marks, which is then
  /// parted where it is a contraction.
  mutating func scanWord(at start: Int) -> Int {
    var end = runEnd(from: start)
    let next = bytes.byte(at: end)
    if next == 0x20 || next == 0x0A || end == bytes.count { return emitWord(start..<end) }
    if let address = addressEnd(from: start, run: end) {
      return emit(start..<address, .address)
    }
    if next == UInt8(ascii: "$"), isCurrencyPrefix(start..<end) {
      return emit(start..<end + 1, .symbol)
    }
    while let joined = joinedEnd(start..<end) { end = joined }
    if bytes.byte(at: end) == UInt8(ascii: "."), keepsStop(start..<end) { end += 1 }
    return emitWord(start..<end)
  }

  /// The end of a word that goes on behind an inner mark (`U.S`, `O'Neill`, `AT&T`, `anti-war`).
  private func joinedEnd(_ word: Range<Int>) -> Int? {
    let end = word.upperBound
    guard end < bytes.count else { return nil }
    switch bytes[end] {
    case UInt8(ascii: "."):
      return dottedEnd(word)
    case UInt8(ascii: "'"):
      return isLetter(at: end + 1) ? runEnd(from: end + 1) : nil
    case UInt8(ascii: "-"):
      return isWordlike(at: end + 1) && isPrefix(word) ? runEnd(from: end + 1) : nil
    case UInt8(ascii: "&"):
      // AT&T, PG&E, R&D, but not Marks&Spencer.
      guard isShortCapitals(word) else { return nil }
      let last = runEnd(from: end + 1)
      return last > end + 1 && isShortCapitals(end + 1..<last) ? last : nil
    case UInt8(ascii: "/"):
      // w/o, c/o, n/a, s/he.
      guard word.count == 1 else { return nil }
      let last = runEnd(from: end + 1)
      let isShort = last == end + 2 || bytes.slice(end + 1..<last, equals: "he")
      return last > end + 1 && isShort ? last : nil
    case UInt8(ascii: "*"):
      // A word that the writer masked: f***ing.
      let last = endOfRun(of: UInt8(ascii: "*"), from: end)
      return isLetter(at: last) ? runEnd(from: last) : nil
    case 0x80...:
      let (kind, length) = bytes.characterClass(at: end)
      // An opening mark between two letters was meant to be the glottal stop of Hawai‘i.
      if kind == .apostrophe || bytes.scalar(at: end).scalar == "‘" {
        return isLetter(at: end + length) ? runEnd(from: end + length) : nil
      }
      if kind == .hyphen, isWordlike(at: end + length), isPrefix(word) {
        return runEnd(from: end + length)
      }
      return nil
    default: return nil
    }
  }

  /// The end of a word behind an inner stop: letters one by one (`U.S`, `a.m`), or an abbreviation
  /// of parts (`Ph.D`, `M.Sc`). A stop whose blank was forgotten joins nothing.
  private func dottedEnd(_ word: Range<Int>) -> Int? {
    let next = word.upperBound + 1
    guard isLetter(at: next) else { return nil }
    let last = runEnd(from: next)
    var head = word.upperBound
    while head > word.lowerBound, bytes[head - 1] != UInt8(ascii: "."),
      bytes[head - 1] != UInt8(ascii: "-")
    {
      head -= 1
    }
    let before = head..<word.upperBound
    let isLetterByLetter = isOneCharacter(before) && isOneCharacter(next..<last)
    let isAbbreviation =
      isLetterByLetter || dottedAbbreviations.contains(FoldedHash(bytes, word.lowerBound..<last))
    return isAbbreviation ? last : nil
  }

  /// Adds a word, parted where it is a contraction.
  private mutating func emitWord(_ word: Range<Int>) -> Int {
    if let cut = bareContraction(word) {
      _ = emit(word.lowerBound..<cut, .word)
      return emit(cut..<word.upperBound, .word)
    }
    // At most three suffixes hang on one another ("I'd've", "mustn't've").
    var cuts: [Int] = []
    var end = word.upperBound
    while cuts.count < 3, let cut = suffixStart(word.lowerBound..<end) {
      cuts.append(cut)
      end = cut
    }
    var start = word.lowerBound
    while let cut = cuts.popLast() { start = emit(start..<cut, .word) }
    return emit(start..<word.upperBound, .word)
  }

  /// Whether a range holds exactly one character.
  func isOneCharacter(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes.scalar(at: range.lowerBound).length == range.count
  }

  /// Whether a letter begins at an offset.
  func isLetter(at offset: Int) -> Bool {
    offset < bytes.count && bytes.characterClass(at: offset).kind == .letter
  }

  /// Whether a range holds one to three ASCII capitals or digits and nothing else.
  private func isShortCapitals(_ range: Range<Int>) -> Bool {
    range.count <= 4 && bytes[range].allSatisfy { $0.isASCIIUpper || $0.isASCIIDigit }
  }

  /// Whether a word before a dollar sign names the dollar: `US$`, `A$`, `HK$`.
  private func isCurrencyPrefix(_ word: Range<Int>) -> Bool {
    word.count <= 3 && bytes[word].allSatisfy(\.isASCIIUpper)
      && bytes.byte(at: word.upperBound + 1).isASCIIDigit
  }

  /// Whether a word joins what follows its hyphen: it is a prefix that makes no word by itself.
  private func isPrefix(_ word: Range<Int>) -> Bool {
    word.count <= 7 && prefixes.contains(FoldedHash(bytes, word))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a range spells an ASCII word, given in lower case, in any case.
  func slice(_ range: Range<Int>, equals word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for k in 0..<range.count {
      let byte = self[range.lowerBound + k]
      guard (byte.isASCIIUpper ? byte | 0x20 : byte) == word.utf8Start[k] else { return false }
    }
    return true
  }
}

/// Prefixes that keep their hyphen. The corpora part `self-made` and `well-known`, whose first parts
/// are words.
private let prefixes = WordSet(
  words: """
    anti arch auto bi co counter cross e ex extra hm hyper infra inter macro mega meta micro mid
    mini mono multi neo non over paleo para peri poly post pre pro proto pseudo psycho re semi socio
    sub super supra trans tri uh ultra un under
    """)

/// Abbreviations whose parts are not single letters, without their last stop.
private let dottedAbbreviations = WordSet(
  words: "ph.d m.sc b.sc d.phil m.phil ed.d psy.d b.ed m.ed ll.b ll.m pharm.d")
