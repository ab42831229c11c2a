/// Reads verbs in "s" that the tagger took for nouns: in headlines, whose clipped sentences it does
/// not know ("PM vows to fight on", "Talks failed, minister says", "INDONESIAN NAVY SAYS"), and in
/// sentences that would have no verb with a tense ("The company plans to cut jobs").
func readClippedVerbs(_ outline: inout Outline, _ lexicon: CueLexicon) {
  let hasTense = outline.elements.contains { $0.tag.isFinite }
  guard outline.isHeadline || !hasTense else { return }
  for at in outline.elements.indices.dropFirst() {
    let isNominal = outline.tag(at) == .pluralNoun || outline.tag(at) == .noun
    let isLast = at + 1 >= outline.end
    guard isNominal || isLast && outline.tag(at) == .name,
      lexicon.verb(outline.elements[at].hash) != nil, outline.classes(at).contains(.sibilant),
      outline.tag(at - 1).isNominal || outline.classes(at - 1).contains(.comma),
      !outline.elements[..<at].contains(where: { $0.tag.isFinite }) || isLast
    else { continue }
    // What has a noun behind it may be one of two nouns; a verb has an opener, a quotation, a name
    // or nothing.
    let next = outline.tag(at + 1)
    let takesContent =
      isLast || next == .to || next == .preposition || next == .quotation || next == .determiner
      || next == .pronoun || next == .name || next == .interrogative || next == .verbGerund
    if takesContent { outline.elements[at].tag = .verbThirdPerson }
  }
}

extension Outline {
  /// The reports that a headline makes without a verb: `Minister: talks failed`, `Fire was arson:
  /// police`, `Roe 'will not resign'`, `'I was afraid': Roe stuns Doe`.
  func headlineReport(_ quotations: [QuotedTokens], _ tags: [WordTag]) -> Report? {
    let end = end
    func report(_ source: Range<Int>, _ cue: Range<Int>?, _ content: Range<Int>) -> Report? {
      guard !source.isEmpty, !content.isEmpty else { return nil }
      return Report(
        outline: 0, passage: passage, source: source, cue: cue, content: [content],
        frame: .quotation, probability: 0.5)
    }
    if let joint = elements.indices.first(where: {
      !classes($0).isDisjoint(with: [.colon, .dash])
    }), joint > 0, joint + 1 < end {
      let before = 0..<joint
      let after = joint + 1..<end
      let isWhole = classes(joint).contains(.colon)
      if before.count == 1, quotation(0) != nil {
        var name = phraseEnd(joint + 1, withApposition: false, limit: end)
        // The tagger may miss the verb behind the name.
        let verb = (joint + 2..<max(joint + 2, name)).first {
          classes($0 - 1).contains(.capital) && !classes($0).contains(.capital)
            && !tag($0).isMinor
        }
        name = verb ?? name
        if tag(joint + 1) != .pronoun { return report(joint + 1..<name, nil, before) }
      } else if isSpeaker(before), isWhole {
        return report(before, joint..<joint + 1, after)
      } else if isSpeaker(after), hasFiniteVerb(0, joint) || before.count > 3 {
        return report(after, joint..<joint + 1, before)
      }
      return nil
    }
    // The words in marks go on with the sentence that the name begins.
    guard let at = elements.indices.first(where: { quotation($0) != nil }), at > 0,
      let number = quotation(at), phraseEnd(0, withApposition: false, limit: at) == at
    else { return nil }
    let first = quotations[number].tokens.lowerBound + 1
    guard quotations[number].words >= 2, tags.indices.contains(first), tags[first].isFinite else {
      return nil
    }
    return report(0..<at, nil, at..<at + 1)
  }

  /// Whether a range names somebody who speaks: an office, a body or a paper that headlines quote.
  private func isSpeaker(_ range: Range<Int>) -> Bool {
    range.count <= 5 && classes(range.upperBound - 1).contains(.speaker)
      && phraseEnd(range.lowerBound, withApposition: false, limit: range.upperBound)
        == range.upperBound
  }
}

extension WordTag {
  /// Whether the word may join others in a name: "of", "the", "and".
  fileprivate var isMinor: Bool {
    switch self {
    case .preposition, .to, .determiner, .conjunction, .possessiveMark, .punctuation: true
    default: false
    }
  }
}
