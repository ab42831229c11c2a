/// What a name says by itself, worked out once for its passage, so that the walk over the article
/// compares hashes and builds no strings. Equal words have equal hashes.
final class NameForm: Sendable {
  /// The comparable words, at least one.
  let words: [String]
  /// The hash of all words.
  let hash: UInt64
  /// The hash of the name of a group without its plural: "Russians".
  let singularHash: UInt64
  /// The hash of the usual name, where the name is another one of a state.
  let usualHash: UInt64
  /// The usual name of the state that it names.
  let state: String?
  /// The state whose capital it names.
  let capitalOf: String?
  /// The words without the ending of a company, by which organisations are compared.
  let thingCore: Range<Int>
  /// The words without titles and "Jr", by which persons are compared.
  let personCore: Range<Int>
  /// How many of the first words do not tell an organisation from others.
  let sharedWords: Int
  /// Hashes of the initials, of the whole name and of what it is compared by.
  let acronyms: [UInt64]
  /// Whether it is a single word that is read as a family name where it stands first too.
  let isLeadingSurname: Bool
  /// The hash of a person's formal first name and last name: "Bill Gates" is "William Gates".
  let fullNameHash: UInt64
  private let wordHashes: [UInt64]

  init(_ words: [String]) {
    self.words = words
    wordHashes = words.map(Self.hash)
    hash = Self.hash(wordHashes[...])
    let last = words[words.count - 1]
    singularHash =
      last.hasSuffix("s") && last.utf8.count > 4
      ? Self.hash(wordHashes.dropLast() + [Self.hash(String(last.dropLast()))]) : hash
    let key = words.joined(separator: " ")
    let usual = States.state(named: key)
    usualHash =
      usual == key
      ? hash : Self.hash(usual.split(separator: " ").map { Self.hash(String($0)) }[...])
    state = States.isState(usual) ? usual : nil
    capitalOf = States.state(ofCapital: key)
    thingCore = 0..<Self.end(of: words, without: companyEndings)
    var person = 0..<Self.end(of: words, without: personEndings)
    if person.count > 1, Gender.ofTitle(words[0]) != nil || words[0] == "dr" {
      person = 1..<person.upperBound
    }
    personCore = person
    let first = words[person.lowerBound]
    fullNameHash = Self.hash([
      Self.hash(formalNames[first] ?? first), wordHashes[person.upperBound - 1],
    ])
    sharedWords = words.firstIndex { !sharedNameWords.contains($0) } ?? words.count
    var initials = Annotator.acronyms(of: words)
    if thingCore.count < words.count {
      initials += Annotator.acronyms(of: Array(words[thingCore]))
    }
    acronyms = initials.map { Self.hash([Self.hash($0)]) }
    isLeadingSurname = words.count == 1 && leadingSurnames.contains(words[0])
  }

  /// The hash of some of the words, the same for these words in any name.
  func hash(of part: Range<Int>) -> UInt64 { Self.hash(wordHashes[part]) }

  private static func end(of words: [String], without endings: Set<String>) -> Int {
    var end = words.count
    while end > 1, endings.contains(words[end - 1]) { end -= 1 }
    return end
  }

  /// FNV-1a over the bytes, mixed, since it is weak in its high bits.
  private static func hash(_ word: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0x9E37_79B9_7F4A_7C15) { mixed($0 &* 31 ^ $1) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 31) &* 0x7FB5_D329_728E_A185
    value = (value ^ value >> 27) &* 0x81DA_DEF4_BC2D_D44D
    return value ^ value >> 33
  }
}
