/// The words of an article that are written with a capital, to tell whether two of them may be
/// spellings of one name: a look by which most articles are known to spell each name one way before
/// a name is looked for.
struct AlikeWords {
  fileprivate struct Word {
    var letters: [Unicode.Scalar]
    /// A bit for each letter that occurs: words that differ by two letters differ in four at most.
    var mask: UInt32
  }

  private var words: [Word] = []
  private var known: Set<FoldedHash> = []
  /// Words by their first letter, and by their last three.
  private var buckets: [[Unicode.Scalar]: [Int]] = [:]
  /// How a run of words is parted, by its letters without blanks and hyphens.
  private var parted: [UInt64: UInt64] = [:]

  /// Adds the words of a passage, and says whether one of them, or a run of up to three, is alike to
  /// another one.
  mutating func addsAlike(_ text: TokenizedProse) -> Bool {
    let runs = text.words()
    for (index, run) in runs.enumerated() where text.hasCapital(run) {
      if isParted(runs[index...].prefix(3), text) { return true }
      for start in run where text.tokens[start].kind == .word {
        // No name has so many hyphens.
        for end in start..<min(start + 8, run.upperBound) where text.tokens[end].kind == .word {
          let part = start..<end + 1
          if text.hasCapital(part), addsAlike(part, text) { return true }
        }
      }
    }
    return false
  }

  private mutating func addsAlike(_ part: Range<Int>, _ text: TokenizedProse) -> Bool {
    let hash = text.prose.bytes.withUnsafeBufferPointer { FoldedHash($0, text.proseRange(part)) }
    guard known.insert(hash).inserted else { return false }
    let word = Word(SpellingLikeness.letters(text.string(part)))
    guard word.letters.count >= 3 else { return false }
    let plain = SpellingLikeness.plain(word.letters)
    for key in [[plain[0]], plain.suffix(3)] {
      let others = buckets[key, default: []]
      // So many words with one beginning are not worth comparing.
      if others.count > 256 || others.contains(where: { words[$0].isAlike(word) }) { return true }
      buckets[key, default: []].append(words.count)
    }
    words.append(word)
    return false
  }

  /// Whether the words of the runs, or of the first two, stand elsewhere with other blanks and
  /// hyphens between them. A single word counts where it has a hyphen.
  private mutating func isParted(
    _ runs: ArraySlice<Range<Int>>, _ text: TokenizedProse
  ) -> Bool {
    var letters: UInt64 = 0xCBF2_9CE4_8422_2325
    var parts = letters
    var last: Int?
    for run in runs {
      if let last, run.lowerBound != last { return false }
      var hasHyphen = false
      for byte in text.prose.bytes[text.proseRange(run)] {
        let folded = UInt64(byte.isASCIIUpper ? byte | 0x20 : byte)
        parts = (parts ^ folded) &* 0x100_0000_01B3
        if byte == UInt8(ascii: "-") {
          hasHyphen = true
        } else {
          letters = (letters ^ folded) &* 0x100_0000_01B3
        }
      }
      if last != nil || hasHyphen, parted.updateValue(parts, forKey: letters) ?? parts != parts {
        return true
      }
      parts = (parts ^ 0x20) &* 0x100_0000_01B3
      last = run.upperBound
    }
    return false
  }
}

extension AlikeWords.Word {
  fileprivate init(_ letters: [Unicode.Scalar]) {
    self.letters = letters
    mask = letters.reduce(0) { $0 | 1 << ($1.value & 31) }
  }

  fileprivate func isAlike(_ other: Self) -> Bool {
    abs(letters.count - other.letters.count) <= 2 && (mask ^ other.mask).nonzeroBitCount <= 4
      && SpellingInconsistent.isOneWord(letters, other.letters)
  }
}
