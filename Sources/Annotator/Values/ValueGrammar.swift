/// A value that was read from words.
struct ParsedValue {
  /// The index behind its last word.
  var end: Int
  /// Its type.
  var type: EntityType
  /// What it says, where that is known.
  var meaning: ValueMeaning?

  init(_ end: Int, _ type: EntityType, _ meaning: ValueMeaning? = nil) {
    self.end = end
    self.type = type
    self.meaning = meaning
  }

  /// A date or time.
  init(_ end: Int, _ type: EntityType, _ time: TimeMeaning?) {
    self.init(end, type, time.map(ValueMeaning.time))
  }
}

/// A reader of values in the words of one sentence: a grammar by recursive descent. Each rule takes
/// the index of a word and gives what it read from there, or `nil`. A rule looks at a bounded number
/// of words, so that reading a sentence is linear in its length.
struct ValueGrammar {
  /// The words of the sentence.
  let words: [ValueWord]

  /// The longest value that begins with a word; of equally long ones the first, in the order of the
  /// rules.
  func value(at index: Int) -> ParsedValue? {
    if words[index].lexeme == .other { return nil }
    var best: ParsedValue?
    for candidate in [date(at: index), clock(at: index), amount(at: index)] {
      if let candidate, candidate.end > best?.end ?? 0 { best = candidate }
    }
    return best
  }

  /// The text of a word, empty beyond the ends.
  func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// What is known of a word.
  func lexeme(_ index: Int) -> Lexeme {
    words.indices.contains(index) ? words[index].lexeme : .other
  }

  /// Whether a word is one of some, given with blanks between them.
  func isOne(_ index: Int, of texts: Set<String>) -> Bool { texts.contains(text(index)) }

  /// The same with a few texts that stand in the code, of which no set need be made.
  func isOne(_ index: Int, of texts: [String]) -> Bool { texts.contains(text(index)) }

  /// Whether a word begins with a capital.
  func isCapitalized(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].isCapitalized
  }

  /// Whether nothing stands between a word and the one before it.
  func touchesPrevious(_ index: Int) -> Bool {
    index > 0 && index < words.count
      && words[index - 1].range.upperBound == words[index].range.lowerBound
  }

  /// The index behind a hyphen or dash that touches the words on both sides, else the same index.
  func skippingHyphen(_ index: Int) -> Int {
    isOne(index, of: ["-", "–", "‑"]) && touchesPrevious(index) && touchesPrevious(index + 1)
      ? index + 1 : index
  }

  /// The index behind the stop of an abbreviation, which has at most five letters, else the same.
  func skippingStop(_ index: Int) -> Int {
    text(index) == "." && touchesPrevious(index) && text(index - 1).utf8.count <= 5
      && !Self.shortNames.contains(text(index - 1)) ? index + 1 : index
  }

  /// Names of months that are short, but no abbreviations.
  private static let shortNames: Set<String> = ["march", "april", "may", "june", "july"]
}
