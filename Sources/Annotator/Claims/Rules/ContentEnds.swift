extension Outline {
  /// The end of a content that starts at an element: before a coordinated or participial cue, an
  /// attribution that follows, and what the writer adds to a content that is no clause.
  func contentEnd(from start: Int, frame: Frame, cue: VerbGroup?, limit: Int) -> Int {
    let isClause =
      switch frame {
      case .that, .clause, .interrogative, .quotation, .postposed, .quotationBefore: true
      case .infinitive, .objectInfinitive, .nounPhrase, .preposition, .adjective: false
      }
    var depth = 0
    var at = start
    while at < limit {
      let classes = classes(at)
      if classes.contains(.opening) { depth += 1 }
      if classes.contains(.closing) {
        if depth == 0 { return at }
        depth -= 1
      }
      if depth == 0 {
        if classes.contains(.semicolon) { return at }
        if classes.contains(.comma) {
          if endsAtComma(at, isClause: isClause, cue: cue, limit: limit) { return at }
        } else if tag(at) == .conjunction, at > start {
          if isCoordinatedCue(at, cue: cue, needsComma: isClause) { return at }
        } else if !isClause, at > start {
          // "dismissed the count as "fiction"" goes on.
          if classes.contains(.subordinator), quotation(at + 1) == nil,
            hasFiniteVerb(at + 1, min(limit, at + 12)),
            tag(at) == .preposition || tag(at) == .adverb
              || tag(at) == .interrogative
          {
            return at
          }
        }
        if let quotation = quotation(at), at > start, quotation >= 0, frame == .quotation {
          return at
        }
      }
      at += 1
    }
    var end = limit
    if !isClause { end = withoutTrailingTime(start, end) }
    while end > start + 1, classes(end - 1).contains(.comma) || classes(end - 1).contains(.dash) {
      end -= 1
    }
    return end
  }

  /// Whether a content ends at a comma.
  private func endsAtComma(_ comma: Int, isClause: Bool, cue: VerbGroup?, limit: Int) -> Bool {
    let next = comma + 1
    guard next < limit else { return true }
    if classes(next).contains(.according) { return true }
    if let group = group(next), group.isGerund, group.cue != nil { return true }
    if tag(next) == .conjunction, isCoordinatedCue(next, cue: cue, needsComma: false) {
      return true
    }
    if attributionFollows(next, limit: limit) { return true }
    // ", a day after …"
    if tag(next) == .determiner || tag(next) == .number, classes(next + 1).contains(.time),
      classes(next + 2).contains(.after)
    {
      return true
    }
    if let cue, cue.elements.lowerBound == 0 || cue.elements.lowerBound <= 2 && !cue.isFinite {
      // "Asked whether it was closed, he said …": the main clause follows.
      let end = phraseEnd(next, withApposition: true, limit: limit)
      if end > next, group(end)?.isFinite == true { return true }
    }
    if isClause { return false }
    if group(next) != nil { return true }
    switch tag(next) {
    case .interrogative, .adverb, .pronoun: return true
    case .preposition, .to: return true
    case .conjunction:
      let end = phraseEnd(next + 1, withApposition: false, limit: limit)
      return group(end)?.isFinite == true || classes(next).contains(.but)
    default:
      // A list goes on, a new clause does not.
      let end = phraseEnd(next, withApposition: false, limit: limit)
      return group(end)?.isFinite == true
    }
  }

  /// Whether "and" or "but" joins a cue of the same tense and subject to the one before.
  private func isCoordinatedCue(_ conjunction: Int, cue: VerbGroup?, needsComma: Bool) -> Bool {
    guard let cue, let group = group(conjunction + 1), group.cue != nil else { return false }
    guard group.elements.lowerBound == conjunction + 1 else { return false }
    if needsComma, !classes(conjunction - 1).contains(.comma) { return false }
    return tag(group.elements.lowerBound) == tag(cue.elements.lowerBound)
      || group.isFinite && cue.isFinite && tag(group.main) == tag(cue.main)
  }

  /// Whether ", he said" with nothing more stands at an element.
  func attributionFollows(_ start: Int, limit: Int) -> Bool {
    let end = phraseEnd(start, withApposition: true, limit: limit)
    guard end > start else { return false }
    var at = end
    if classes(at).contains(.comma) { at += 1 }
    guard let group = group(at), group.elements.lowerBound == at, group.cue != nil, group.isFinite
    else { return false }
    let after = complement(of: group, limit: limit)
    return after.frame == .postposed
      || after.frame == .preposition && after.start > at
        && !classes(group.main).contains(.be) && isSpeechVerb(group)
  }

  private static let speech = Set(
    ["said", "says", "say", "added", "adds", "wrote", "writes", "reported", "reports", "told"].map {
      wordHash($0)
    })

  /// Whether a group's verb is one of those that a content most often goes before.
  func isSpeechVerb(_ group: VerbGroup) -> Bool {
    Outline.speech.contains(elements[group.main].hash)
  }

  /// A content's end without "on Thursday" or "last week".
  private func withoutTrailingTime(_ start: Int, _ end: Int) -> Int {
    var at = end
    while at > start + 1, classes(at - 1).contains(.time) { at -= 1 }
    guard at < end else { return end }
    if at > start + 1, tag(at - 1) == .determiner || tag(at - 1) == .adjective { at -= 1 }
    if at > start + 1, tag(at - 1) == .preposition { at -= 1 }
    return at > start ? at : end
  }
}
