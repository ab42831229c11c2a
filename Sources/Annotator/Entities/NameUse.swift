/// What one mention tells the rest of an article about names. It is made once a passage and kept
/// with it, so that the second look at an article costs by mentions and never reads the text again.
public struct NameUse: Sendable, Hashable {
  /// The name, by its hash, which takes no notice of case.
  var name: UInt64
  /// Its first and last word alone.
  var first: UInt64
  var last: UInt64
  /// The capitals that begin its words, as an abbreviation; 0 where it is one word.
  var initials: UInt64
  /// The number of its words.
  var words: Int
  /// Whether its first word is a frequent first name, by which nobody is called in news.
  var opensWithFirstName: Bool
}

/// A capitalised word that the first look took for no name, though the rest of the article may.
struct NameCandidate: Sendable, Hashable {
  /// The word, with what hyphens join to it.
  var tokens: Range<Int>
  /// The same as a name.
  var use: NameUse
  /// Whether texts also write the word in lower case.
  var isWord: Bool
  /// Whether "the" stands before it, and it begins no sentence.
  var isDefinite: Bool
}

/// What a passage tells the rest of an article about names, and what it may learn from there.
public struct NameUses: Sendable, Hashable {
  /// The passage's mentions, in their order.
  var mentions: [NameUse] = []
  /// The words that may be names too.
  var candidates: [NameCandidate] = []

  /// The same without the candidates that meet some tokens.
  func without(_ tokens: [Range<Int>]) -> NameUses {
    guard !tokens.isEmpty else { return self }
    var uses = self
    uses.candidates.removeAll { candidate in tokens.contains { $0.overlaps(candidate.tokens) } }
    return uses
  }
}

/// What a passage tells about names.
public func nameUses(
  of mentions: [Mention], in text: TokenizedProse, gazetteer: Gazetteer = .standard
) -> NameUses {
  text.prose.bytes.withUnsafeBufferPointer { bytes in
    NameUses(
      mentions: mentions.map { NameUse($0.tokens, text.tokens, bytes, gazetteer) },
      candidates: candidates(beside: mentions, in: text, bytes, gazetteer))
  }
}

/// The capitalised words outside all mentions, but for words of grammar and of the calendar.
private func candidates(
  beside mentions: [Mention], in text: TokenizedProse, _ bytes: UnsafeBufferPointer<UInt8>,
  _ gazetteer: Gazetteer
) -> [NameCandidate] {
  var candidates: [NameCandidate] = []
  var taken = mentions[...]
  for sentence in text.sentences {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      while let mention = taken.first, mention.tokens.upperBound <= i { taken.removeFirst() }
      if let mention = taken.first, mention.tokens.contains(i) {
        i = mention.tokens.upperBound
        continue
      }
      guard text.tokens[i].kind == .word, begins(bytes, text.tokens[i].range) else {
        i += 1
        continue
      }
      var end = i + 1
      while end + 1 < sentence.upperBound, text.tokens[end].range.count == 1,
        bytes[text.tokens[end].range.lowerBound] == UInt8(ascii: "-"),
        text.tokens[end].range.lowerBound == text.tokens[end - 1].range.upperBound,
        text.tokens[end + 1].range.lowerBound == text.tokens[end].range.upperBound,
        begins(bytes, text.tokens[end + 1].range)
      { end += 2 }
      let tokens = i..<end
      let use = NameUse(tokens, text.tokens, bytes, gazetteer)
      let kinds = gazetteer[use.name]
      if !kinds.intersects([.functionWord, .calendar, .title, .honorific]),
        taken.first.map({ $0.tokens.lowerBound >= end }) ?? true
      {
        candidates.append(
          NameCandidate(
            tokens: tokens, use: use, isWord: kinds.contains(.word),
            isDefinite: i > sentence.lowerBound && text.isToken(i - 1, "the")))
      }
      i = end
    }
  }
  return candidates
}

/// Whether a word begins with a capital, or with a letter beyond ASCII, and is more than a letter.
private func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  range.count > 1 && (bytes[range.lowerBound].isASCIIUpper || bytes[range.lowerBound] >= 0xC3)
}

extension NameUse {
  fileprivate init(
    _ name: Range<Int>, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>,
    _ gazetteer: Gazetteer
  ) {
    var hash = NameHash()
    var first: UInt64 = 0
    var last: UInt64 = 0
    var initials: [UInt8] = []
    var words = 0
    var word = NameHash()
    var end = -1
    for token in tokens[name] {
      // What a hyphen joins is one word: "Garcia-Lopez".
      let isJoined = token.range.lowerBound == end
      end = token.range.upperBound
      guard token.kind == .word || token.kind == .number else { continue }
      if !isJoined {
        words += 1
        word = NameHash()
      }
      NameHash.forEachPiece(of: bytes, token.range) { piece in
        hash.append(piece)
        word.append(piece)
      }
      if words == 1 { first = word.value }
      last = word.value
      let byte = bytes[token.range.lowerBound]
      if byte.isASCIIUpper { initials.append(byte) }
    }
    // "KCNA" stands for a name; what it is short for is found by its own letters.
    let letters = bytes[tokens[name.lowerBound].range]
    if words == 1, isAbbreviation(letters) { initials = letters.filter(\.isASCIIUpper) }
    self.name = hash.value
    self.first = first
    self.last = last
    self.initials =
      initials.count < 2
      ? 0 : initials.withUnsafeBufferPointer { NameHash.ofAbbreviation($0, 0..<$0.count) }
    self.words = words
    opensWithFirstName = gazetteer[first].contains(.commonFirstName)
  }
}
