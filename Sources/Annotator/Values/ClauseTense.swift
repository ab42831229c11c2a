/// The tense of the clause around a date, from the nearest word that shows one: before the date
/// first, since English puts the verb there, then behind it. It is simple, and errs where a noun or
/// adjective looks like a verb.
func clauseTense(
  around tokens: Range<Int>, in text: TokenizedProse, sentence: Range<Int>
) -> ClauseTense {
  // The preposition before a date can tell by itself.
  if tokens.lowerBound > sentence.lowerBound {
    switch text.lowercased(tokens.lowerBound - 1) {
    case "by", "until", "till": return .future
    case "since": return .past
    default: break
    }
  }
  let reach = 24
  var index = tokens.lowerBound - 1
  while index >= max(sentence.lowerBound, tokens.lowerBound - reach) {
    if let tense = tense(of: index, in: text, from: sentence.lowerBound) { return tense }
    index -= 1
  }
  index = tokens.upperBound
  while index < min(sentence.upperBound, tokens.upperBound + reach) {
    if let tense = tense(of: index, in: text, from: sentence.lowerBound) { return tense }
    index += 1
  }
  return .unknown
}

/// The tense that a word shows, if it shows one.
private func tense(of index: Int, in text: TokenizedProse, from start: Int) -> ClauseTense? {
  let token = text.tokens[index]
  guard token.kind == .word, token.range.count <= 16 else { return nil }
  let word = text.string(index).lowercased()
  if futureWords.contains(word) { return .future }
  if word == "going" || word == "set", index + 1 < text.tokens.count {
    let next = text.lowercased(index + 1)
    if next == "to" || next == "for" { return .future }
  }
  if pastWords.contains(word) { return .past }
  if word == "to", index + 1 < text.tokens.count, text.tokens[index + 1].kind == .word {
    let next = text.string(index + 1)
    let isVerb =
      next.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false
      && !next.hasSuffix("s") && !next.hasSuffix("ing") && !notVerbs.contains(next)
    return isVerb ? .future : nil
  }
  guard word.hasSuffix("ed"), word.utf8.count > 4, !notParticiples.contains(word),
    text.string(index).utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false
  else { return nil }
  // "will be released", "to be held": the auxiliary tells.
  if index > start, text.string(index - 1) == "be" { return nil }
  return .past
}

private let futureWords: Set<String> = [
  "will", "'ll", "’ll", "shall", "wo", "won't", "would", "due", "scheduled", "expected", "upcoming",
  "until", "be", "plan", "plans", "planning", "considering", "considers", "hopes", "aims",
  "intends",
]

private let pastWords: Set<String> = [
  "said", "told", "was", "were", "had", "did", "went", "met", "made", "took", "came", "got", "gave",
  "began", "became", "held", "left", "led", "sent", "won", "lost", "kept", "knew", "thought", "saw",
  "found", "felt", "spoke", "wrote", "broke", "brought", "built", "bought", "caught", "chose",
  "drew",
  "drove", "fell", "flew", "fought", "grew", "paid", "ran", "rose", "sold", "shot", "stood",
  "struck",
  "taught", "threw", "shook", "sought", "been", "died", "hit", "fired",
]

private let notVerbs: Set<String> = [
  "the", "a", "an", "this", "that", "it", "him", "her", "them", "me", "you", "all", "any", "some",
  "their", "its", "our", "my", "your", "date", "more", "which", "what", "whom", "one", "two",
]

private let notParticiples: Set<String> = ["hundred", "indeed", "united", "allied", "speed"]
