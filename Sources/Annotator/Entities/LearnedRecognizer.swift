/// A recogniser of names by a linear-chain conditional random field, and of roles by rules. What an
/// encoder makes of a word is added to the field's scores, as if both had seen it by themselves.
public struct LearnedRecognizer: MentionRecognizer {
  private let gazetteer: Gazetteer
  private let model: NameModel

  /// The recogniser whose model is built into the program; `nil` where that is damaged.
  public static let standard = NameModel.standard.map { LearnedRecognizer(model: $0) }

  /// A recogniser of a model over bytes that are never freed or changed; `nil` where they are damaged.
  public init?(permanent file: UnsafeRawBufferPointer, gazetteer: Gazetteer = .standard) {
    guard let model = NameModel(permanent: file) else { return nil }
    self.init(model: model, gazetteer: gazetteer)
  }

  init(model: NameModel, gazetteer: Gazetteer = .standard) {
    self.gazetteer = gazetteer
    self.model = model
  }

  /// The names in a passage, and the titles beside those of people.
  public func mentions(in text: TokenizedProse) -> [Mention] { mentions(in: text, heeding: nil) }

  /// The names in a passage, and the titles beside those of people.
  public func mentions(
    in text: TokenizedProse, heeding reading: PassageReading?
  ) -> [Mention] {
    let facts = NameFacts(NameText(text, gazetteer), model.clusters)
    var mentions: [Mention] = []
    var lattice = ChainLattice()
    var labels: [Int] = []
    // No corpus has the lines that credit writers and agencies, and their form is strict.
    let credits = text.sentences.filter(facts.names.isCreditLine)
    for sentence in text.sentences where !credits.contains(sentence) {
      fill(&lattice, facts, sentence, reading)
      lattice.findBest(model.transitions, into: &labels)
      guard labels.contains(where: { $0 != NameLabels.outside }),
        lattice.sum(model.transitions)
      else { continue }
      var i = 0
      while i < labels.count {
        guard labels[i] != NameLabels.outside else {
          i += 1
          continue
        }
        let type = NameLabels.type(labels[i])
        var end = i + 1
        while end < labels.count, labels[end] == NameLabels.inside(type) { end += 1 }
        let probability = lattice.probability(
          of: { labels[$0] }, in: i..<end, notBefore: NameLabels.inside(type), model.transitions)
        let tokens = sentence.lowerBound + i..<sentence.lowerBound + end
        i = end
        // A mark before a name is none of it.
        guard let first = tokens.first(where: { text.tokens[$0].kind != .punctuation }) else {
          continue
        }
        mentions.append(
          Mention(
            tokens: first..<tokens.upperBound, type: NameLabels.types[type],
            confidence: reading == nil ? probability : confidence(ofBoth: probability)))
      }
    }
    for i in mentions.indices { mentions[i].type = facts.names.settledType(of: mentions[i]) }
    for sentence in credits { facts.names.addCredited(to: &mentions, in: sentence) }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    mentions = facts.withTitles(facts.names.mended(mentions))
    mentions = facts.names.withArticles(facts.names.withOtherScripts(mentions))
    return addRoles(to: mentions, in: facts.names)
  }

  /// Puts the scores of a sentence's labels into a lattice.
  private func fill(
    _ lattice: inout ChainLattice, _ facts: NameFacts, _ sentence: Range<Int>,
    _ reading: PassageReading?
  ) {
    lattice.emissions.removeAll(keepingCapacity: true)
    var features = NameFeatures(facts, sentence: sentence)
    model.features.forEachSum(of: sentence) { token, hashes in
      features.read(token)
      swap(&features.hashes, &hashes)
    } visit: { sum in
      var scores = sum * model.scale
      if let reading {
        scores = scores + reading.names[sentence.lowerBound + lattice.emissions.count]
      }
      lattice.emissions.append(scores)
    }
  }
}

/// How often a name is right to which the field and an encoder together give a probability. They have
/// learnt from much the same texts and err together, so that each counts half: the odds are the root of
/// what they would be if neither knew of the other. On CoNLL's and IEER's dev sets 0.45 is the best
/// exponent.
private func confidence(ofBoth probability: Float) -> Float {
  let right = probability.squareRoot()
  return right / (right + (1 - probability).squareRoot())
}

extension NameText {
  /// The type of a name, where its own words tell the kind of place that it is: corpora teach places
  /// well, and which of them are states, rivers or buildings badly.
  fileprivate func settledType(of mention: Mention) -> EntityType {
    switch mention.type {
    case .organization where isSeatOfPower(mention), .facility where isSeatOfPower(mention):
      return isPlaceThere(mention) ? .facility : .organization
    case .geopolitical, .location, .facility:
      let likely = likelyTypes(of: mention.tokens, among: NameLabels.places)
      return likely.count == 1 ? NameLabels.types[likely[0]] : mention.type
    case .organization: return isFacility(mention) ? .facility : .organization
    default: return mention.type
    }
  }

  /// Whether a name is that of a building and of those who sit there: "the Kremlin".
  private func isSeatOfPower(_ mention: Mention) -> Bool {
    let known = kinds(mention.tokens.lowerBound, mention.tokens.upperBound)
    return known.contains(.facility) && known.contains(.organization)
  }

  /// Whether a preposition of place stands before a name.
  private func isPlaceThere(_ mention: Mention) -> Bool {
    var before = mention.tokens.lowerBound - 1
    if before >= 0, text.isToken(before, "the") { before -= 1 }
    return kinds(at: before).contains(.placePreposition)
  }

  /// Whether a name that was taken for an organisation's is that of a building, of which the text
  /// speaks as a place: "at Tamale Teaching Hospital".
  private func isFacility(_ mention: Mention) -> Bool {
    guard mention.tokens.count > 1,
      words[mention.tokens.upperBound - 1].kinds.contains(.facilityHead)
    else { return false }
    return isPlaceThere(mention)
  }
}
