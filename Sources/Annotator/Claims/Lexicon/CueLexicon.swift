internal import AnnotatorModel

/// The words that report, by all their forms.
///
/// The data is a text of tab-separated lines: lemma (a verb's may have a second word, "put it"),
/// class, irregular forms (`-` for none, `double` for a doubled last letter, else past and
/// participle), kind, polarity, certainty, and percentages `frame:percent` separated by blanks. The
/// percentages say how often the word reports, where it has the frame, in the training texts; a
/// line of the lemma `*` holds those of all words of a class together, for the frames in which a
/// word is too rare.
struct CueLexicon {
  /// The lexicon of the product, read at first use.
  static let standard: CueLexicon = {
    let bytes = annotator_cues()
    return CueLexicon(data: UnsafeBufferPointer(start: bytes.start, count: bytes.count))
  }()

  private(set) var entries: [CueEntry] = []
  private var verbs: [UInt64: Int32] = [:]
  private var nouns: [UInt64: Int32] = [:]
  private var adjectives: [UInt64: Int32] = [:]
  private var phrases: [Phrase: Int32] = [:]
  private var defaults: [CueEntry?] = [nil, nil, nil]

  /// The entry for a word form, by the word's hash and its part of speech.
  func entry(_ hash: UInt64, _ tag: WordTag) -> Int? {
    switch tag {
    case _ where tag.isVerb: verbs[hash].map(Int.init)
    case .noun, .pluralNoun: nouns[hash].map(Int.init)
    case .adjective: adjectives[hash].map(Int.init)
    default: nil
    }
  }

  /// The entry for a verb form whatever the word was taken for.
  func verb(_ hash: UInt64) -> Int? { verbs[hash].map(Int.init) }

  /// The entry for a verb form and the word that makes a cue with it: "pointed out", "puts it".
  func phrase(_ hash: UInt64, _ second: UInt64) -> Int? {
    phrases[Phrase(verb: hash, second: second)].map(Int.init)
  }

  /// How likely it is, 0 to 1, that a word reports in a frame.
  func probability(
    _ entry: Int, _ frame: Frame, isPassive: Bool, preposition: UInt64? = nil
  ) -> Float {
    let word = entries[entry]
    if let preposition,
      let known = word.prepositions.first(where: {
        $0.preposition == preposition && $0.isPassive == isPassive
      })
    {
      return Float(known.percentage) / 100
    }
    let index = Int(frame.rawValue) + (isPassive ? Frame.allCases.count : 0)
    if word.percentages[index] <= 100 { return Float(word.percentages[index]) / 100 }
    let general = defaults[rank(word.wordClass)]?.percentages[index] ?? 255
    return general <= 100 ? Float(general) / 100 : 0.3
  }

  private func rank(_ wordClass: CueEntry.WordClass) -> Int {
    switch wordClass {
    case .verb: 0
    case .noun: 1
    case .adjective: 2
    }
  }

  /// A lexicon read from data; lines that are not understood are passed over.
  init(data: UnsafeBufferPointer<UInt8>) {
    verbs.reserveCapacity(4_000)
    for line in data.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count >= 7, line.first != UInt8(ascii: "#") else { continue }
      read(fields.map { Array($0) })
    }
  }

  /// A verb form with the word behind it.
  private struct Phrase: Hashable {
    var verb: UInt64
    var second: UInt64
  }

  private mutating func read(_ fields: [[UInt8]]) {
    guard let kind = ClaimKind(rawValue: String(decoding: fields[3], as: UTF8.self)),
      let polarity = Polarity(rawValue: String(decoding: fields[4], as: UTF8.self)),
      let certainty = Certainty(rawValue: String(decoding: fields[5], as: UTF8.self))
    else { return }
    let wordClass: CueEntry.WordClass =
      switch fields[1].first {
      case UInt8(ascii: "n"): .noun
      case UInt8(ascii: "a"): .adjective
      default: .verb
      }
    let lemma = fields[0]
    var entry = CueEntry(
      wordClass: wordClass, lemma: lemma.withUnsafeBufferPointer { wordHash($0, 0..<$0.count) },
      kind: kind, polarity: polarity, certainty: certainty)
    readPercentages(fields[6], into: &entry)
    guard lemma != [UInt8(ascii: "*")] else {
      defaults[rank(wordClass)] = entry
      return
    }
    let index = Int32(entries.count)
    entries.append(entry)
    func enter(_ form: [UInt8], _ table: inout [UInt64: Int32]) {
      let key = hash(form[...])
      if table[key] == nil { table[key] = index }
    }
    if let blank = lemma.firstIndex(of: 0x20) {
      let second = hash(lemma[(blank + 1)...])
      for form in verbForms(of: Array(lemma[..<blank]), irregular: fields[2]) {
        phrases[Phrase(verb: hash(form[...]), second: second)] = index
      }
      return
    }
    switch wordClass {
    case .verb: for form in verbForms(of: lemma, irregular: fields[2]) { enter(form, &verbs) }
    case .noun: for form in [lemma, plural(of: lemma)] { enter(form, &nouns) }
    case .adjective: enter(lemma, &adjectives)
    }
  }

  private func readPercentages(_ field: [UInt8], into entry: inout CueEntry) {
    for part in field.split(separator: 0x20) {
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")),
        let value = UInt8(String(decoding: part[(colon + 1)...], as: UTF8.self)), value <= 100
      else { continue }
      var key = Array(part[..<colon])
      let isPassive = key.first == UInt8(ascii: "-")
      if isPassive { key.removeFirst() }
      if key.count == 1, let frame = Frame.allCases.first(where: { $0.letter == key[0] }) {
        entry.percentages[Int(frame.rawValue) + (isPassive ? Frame.allCases.count : 0)] = value
      } else {
        let hash = key.withUnsafeBufferPointer { wordHash($0, 0..<$0.count) }
        entry.prepositions.append((hash, isPassive, value))
      }
    }
  }
}

private func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
  word.withUnsafeBufferPointer { wordHash($0, 0..<$0.count) }
}
