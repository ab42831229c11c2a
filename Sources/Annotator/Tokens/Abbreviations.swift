/// What an abbreviation that is written with a stop says of the text behind it.
enum AbbreviationKind: UInt8 {
  /// Stands before a name: `Mr.`, `Gen.`, `St.`; never ends a sentence before a capital.
  case title
  /// Stands before its object and ends no sentence: `vs.`, `e.g.`, `approx.`
  case connective
  /// Stands before a number: `No.`, `p.`, `Vol.`; an abbreviation only there.
  case reference
  /// A month, which a number may follow: `Nov.`
  case month
  /// A day, which a comma, number or month follows: `Sun.`
  case weekday
  /// An American state behind a comma whose abbreviation is also a word: `Miss.`, `Ore.`
  case stateBehindComma
  /// Stands behind its object: `Inc.`, `Jr.`, `etc.`, `Calif.`, `U.S.`, `a.m.`; may end a sentence.
  case trailing
  /// A single capital with a stop: `J.`
  case initial
}

/// The kind of the abbreviation that a word without its last stop would be, going by the word alone.
func abbreviationKind(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> AbbreviationKind?
{
  guard word.count <= 8 else { return nil }
  let (first, length) = bytes.scalar(at: word.lowerBound)
  if length == word.count, isCapital(first) { return .initial }
  guard let kind = abbreviations[FoldedHash(bytes, word)] else {
    return isDotted(bytes, word) ? .trailing : nil
  }
  switch kind {
  case .title, .month, .weekday, .stateBehindComma: return isCapital(first) ? kind : nil
  case .connective, .reference, .trailing, .initial: return kind
  }
}

/// Whether a word has a stop between two letters.
private func isDotted(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
  var i = word.lowerBound + 1
  while i < word.upperBound {
    if bytes[i] == UInt8(ascii: ".") { return true }
    i += 1
  }
  return false
}

private let abbreviations: [FoldedHash: AbbreviationKind] = {
  let lists: [(AbbreviationKind, String)] = [
    (
      .title,
      """
      mr mrs ms mx dr drs prof gen lt col capt cmdr cdr maj sgt cpl pvt adm brig gov sen sens rep
      reps rev revs fr hon pres supt insp det amb mme mlle messrs st ste ft mt sra srta ven atty
      """
    ),
    (.connective, "vs v viz cf e.g i.e eg ie approx ca esp incl c b d"),
    (.reference, "no nos vol vols fig figs sec sect art arts ch chap pt p pp para op eq ext"),
    (.month, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (.weekday, "mon tue tues wed weds thu thur thurs fri sat sun"),
    (.stateBehindComma, "miss me mass ill ind ore wash del ark kan mo la pa wis mich ala va"),
    (
      .trailing,
      """
      inc co corp ltd bros plc jr sr esq etc al ariz calif colo conn fla ga ky md minn mont neb nev
      okla tenn tex vt wyo ave blvd rd hwy dept univ assn intl ont que alta
      """
    ),
  ]
  var table: [FoldedHash: AbbreviationKind] = [:]
  for (kind, words) in lists {
    for word in words.split(whereSeparator: \.isWhitespace) {
      table[FoldedHash(String(word))] = kind
    }
  }
  return table
}()

extension TokenScanner {
  /// Whether the stop behind a word belongs to it.
  func keepsStop(_ word: Range<Int>) -> Bool {
    let behind = word.upperBound + 1
    // The stops of an ellipsis belong to no word.
    guard bytes.byte(at: behind) != UInt8(ascii: ".") else { return false }
    let next = nextVisible(from: behind)
    if word.count == 1, isSpacedLetter(next) { return true }
    guard let kind = abbreviationKind(bytes, word) else { return false }
    switch kind {
    case .trailing, .title, .month: return true
    case .connective:
      return next.map { word.count > 1 || isDigitOrCapital(at: $0) } ?? false
    case .reference: return next.map { bytes[$0].isASCIIDigit } ?? false
    case .weekday:
      return next.map { bytes[$0] == UInt8(ascii: ",") || bytes[$0].isASCIIDigit } ?? false
    case .stateBehindComma: return lastToken(is: UInt8(ascii: ","))
    case .initial: return isInitial(word, next: next)
    }
  }

  /// Whether a capital with a stop is an initial of a name: a name or another initial goes on behind
  /// it. "Plan B. The" and "So did I. They" are not such.
  private func isInitial(_ letter: Range<Int>, next: Int?) -> Bool {
    guard let next else { return false }
    if bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "-") {
      return bytes[letter.lowerBound] != UInt8(ascii: "I")
    }
    var followsName = false
    if let last = tokens.last {
      if lettered.contains(FoldedHash(bytes, last.range)) { return false }
      followsName =
        last.kind == .word && last.range.count > 1
        && isCapital(bytes.scalar(at: last.range.lowerBound).scalar)
      if bytes[letter.lowerBound] == UInt8(ascii: "I"), !followsName { return false }
    }
    let first = bytes.scalar(at: next).scalar
    // "Charles G. and David H. Koch".
    guard isCapital(first) else { return followsName && first.properties.isLowercase }
    let word = next..<runEnd(from: next)
    return isOneCharacter(word) || !sentenceOpeners.contains(FoldedHash(bytes, word))
  }

  /// Whether a letter with a stop is one of a row with blanks: `U. S.`, `b. c.`; `next` is what
  /// follows it.
  private func isSpacedLetter(_ next: Int?) -> Bool {
    if let next, bytes[next].isASCIILetter, bytes.byte(at: next + 1) == UInt8(ascii: "."),
      bytes.byte(at: next + 2) != UInt8(ascii: ".")
    {
      return true
    }
    guard let last = tokens.last?.range, last.count == 2, bytes[last.lowerBound].isASCIILetter
    else { return false }
    return bytes[last.lowerBound + 1] == UInt8(ascii: ".")
  }

  private func isDigitOrCapital(at offset: Int) -> Bool {
    bytes[offset].isASCIIDigit || isCapital(bytes.scalar(at: offset).scalar)
  }

  /// Where the next character that is no blank begins.
  private func nextVisible(from offset: Int) -> Int? {
    var i = offset
    while i < bytes.count {
      let (kind, length) = bytes.characterClass(at: i)
      if kind != .blank, kind != .ignorable { return i }
      i += length
    }
    return nil
  }

  private func lastToken(is byte: UInt8) -> Bool {
    guard let last = tokens.last else { return false }
    return last.range.count == 1 && bytes[last.range.lowerBound] == byte
  }
}

/// Words that are followed by a letter that is no initial: "Plan B.", "vitamin C."
private let lettered = WordSet(
  words: """
    plan vitamin class type group grade hepatitis section category option exhibit schedule war part
    title chapter appendix team company division side and or
    """)
