internal import AnnotatorModel

/// Parts of speech by a hidden Markov model: what each word was in treebanks, and what follows what.
///
/// The model file is read in place. Its layout, little endian, after the four letters `WTAG`:
/// - logarithms of the transitions, 28 rows of 28 `Float32`, row `WordTag.quotation` being the
///   sentence's start,
/// - logarithms of each tag's frequency, 28 `Float32`,
/// - 32,768 slots of two `UInt32` in open addressing by the low bits of a word's hash: the high half
///   of the hash, then three times five bits of tag and five of -4 ln P(tag | word). A payload of
///   zero is an empty slot. Word ends of one to four letters are in the same table, under a hash
///   that is seeded by the word's shape.
enum WordTagger {
  private static let tagCount = 28
  private static let slotMask = 32_767
  private static let tables = 4 + (tagCount * tagCount + tagCount) * 4

  /// Up to four readings of a word.
  private struct Readings {
    var count = 0
    var tags = SIMD4<UInt8>()
    var scores = SIMD4<Float>()
  }

  /// Whether the data that is built into the program is whole; every word is punctuation otherwise.
  static var isSound: Bool { annotator_word_tags().count == tables + (slotMask + 1) * 8 }

  /// The tags of the tokens of a passage.
  static func tags(_ text: TokenizedProse, hashes: [UInt64]) -> [WordTag] {
    var tags = [WordTag](repeating: .punctuation, count: text.tokens.count)
    var readings: [Readings] = []
    var back: [SIMD4<UInt8>] = []
    let file = annotator_word_tags()
    guard isSound, let model = UnsafeRawPointer(file.start) else {
      return tags
    }
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences {
        readings.removeAll(keepingCapacity: true)
        for token in sentence {
          readings.append(
            read(
              text.tokens[token], hash: hashes[token], isFirst: token == sentence.lowerBound,
              bytes, model))
        }
        decode(readings, model, &back, into: &tags, from: sentence.lowerBound)
      }
    }
    return tags
  }

  /// The best path through the readings of one sentence.
  private static func decode(
    _ readings: [Readings], _ model: UnsafeRawPointer, _ back: inout [SIMD4<UInt8>],
    into tags: inout [WordTag], from start: Int
  ) {
    guard !readings.isEmpty else { return }
    back.removeAll(keepingCapacity: true)
    var previous = Readings()
    previous.count = 1
    previous.tags[0] = WordTag.quotation.rawValue
    for reading in readings {
      var current = reading
      var links = SIMD4<UInt8>()
      for index in 0..<current.count {
        var best = -Float.infinity
        for other in 0..<previous.count {
          let score =
            previous.scores[other]
            + float(model, Int(previous.tags[other]) * tagCount + Int(current.tags[index]))
          if score > best {
            best = score
            links[index] = UInt8(other)
          }
        }
        current.scores[index] += best
      }
      back.append(links)
      previous = current
    }
    var at = 0
    for index in 1..<max(1, previous.count) where previous.scores[index] > previous.scores[at] {
      at = index
    }
    for index in readings.indices.reversed() {
      tags[start + index] = WordTag(rawValue: readings[index].tags[at]) ?? .noun
      at = Int(back[index][at])
    }
  }

  private static func float(_ model: UnsafeRawPointer, _ index: Int) -> Float {
    model.loadUnaligned(fromByteOffset: 4 + index * 4, as: Float.self)
  }

  /// The payload of a hash, or `nil`.
  private static func slot(_ hash: UInt64, _ model: UnsafeRawPointer) -> UInt32? {
    var index = Int(truncatingIfNeeded: hash) & slotMask
    let check = UInt32(truncatingIfNeeded: hash >> 32)
    while true {
      let at = tables + index * 8
      let payload = model.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      if payload == 0 { return nil }
      if model.loadUnaligned(fromByteOffset: at, as: UInt32.self) == check { return payload }
      index = (index + 1) & slotMask
    }
  }

  private static func read(
    _ token: Token, hash: UInt64, isFirst: Bool, _ bytes: UnsafeBufferPointer<UInt8>,
    _ model: UnsafeRawPointer
  ) -> Readings {
    switch token.kind {
    case .punctuation: return only(.punctuation, model)
    case .symbol: return only(.symbol, model)
    case .address: return only(.noun, model)
    case .word, .number: break
    }
    let first = bytes[token.range.lowerBound]
    let isCapital = (0x41...0x5A).contains(first)
    if let payload = slot(hash, model) {
      var readings = unpack(payload, model)
      if isCapital { capitalize(&readings, isFirst: isFirst, model) }
      return readings
    }
    if token.kind == .number { return only(.number, model) }
    let hasHyphen = bytes[token.range].contains(0x2D)
    let shape: UInt64 = isCapital || first >= 0x80 ? (isFirst ? 1 : 2) : hasHyphen ? 3 : 4
    // An unknown word with a capital is a name, at a sentence's start too, unless it ends like an
    // adverb or a verb form.
    if shape == 1, !endsLikeOpener(bytes[token.range]) { return only(.name, model) }
    for length in stride(from: 4, through: 1, by: -1) where length < token.range.count {
      let end = wordHash(
        bytes, token.range.upperBound - length..<token.range.upperBound, seed: shape << 8)
      if let payload = slot(end, model) { return unpack(payload, model) }
    }
    return only(isCapital ? .name : .noun, model)
  }

  private static func endsLikeOpener(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["ly", "ing", "ed"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func only(_ tag: WordTag, _ model: UnsafeRawPointer) -> Readings {
    var readings = Readings()
    readings.count = 1
    readings.tags[0] = tag.rawValue
    return readings
  }

  private static func unpack(_ payload: UInt32, _ model: UnsafeRawPointer) -> Readings {
    var readings = Readings()
    var rest = payload
    while rest != 0, readings.count < 3 {
      // Tags are stored from one, so that an empty third is zero.
      let tag = UInt8(truncatingIfNeeded: rest & 31) - 1
      let cost = Float((rest >> 5) & 31) / 4
      readings.tags[readings.count] = tag
      readings.scores[readings.count] = -cost - prior(tag, model)
      readings.count += 1
      rest >>= 10
    }
    return readings
  }

  private static func prior(_ tag: UInt8, _ model: UnsafeRawPointer) -> Float {
    float(model, tagCount * tagCount + Int(tag))
  }

  /// Lets a known word with a capital be a name. Words of the closed classes stay what they are.
  private static func capitalize(
    _ readings: inout Readings, isFirst: Bool, _ model: UnsafeRawPointer
  ) {
    guard let best = WordTag(rawValue: readings.tags[0]) else { return }
    switch best {
    case .determiner, .preposition, .conjunction, .pronoun, .possessivePronoun, .to, .modal,
      .interrogative, .negation, .existential, .number, .name:
      return
    default: break
    }
    let name = WordTag.name.rawValue
    // 10 % at the start of a sentence, 85 % elsewhere, by the treebanks.
    let (asName, asWord): (Float, Float) = isFirst ? (-2.3, -0.1) : (-0.16, -1.9)
    for index in 0..<readings.count { readings.scores[index] += asWord }
    var index = (0..<readings.count).first { readings.tags[$0] == name } ?? readings.count
    if index == readings.count { readings.count += 1 }
    index = min(index, 3)
    readings.tags[index] = name
    readings.scores[index] = asName - prior(name, model)
  }
}
