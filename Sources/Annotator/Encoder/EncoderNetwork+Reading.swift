extension EncoderNetwork {
  /// The least probability of a word that is taken for part of a cue. What comes of unlikely cues is
  /// weighed later.
  private static let leastCue: Float = 0.25

  /// Reads a passage; `nil` when the task it runs in is cancelled, between two windows.
  func reading(of text: TokenizedProse) -> PassageReading? {
    let words = pieces.words(of: text)
    return rooms.withRoom { room in
      var names: [LabelRow] = []
      names.reserveCapacity(words.count)
      var claims: [EncodedClaim] = []
      for range in windowRanges(of: words, text.sentences) {
        if Task.isCancelled { return nil }
        let window = window(words, range, room)
        names += window.names.map { $0 - LabelRow(repeating: $0.max) }
        claims += self.claims(in: window, threshold: EncoderNetwork.leastCue, room)
      }
      return PassageReading(names: names, claims: claims)
    }
  }
}
