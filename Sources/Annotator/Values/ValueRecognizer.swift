/// Finds dates, times and amounts by a grammar: what a reader recognises by form alone. Extents are
/// those of OntoNotes: modifiers of a number are inside, prepositions outside.
public struct ValueRecognizer: MentionRecognizer {
  /// A recogniser.
  public init() {}

  /// The values in a passage, in text order, without overlap.
  public func mentions(in text: TokenizedProse) -> [Mention] {
    var mentions: [Mention] = []
    for sentence in text.sentences {
      let words = valueWords(of: sentence, in: text)
      let grammar = ValueGrammar(words: words)
      var index = 0
      while index < words.count {
        guard words[index].lexeme != .other, let value = grammar.value(at: index) else {
          index += 1
          continue
        }
        if let tokens = grammar.tokens(index..<value.end) {
          mentions.append(Mention(tokens: tokens, type: value.type, confidence: value.confidence))
          index = value.end
        } else {
          index += 1
        }
      }
    }
    return mentions
  }
}

extension ParsedValue {
  /// How often a value of this kind is right; the bare numbers are the ones that names hold too.
  fileprivate var confidence: Float {
    switch type {
    case .money, .percent: 0.97
    case .date, .time: meaning == nil ? 0.85 : 0.93
    case .quantity, .ordinal: 0.9
    default: 0.85
    }
  }
}

extension ValueGrammar {
  /// The tokens of a run of words, when it begins and ends where tokens do. A stop that ends an
  /// abbreviation within the last token belongs to it.
  func tokens(_ range: Range<Int>) -> Range<Int>? {
    let first = words[range.lowerBound]
    var last = range.upperBound - 1
    while !words[last].endsToken, last + 1 < words.count, words[last + 1].text == "." { last += 1 }
    guard first.startsToken, words[last].endsToken, !isGluedToLetters(range.lowerBound) else {
      return nil
    }
    return first.token..<words[last].token + 1
  }

  /// Whether a hyphen glues a number to a word before it, as in `F-16` and `COVID-19`.
  private func isGluedToLetters(_ index: Int) -> Bool {
    guard touchesPrevious(index), text(index - 1) == "-", touchesPrevious(index - 1),
      isNumeral(index)
    else { return false }
    return words[index - 2].lexeme == .other
  }
}
