/// What an encoder makes of one passage by itself. It holds for as long as the passage's text stays
/// as it is, whatever stands around it.
public final class PassageReading: Sendable {
  /// For each token, the logarithms of the probabilities of its labels as a part of a name
  /// (`NameLabels`).
  let names: [LabelRow]
  /// The claims in it, by their cues in text order.
  let claims: [EncodedClaim]

  init(names: [LabelRow], claims: [EncodedClaim]) {
    self.names = names
    self.claims = claims
  }
}

/// A claim that an encoder finds in the words of a passage.
struct EncodedClaim: Sendable, Equatable {
  /// Words of the source, in parts.
  var source: [Range<Int>] = []
  /// Words of the cue.
  var cue: Range<Int>
  /// Words of the content, in parts.
  var content: [Range<Int>] = []
  /// The mean probability of the cue's words, of the content's, and of the source's.
  var cueProbability: Float
  var contentProbability: Float = 0
  var sourceProbability: Float = 0
}
