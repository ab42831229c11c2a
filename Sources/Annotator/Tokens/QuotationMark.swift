/// A quotation mark of a passage, told apart from apostrophes and from the signs of feet, inches,
/// minutes and seconds.
public struct QuotationMark: Sendable, Hashable {
  /// The kinds of mark; one of a kind closes what another of it opened.
  public enum Kind: Sendable {
    /// `"` `“` `”` `„` ` `` ` `''`.
    case double
    /// `'` `‘` `’` `‚` `` ` ``.
    case single
    /// `«` `»`.
    case angle
    /// `‹` `›`.
    case singleAngle
    /// `「` `」` and `『` `』`.
    case corner
  }

  /// The token that it is.
  public var token: Int
  /// Which kind of mark it is.
  public var kind: Kind
  /// Whether it is `"` or `'`, which look the same at both ends.
  public var isStraight: Bool
  /// Whether it opens a quotation; otherwise it closes one.
  public var opens: Bool
  /// Its partner, as an index of the passage's marks; `nil` where it has none.
  public var partner: Int?

  /// A quotation mark.
  public init(token: Int, kind: Kind, isStraight: Bool, opens: Bool, partner: Int? = nil) {
    self.token = token
    self.kind = kind
    self.isStraight = isStraight
    self.opens = opens
    self.partner = partner
  }
}

/// The quotation marks of a passage in text order, with their partners. Quotations may hold others.
/// A mark whose look leaves open what it does is read by the blanks beside it and by what is open.
public func quotationMarks(in text: TokenizedProse) -> [QuotationMark] {
  var marks: [QuotationMark] = []
  // Indices of the marks that have opened and not closed, the innermost last.
  var open: [Int] = []
  var openCount: [QuotationMark.Kind: Int] = [:]
  let glyphs = text.quotationGlyphs()
  let closesNext = text.nextSingleCloses(glyphs)
  for (number, (token, glyph)) in glyphs.enumerated() {
    let isOpen = openCount[glyph.kind, default: 0] > 0
    switch text.reading(of: token, glyph, isOpen: isOpen, closesNext: closesNext[number]) {
    case .none: continue
    case .opens:
      open.append(marks.count)
      openCount[glyph.kind, default: 0] += 1
      marks.append(
        QuotationMark(token: token, kind: glyph.kind, isStraight: glyph.isStraight, opens: true))
    case .closes:
      var mark = QuotationMark(
        token: token, kind: glyph.kind, isStraight: glyph.isStraight, opens: false)
      // What opened inside and did not close has no partner.
      while isOpen, mark.partner == nil, let last = open.popLast() {
        openCount[marks[last].kind, default: 0] -= 1
        guard marks[last].kind == glyph.kind else { continue }
        mark.partner = last
        marks[last].partner = marks.count
      }
      marks.append(mark)
    }
  }
  return marks
}

/// What a mark that may be a quotation mark is.
private enum Reading {
  case opens
  case closes
  /// An apostrophe or the sign of a measure.
  case none
}

extension TokenizedProse {
  /// What a mark does, by the blanks beside it and by whether its kind is open.
  fileprivate func reading(
    of token: Int, _ glyph: QuotationGlyph, isOpen: Bool, closesNext: Bool
  ) -> Reading {
    let startsWord = stands(beforeWord: token)
    let endsWord = stands(behindWord: token)
    switch glyph {
    case .straightDouble:
      if isMeasure(token, isOpen: isOpen) { return .none }
      if startsWord, !endsWord { return .opens }
      if endsWord, !startsWord { return .closes }
      return isOpen ? .closes : .opens
    case .straightSingle, .curlyApostrophe:
      if startsWord, !endsWord, glyph.isStraight || !isOpen && closesNext { return .opens }
      guard endsWord, !isMeasure(token, isOpen: isOpen) else { return isOpen ? .closes : .none }
      let isPossessive = isBehindLetter(token)
      // "the writers' union' said": the last of several candidates closes.
      if isOpen { return isPossessive && closesNext && isBehindPlural(token) ? .none : .closes }
      return isPossessive || isBehindNumber(token) ? .none : .closes
    case .opening:
      // German and Nordic usage turns the marks: „…“, »…«.
      return isOpen && endsWord && !startsWord ? .closes : .opens
    case .closing:
      if isInches(token) { return .none }
      return !isOpen && startsWord && !endsWord ? .opens : .closes
    }
  }

