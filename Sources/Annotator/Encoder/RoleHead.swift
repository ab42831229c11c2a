internal import AnnotatorModel

/// Tells for one cue of a window which words are its source and its content.
///
/// Each word is seen by its state, its tags, the cue's mean state, its distance from the cue and
/// whether it is this cue, another one, or none; one layer of a transformer reads what comes of it.
struct RoleHead: Sendable {
  /// What a word is besides its role.
  enum Kind: Int {
    case word
    case otherCue
    case cue
  }

  /// The labels of words: O, and B and I of source and content, numbered as in `RoleLabels`.
  static let labels = 5
  /// The bins of signed distances.
  static let distances = 64

  private let width: Int
  private let state: EncoderMatrix
  private let cue: EncoderMatrix
  private let tags: EncoderOutput
  private let distances: [Float]
  private let kinds: [Float]
  private let norm: EncoderNorm
  private let layer: EncoderLayer
  private let output: EncoderOutput

  init(
    _ file: inout EncoderFile, _ memory: EncoderMemory, _ size: EncoderSize
  ) throws(DamagedEncoder) {
    width = size.roleWidth
    state = try memory.matrix(&file, inputs: size.width, outputs: width)
    cue = try memory.matrix(&file, inputs: size.width, outputs: width)
    tags = try EncoderOutput(&file, inputs: TagLabels.count, outputs: width)
    distances = try file.floats(RoleHead.distances * width)
    kinds = try file.floats(3 * width)
    norm = try EncoderNorm(&file, width: width)
    layer = try EncoderLayer(
      &file, memory, width: width, heads: size.roleHeads, inner: size.roleInner)
    output = try EncoderOutput(&file, inputs: width, outputs: RoleHead.labels)
  }

  /// What the head sees of the words of a window, whatever the cue.
  func seen(_ window: EncodedWindow, _ room: EncoderRoom) -> [Float] {
    let count = window.words.count
    var seen = [Float](repeating: 0, count: count * width)
    seen.withUnsafeMutableBufferPointer { seen in
      guard let seen = seen.baseAddress else { return }
      window.states.withUnsafeBufferPointer {
        room.multiply($0.baseAddress!, count, state, into: seen)
      }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: TagLabels.count) { row in
        guard let row = row.baseAddress else { return }
        for word in 0..<count {
          for label in 0..<TagLabels.count { row[label] = window.tags[word][label] }
          for i in 0..<width { seen[word * width + i] += tags.score(row, i) }
        }
      }
    }
    return seen
  }

  /// The scores of the labels of a window's words for a cue, which is a run of these words.
  func scores(
    _ window: EncodedWindow, seen: [Float], cue own: Range<Int>, isCue: (Int) -> Bool,
    _ room: EncoderRoom
  ) -> [ShortRow] {
    let count = window.words.count
    let states = room.states
    var mean = [Float](repeating: 0, count: cue.inputs)
    for word in own {
      for i in 0..<cue.inputs { mean[i] += window.states[word * cue.inputs + i] }
    }
    for i in mean.indices { mean[i] /= Float(own.count) }
    var asked = [Float](repeating: 0, count: width)
    asked.withUnsafeMutableBufferPointer { asked in
      mean.withUnsafeBufferPointer {
        room.multiply($0.baseAddress!, 1, cue, into: asked.baseAddress!)
      }
    }
    for word in 0..<count {
      let kind: Kind = own.contains(word) ? .cue : isCue(word) ? .otherCue : .word
      let distance =
        word >= own.upperBound
        ? word - own.upperBound + 1 : word < own.lowerBound ? word - own.lowerBound : 0
      let bin = RoleHead.bin(ofDistance: distance) * width
      for i in 0..<width {
        states[word * width + i] =
          seen[word * width + i] + asked[i] + distances[bin + i] + kinds[kind.rawValue * width + i]
      }
    }
    room.kernels.normalize(states, nil, count, width, norm.gain, norm.bias)
    room.kernels.gelu(states, count * width)
    layer.apply(to: states, rows: count, room)
    return (0..<count).map { word in
      var row = ShortRow(repeating: -.greatestFiniteMagnitude)
      for label in 0..<RoleHead.labels { row[label] = output.score(states + word * width, label) }
      return row
    }
  }

  /// The bin of a signed distance in words: exact up to 16, then four to a doubling.
  static func bin(ofDistance distance: Int) -> Int {
    let size = distance.magnitude
    var steps = Int(min(size, 16))
    if size > 16 {
      steps += RoleHead.longDistances.partitioningIndex { $0 > size } - 1
    }
    return distance < 0 ? 32 - steps : 32 + steps
  }

  /// The least distance of each bin from 16 on: 16 times the powers of the fourth root of 2.
  private static let longDistances: [UInt] = [
    16, 20, 23, 27, 32, 39, 46, 54, 64, 77, 91, 108, 128, 153, 182, 216,
  ]
}
