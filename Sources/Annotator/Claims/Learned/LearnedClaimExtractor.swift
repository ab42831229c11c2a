internal import AnnotatorModel

/// Finds claims by what was learnt from texts whose claims people marked. One chain tells sources, cues
/// and contents; a second one tells for each cue who says what by it; a third weighs the result, and
/// what the rules made of the same words, against each other. The rules' claims are among what all of
/// them look at.
public struct LearnedClaimExtractor: ClaimExtractor {
  private let model: ClaimModel
  private let clusters: WordClusters
  private let rules = RuleClaimExtractor()
  /// The least probability of a claim that is given out.
  public var threshold: Float

  /// The extractor whose model is built into the program; `nil` where that is damaged.
  public static let standard: LearnedClaimExtractor? = {
    LearnedClaimExtractor(permanent: standardFile)
  }()

  /// The model that is built into the program.
  static var standardFile: UnsafeRawBufferPointer {
    let bytes = annotator_claim_chains()
    return UnsafeRawBufferPointer(start: bytes.start, count: bytes.count)
  }

  /// An extractor of a model over bytes that are never freed or changed; `nil` where they are damaged.
  public init?(permanent file: UnsafeRawBufferPointer, threshold: Float = 0.15) {
    guard let model = ClaimModel(permanent: file), let names = NameModel.standard else {
      return nil
    }
    self.model = model
    clusters = names.clusters
    self.threshold = threshold
  }

  /// Whether the next passage begins like a quotation, or this one leaves one open.
  public func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool {
    rules.continues(passage, into: next)
  }

  /// The claims of a window, in text order.
  public func claims(in window: [AnalyzedPassage]) -> [WindowClaim] {
    let text = self.text(of: window)
    return text.settled(choices(in: text).filter { $0.probability >= threshold }).map(text.claim)
      .sorted { $0.place < $1.place }
  }

  /// A window as the models see it.
  func text(of window: [AnalyzedPassage]) -> ClaimText { ClaimText(window, clusters) }

  /// What may be claimed in a window, by the models and by the rules, with its probability.
  func choices(in text: ClaimText) -> [ClaimChoice] {
    guard !text.words.isEmpty else { return [] }
    var lattice = Lattice<ShortRow>()
    let tags = tags(text, &lattice)
    var choices = text.choices(candidates(text, tags, &lattice))
    for (index, probability) in worth(of: choices, text, &lattice).enumerated() {
      choices[index].probability = probability
    }
    return choices
  }

  /// The probability that each of some claims is right, by the third model.
  private func worth(
    of choices: [ClaimChoice], _ text: ClaimText, _ lattice: inout Lattice<ShortRow>
  ) -> [Float] {
    var list = FeatureList()
    var probabilities: [Float] = []
    model.worth.features.forEachSum(of: choices.indices) { index, hashes in
      text.read(choices[index], &list)
      swap(&list.hashes, &hashes)
    } visit: { sum in
      // Each is a sequence of its own, of one word.
      lattice.emissions.removeAll(keepingCapacity: true)
      lattice.emissions.append(sum * model.worth.scale)
      let isSummed = lattice.sum(model.worth.transitions)
      probabilities.append(isSummed ? lattice.marginals[0][WorthLabels.right] : 0)
    }
    return probabilities
  }

  /// What the first model makes of each word.
  func tags(_ text: ClaimText, _ lattice: inout Lattice<ShortRow>) -> [TagProbabilities] {
    var tags: [TagProbabilities] = []
    tags.reserveCapacity(text.words.count)
    for (index, passage) in text.passages.enumerated() where !passage.isEmpty {
      var features = TagFeatures(text, passage: index)
      model.tags.fill(&lattice, passage) { at, hashes in
        features.read(at)
        swap(&features.list.hashes, &hashes)
      }
      let isSummed = lattice.sum(model.tags.transitions)
      for k in 0..<passage.count {
        tags.append(isSummed ? TagProbabilities(lattice.marginals[k]) : TagProbabilities())
      }
    }
    return tags
  }

  /// The claims that the second model builds from words that are likely to report.
  func candidates(
    _ text: ClaimText, _ tags: [TagProbabilities], _ lattice: inout Lattice<ShortRow>
  ) -> [ClaimCandidate] {
    text.seeds(tags, threshold: ClaimText.seedThreshold).compactMap { seed in
      var features = RoleFeatures(text, tags, seed: seed)
      model.roles.fill(&lattice, features.range) { at, hashes in
        features.read(at)
        swap(&features.list.hashes, &hashes)
      }
      return text.candidate(seed, features.range, &lattice, model.roles.transitions)
    }
  }
}
