/// A part of speech, after the Penn Treebank's, with what a claim's structure does not ask for left
/// out. The raw values are those of the model file.
enum WordTag: UInt8, CaseIterable {
  case noun
  case pluralNoun
  case name
  case pronoun
  case possessivePronoun
  case determiner
  case number
  case adjective
  case adverb
  case negation
  /// A preposition or subordinating conjunction, "that" among them.
  case preposition
  case to
  case modal
  case verbBase
  case verbPresent
  case verbThirdPerson
  case verbPast
  case verbParticiple
  case verbGerund
  case conjunction
  /// Who, which, what, when, where, why, how.
  case interrogative
  case existential
  case possessiveMark
  case particle
  case interjection
  case punctuation
  case symbol
  /// A whole quotation, where it stands for one word of the sentence around it. The model's state
  /// before the first word has the same number; no word bears it.
  case quotation

  /// Whether the tag is that of a verb, a modal one apart.
  var isVerb: Bool {
    rawValue >= WordTag.verbBase.rawValue && rawValue <= WordTag.verbGerund.rawValue
  }

  /// Whether a verb form has a tense, and so a subject.
  var isFinite: Bool {
    self == .modal || self == .verbPresent || self == .verbThirdPerson || self == .verbPast
  }

  /// Whether the word can be the head of a noun phrase.
  var isNominal: Bool {
    rawValue <= WordTag.pronoun.rawValue || self == .number || self == .existential
  }
}
