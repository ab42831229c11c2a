/// A word, a mark or a whole quotation of a window, with what the models look at. Everything is a
/// number, since features are hashes of these.
struct ClaimWord: Sendable {
  /// The passage, as an index of the window.
  var passage: Int
  /// The tokens, in that passage.
  var tokens: Range<Int>
  /// The word in lower case, by its hash; what kind of quotation it is.
  var hash: UInt64
  /// The dictionary form, by its hash, of a word that may report; else the word itself.
  var lemma: UInt64
  /// The part of speech.
  var tag: UInt64
  /// What the word is in its verb group; 0 outside of groups.
  var verb: UInt64 = 0
  /// The clusters that the word belongs to.
  var clusters: WordClusters.Clusters
  /// The name that the word is part of; 0 where it is none.
  var mention: UInt64 = 0
  /// What kind of quotation it is; 0 where it is a word.
  var quotation: UInt64 = 0
  /// Whether it is written with a capital.
  var isCapital: Bool
  /// What the rules take the word for.
  var ruled = Ruled()

  /// What the rules take a word for.
  struct Ruled: Sendable {
    /// Its part in the claims that the rules would give out.
    var part: UInt64 = 0
    /// The claim in whose content it is, as an index of the rules' claims; -1 for none.
    var claim = -1
    /// The likeliest report whose cue it is part of, as an index of the candidates; -1 for none.
    var report = -1
    /// How likely a report is that has it in its source, and in its content, from 0 to 7.
    var source: UInt64 = 0
    var content: UInt64 = 0
    /// Where candidates' sources and contents begin and end: a bit for each.
    var edges: UInt64 = 0
  }
}

/// Parts that a word can have in a claim; the raw values are used in features.
enum ClaimPart {
  static let sourceBegin: UInt64 = 1
  static let source: UInt64 = 2
  static let cue: UInt64 = 3
  static let contentBegin: UInt64 = 4
  static let content: UInt64 = 5
}

/// A probability as a number from 1 to 8.
@inline(__always)
func bin(_ probability: Float) -> UInt64 {
  switch probability {
  case ..<0.03: 1
  case ..<0.1: 2
  case ..<0.2: 3
  case ..<0.35: 4
  case ..<0.5: 5
  case ..<0.7: 6
  case ..<0.88: 7
  default: 8
  }
}

/// A number of words as a number from 0 to 11.
@inline(__always)
func lengthBin(_ count: Int) -> UInt64 {
  switch count {
  case ..<6: UInt64(max(0, count))
  case ..<8: 6
  case ..<11: 7
  case ..<16: 8
  case ..<24: 9
  case ..<36: 10
  default: 11
  }
}
