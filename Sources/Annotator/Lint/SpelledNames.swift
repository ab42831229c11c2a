/// A spelling of a name, with all its places.
struct SpelledName {
  /// A place where it stands.
  struct Place {
    /// The passage, as an index of the article's.
    var passage: Int
    /// Prose offsets.
    var range: Range<Int>
  }

  /// Its words in lower case, as letters.
  var words: [[Unicode.Scalar]]
  /// As it is written first.
  var written: String
  /// The types of its mentions.
  var types: Set<EntityType> = []
  /// Where it stands, in text order.
  var places: [Place] = []
  /// The sentences that hold it, numbered through the article.
  var sentences: Set<Int> = []
  /// Whether the workspace knows it, so that it is right.
  var isKnown = false
  /// Whether a single word stands somewhere without a first name.
  var isAlone = false
  /// The words before a surname.
  var firstNames: Set<[Unicode.Scalar]> = []

  /// How often it stands.
  var count: Int { places.count }

  /// Whether a word of it is written with a capital.
  func hasCapital(_ word: Int) -> Bool {
    let words = written.utf8.split { $0 <= 0x20 }
    return word < words.count && words[word].contains { $0.isASCIIUpper || $0 >= 0xC3 }
  }
}

/// The spellings of the names of persons, places and organisations in an article: whole names of
/// several words, and single words with the surnames of those.
struct SpelledNames {
  /// Names of several words, and of one with a hyphen.
  private(set) var long: [SpelledName] = []
  /// Single words, surnames among them.
  private(set) var short: [SpelledName] = []
  private var longIndex: [[Unicode.Scalar]: Int] = [:]
  private var shortIndex: [[Unicode.Scalar]: Int] = [:]
  /// The words of a name by its hash, so that a name is cut and lowered once.
  private var known: [FoldedHash: [[Unicode.Scalar]]] = [:]

  init(_ article: LintedArticle) {
    var sentences = 0
    for (index, passage) in article.passages.enumerated() {
      for mention in passage.mentions where mention.kind == .name {
        switch mention.type {
        case .person, .organization, .geopolitical, .location, .facility:
          let sentence = sentences + passage.text.sentence(of: mention.tokens.lowerBound)
          add(mention, of: passage.text, at: index, sentence: sentence)
        default: continue
        }
      }
      sentences += passage.text.sentences.count
    }
  }

  private mutating func add(
    _ mention: Mention, of text: TokenizedProse, at passage: Int, sentence: Int
  ) {
    let range = text.proseRange(mention.tokens)
    let words = words(of: range, in: text)
    guard let last = words.last else { return }
    let bytes = text.prose.bytes
    if words.count > 1 || bytes[range].contains(UInt8(ascii: "-")) {
      let index = SpelledNames.place(words, &longIndex, &long) { text.string(mention.tokens) }
      long[index].note(range, passage, sentence, mention)
    }
    guard words.count == 1 || mention.type == .person else { return }
    let start = range.upperBound - bytes[range].reversed().prefix { $0 > 0x20 }.count
    let index = SpelledNames.place([last], &shortIndex, &short) {
      String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
    }
    short[index].note(start..<range.upperBound, passage, sentence, mention)
    if words.count == 1 {
      short[index].isAlone = true
    } else {
      short[index].firstNames.insert(words[0])
    }
  }

  private mutating func words(
    of range: Range<Int>, in text: TokenizedProse
  ) -> [[Unicode.Scalar]] {
    let hash = text.prose.bytes.withUnsafeBufferPointer { FoldedHash($0, range) }
    if let words = known[hash] { return words }
    let words = text.prose.bytes[range].split { $0 <= 0x20 }.map {
      SpellingLikeness.letters(String(decoding: $0, as: UTF8.self))
    }
    known[hash] = words
    return words
  }

  private static func place(
    _ words: [[Unicode.Scalar]], _ index: inout [[Unicode.Scalar]: Int],
    _ spellings: inout [SpelledName], written: () -> String
  ) -> Int {
    let key = Array(words.joined(separator: [" "]))
    if let known = index[key] { return known }
    index[key] = spellings.count
    spellings.append(SpelledName(words: words, written: written()))
    return spellings.count - 1
  }
}

extension SpelledName {
  fileprivate mutating func note(
    _ range: Range<Int>, _ passage: Int, _ sentence: Int, _ mention: Mention
  ) {
    places.append(Place(passage: passage, range: range))
    sentences.insert(sentence)
    types.insert(mention.type)
    if mention.entry != nil { isKnown = true }
  }
}

/// The pairs of indices whose elements share one of their keys. Of a key that very many share only
/// the first are compared, so that no text takes quadratic time.
func pairs<Element, Key: Hashable>(
  of elements: [Element], sharing keys: (Element) -> [Key]
) -> [(Int, Int)] {
  let most = 48
  var buckets: [Key: [Int]] = [:]
  var seen: Set<[Int]> = []
  var result: [(Int, Int)] = []
  for (index, element) in elements.enumerated() {
    for key in keys(element) {
      let others = buckets[key] ?? []
      guard others.count < most else { continue }
      for other in others where seen.insert([other, index]).inserted {
        result.append((other, index))
      }
      buckets[key] = others + [index]
    }
  }
  return result
}
