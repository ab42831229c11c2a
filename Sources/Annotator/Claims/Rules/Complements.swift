/// Where a cue's content begins, and how.
struct Complement {
  var frame: Frame
  /// The first element of the content.
  var start: Int
  /// The preposition that belongs to the cue: "of" in "warned of".
  var preposition: Int?
  /// The cue's colon, where it touches.
  var colon: Int?
  /// The "to" of what somebody is told to do.
  var order: Int?
}

extension Outline {
  /// What follows a verb group as its content. Adverbs, days, places and the person spoken to may
  /// stand between; they are passed over where something that is surely a content follows them.
  func complement(of group: VerbGroup, limit: Int) -> Complement {
    let start = group.elements.upperBound
    let near = complement(at: start, limit: limit, group)
    if isSure(near.frame) { return near }
    var at = start
    let addresses = classes(group.main).contains(.addressing)
    var steps = 0
    while steps < 6, let next = skip(at, limit: limit, addresses: addresses && !group.isPassive) {
      steps += 1
      at = next
      let far = complement(at: at, limit: limit, group)
      if isSure(far.frame) {
        return far
      }
    }
    return near
  }

  private func isSure(_ frame: Frame) -> Bool {
    switch frame {
    case .quotation, .that, .interrogative, .clause, .infinitive, .objectInfinitive: true
    case .postposed, .quotationBefore, .nounPhrase, .preposition, .adjective: false
    }
  }

  /// What is at an element, read as a content.
  private func complement(at start: Int, limit: Int, _ group: VerbGroup) -> Complement {
    var at = start
    var colon: Int?
    if classes(at).contains(.comma), at + 1 < limit, quotation(at + 1) != nil { at += 1 }
    if classes(at).contains(.colon), at + 1 < limit {
      if at == group.elements.upperBound, elements[at].tokens.lowerBound > 0 { colon = at }
      at += 1
    }
    func found(_ frame: Frame) -> Complement { Complement(frame: frame, start: at, colon: colon) }
    guard at < limit else { return found(.postposed) }
    if quotation(at) != nil { return found(.quotation) }
    if colon != nil { return found(.clause) }
    let tag = tag(at)
    if classes(at).contains(.that), hasFiniteVerb(at + 1, limit) { return found(.that) }
    if tag == .interrogative || classes(at).contains(.whether), at > start || !group.isCopula {
      return found(.interrogative)
    }
    if tag == .to {
      var verb = at + 1
      while self.tag(verb) == .adverb { verb += 1 }
      if self.tag(verb) == .verbBase || self.tag(verb) == .verbPresent {
        return found(.infinitive)
      }
    }
    let phrase = phraseEnd(at, withApposition: false, limit: limit)
    if phrase > at {
      if clauseFollows(phrase, limit: limit) { return found(.clause) }
      let base = baseEnd(at)
      for end in [base, phrase] where self.tag(end) == .to && self.group(end)?.isInfinitive == true
      {
        var result = found(.objectInfinitive)
        result.order = end
        return result
      }
      return found(.nounPhrase)
    }
    if let verb = self.group(at), verb.isGerund { return found(.nounPhrase) }
    if tag == .preposition || tag == .particle || tag == .to {
      if classes(at).contains(.subordinator), hasFiniteVerb(at + 1, limit) {
        // "said if they leave, …"
        return classes(at).contains(.whether) ? found(.interrogative) : found(.postposed)
      }
      var preposition = at
      if tag == .particle, self.tag(at + 1) == .preposition,
        classes(at + 1).isDisjoint(with: [.whether, .that, .subordinator])
      {
        preposition = at + 1
      }
      var result = found(.preposition)
      result.preposition = preposition
      result.start = preposition + 1
      if classes(result.start).contains(.that) { result.frame = .that }
      if self.tag(result.start) == .interrogative || classes(result.start).contains(.whether) {
        result.frame = .interrogative
      }
      return result.start < limit ? result : found(.postposed)
    }
    if tag == .adjective || tag == .verbParticiple { return found(.adjective) }
    return found(.postposed)
  }

  /// Whether a verb with a tense stands right behind a noun phrase that ends before an element.
  private func clauseFollows(_ end: Int, limit: Int) -> Bool {
    var at = end
    if classes(at).contains(.comma), let next = parenthesisEnd(at, limit: limit) { at = next }
    if classes(at).contains(.relative) || classes(at).contains(.that) {
      // "the man who runs the party will": the second verb with a tense counts.
      var verbs = 0
      while at < limit, verbs < 2, tag(at) != .punctuation {
        if let group = group(at), group.isFinite {
          verbs += 1
          at = group.elements.upperBound
        } else {
          at += 1
        }
      }
      return verbs == 2
    }
    // "superdelegates supporting Sanders will".
    if let group = group(at), !group.isFinite, !group.isInfinitive, at < limit {
      let object = phraseEnd(group.elements.upperBound, withApposition: false, limit: limit)
      at = max(object, group.elements.upperBound)
    }
    while at < limit, tag(at) == .adverb, group(at) == nil { at += 1 }
    guard at < limit, let group = group(at) else { return false }
    return group.isFinite
  }

  /// The element behind the comma that closes what the comma at an element opens.
  private func parenthesisEnd(_ comma: Int, limit: Int) -> Int? {
    for at in comma + 1..<max(comma + 1, min(limit, comma + 20)) where classes(at).contains(.comma)
    {
      return at + 1
    }
    return nil
  }

  /// Whether a verb with a tense stands between two elements.
  func hasFiniteVerb(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    for at in start..<min(end, start + 40) {
      if let group = group(at), group.isFinite { return true }
      if quotation(at) != nil { return true }
    }
    return false
  }

  /// The end of one adverbial, or of the person spoken to, that starts at an element.
  private func skip(_ at: Int, limit: Int, addresses: Bool) -> Int? {
    guard at < limit else { return nil }
    let tag = tag(at)
    if tag == .adverb || classes(at).contains(.time) { return at + 1 }
    if tag == .preposition || tag == .to,
      !classes(at).contains(.subordinator) || classes(at).contains(.after)
        || tag == .preposition && !hasFiniteVerb(at + 1, min(limit, at + 4))
    {
      let end = phraseEnd(at + 1, withApposition: false, limit: limit)
      if end > at + 1 { return end }
      return nil
    }
    if addresses {
      let end = phraseEnd(at, withApposition: false, limit: limit)
      if end > at { return end }
    }
    // "told CNN's Jake Tapper, a host, that": a parenthesis.
    if classes(at).contains(.comma), group(at + 1)?.isGerund != true,
      let end = parenthesisEnd(at, limit: limit)
    {
      return end
    }
    return nil
  }
}
