/// A window of a text to train from, with its claims by words.
struct TrainingWindow: Sendable {
  /// A claim by words, in rising order.
  struct Claim: Sendable {
    var source: [Int] = []
    var cue: [Int] = []
    var content: [Int] = []
  }

  var text: ClaimText
  var claims: [Claim] = []
  var isIgnored: [Bool]
  var document: Int
  var weight: Float

  /// Reads the windows of a text.
  static func read(
    _ document: ClaimDocument, number: Int, _ pipeline: Pipeline, _ clusters: WordClusters
  ) -> [TrainingWindow] {
    guard let analysis = try? pipeline.annotate(document.text, as: .plain) else { return [] }
    return analysis.windows.map { window in
      let passages = Array(analysis.passages[window.range])
      let places = Array(analysis.article.passages[window.range])
      let text = ClaimText(passages, clusters)
      var result = TrainingWindow(
        text: text, isIgnored: [Bool](repeating: false, count: text.words.count), document: number,
        weight: document.weight)
      let spans = text.words.map { word in
        places[word.passage].sourceRange(ofTokens: word.tokens, in: passages[word.passage].text)
      }
      func words(_ ranges: [Range<Int>]) -> [Int] {
        ranges.flatMap { range -> [Int] in
          let first = spans.partitioningIndex { $0.upperBound > range.lowerBound }
          return spans[first...].indices.prefix {
            spans[$0].lowerBound < range.upperBound
          }.filter {
            // Most of a quotation must belong to a part of a claim to count.
            text.words[$0].quotation == 0
              || spans[$0].clamped(to: range).count * 2 > spans[$0].count
          }
        }.sorted()
      }
      for claim in document.claims {
        let found = Claim(
          source: words(claim.source), cue: words(claim.cue), content: words(claim.content))
        if !found.cue.isEmpty || !found.content.isEmpty { result.claims.append(found) }
      }
      for at in words(document.ignored) { result.isIgnored[at] = true }
      return result
    }
  }

  /// The labels of the first model that each word may bear, as masks.
  var tagMasks: [UInt32] {
    var labels = [Int](repeating: TagLabels.outside, count: text.words.count)
    for claim in claims {
      for (words, begin) in [
        (claim.source, TagLabels.sourceBegin), (claim.content, TagLabels.contentBegin),
        (claim.cue, TagLabels.cueBegin),
      ] {
        for (k, at) in words.enumerated() {
          let goesOn =
            k > 0 && words[k - 1] == at - 1
            && (labels[at - 1] == begin || labels[at - 1] == begin + 1)
            && text.words[at].passage == text.words[at - 1].passage
          labels[at] = goesOn ? begin + 1 : begin
        }
      }
    }
    // A run that another part cut must begin anew.
    for at in labels.indices where labels[at] != 0 && labels[at] % 2 == 0 {
      let before = at > 0 ? labels[at - 1] : 0
      if before != labels[at], before != labels[at] - 1 { labels[at] -= 1 }
    }
    let all: UInt32 = 1 << UInt32(TagLabels.count) - 1
    return labels.indices.map { isIgnored[$0] ? all : 1 << UInt32(labels[$0]) }
  }

  /// The labels of the second model for a seed, as masks; a seed that makes no
  /// claim leaves all words outside.
  func roleMasks(_ seed: Int, _ range: Range<Int>) -> [UInt32] {
    var labels = [Int](repeating: RoleLabels.outside, count: range.count)
    if let claim = claims.first(where: { $0.cue.contains(seed) }) {
      for at in claim.cue where range.contains(at) {
        labels[at - range.lowerBound] = RoleLabels.cue
      }
      for (words, begin) in [
        (claim.source, RoleLabels.sourceBegin), (claim.content, RoleLabels.contentBegin),
      ] {
        for at in words where range.contains(at) && labels[at - range.lowerBound] == 0 {
          let k = at - range.lowerBound
          let goesOn = k > 0 && (labels[k - 1] == begin || labels[k - 1] == begin + 1)
          labels[k] = goesOn ? begin + 1 : begin
        }
      }
    }
    let all: UInt32 = 1 << UInt32(RoleLabels.count) - 1
    return range.map { isIgnored[$0] ? all : 1 << UInt32(labels[$0 - range.lowerBound]) }
  }

  /// Whether a claim says who said what as people marked it: half of the content is the same, and the
  /// sources meet.
  func isRight(_ choice: ClaimChoice) -> Bool {
    claims.contains { claim in
      let source = choice.source.map(Array.init) ?? []
      let isSource =
        source.isEmpty && claim.source.isEmpty || source.contains { claim.source.contains($0) }
      return isSource && text.shared(choice.content, claim.content.map { $0..<$0 + 1 }) >= 0.5
    }
  }
}
