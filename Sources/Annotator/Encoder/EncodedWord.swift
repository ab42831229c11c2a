/// A word as an encoder reads it.
struct EncodedWord: Sendable {
  /// What a word looks like; its pieces are in small letters.
  enum Shape: UInt8, CaseIterable {
    /// What stands before and behind the words.
    case none
    case small
    case capital
    case allCapitals
    /// Capitals within.
    case mixed
    case digits
    case mark
  }

  /// Where a word stands to the quotations in double marks or guillemets that no other holds.
  enum Quote: UInt8, CaseIterable {
    case outside
    case inside
    case opening
    case closing
  }

  /// What a word begins.
  enum Start: UInt8, CaseIterable {
    case nothing
    case sentence
    case passage
  }

  /// The numbers of its pieces; at least one.
  var pieces: [Int32]
  var shape: Shape
  var quote: Quote = .outside
  var start: Start = .nothing

  /// What stands before and behind the words.
  static let none = EncodedWord(pieces: [], shape: .none)
}

extension WordPieces {
  /// The words of a passage.
  func words(of text: TokenizedProse) -> [EncodedWord] {
    var words = zip(text.tokens, quoteStates(of: text)).map { token, quote in
      let bytes = text.prose.bytes[token.range]
      var word = EncodedWord(pieces: [], shape: shape(of: bytes), quote: quote)
      cut(bytes, into: &word.pieces)
      return word
    }
    for sentence in text.sentences { words[sentence.lowerBound].start = .sentence }
    if !words.isEmpty { words[0].start = .passage }
    return words
  }
}

/// Where each word of a passage stands to its quotations.
func quoteStates(of text: TokenizedProse) -> [EncodedWord.Quote] {
  var states = [EncodedWord.Quote](repeating: .outside, count: text.tokens.count)
  for quote in quotations(in: text.prose) where quote.depth == 0 {
    let first = text.tokens.partitioningIndex { $0.range.upperBound > quote.range.lowerBound }
    for at in first..<text.tokens.count {
      let range = text.tokens[at].range
      guard range.lowerBound < quote.range.upperBound else { break }
      states[at] =
        quote.opening?.overlaps(range) == true
        ? .opening : quote.closing?.overlaps(range) == true ? .closing : .inside
    }
  }
  return states
}

/// What a word looks like.
private func shape(of word: ArraySlice<UInt8>) -> EncodedWord.Shape {
  let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
  var hasLetter = false
  for scalar in scalars {
    switch scalar.properties.numericType {
    case .decimal, .digit: return .digits
    default: break
    }
    hasLetter = hasLetter || scalar.isLetter
  }
  guard hasLetter else { return .mark }
  if !scalars.contains(where: \.properties.changesWhenLowercased) { return .small }
  if scalars.count > 1, !scalars.contains(where: \.properties.changesWhenUppercased) {
    return .allCapitals
  }
  return scalars.dropFirst().contains(where: \.properties.changesWhenLowercased)
    ? .mixed : .capital
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
