/// A passage as the recogniser of names reads it: what every token looks like, what is known of it
/// by itself, and the longer names of the gazetteer that begin at it.
struct NameText {
  /// What one token is.
  struct Word {
    /// What it is known to be, in its casing.
    var kinds: NameKinds = []
    /// What it looks like.
    var shape: WordShape = []
    /// Whether it can begin a name: a capital, or digits with letters.
    var isCapital = false
    /// Whether its capital says nothing: it begins a sentence, or all words are capitalised.
    var isForced = false
    /// The first of its matches, as an index of `matches`.
    var firstMatch = 0
  }

  /// A name of the gazetteer of more than one token.
  struct Match {
    var tokens: Range<Int>
    var kinds: NameKinds
  }

  let text: TokenizedProse
  private(set) var words: [Word] = []
  private(set) var matches: [Match] = []
  /// For each token, the first token of the longest title ("deputy foreign minister") that ends with
  /// it, or the token behind it where none does.
  private(set) var titleStarts: [Int] = []

  init(_ text: TokenizedProse, _ gazetteer: Gazetteer) {
    self.text = text
    text.prose.bytes.withUnsafeBufferPointer { bytes in
      look(bytes, gazetteer)
    }
    for sentence in text.sentences { judgeCapitals(sentence) }
    findTitles()
  }

  var count: Int { words.count }

  /// What a run of tokens is known to be.
  func kinds(_ start: Int, _ end: Int) -> NameKinds {
    if end == start + 1 { return words[start].kinds }
    var i = words[start].firstMatch
    while i < matches.count, matches[i].tokens.lowerBound == start {
      if matches[i].tokens.upperBound == end { return matches[i].kinds }
      i += 1
    }
    return []
  }

  /// The kinds of a token, none outside the passage.
  func kinds(at token: Int) -> NameKinds {
    words.indices.contains(token) ? words[token].kinds : []
  }

