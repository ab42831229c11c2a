extension TokenizedProse {
  /// The words of the text, each with what touches it by a hyphen or apostrophe: "Hauge-Lien".
  func words() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var token = 0
    while token < tokens.count {
      guard tokens[token].kind == .word else {
        token += 1
        continue
      }
      let word = word(from: token)
      result.append(word)
      token = word.upperBound
    }
    return result
  }

  /// The word that begins with a token, without a possessive ending.
  func word(from start: Int) -> Range<Int> {
    var end = start + 1
    while end + 1 < tokens.count, tokens[end].range.lowerBound == tokens[end - 1].range.upperBound,
      tokens[end + 1].range.lowerBound == tokens[end].range.upperBound,
      isToken(end, "-") || isToken(end, "'"), tokens[end + 1].kind == .word
    { end += 2 }
    return start..<end
  }

  /// Whether one of some tokens begins with a capital: "d’Entremont".
  func hasCapital(_ range: Range<Int>) -> Bool {
    prose.bytes[proseRange(range)].contains { $0.isASCIIUpper || $0 >= 0xC3 }
  }

  /// Whether a token begins with a capital.
  func isCapitalized(_ token: Int) -> Bool {
    prose.bytes.withUnsafeBufferPointer { bytes in
      let start = tokens[token].range.lowerBound
      return bytes[start] < 0x80
        ? bytes[start].isASCIIUpper : bytes.scalar(at: start).scalar.properties.isUppercase
    }
  }
}
