/// A word of the grammar of values: a token or a part of one. Tokens are cut where digits, letters
/// and signs meet, so that the grammar does not depend on how much of `$5bn` or `20-month` is one
/// token.
struct ValueWord: Sendable {
  /// The text in lower case, words without their inner stops: `pm` for `p.m.`.
  var text: String
  /// What the grammar knows of it.
  var lexeme: Lexeme
  /// The token that holds it.
  var token: Int
  /// Prose offsets.
  var range: Range<Int>
  /// Whether it begins with an ASCII capital.
  var isCapitalized: Bool
  /// Whether it begins its token.
  var startsToken: Bool
  /// Whether it ends its token.
  var endsToken: Bool
}

/// The words of a sentence or another run of tokens.
func valueWords(of tokens: Range<Int>, in text: TokenizedProse) -> [ValueWord] {
  var words: [ValueWord] = []
  words.reserveCapacity(tokens.count + 8)
  text.prose.bytes.withUnsafeBufferPointer { bytes in
    for token in tokens where text.tokens[token].kind != .address {
      let range = text.tokens[token].range
      let first = words.count
      var start = range.lowerBound
      while start < range.upperBound {
        let (end, word) = scanWord(bytes, start..<range.upperBound)
        if var word {
          word.token = token
          words.append(word)
        }
        start = end
      }
      if first < words.count {
        words[first].startsToken = true
        words[words.count - 1].endsToken = true
      }
    }
  }
  return words
}

/// Scans one word from the start of a range that is not empty; blanks yield none.
private func scanWord(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> (end: Int, word: ValueWord?) {
  let start = range.lowerBound
  let byte = bytes[start]
  if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { return (start + 1, nil) }
  var end = start
  var lexeme: Lexeme?
  if isDigit(byte) {
    (end, lexeme) = scanNumeral(bytes, range)
  } else if isLetter(byte) {
    end = scanLetters(bytes, range)
  } else {
    end = min(range.upperBound, start + sequenceLength(byte))
    if isBlank(bytes, start..<end) { return (end, nil) }
    // Superscripts and letters beyond ASCII go on with the word that they are in.
    if byte >= 0x80, !isSign(bytes, start..<end) { end = scanLetters(bytes, range) }
  }
  let text = lowered(bytes, start..<end)
  return (
    end,
    ValueWord(
      text: text, lexeme: lexeme ?? Lexeme.of(text), token: 0, range: start..<end,
      isCapitalized: byte >= 0x41 && byte <= 0x5A, startsToken: false, endsToken: false)
  )
}

/// Digits with inner separators, and an ending `st`, `nd`, `rd`, `th` or `s`.
private func scanNumeral(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> (end: Int, lexeme: Lexeme) {
  let start = range.lowerBound
  var end = start + 1
  var separators: Set<UInt8> = []
  while end < range.upperBound {
    let byte = bytes[end]
    if isDigit(byte) {
      end += 1
    } else if byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x2F,
      end + 1 < range.upperBound, isDigit(bytes[end + 1])
    {
      separators.insert(byte)
      end += 2
    } else {
      break
    }
  }
  let numeral = lowered(bytes, start..<end, keepingStops: true)
  if separators.contains(0x3A) || separators.contains(0x2F) || numeral.utf8.count > 18 {
    return (end, .compound(numeral))
  }
  guard let number = DecimalNumber(numeral: Substring(numeral).utf8) else {
    return (end, .compound(numeral))
  }
  var tail = end
  while tail < range.upperBound, isLetter(bytes[tail]) { tail += 1 }
  if tail > end, separators.isEmpty || separators == [0x2C], let integer = number.integer {
    switch lowered(bytes, end..<tail) {
    case "st", "nd", "rd", "th": return (tail, .ordinal(integer))
    case "s" where integer % 10 == 0 && end - start == (integer < 100 ? 2 : 4):
      return (tail, .decade(integer))
    case "s": return (tail, .other)
    default: break
    }
  }
  return (end, .numeral(number, digits: separators.isEmpty ? end - start : 0))
}

/// Letters, with inner stops as in `p.m`; also `km2`.
private func scanLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var end = range.lowerBound
  while end < range.upperBound {
    let byte = bytes[end]
    if isLetter(byte) {
      end += 1
    } else if byte >= 0x80 {
      let next = min(range.upperBound, end + sequenceLength(byte))
      if isSign(bytes, end..<next) { break }
      end = next
    } else if byte == 0x2E, end > range.lowerBound, end + 1 < range.upperBound,
      isLetter(bytes[end + 1])
    {
      end += 2
    } else if byte == 0x32 || byte == 0x33, end + 1 == range.upperBound,
      ["m", "km", "cm"].contains(lowered(bytes, range.lowerBound..<end))
    {
      return end + 1
    } else {
      break
    }
  }
  return max(end, range.lowerBound + 1)
}

/// The text of a range in lower case (ASCII), without stops where it is a word.
private func lowered(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, keepingStops: Bool = false
) -> String {
  let keep = keepingStops || range.count == 1
  return String(unsafeUninitializedCapacity: range.count) { buffer in
    var count = 0
    for byte in bytes[range] where keep || byte != 0x2E {
      buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      count += 1
    }
    return count
  }
}

/// Whether a scalar beyond ASCII is a sign or mark of its own: everything in General Punctuation and
/// Currency Symbols, and the signs of Latin-1.
private func isSign(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  let first = bytes[range.lowerBound]
  if first == 0xC2 {
    let second = range.count > 1 ? bytes[range.lowerBound + 1] : 0
    return second != 0xB2 && second != 0xB3 && second != 0xB5
  }
  return first == 0xE2
}

/// Whether a scalar beyond ASCII is one of the blanks of Latin-1 and General Punctuation.
private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  let i = range.lowerBound
  if range.count == 2 { return bytes[i] == 0xC2 && bytes[i + 1] == 0xA0 }
  return range.count == 3 && bytes[i] == 0xE2 && bytes[i + 1] == 0x80
    && (bytes[i + 2] <= 0x8B || bytes[i + 2] == 0xAF)
}

private func sequenceLength(_ byte: UInt8) -> Int {
  byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
