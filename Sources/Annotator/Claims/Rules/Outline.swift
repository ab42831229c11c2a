/// A sentence in which every outermost quotation counts as one word. Quotations hold sentences of
/// their own, and what reports them stands around them, so that a sentence here may hold more than
/// one of the tokenizer's.
struct Outline {
  /// A word, a mark, or a whole quotation.
  struct Element {
    /// Token indices of the passage.
    var tokens: Range<Int>
    var tag: WordTag
    var hash: UInt64
    var classes: WordClasses
    /// The quotation that the element is, an index of the passage's.
    var quotation: Int?
    /// The verb group that the element belongs to.
    var group: Int?
  }

  /// A verb with its auxiliaries, negation and adverbs: "have long warned", "did not confirm".
  struct VerbGroup {
    /// The elements, with the word behind the main verb that makes a cue with it: "put it".
    var elements: Range<Int>
    /// The element of the main verb.
    var main: Int
    /// The lexicon's entry for the main verb.
    var cue: Int?
    /// The first verb's tense gives the group a subject.
    var isFinite: Bool
    var isPassive: Bool
    var isNegated: Bool
    var certainty: Certainty
    var isGerund: Bool
    var isInfinitive: Bool
    /// "to be": what follows says something of the subject.
    var isCopula: Bool
  }

  /// The passage, as an index of the window.
  var passage: Int
  /// Whether it is the first of its passage.
  var isFirst: Bool
  /// Whether it is a title or heading, whose sentences are clipped.
  var isHeadline: Bool
  var elements: [Element]
  var groups: [VerbGroup] = []

  /// The end without the sentence's final stop.
  var end: Int {
    var end = elements.count
    while end > 0, elements[end - 1].classes.contains(.stop) { end -= 1 }
    return end
  }

  /// The classes of an element, none beyond the ends.
  func classes(_ index: Int) -> WordClasses {
    elements.indices.contains(index) ? elements[index].classes : []
  }

  /// The tag of an element, a mark's beyond the ends.
  func tag(_ index: Int) -> WordTag {
    elements.indices.contains(index) ? elements[index].tag : .punctuation
  }

  /// The verb group at an element.
  func group(_ index: Int) -> VerbGroup? {
    guard elements.indices.contains(index), let group = elements[index].group else { return nil }
    return groups[group]
  }

  /// The quotation at an element.
  func quotation(_ index: Int) -> Int? {
    elements.indices.contains(index) ? elements[index].quotation : nil
  }

  /// The tokens of a range of elements, which must not be empty.
  func tokens(_ range: Range<Int>) -> Range<Int> {
    elements[range.lowerBound].tokens.lowerBound..<elements[range.upperBound - 1].tokens.upperBound
  }
}
