/// The value of a DATE, TIME, MONEY, PERCENT or QUANTITY: TIMEX3 for dates
/// and times, seen from the article's dateline, and `NUMBER UNIT` for amounts.
///
/// - Parameter dateline: the day of the article; without it only values that do not depend on it are
///   known.
/// - Returns: `nil` where the text does not tell.
public func resolveValue(
  of mention: Mention, in text: TokenizedProse, dateline: Dateline?
) -> String? {
  meaning(of: mention, in: text)?.value(from: dateline)
}

/// What a value says before the dateline is known: a function of the passage alone, which can be
/// kept with it.
public struct DatelessValue: Sendable, Hashable {
  var meaning: ValueMeaning
  var tense: ClauseTense

  /// The value as seen from a dateline.
  public func value(from dateline: Dateline?) -> String? {
    switch meaning {
    case .amount(let amount): amount.text
    case .time(let time): time.timex(from: dateline, tense: tense)
    }
  }
}

/// Reads what a value says, or `nil` where its words do not tell.
public func meaning(of mention: Mention, in text: TokenizedProse) -> DatelessValue? {
  switch mention.type {
  case .date, .time, .money, .percent, .quantity: break
  default: return nil
  }
  let sentence = text.sentences[text.sentence(of: mention.tokens.lowerBound)]
  // Two tokens before and behind let the grammar see what it looks at beside a value.
  let window =
    max(
      sentence.lowerBound, mention.tokens.lowerBound - 4)..<min(
      max(sentence.upperBound, mention.tokens.upperBound), mention.tokens.upperBound + 8)
  let words = valueWords(of: window, in: text)
  let grammar = ValueGrammar(words: words)
  guard let first = words.firstIndex(where: { $0.token >= mention.tokens.lowerBound }),
    let parsed = grammar.reading(of: mention, from: first), var meaning = parsed.meaning
  else { return nil }
  if case .time(.clock(nil, let hour, let minute, let zone)) = meaning {
    let day = grammar.day(beside: first..<parsed.end)
    meaning = .time(.clock(day, hour: hour, minute: minute, zone: zone))
  }
  return DatelessValue(
    meaning: meaning, tense: clauseTense(around: mention.tokens, in: text, sentence: sentence))
}

extension ValueGrammar {
  /// The reading of a mention's words: the first of its type that begins in the mention and reaches
  /// its end, whatever the extents of whoever found it.
  fileprivate func reading(of mention: Mention, from first: Int) -> ParsedValue? {
    var index = first
    while index < words.count, words[index].token < mention.tokens.upperBound {
      if let value = value(at: index), value.end > index,
        words[value.end - 1].token >= mention.tokens.upperBound - 1
          || value.end < words.count && isClosing(value.end, before: mention.tokens.upperBound)
      {
        return value.type == mention.type || value.type.isTemporal && mention.type.isTemporal
          ? value : nil
      }
      index += 1
    }
    return nil
  }

  /// Whether only marks stand from a word to the end of a mention.
  private func isClosing(_ index: Int, before token: Int) -> Bool {
    words[index...].prefix { $0.token < token }.allSatisfy { isOne($0) }
  }

  private func isOne(_ word: ValueWord) -> Bool { word.text == "." || word.text == "," }

  /// The day that stands beside a time of the clock: "10 a.m. on Thursday", "Thursday at 10 a.m.".
  fileprivate func day(beside range: Range<Int>) -> TimeMeaning? {
    let next = isOne(range.upperBound, of: ["on", ","]) ? range.upperBound + 1 : range.upperBound
    if let value = date(at: min(next, words.count - 1)), value.type == .date,
      case .time(let day)? = value.meaning, day.isDay
    {
      return day
    }
    let end =
      isOne(range.lowerBound - 1, of: ["at", ","]) ? range.lowerBound - 1 : range.lowerBound
    for start in max(0, end - 5)..<max(0, end) {
      if let value = date(at: start), value.end == end, case .time(let day)? = value.meaning,
        day.isDay
      {
        return day
      }
    }
    return nil
  }
}

extension EntityType {
  fileprivate var isTemporal: Bool { self == .date || self == .time }
}

extension TimeMeaning {
  /// Whether it says a single day.
  fileprivate var isDay: Bool {
    switch self {
    case .day, .weekday, .unit(.day, _): true
    default: false
    }
  }
}
