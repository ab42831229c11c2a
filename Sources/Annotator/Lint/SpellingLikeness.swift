/// How far two spellings of a word may be those of one name.
enum SpellingLikeness {
  /// The letters of a word in lower case.
  static func letters(_ word: String) -> [Unicode.Scalar] {
    Array(word.lowercased().unicodeScalars)
  }

  /// Whether two words differ by nothing but accents and the like.
  static func differsByMarks(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.contains(where: { !$0.isASCII }) || b.contains(where: { !$0.isASCII }) else {
      return false
    }
    return a != b && plain(a) == plain(b)
  }

  /// Whether two words differ by one letter (replaced, dropped, added, or changed round with its
  /// neighbour), or by two in a word of at least `long` letters, and neither is an inflection of the
  /// other.
  static func differsByLetters(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], longFrom long: Int = 7
  ) -> Bool {
    let shorter = min(a.count, b.count)
    guard shorter >= 4, abs(a.count - b.count) <= 2, !isInflection(a, b) else { return false }
    // In short words one letter makes another name: "Iran", "Iraq".
    let allowed = shorter >= long ? 2 : shorter >= 5 ? 1 : isDoubling(a, b) ? 1 : 0
    guard allowed > 0 else { return false }
    let distance = distance(a, b, atMost: allowed)
    // Two mistakes seldom fall on the letter by which a word is looked up.
    return distance == 1 || distance == 2 && allowed == 2 && a[0] == b[0]
  }

  /// Letters without their marks, by the names that Unicode gives them.
  static func plain(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    word.map { scalar in
      guard scalar.value >= 0xC0, let name = scalar.properties.name,
        let range = name.firstRange(ofWord: "LETTER "),
        let letter = name[range...].first, name[range...].dropFirst().hasPrefix(" WITH ")
      else { return scalar }
      return letter.lowercased().unicodeScalars.first ?? scalar
    }
  }

  /// Whether one word is another with an ending of number, people, adjective or sex.
  private static func isInflection(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count > short.count else { return false }
    var shared = 0
    while shared < short.count, short[shared] == long[shared] { shared += 1 }
    let rest = String(String.UnicodeScalarView(long[shared...]))
    let left = String(String.UnicodeScalarView(short[shared...]))
    return endings.contains { $0 == (left, rest) }
  }

  private static let endings: [(String, String)] = [
    ("", "s"), ("", "es"), ("", "n"), ("", "an"), ("", "a"), ("", "i"), ("", "ns"), ("", "'s"),
    ("", "’s"), ("y", "ies"), ("y", "an"), ("", "er"), ("", "ish"), ("", "in"), ("", "ia"),
    ("", "ic"), ("", "al"),
    ("e", "an"), ("", "na"),
  ]

  /// Whether the longer word has one letter twice that the other has once.
  private static func isDoubling(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count == short.count + 1 else { return false }
    var i = 0
    while i < short.count, short[i] == long[i] { i += 1 }
    return i > 0 && long[i] == long[i - 1] && short[i...].elementsEqual(long[(i + 1)...])
  }

  /// How many letters are to be replaced, dropped, added or changed round with their neighbour to
  /// make one word of another; more than `limit` where it is more.
  private static func distance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int
  ) -> Int {
    // No name is so long; the work grows with the square.
    guard max(a.count, b.count) <= 40, abs(a.count - b.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, before[j - 2] + 1)
        }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}

extension String {
  /// The index behind the first occurrence of an ASCII word.
  fileprivate func firstRange(ofWord word: String) -> Index? {
    let wanted = Array(word.utf8)
    var i = utf8.startIndex
    while i < utf8.endIndex {
      if utf8[i...].starts(with: wanted) { return utf8.index(i, offsetBy: wanted.count) }
      i = utf8.index(after: i)
    }
    return nil
  }
}
