extension TokenScanner {
  /// Scans a mark, with its repetitions where those are one mark (`...`, `--`, `?!`, ```` `` ````).
  mutating func scanPunctuation(at start: Int, length: Int) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "."):
      let end = endOfRun(of: byte, from: start)
      if end == start + 1 {
        if bytes.byte(at: end).isASCIIDigit, isBlank(before: start) || follows(bracketOrSign: start)
        {
          return emit(start..<numberEnd(from: end), .number)
        }
        if isBlank(before: start), let name = dottedNameEnd(from: end) {
          return emit(start..<name, .word)
        }
      }
      return emit(start..<end, .punctuation)
    case UInt8(ascii: "["):
      return emit(start..<(omissionEnd(from: start) ?? start + 1), .punctuation)
    case UInt8(ascii: "-"), UInt8(ascii: "`"):
      return emit(start..<endOfRun(of: byte, from: start), .punctuation)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var end = start + 1
      while bytes.byte(at: end) == UInt8(ascii: "!") || bytes.byte(at: end) == UInt8(ascii: "?") {
        end += 1
      }
      return emit(start..<end, .punctuation)
    case UInt8(ascii: ":"), UInt8(ascii: ";"):
      if let end = emoticonEnd(from: start) { return emit(start..<end, .symbol) }
      return emit(start..<start + 1, .punctuation)
    case 0xE2 where bytes.scalar(at: start).scalar == "‘":
      // The wrong mark before a word that lacks its beginning: ‘90s.
      let end = runEnd(from: start + length)
      if end > start + length, isBlank(before: start), isElided(start + length..<end) {
        return emit(start..<end, .word)
      }
      return emit(start..<repeatedEnd(from: start), .punctuation)
    default:
      return emit(start..<(length == 3 ? repeatedEnd(from: start) : start + length), .punctuation)
    }
  }

  /// Scans a sign: a handle, a hashtag, a run of one ASCII sign, or a sign.
  mutating func scanSymbol(at start: Int, length: Int) -> Int {
    guard length == 1 else { return emit(start..<endOfMarks(start + length), .symbol) }
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      let end = runEnd(from: start + 1)
      guard end > start + 1, digitsEnd(from: start + 1) < end else {
        return emit(start..<start + 1, .symbol)
      }
      return emit(start..<end, .address)
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"):
      return emit(start..<start + 1, .symbol)
    case UInt8(ascii: "+"):
      // A telephone number of another country.
      if isBlank(before: start), bytes.byte(at: start + 1).isASCIIDigit,
        digitsEnd(from: start + 1) - start > 7
      {
        return emit(start..<digitsEnd(from: start + 1), .number)
      }
      return emit(start..<endOfRun(of: byte, from: start), .symbol)
    default: return emit(start..<endOfRun(of: byte, from: start), .symbol)
    }
  }

  /// The end of an emoji sequence: skin tones, variants, pictures joined by U+200D, flags.
  func emojiEnd(from start: Int) -> Int {
    let first = bytes.scalar(at: start)
    var end = start + first.length
    if isRegionalIndicator(first.scalar) {
      guard end < bytes.count else { return end }
      let second = bytes.scalar(at: end)
      return isRegionalIndicator(second.scalar) ? end + second.length : end
    }
    while end < bytes.count {
      let (scalar, length) = bytes.scalar(at: end)
      if scalar == "\u{200D}" {
        guard end + length < bytes.count else { return end }
        let next = bytes.scalar(at: end + length)
        guard next.scalar.properties.isEmoji else { return end }
        end += length + next.length
      } else if scalar.properties.isVariationSelector || scalar.properties.isEmojiModifier
        || scalar == "\u{20E3}" || (0xE0020...0xE007F).contains(scalar.value)
      {
        end += length
      } else {
        return end
      }
    }
    return end
  }

  private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The end of a mark outside ASCII with its repetitions: a dash or ellipsis of several, a double
  /// quotation mark made of two single ones.
  private func repeatedEnd(from start: Int) -> Int {
    let first = bytes.scalar(at: start).scalar
    var end = start + 3
    while end < bytes.count {
      let next = bytes.scalar(at: end).scalar
      switch (first, next) {
      case ("—", "—"), ("–", "–"), ("…", "…"): end += 3
      case ("‘", "‘"), ("‘", "’"): return end + 3
      default: return end
      }
    }
    return end
  }

  /// The end of the mark of an omission: `[...]`, `[…]`.
  private func omissionEnd(from start: Int) -> Int? {
    let dots = endOfRun(of: UInt8(ascii: "."), from: start + 1)
    let isCurly = start + 4 < bytes.count && bytes.scalar(at: start + 1).scalar == "…"
    let end = isCurly ? start + 4 : dots
    guard isCurly || dots >= start + 3 else { return nil }
    return bytes.byte(at: end) == UInt8(ascii: "]") ? end + 1 : nil
  }

  /// Whether a bracket, a sign or a dash stands before an offset, so that a number may begin there.
  private func follows(bracketOrSign offset: Int) -> Bool {
    switch bytes[offset - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "$"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// The end of a name that begins with a stop: `.NET`, `.com`.
  private func dottedNameEnd(from start: Int) -> Int? {
    let end = runEnd(from: start)
    guard (2...4).contains(end - start), isBlank(at: end) || !isWordlike(at: end) else {
      return nil
    }
    let name = bytes[start..<end]
    if name.allSatisfy(\.isASCIIUpper) { return end }
    return isTopLevelDomain(start..<end) ? end : nil
  }

  /// The end of a face of two or three marks: `:)`, `;-)`, `:(`.
  private func emoticonEnd(from start: Int) -> Int? {
    var end = start + 1
    if bytes.byte(at: end) == UInt8(ascii: "-") { end += 1 }
    switch bytes.byte(at: end) {
    case UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "D"), UInt8(ascii: "P"):
      return isBlank(before: start) && isBlank(at: end + 1) ? end + 1 : nil
    default: return nil
    }
  }
}
