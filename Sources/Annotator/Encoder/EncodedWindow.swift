/// What an encoder makes of a run of words.
struct EncodedWindow: Sendable {
  /// The words, as indices of all those of the text.
  var words: Range<Int>
  /// The state of each word, one after another.
  var states: [Float]
  /// The probabilities of each word's tags (`TagLabels`).
  var tags: [ShortRow]
  /// The scores of each word's labels as a part of a name (`NameLabels`).
  var names: [LabelRow]
}

extension EncoderNetwork {
  /// The most words of a window.
  static let mostWords = 160

  /// Reads some words, which fit in a window.
  func window(_ words: [EncodedWord], _ range: Range<Int>, _ room: EncoderRoom) -> EncodedWindow {
    _ = read(words[range], room)
    var result = EncodedWindow(words: range, states: [], tags: [], names: [])
    result.states.reserveCapacity(range.count * size.width)
    result.tags.reserveCapacity(range.count)
    result.names.reserveCapacity(range.count)
    var row = 1
    for word in range {
      let state = room.states + row * size.width
      result.states.append(contentsOf: UnsafeBufferPointer(start: state, count: size.width))
      result.tags.append(tagProbabilities(state))
      result.names.append(nameScores(state))
      row += words[word].pieces.count
    }
    return result
  }

  /// The runs of whole sentences that words are read in; a sentence that fits in no window is cut.
  func windowRanges(of words: [EncodedWord], _ sentences: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var end = 0
    var pieces = 0
    let most = size.positions - 2
    func close() {
      if end > start { result.append(start..<end) }
      start = end
      pieces = 0
    }
    for sentence in sentences {
      let length = words[sentence].reduce(0) { $0 + $1.pieces.count }
      if sentence.upperBound - start > EncoderNetwork.mostWords || pieces + length > most {
        close()
      }
      for word in sentence {
        let isFull = word + 1 - start > EncoderNetwork.mostWords
        if isFull || pieces + words[word].pieces.count > most { close() }
        pieces += words[word].pieces.count
        end = word + 1
      }
    }
    close()
    return result
  }
}
