/// An encoder as an adviser of the recogniser of names: the logarithms of its probabilities are added
/// to the recogniser's scores, as if both had seen the word by themselves.
struct EncoderNames: NameAdviser {
  let network: EncoderNetwork
  /// How much the encoder is heard.
  var weight: Float = 1

  func scores(in text: TokenizedProse) -> [LabelRow] {
    guard !text.tokens.isEmpty else { return [] }
    let room = EncoderRoom(network.size)
    let (words, sentences) = network.pieces.words(of: [text])
    var rows = [LabelRow](repeating: .zero, count: words.count)
    for window in network.windows(of: words, sentences: sentences, room) {
      for word in window.judged {
        let scores = window.names[word - window.words.lowerBound]
        rows[word] = (scores - LabelRow(repeating: scores.max)) * weight
      }
    }
    return rows
  }
}
