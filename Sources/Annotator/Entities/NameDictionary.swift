/// The names that a workspace knows, and words that are no names in it: what people say goes before
/// what a recogniser makes of a text.
///
/// A name is found wherever its words stand whole, as they are written or all in capitals; blanks and
/// apostrophes of any kind are alike. Of names that begin at one place the longest counts.
public struct NameDictionary: Sendable {
  /// A thing that the workspace knows.
  public struct Entry: Sendable, Hashable {
    /// Its full name.
    public var name: String
    /// What it is.
    public var type: EntityType
    /// Its other names.
    public var aliases: [String]

    /// A thing.
    public init(name: String, type: EntityType, aliases: [String] = []) {
      self.name = name
      self.type = type
      self.aliases = aliases
    }

    /// Whether its name is of one word, which may be a part of longer ones.
    var hasShortName: Bool { !name.contains(where: \.isWhitespace) }
  }

  /// The types that an entry may have: those of names, and `ROLE`.
  public static let types = EntityType.allCases.filter { !$0.isValue }

  /// The things.
  public let entries: [Entry]
  /// What is no name.
  public let ignored: [String]
  private let forms: NameForms

  /// A dictionary that knows nothing.
  public init() { self.init(entries: []) }

  /// A dictionary. Of two meanings of one form the last one counts, and what is ignored goes before
  /// what is known.
  public init(entries: [Entry], ignored: [String] = []) {
    self.entries = entries
    self.ignored = ignored
    forms = NameForms(entries, ignored)
  }

  /// Whether it knows nothing, so that nothing is to be looked up.
  public var isEmpty: Bool { entries.isEmpty && ignored.isEmpty }

  /// A place where a passage holds what the dictionary knows.
  struct Hit: Hashable {
    /// Token indices.
    var tokens: Range<Int>
    /// The thing, an index of `entries`; `nil` where it is no name.
    var entry: Int?
  }

  /// What a passage holds of the dictionary, in text order and without overlap.
  func hits(in text: TokenizedProse) -> [Hit] { isEmpty ? [] : forms.hits(in: text) }
}

extension NameDictionary: Hashable {
  /// Dictionaries are equal when they know the same.
  public static func == (a: NameDictionary, b: NameDictionary) -> Bool {
    a.forms === b.forms || a.entries == b.entries && a.ignored == b.ignored
  }

  /// A dictionary is known by what it knows.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
    hasher.combine(ignored)
  }
}

/// The forms of a dictionary's names, by the hashes of their tokens: a passage is compared with all of
/// them at once, however many there are.
private final class NameForms: Sendable {
  /// A name as it may stand in a text.
  private struct Form {
    /// The ways in which it is written, blanks and apostrophes made alike.
    var spellings: [[UInt8]]
    /// The thing that it means, or `nil` where it is no name.
    var entry: Int?
  }

  /// The forms by the hash of their tokens.
  private let forms: [UInt64: [Form]]
  /// The most tokens of a form, by its first one.
  private let lengths: [FoldedHash: Int]

  /// No name has more tokens; a longer one is a sentence, and is not looked for.
  private static let longest = 32

  init(_ entries: [NameDictionary.Entry], _ ignored: [String]) {
    var forms: [UInt64: [Form]] = [:]
    var lengths: [FoldedHash: Int] = [:]
    func add(_ name: String, _ entry: Int?) {
      let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let text = tokenize(Prose(verbatim: Array(name.utf8)))
      guard !text.tokens.isEmpty, text.tokens.count <= NameForms.longest else { return }
      let first = text.foldedHash(0)
      lengths[first] = max(lengths[first] ?? 0, text.tokens.count)
      let hash = text.tokens.indices.reduce(0) { NameForms.hash($0, text.foldedHash($1)) }
      var spellings = [name, name.uppercased()]
      // "The Hague Times" is "the Hague Times" inside a sentence.
      if name.hasPrefix("The ") { spellings.append("t" + name.dropFirst()) }
      let form = Form(spellings: spellings.map(NameForms.alike), entry: entry)
      forms[hash, default: []].removeAll { $0.spellings[0] == form.spellings[0] }
      forms[hash, default: []].append(form)
    }
    for (index, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases { add(name, index) }
    }
    for name in ignored { add(name, nil) }
    self.forms = forms
    self.lengths = lengths
  }

  /// The forms that a passage holds: at each place the longest.
  func hits(in text: TokenizedProse) -> [NameDictionary.Hit] {
    var hits: [NameDictionary.Hit] = []
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences {
        var i = sentence.lowerBound
        while i < sentence.upperBound {
          if let hit = longest(at: i, sentence.upperBound, text, bytes) {
            hits.append(hit)
            i = hit.tokens.upperBound
          } else {
            i += 1
          }
        }
      }
    }
    return hits
  }

  private func longest(
    at start: Int, _ limit: Int, _ text: TokenizedProse, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> NameDictionary.Hit? {
    let offset = text.tokens[start].range.lowerBound
    let first = text.foldedHash(start)
    // A word that ends its sentence may have taken the stop: "Acme Corp."
    let firstWithoutStop = withoutStop(start, text, bytes)
    let length = max(lengths[first] ?? 0, firstWithoutStop.flatMap { lengths[$0.hash] } ?? 0)
    guard length > 0, !isInsideWord(offset, bytes) else { return nil }
    var best: NameDictionary.Hit?
    var hash: UInt64 = 0
    for i in start..<min(limit, start + length) {
      let ends = [
        (hash: text.foldedHash(i), end: text.tokens[i].range.upperBound),
        withoutStop(i, text, bytes),
      ]
      for case (let last, let end)? in ends where !isInsideWord(end, bytes) {
        guard let found = forms[NameForms.hash(hash, last)] else { continue }
        let written = NameForms.alike(bytes[offset..<end])
        if let form = found.last(where: { $0.spellings.contains(written) }) {
          best = NameDictionary.Hit(tokens: start..<i + 1, entry: form.entry)
        }
      }
      hash = NameForms.hash(hash, text.foldedHash(i))
    }
    return best
  }

  /// A token without the stop at its end.
  private func withoutStop(
    _ token: Int, _ text: TokenizedProse, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (hash: FoldedHash, end: Int)? {
    let range = text.tokens[token].range
    guard range.count > 1, bytes[range.upperBound - 1] == UInt8(ascii: ".") else { return nil }
    let end = range.upperBound - 1
    return (FoldedHash(bytes, range.lowerBound..<end), end)
  }

  /// Whether letters or digits stand on both sides of an offset, as inside "don|'t" they do not.
  private func isInsideWord(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0, offset < bytes.count, isWordByte(bytes[offset - 1]) else { return false }
    return bytes[offset] < 0x80
      ? isWordByte(bytes[offset]) : bytes.characterClass(at: offset).0.isWordlike
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit
  }

  private static func hash(_ hash: UInt64, _ token: FoldedHash) -> UInt64 {
    (hash ^ token.value &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
  }

  private static func alike(_ name: String) -> [UInt8] { alike(Array(name.utf8)) }

  /// Text with one kind of blanks and of apostrophes.
  private static func alike(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if byte <= 0x20 {
        if result.last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
      if result.hasSuffix([0xC2, 0xA0]) {
        result.removeLast(2)
        if result.last != 0x20 { result.append(0x20) }
      } else if result.hasSuffix([0xE2, 0x80, 0x99]) {
        result.removeLast(3)
        result.append(UInt8(ascii: "'"))
      }
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
