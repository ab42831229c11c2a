extension Outline {
  /// The reports of an outline that no verb makes: "according to", a name and a colon, nouns and
  /// adjectives that report.
  func otherReports(
    _ index: Int, _ quotations: [QuotedTokens], _ lexicon: CueLexicon
  ) -> [Report] {
    var reports: [Report] = []
    if let report = nameAndColon(quotations) { reports.append(report) }
    for at in elements.indices {
      if classes(at).contains(.according), at + 1 < elements.count,
        elements[at + 1].hash == Outline.toHash
      {
        if let report = accordingTo(at) { reports.append(report) }
      } else if tag(at) == .noun || tag(at) == .pluralNoun || tag(at) == .adjective,
        let entry = lexicon.entry(elements[at].hash, tag(at))
      {
        let found =
          tag(at) == .adjective ? adjectiveReport(at) : nounReport(at)
        if var report = found {
          report.entry = entry
          report.probability = lexicon.probability(
            entry, report.frame, isPassive: false, preposition: report.preposition)
          reports.append(report)
        }
      }
    }
    for at in reports.indices { reports[at].outline = index }
    return reports
  }

  private static let toHash = wordHash("to")

  /// "According to officials, …" and "…, according to officials".
  private func accordingTo(_ at: Int) -> Report? {
    let end = end
    let start = at + 2
    var phrase = phraseEnd(start, withApposition: at > 0, limit: end)
    guard phrase > start else { return nil }
    let content: Range<Int>
    if at == 0 || classes(at - 1).contains(.comma) && at <= 2 {
      if !classes(phrase).contains(.comma) { phrase = firstComma(after: phrase) ?? phrase }
      let first = phrase + (classes(phrase).contains(.comma) ? 1 : 0)
      guard first < end else { return nil }
      content = first..<contentEnd(from: first, frame: .clause, cue: nil, limit: end)
    } else {
      var last = at
      if classes(at - 1).contains(.comma) { last -= 1 }
      if let number = quotation(last - 1), number >= 0, last - 1 == 0 {
        content = last - 1..<last
      } else {
        var first = last
        while first > 0, !classes(first - 1).contains(.semicolon) { first -= 1 }
        content = first..<last
      }
    }
    guard !content.isEmpty else { return nil }
    return Report(
      outline: 0, passage: passage, source: start..<phrase, cue: at..<at + 2, content: [content],
      frame: .postposed, probability: 0.85)
  }

  private func firstComma(after start: Int) -> Int? {
    (start..<min(elements.count, start + 15)).first { classes($0).contains(.comma) }
  }

  /// `Jane Roe: "…"`, and any sentence whose colon brings speech though its verb reports nothing.
  private func nameAndColon(_ quotations: [QuotedTokens]) -> Report? {
    guard let colon = elements.indices.first(where: { classes($0).contains(.colon) }),
      let number = quotation(colon + 1), colon > 0, quotations[number].isSpeech
    else { return nil }
    if let group = groups.last(where: { $0.elements.upperBound <= colon && $0.isFinite }),
      group.cue != nil, group.elements.upperBound == colon
    {
      return nil
    }
    let (source, probability) = speaker(beforeColon: colon)
    var end = colon + 2
    while end < elements.count, quotation(end) != nil { end += 1 }
    return Report(
      outline: 0, passage: passage, source: source, cue: colon..<colon + 1,
      content: [colon + 1..<end], frame: .quotation, probability: probability)
  }

  /// Who speaks behind a colon, with the probability: a name before it, or whom the sentence before
  /// it is about.
  func speaker(beforeColon colon: Int) -> (source: Range<Int>?, probability: Float) {
    if phraseEnd(0, withApposition: true, limit: colon) == colon, tag(colon - 1) != .pronoun {
      return (0..<colon, 0.7)
    }
    // The verb of "what happened" or "which hits home" is passed over, since nobody speaks by it.
    for group in groups.reversed() where group.elements.upperBound <= colon && group.isFinite {
      guard let subject = subject(of: group).elements else { continue }
      let first = classes(subject.lowerBound)
      guard first.isDisjoint(with: [.relative, .that]), tag(subject.lowerBound) != .existential
      else { continue }
      return (subject, 0.5)
    }
    return (nil, 0.5)
  }

  /// "Russia's claim that …", "his refusal to …".
  private func nounReport(_ at: Int) -> Report? {
    let end = end
    let next = at + 1
    guard next < end else { return nil }
    var frame: Frame
    var cue = at..<at + 1
    var first = next
    var preposition: UInt64?
    if classes(next).contains(.that), hasFiniteVerb(next + 1, end) {
      frame = .that
    } else if tag(next) == .to, let group = group(next), group.isInfinitive {
      frame = .infinitive
    } else if tag(next) == .preposition, next + 1 < end, !classes(next).contains(.subordinator) {
      frame = .preposition
      preposition = elements[next].hash
      cue = at..<next + 1
      first = next + 1
    } else {
      return nil
    }
    let base = baseStart(at)
    var source: Range<Int>?
    for owner in base..<at where tag(owner) == .possessiveMark || tag(owner) == .possessivePronoun {
      source = tag(owner) == .possessivePronoun ? owner..<owner + 1 : baseStart(owner)..<owner + 1
    }
    if source == nil {
      // "expressed hope that": the verb's subject.
      var before = base - 1
      if tag(before) == .determiner { before -= 1 }
      if let group = group(before), group.elements.upperBound == before + 1 {
        source = subject(of: group).elements
        if let entry = group.cue, entry >= 0 { return nil }
      }
    }
    let stop =
      frame == .preposition
      ? phraseEnd(first, withApposition: false, limit: end)
      : contentEnd(from: first, frame: frame, cue: nil, limit: end)
    guard stop > first else { return nil }
    if source == nil { return nil }
    return Report(
      outline: 0, passage: passage, source: source, cue: cue, content: [first..<stop], frame: frame,
      preposition: preposition)
  }

  /// "is confident that …", "are willing to …".
  private func adjectiveReport(_ at: Int) -> Report? {
    let end = end
    var before = at - 1
    while before >= 0, tag(before) == .adverb, group(before) == nil { before -= 1 }
    guard let group = group(before), group.isCopula || isSensing(group), at + 1 < end else {
      return nil
    }
    var first = at + 1
    var cue = group.elements.lowerBound..<at + 1
    let frame: Frame
    var preposition: UInt64?
    if classes(first).contains(.that) {
      frame = .that
    } else if tag(first) == .to, self.group(first)?.isInfinitive == true {
      frame = .infinitive
    } else if tag(first) == .preposition, !classes(first).contains(.subordinator) {
      frame = .preposition
      preposition = elements[first].hash
      first += 1
      cue = group.elements.lowerBound..<first
    } else if tag(first) == .pronoun || tag(first) == .determiner {
      frame = .clause
    } else {
      return nil
    }
    let stop = contentEnd(from: first, frame: frame, cue: nil, limit: end)
    guard stop > first, let source = subject(of: group).elements else { return nil }
    return Report(
      outline: 0, passage: passage, source: source, cue: cue, content: [first..<stop],
      frame: frame, preposition: preposition)
  }

  private static let sensing = Set(
    [
      "feel", "feels", "felt", "seem", "seems", "seemed", "remain",
      "remains", "remained", "became", "become", "becomes",
    ].map { wordHash($0) })

  private func isSensing(_ group: VerbGroup) -> Bool {
    Outline.sensing.contains(elements[group.main].hash)
  }
}