  /// Whether a token is a mark or sign of one ASCII byte.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    guard words.indices.contains(token) else { return false }
    let range = text.tokens[token].range
    return range.count == 1 && text.prose.bytes[range.lowerBound] == UInt8(ascii: mark)
  }

  /// Whether a token is the "'s" or "'" of a possessive.
  func isPossessive(_ token: Int) -> Bool {
    guard words.indices.contains(token), token > 0, !text.hasBlankBefore(token) else {
      return false
    }
    let range = text.tokens[token].range
    let bytes = text.prose.bytes
    switch range.count {
    case 1: return bytes[range.lowerBound] == UInt8(ascii: "'")
    case 2:
      return bytes[range.lowerBound] == UInt8(ascii: "'")
        && bytes[range.lowerBound + 1] | 0x20 == 0x73
    case 3, 4:
      return bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
        && bytes[range.lowerBound + 2] == 0x99
        && (range.count == 3 || bytes[range.lowerBound + 3] | 0x20 == 0x73)
    default: return false
    }
  }

  /// Whether a token is a hyphen that touches the words on both sides.
  func isInnerHyphen(_ token: Int) -> Bool {
    guard isMark(token, "-"), token > 0, token + 1 < count else { return false }
    return !text.hasBlankBefore(token) && !text.hasBlankAfter(token)
  }

  // MARK: Looking up

  private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, _ gazetteer: Gazetteer) {
    let count = text.tokens.count
    var pieces: [UInt64] = []
    var pieceStarts = [0]
    pieces.reserveCapacity(count + 8)
    pieceStarts.reserveCapacity(count + 1)
    words.reserveCapacity(count)
    for token in text.tokens {
      switch token.kind {
      case .word, .number:
        NameHash.forEachPiece(of: bytes, token.range) { piece in
          pieces.append(piece)
          var hash = NameHash()
          hash.append(piece)
          gazetteer.prefetch(hash.value)
        }
      case .punctuation where isApostropheOrHyphen(bytes, token.range),
        .symbol where token.range.count == 1:
        break
      case .punctuation, .symbol, .address:
        // A piece that no name has, so that names do not reach over the mark.
        pieces.append(1)
      }
      pieceStarts.append(pieces.count)
    }
    for i in 0..<count {
      var word = Word()
      word.firstMatch = matches.count
      let token = text.tokens[i]
      if token.kind == .word || token.kind == .number {
        word.shape = WordShape(bytes, token.range)
        word.isCapital = !word.shape.isDisjoint(with: [.initialCapital, .innerCapital])
        var hash = NameHash()
        var end = i
        var mayGoOn = true
        while mayGoOn, end < count, pieceStarts[end] < pieces.count {
          var found: NameKinds = [.continues]
          for k in pieceStarts[end]..<pieceStarts[end + 1] where found.contains(.continues) {
            hash.append(pieces[k])
            found = gazetteer[hash.value]
          }
          mayGoOn = found.contains(.continues)
          let isEmpty = pieceStarts[end] == pieceStarts[end + 1]
          end += 1
          found.remove(.continues)
          guard !found.isEmpty, !isEmpty else { continue }
          if end == i + 1 {
            word.kinds = found
          } else {
            matches.append(Match(tokens: i..<end, kinds: found))
          }
        }
        if word.shape.contains(.allCapitals), token.range.count < 16 {
          word.kinds.formUnion(gazetteer[NameHash.ofAbbreviation(bytes, token.range)])
          word.kinds.remove(.continues)
        }
        // "49ers", "76ers"
        if word.shape.contains(.hasDigit), word.kinds.contains(.team) { word.isCapital = true }
      }
      words.append(word)
    }
  }

  // MARK: Capitals

  /// Decides for the words of a sentence whether their capitals mean anything.
  private mutating func judgeCapitals(_ sentence: Range<Int>) {
    var letters = 0
    var capitals = 0
    var wholeCapitals = 0
    var longSmall = 0
    for i in sentence where text.tokens[i].kind == .word && words[i].shape.contains(.hasLetter) {
      letters += 1
      if words[i].isCapital { capitals += 1 }
      if words[i].shape.contains(.allCapitals) { wholeCapitals += 1 }
      if !words[i].isCapital, !words[i].kinds.contains(.functionWord) { longSmall += 1 }
    }
    let isShouted = wholeCapitals >= 3 && wholeCapitals * 4 >= letters * 3
    let endsInStop = sentence.last.map { isMark($0, ".") } ?? false
    let isHeadline = capitals >= 5 && longSmall * 6 <= capitals && !endsInStop
    var isFirst = true
    for i in sentence {
      switch text.tokens[i].kind {
      case .word, .number:
        words[i].isForced = isFirst || isShouted || isHeadline
        isFirst = false
      case .punctuation:
        // What follows an opening quotation mark or a colon may begin a sentence of its own.
        let byte = text.prose.bytes[text.tokens[i].range.lowerBound]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ":") || byte == 0xE2 {
          isFirst = true
        }
      case .symbol, .address: break
      }
    }
  }

  // MARK: Titles

  private mutating func findTitles() {
    titleStarts = Array(1..<count + 1)
    guard count > 0 else { return }
    for i in 0..<count {
      if words[i].kinds.contains(.title), words[i].isCapital || !text.isToken(i, in: otherwiseWords)
      {
        endTitle(i, start: i)
      }
      var k = words[i].firstMatch
      while k < matches.count, matches[k].tokens.lowerBound == i {
        if matches[k].kinds.contains(.title) {
          endTitle(matches[k].tokens.upperBound - 1, start: i)
        }
        k += 1
      }
    }
  }

  /// Whether a word may say what a minister is for: an ordinary word, in capitals by its own right.
  private func isPortfolio(_ i: Int) -> Bool {
    let word = words[i]
    return word.isCapital && !word.isForced && word.kinds.contains(.commonWord)
      && !word.kinds.intersects([.functionWord, .calendar, .organizationHead])
  }

  /// Notes a title, drawn out to the left over what modifies it.
  private mutating func endTitle(_ last: Int, start: Int) {
    var start = start
    while start > 0, last - start < 12 {
      let before = start - 1
      if words[before].kinds.intersects([.titleModifier, .title]),
        !words[before].kinds.contains(.functionWord)
      {
        start = before
      } else if start == last, words[last].isCapital, isPortfolio(before) {
        // "Fisheries Minister"
        start = before
      } else if before > 0, isInnerHyphen(before),
        words[before - 1].kinds.intersects([.titleModifier, .title])
      {
        start = before - 1
      } else {
        break
      }
    }
    titleStarts[last] = min(titleStarts[last], start)
  }
}

/// Whether a mark does not part the words of a name: "Asia-Pacific", "Workers' Party".
private func isApostropheOrHyphen(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> Bool {
  let first = bytes[range.lowerBound]
  return range.count == 1
    ? first == UInt8(ascii: "-") || first == UInt8(ascii: "'")
    : range.count == 3 && first == 0xE2 && bytes[range.lowerBound + 2] == 0x99
}

/// Titles that are something else in small letters.
private let otherwiseWords: WordSet = [
  "count", "private", "major", "general", "forward", "prop", "hooker", "opener", "marshal",
]
