/// What an encoder makes of a run of words.
struct EncodedWindow: Sendable {
  /// The words, as indices of all those of the text.
  var words: Range<Int>
  /// The words that are judged by this window; in others they stand nearer to the end.
  var judged: Range<Int>
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

  /// Reads the words of a text in windows of whole sentences. In a long text each word is read twice,
  /// in two layouts, and judged where more stands around it.
  func windows(
    of words: [EncodedWord], sentences: [Range<Int>], _ room: EncoderRoom
  ) -> [EncodedWindow] {
    judgedRanges(of: words, sentences).map { range, judged in
      window(words, range, judged: judged, room)
    }
  }

  private func window(
    _ words: [EncodedWord], _ range: Range<Int>, judged: Range<Int>, _ room: EncoderRoom
  ) -> EncodedWindow {
    _ = read(words[range], room)
    var result = EncodedWindow(words: range, judged: judged, states: [], tags: [], names: [])
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

  /// The windows of a text, and of each the words that it judges, which part the text among them.
  func judgedRanges(
    of words: [EncodedWord], _ sentences: [Range<Int>]
  ) -> [(words: Range<Int>, judged: Range<Int>)] {
    let first = layout(words, sentences, firstLimit: EncoderNetwork.mostWords)
    guard first.count > 1 else { return first.map { ($0, $0) } }
    let second = layout(words, sentences, firstLimit: EncoderNetwork.mostWords / 2)
    var result: [(words: Range<Int>, judged: Range<Int>)] = []
    var a = 0
    var b = 0
    for word in words.indices {
      while first[a].upperBound <= word { a += 1 }
      while second[b].upperBound <= word { b += 1 }
      // How far the nearer end of a window is that is not that of the text.
      func room(_ window: Range<Int>) -> Int {
        let before = window.lowerBound == 0 ? Int.max : word - window.lowerBound
        let behind = window.upperBound == words.count ? Int.max : window.upperBound - 1 - word
        return min(before, behind)
      }
      let best = room(first[a]) >= room(second[b]) ? first[a] : second[b]
      if let last = result.indices.last, result[last].words == best {
        result[last].judged = result[last].judged.lowerBound..<word + 1
      } else {
        result.append((best, word..<word + 1))
      }
    }
    return result
  }

  /// Runs of whole sentences that fit in a window; a sentence that fits in none is cut.
  private func layout(
    _ words: [EncodedWord], _ sentences: [Range<Int>], firstLimit: Int
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var limit = firstLimit
    var start = 0
    var end = 0
    var pieces = 0
    let most = size.positions - 2
    func close() {
      if end > start { result.append(start..<end) }
      start = end
      pieces = 0
      limit = EncoderNetwork.mostWords
    }
    for sentence in sentences {
      let length = words[sentence].reduce(0) { $0 + $1.pieces.count }
      if sentence.upperBound - start > limit || pieces + length > most { close() }
      for word in sentence {
        if word + 1 - start > limit || pieces + words[word].pieces.count > most { close() }
        pieces += words[word].pieces.count
        end = word + 1
      }
    }
    close()
    return result
  }
}
