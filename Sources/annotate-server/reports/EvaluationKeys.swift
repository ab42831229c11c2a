import Annotator

/// How one document's entities are compared.
struct EntityScheme {
  /// A span with its type.
  struct Key: Hashable {
    var start: Int
    var end: Int
    var type: String
  }

  private let gold: GoldDocument
  private let types: Set<String>
  private let isCoarse: Bool
  private let characters: [Unicode.Scalar]

  init(_ gold: GoldDocument, isCoarse: Bool, _ characters: [Unicode.Scalar]) {
    self.gold = gold
    self.isCoarse = isCoarse
    self.characters = characters
    types = Set(gold.types ?? [])
  }

  /// The key of an entity, or `nil` when it does not count.
  func key(_ start: Int, _ end: Int, _ type: String) -> Key? {
    guard start >= 0, start < end, end <= characters.count,
      !(gold.ignore ?? []).contains(where: { start < $0[1] && $0[0] < end })
    else { return nil }
    let collapsed = gold.collapse?[type] ?? .some(type)
    guard let type = collapsed else { return nil }
    guard isCoarse else {
      return types.isEmpty || types.contains(type) ? Key(start: start, end: end, type: type) : nil
    }
    let coarse: String
    switch type {
    case "PERSON", "PER": coarse = "PER"
    case "ORG": coarse = "ORG"
    case "GPE", "LOC", "FAC": coarse = "LOC"
    default: return nil
    }
    var (start, end) = (start, end)
    if end - start > 4, text(start..<start + 4).lowercased() == "the " { start += 4 }
    if end - start > 2, ["'s", "’s"].contains(text(end - 2..<end)) { end -= 2 }
    return Key(start: start, end: end, type: coarse)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: characters[range])
    return text
  }
}

/// The words of a text that a reader sees: runs of letters and digits, with single marks inside.
struct VisibleWords {
  /// The words' spans, in text order.
  let spans: [Range<Int>]
  /// The text.
  let characters: [Unicode.Scalar]

  init(_ characters: [Unicode.Scalar], hidden: [[Int]]) {
    self.characters = characters
    func isWord(_ index: Int) -> Bool {
      guard index < characters.count else { return false }
      let p = characters[index].properties
      return p.isAlphabetic || p.numericType != nil || characters[index] == "_"
        || p.generalCategory == .nonspacingMark
    }
    var spans: [Range<Int>] = []
    var index = 0
    while index < characters.count {
      guard isWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while isWord(end)
        || (end < characters.count && "’'-.".unicodeScalars.contains(characters[end])
          && isWord(end + 1))
      {
        end += 1
      }
      if !hidden.contains(where: { index < $0[1] && $0[0] < end }) { spans.append(index..<end) }
      index = end
    }
    self.spans = spans
  }

  /// The indices of the words that meet any of the spans.
  func indices(_ places: [[Int]]) -> Set<Int> {
    var result: Set<Int> = []
    for place in places where place.count == 2 {
      var index = spans.partitioningIndex { $0.upperBound > place[0] }
      while index < spans.count, spans[index].lowerBound < place[1] {
        result.insert(index)
        index += 1
      }
    }
    return result
  }
}

/// A claim as the words of its parts.
struct ClaimWords {
  /// The parts' names, in the order of `parts`.
  static let roles = ["source", "cue", "content"]

  /// The words of source, cue and content.
  let parts: [Set<Int>]
  /// Whether every span of the content opens and closes with a quotation mark, in it or at most two
  /// characters off.
  let isDirect: Bool

  init(_ words: VisibleWords, source: [[Int]], cue: [[Int]], content: [[Int]]) {
    parts = [words.indices(source), words.indices(cue), words.indices(content)]
    let count = words.characters.count
    func isMarked(_ from: Int, _ to: Int) -> Bool {
      words.characters[max(0, from)..<max(0, from, min(count, to))]
        .contains { "\"“”„«»‘’'".unicodeScalars.contains($0) }
    }
    isDirect =
      !content.isEmpty
      && content.allSatisfy { isMarked($0[0] - 2, $0[0] + 1) && isMarked($0[1] - 1, $0[1] + 2) }
  }

  /// How much two claims' contents share, if they are the same relation; otherwise `nil`.
  func agreement(_ other: ClaimWords) -> Double? {
    let shared = parts[2].intersection(other.parts[2]).count
    let joint = parts[2].union(other.parts[2]).count
    let meets =
      !parts[0].isDisjoint(with: other.parts[0]) || (parts[0].isEmpty && other.parts[0].isEmpty)
    guard meets, shared * 2 >= joint, joint > 0 else { return nil }
    return Double(shared) / Double(joint)
  }
}

/// The number of claims that agree, one to one, the closest first.
func matches(_ a: [ClaimWords], _ b: [ClaimWords]) -> Int {
  var pairs: [(score: Double, i: Int, j: Int)] = []
  for i in a.indices {
    for j in b.indices {
      if let score = a[i].agreement(b[j]) { pairs.append((score, i, j)) }
    }
  }
  pairs.sort { ($0.score, $0.i, $0.j) > ($1.score, $1.i, $1.j) }
  var (usedA, usedB) = (Set<Int>(), Set<Int>())
  for pair in pairs where !usedA.contains(pair.i) && !usedB.contains(pair.j) {
    usedA.insert(pair.i)
    usedB.insert(pair.j)
  }
  return usedA.count
}
