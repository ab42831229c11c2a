/// What stands where a cue's content is due.
enum Frame: UInt8, CaseIterable {
  /// A quotation: `said, "…"`.
  case quotation
  /// Nothing, because the content went before: `…, she said`.
  case postposed
  /// Nothing, because a quotation went before: `"…," she said`.
  case quotationBefore
  /// A clause that "that" opens.
  case that
  /// A clause that "whether", "if", "who", "how" and the like open.
  case interrogative
  /// A clause that nothing opens.
  case clause
  /// "to" and a verb.
  case infinitive
  /// Somebody, "to" and a verb: `urged them to leave`.
  case objectInfinitive
  /// A noun phrase: `denounced the attack`.
  case nounPhrase
  /// A preposition and what hangs on it: `warned of a famine`.
  case preposition
  /// An adjective: `felt proud`.
  case adjective

  /// The letter in the data file; a passive cue has a `-` before it.
  var letter: UInt8 {
    switch self {
    case .quotation: UInt8(ascii: "q")
    case .postposed: UInt8(ascii: "e")
    case .quotationBefore: UInt8(ascii: "d")
    case .that: UInt8(ascii: "t")
    case .interrogative: UInt8(ascii: "w")
    case .clause: UInt8(ascii: "s")
    case .infinitive: UInt8(ascii: "i")
    case .objectInfinitive: UInt8(ascii: "o")
    case .nounPhrase: UInt8(ascii: "n")
    case .preposition: UInt8(ascii: "p")
    case .adjective: UInt8(ascii: "a")
    }
  }
}

/// A word that reports what somebody says, thinks or intends.
struct CueEntry {
  /// The word's part of speech.
  enum WordClass { case verb, noun, adjective }

  var wordClass: WordClass
  /// The hash of the word itself, which all its forms share.
  var lemma: UInt64
  /// What a source does with the content by it.
  var kind: ClaimKind
  /// Negative where the word denies its content.
  var polarity: Polarity
  /// How sure the source is who chooses it.
  var certainty: Certainty
  /// How often, in percent, the word reports with a frame; passive frames follow the active ones.
  /// 255 where too little is known.
  var percentages = [UInt8](repeating: 255, count: Frame.allCases.count * 2)
  /// The same with a preposition of its own: the hash of the word, and the percentage.
  var prepositions: [(preposition: UInt64, isPassive: Bool, percentage: UInt8)] = []
}