  /// Whether a mark stands where a quotation may begin: nothing but blanks, opening marks and dashes
  /// touches it from before, and something touches it from behind.
  private func stands(beforeWord token: Int) -> Bool {
    guard !hasBlankAfter(token) else { return false }
    return hasBlankBefore(token) || isOpener(token - 1)
  }

  /// Whether a mark touches what stands before it, and a blank or closing mark follows.
  private func stands(behindWord token: Int) -> Bool {
    guard !hasBlankBefore(token), !isOpener(token - 1) || isDash(token - 1) else { return false }
    return hasBlankAfter(token) || tokens[token + 1].kind == .punctuation
  }

  private func isOpener(_ token: Int) -> Bool {
    switch string(token) {
    case "(", "[", "{", "“", "‘", "\"", "'", "«", "„", "‚", "—", "–", "-", "--", "/", "¿", "¡",
      "``", "''":
      !hasBlankAfter(token) && tokens[token].kind == .punctuation
        && (!isAmbiguousQuote(token) || hasBlankBefore(token))
    default: false
    }
  }

  private func isAmbiguousQuote(_ token: Int) -> Bool {
    let first = prose.bytes[tokens[token].range.lowerBound]
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
  }

  private func isDash(_ token: Int) -> Bool {
    switch string(token) {
    case "—", "–", "-", "--": true
    default: false
    }
  }

  private func isBehindLetter(_ token: Int) -> Bool {
    token > 0 && tokens[token - 1].kind == .word && !hasBlankBefore(token)
  }

  private func isBehindNumber(_ token: Int) -> Bool {
    guard token > 0, !hasBlankBefore(token) else { return false }
    return prose.bytes[tokens[token].range.lowerBound - 1].isASCIIDigit
  }

  /// Whether a mark stands behind an `s`, or an `in` that has lost its `g` ("Lyin’ Ted"), and a word
  /// behind a blank.
  private func isBehindPlural(_ token: Int) -> Bool {
    guard token > 0, token + 1 < tokens.count, tokens[token + 1].kind == .word else { return false }
    let start = tokens[token].range.lowerBound
    let last = prose.bytes[start - 1] | 0x20
    let isClipped =
      last == UInt8(ascii: "n") && start > 1 && prose.bytes[start - 2] | 0x20 == UInt8(ascii: "i")
    return (last == UInt8(ascii: "s") || isClipped) && hasBlankAfter(token)
  }

  /// For each mark, whether the next one that can close a single quotation stands where only a
  /// closing one stands.
  fileprivate func nextSingleCloses(_ glyphs: [(token: Int, glyph: QuotationGlyph)]) -> [Bool] {
    var result = [Bool](repeating: false, count: glyphs.count)
    var closes = false
    for (index, (token, glyph)) in glyphs.enumerated().reversed() {
      result[index] = closes
      guard glyph.kind == .single else { continue }
      closes = glyph.canCloseSingle && stands(behindWord: token) && !stands(beforeWord: token)
    }
    return result
  }

  /// Whether a mark is the sign of a measure (`6'2"`, `5"`).
  private func isMeasure(_ token: Int, isOpen: Bool) -> Bool {
    guard isBehindNumber(token) else { return false }
    if !isOpen { return true }
    // Inside a quotation only inches behind feet, and feet before inches, are beyond doubt.
    let isFeet =
      token + 1 < tokens.count && !hasBlankAfter(token) && tokens[token + 1].kind == .number
    return isFeet || isInches(token)
  }

  /// Whether a mark stands behind feet and a number: `6'2"`, `6’2”`.
  private func isInches(_ token: Int) -> Bool {
    guard token >= 3, isBehindNumber(token), !hasBlankBefore(token - 1),
      tokens[token - 3].kind == .number, !hasBlankBefore(token - 2)
    else { return false }
    return ["'", "’", "′"].contains(string(token - 2))
  }
}
