/// What the learned recogniser's features are made of: for each token of a passage its spelling,
/// clusters and kinds, the name of the gazetteer that covers it, and the run of capitals it is in.
struct NameFacts {
  /// What is known of one token.
  struct Word {
    var spelling: NameSpelling
    var clusters: WordClusters.Clusters
    /// The kinds of the longest name of the gazetteer, of two tokens or more, that covers the token.
    var cover: NameKinds = []
    /// Where the token stands in that name: 0 for nowhere, 1 first, 2 inside, 3 last.
    var coverPlace: UInt64 = 0
    /// The run of capitalised words that the token is in, or is alone outside.
    var run: Range<Int>
    /// Whether the token is within double quotation marks.
    var isQuoted = false
    /// The words that are set apart and hold the token, as an index of `spans`; -1 where none do.
    var span = -1
    /// What other places in the passage tell of the word.
    var seen: Seen = []
  }

  /// How a word stands somewhere in the passage.
  struct Seen: OptionSet {
    let rawValue: UInt16
    static let inLowerCase = Seen(rawValue: 1)
    static let withFreeCapital = Seen(rawValue: 2)
    static let lastOfRun = Seen(rawValue: 4)
    static let firstOfRun = Seen(rawValue: 8)
    static let afterTitle = Seen(rawValue: 16)
    static let afterFirstName = Seen(rawValue: 32)
    static let withOrganizationHead = Seen(rawValue: 64)
    static let insideOfRun = Seen(rawValue: 128)
  }

  let names: NameText
  private(set) var words: [Word] = []
  /// The words that are set apart.
  let spans: [NameSpan]

  init(_ names: NameText, _ clusters: WordClusters) {
    self.names = names
    spans = names.spansSetApart()
    let text = names.text
    words.reserveCapacity(names.count)
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      var quoted = false
      for (i, token) in text.tokens.enumerated() {
        let spelling = NameSpelling(bytes, token.range)
        var word = Word(
          spelling: spelling, clusters: clusters.clusters(of: spelling.folded), run: i..<i + 1)
        if let turn = NameFacts.turn(bytes, token, quoted) { quoted = turn }
        word.isQuoted = quoted
        words.append(word)
      }
    }
    for (index, span) in spans.enumerated() {
      for i in span.tokens { words[i].span = index }
    }
    findRuns()
    findCovers()
    findRepeats()
  }

  /// Whether quotation goes on behind a token that is a double mark; `nil` for any other token.
  @inline(__always)
  private static func turn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, _ quoted: Bool
  ) -> Bool? {
    guard token.kind == .punctuation else { return nil }
    let start = token.range.lowerBound
    switch token.range.count {
    case 1: return bytes[start] == UInt8(ascii: "\"") ? !quoted : nil
    case 2: return bytes[start] == 0x60 ? true : bytes[start] == UInt8(ascii: "'") ? false : nil
    case 3 where bytes[start] == 0xE2 && bytes[start + 1] == 0x80:
      return bytes[start + 2] == 0x9C ? true : bytes[start + 2] == 0x9D ? false : nil
    default: return nil
    }
  }

  /// Finds the runs of capitalised words, over the hyphens between them, within sentences.
  private mutating func findRuns() {
    for sentence in names.text.sentences {
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        guard names.words[i].isCapital else {
          i += 1
          continue
        }
        var end = i + 1
        while end < sentence.upperBound {
          if names.words[end].isCapital {
            end += 1
          } else if end + 1 < sentence.upperBound, names.words[end + 1].isCapital,
            names.isInnerHyphen(end) || names.isMark(end, "&")
          {
            end += 2
          } else {
            break
          }
        }
        for k in i..<end { words[k].run = i..<end }
        i = end
      }
    }
  }

  private mutating func findCovers() {
    // Matches come by their first token; a longer one takes the place of a shorter one.
    for match in names.matches {
      let first = match.tokens.lowerBound
      let last = match.tokens.upperBound - 1
      // A name in small letters is no name.
      guard names.words[first].isCapital || names.words[last].isCapital else { continue }
      if words[first].coverPlace != 0, words[first].coverPlace != 1 { continue }
      for i in match.tokens {
        words[i].cover = match.kinds
        words[i].coverPlace = i == first ? 1 : i == last ? 3 : 2
      }
    }
  }

  /// Gathers what the places of each word in the passage tell.
  private mutating func findRepeats() {
    var seen: [UInt64: Seen] = [:]
    seen.reserveCapacity(words.count)
    for i in words.indices where names.text.tokens[i].kind == .word {
      let word = names.words[i]
      var here: Seen = []
      if !word.isCapital {
        here = .inLowerCase
      } else {
        let run = words[i].run
        if !word.isForced { here.insert(.withFreeCapital) }
        if run.count > 1 {
          here.insert(
            i == run.lowerBound ? .firstOfRun : i + 1 == run.upperBound ? .lastOfRun : .insideOfRun)
          if i > run.lowerBound, names.words[i - 1].kinds.contains(.commonFirstName) {
            here.insert(.afterFirstName)
          }
          if names.words[run.upperBound - 1].kinds.intersects([.organizationHead, .companySuffix]) {
            here.insert(.withOrganizationHead)
          }
        }
        if run.lowerBound > 0 {
          let before = run.lowerBound - 1
          if names.titleStarts[before] <= before || names.words[before].kinds.contains(.honorific) {
            here.insert(.afterTitle)
          }
        }
      }
      seen[words[i].spelling.folded, default: []].formUnion(here)
    }
    for i in words.indices where names.words[i].isCapital {
      words[i].seen = seen[words[i].spelling.folded] ?? []
    }
  }
}
