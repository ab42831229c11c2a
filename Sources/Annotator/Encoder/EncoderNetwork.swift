internal import AnnotatorModel

/// An encoder and its heads: what each word of a window is, as it was learnt from marked texts.
///
/// Words are cut into pieces, of which a transformer makes states (Devlin and others 2019; the weights
/// began as those of MiniLM, Wang and others 2020). A word's state is that of its first piece.
struct EncoderNetwork: Sendable {
  let size: EncoderSize
  let pieces: WordPieces
  private let vectors: PackedMatrix
  private let positions: [Float]
  private let shapes: [Float]
  private let quotes: [Float]
  private let starts: [Float]
  private let norm: EncoderNorm
  private let layers: [EncoderLayer]
  private let tags: EncoderOutput
  private let names: EncoderOutput
  /// Tells who said what by a cue.
  let roles: RoleHead
  /// How its claims are weighed against those of the instant tier.
  let weighing: ClaimWeighing
  /// Where it works.
  let rooms: EncoderRooms
  private let memory: EncoderMemory

  /// The network whose weights are built into the program; `nil` where there are none.
  static let standard: EncoderNetwork? = {
    let bytes = annotator_encoder()
    return EncoderNetwork(
      permanent: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
  }()

  /// A network over bytes that are never freed or changed; `nil` where they are damaged.
  init?(permanent bytes: UnsafeRawBufferPointer) {
    var file = EncoderFile(permanent: bytes)
    let memory = EncoderMemory()
    do {
      size = try EncoderSize(&file)
      pieces = WordPieces(
        list: UnsafeRawBufferPointer(start: try file.take(size.pieceBytes), count: size.pieceBytes))
      vectors = try PackedMatrix(&file, rows: size.pieces, columns: size.width)
      positions = try file.rows(size.positions, width: size.width)
      shapes = try file.floats(EncodedWord.Shape.allCases.count * size.width)
      quotes = try file.floats(EncodedWord.Quote.allCases.count * size.width)
      starts = try file.floats(EncodedWord.Start.allCases.count * size.width)
      norm = try EncoderNorm(&file, width: size.width)
      var layers: [EncoderLayer] = []
      for _ in 0..<size.layers {
        layers.append(
          try EncoderLayer(
            &file, memory, width: size.width, heads: size.heads, inner: size.inner))
      }
      self.layers = layers
      tags = try EncoderOutput(&file, inputs: size.width, outputs: TagLabels.count)
      names = try EncoderOutput(&file, inputs: size.width, outputs: NameLabels.count)
      roles = try RoleHead(&file, memory, size)
      weighing = try ClaimWeighing(&file)
    } catch {
      return nil
    }
    guard file.isAtEnd else { return nil }
    self.memory = memory
    rooms = EncoderRooms(size)
  }

  /// Reads a window of words, whose pieces must be two fewer than the positions at most; leaves the
  /// states of its pieces in the room. The first one stands before the words, the last one behind.
  func read(_ words: ArraySlice<EncodedWord>, _ room: EncoderRoom) -> Int {
    var rows = 0
    func add(_ piece: Int32, _ word: EncodedWord) {
      let width = size.width
      let state = room.states + rows * width
      for i in 0..<width {
        state[i] =
          positions[rows * width + i] + shapes[Int(word.shape.rawValue) * width + i]
          + quotes[Int(word.quote.rawValue) * width + i]
          + starts[Int(word.start.rawValue) * width + i]
      }
      vectors.add(row: Int(piece), to: state)
      rows += 1
    }
    add(Int32(WordPieces.start), .none)
    for word in words {
      for piece in word.pieces where rows < size.positions - 1 { add(piece, word) }
    }
    add(Int32(WordPieces.end), .none)
    room.kernels.normalize(room.states, nil, rows, size.width, norm.gain, norm.bias)
    for layer in layers { layer.apply(to: room.states, rows: rows, room) }
    return rows
  }

  /// The probabilities of a word's tags (`TagLabels`), from its state.
  func tagProbabilities(_ state: UnsafePointer<Float>) -> ShortRow {
    var row = ShortRow(repeating: -.greatestFiniteMagnitude)
    for label in 0..<TagLabels.count { row[label] = tags.score(state, label) }
    let powers = (row - ShortRow(repeating: row.max)).exponential
    return powers * (1 / powers.sum)
  }

  /// The scores of a word's labels as a part of a name (`NameLabels`), from its state.
  func nameScores(_ state: UnsafePointer<Float>) -> LabelRow {
    var row = LabelRow(repeating: -.greatestFiniteMagnitude)
    for label in 0..<NameLabels.count { row[label] = names.score(state, label) }
    return row
  }
}
