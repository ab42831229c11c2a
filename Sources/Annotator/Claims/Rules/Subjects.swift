/// Who a verb group's subject is.
struct Subject {
  /// The noun phrase; `nil` where the text has none.
  var elements: Range<Int>?
  /// Where its clause begins: the subject's start, or the verb's where it shares another's subject.
  var clauseStart: Int
  /// Whether it is taken over from another verb.
  var isShared = false
}

extension Outline {
  /// The subject of a verb group, looked for on its left.
  func subject(of group: VerbGroup, depth: Int = 0) -> Subject {
    let none = Subject(elements: nil, clauseStart: group.elements.lowerBound)
    guard depth < 3 else { return none }
    var at = group.elements.lowerBound - 1
    if group.isInfinitive { return sharedSubject(before: group, depth: depth) ?? none }
    if group.isGerund {
      if classes(at).contains(.by) || tag(at) == .preposition {
        return sharedSubject(before: group, depth: depth) ?? none
      }
      if at < 0 { return followingSubject(of: group, depth: depth) ?? none }
      if classes(at).contains(.comma) || tag(at) == .conjunction || quotation(at) != nil
        || classes(at).contains(.dash)
      {
        return sharedSubject(before: group, depth: depth) ?? none
      }
    }
    at = skipAdverbials(at)
    guard at >= 0 else { return none }
    if tag(at) == .interrogative || classes(at).contains(.that) && at > 0 && endsNounPhrase(at - 1)
    {
      if classes(at).contains(.relative) || classes(at).contains(.that) {
        return Subject(elements: at..<at + 1, clauseStart: at)
      }
      return none
    }
    if tag(at) == .conjunction || group.isGerund && tag(at) != .pronoun && !endsNounPhrase(at) {
      let shared = sharedSubject(before: group, depth: depth)
      if let shared { return shared }
      return none
    }
    if classes(at).contains(.comma) || classes(at).contains(.closing) || classes(at).contains(.dash)
    {
      return subject(beforeParenthesisEndingAt: at, of: group, depth: depth) ?? none
    }
    guard endsNounPhrase(at), self.group(at) == nil else { return none }
    return coordinatedSubject(endingAt: at)
  }

  /// Whom all that stands between a quotation and the verb after it tells, where no other clause is
  /// in between: `"…," Jane Roe, 30, of Raleigh, N.C., who was among those asked, said`.
  func speaker(of group: VerbGroup, _ quotations: [QuotedTokens]) -> Subject? {
    guard group.isFinite else { return nil }
    var last = group.elements.lowerBound - 1
    if classes(last).contains(.comma) { last -= 1 }
    var open = last
    while open >= 0, quotation(open) == nil {
      if last - open > 40 || classes(open).contains(.semicolon) { return nil }
      open -= 1
    }
    guard open >= 0, open < last, tag(last) != .interrogative, let number = quotation(open),
      quotations[number].isEndedLikeSentence, quotations[number].isSpeech
    else { return nil }
    let first = open + 1
    guard
      tag(first).isNominal || tag(first) == .determiner || tag(first) == .adjective
        || tag(first) == .possessivePronoun, !classes(first).contains(.time)
    else { return nil }
    var isRelative = false
    for at in first...last {
      if classes(at).contains(.relative) || classes(at).contains(.that) { isRelative = true }
      if classes(at).contains(.comma) { isRelative = false }
      guard let other = self.group(at), other.isFinite, at == other.elements.lowerBound else {
        continue
      }
      if !isRelative { return nil }
    }
    return Subject(elements: first..<last + 1, clauseStart: first)
  }

  /// Steps left over adverbs and days between a subject and its verb.
  private func skipAdverbials(_ start: Int) -> Int {
    var at = start
    while at >= 0 {
      if tag(at) == .adverb && !classes(at).contains(.capital) || tag(at) == .negation {
        at -= 1
      } else if classes(at).contains(.time), tag(at) != .adjective {
        var first = at
        while first > 0,
          classes(first - 1).contains(.time) || tag(first - 1) == .number
            || tag(first - 1) == .adjective
        { first -= 1 }
        if tag(first - 1) == .determiner { first -= 1 }
        if tag(first - 1) == .preposition, !classes(first - 1).contains(.subordinator) {
          first -= 1
        }
        guard first > 0, endsNounPhrase(first - 1) || classes(first - 1).contains(.comma),
          first < at || tag(at) == .name
        else { return at }
        at = first - 1
      } else {
        return at
      }
    }
    return at
  }

  /// The noun phrase that ends at an element, with the phrases that "and" and commas join to it.
  private func coordinatedSubject(endingAt last: Int) -> Subject {
    var start = phraseStart(last)
    var reach = start
    while reach > 1, tag(reach - 1) == .conjunction || classes(reach - 1).contains(.comma) {
      var before = reach - 2
      if tag(reach - 1) == .conjunction, classes(before).contains(.comma) { before -= 1 }
      guard before >= 0, endsNounPhrase(before), group(before) == nil, quotation(before) == nil,
        !classes(before).contains(.time)
      else { break }
      reach = phraseStart(before)
      if opensClause(reach), hasConjunction(reach..<last) { start = reach }
      if tag(reach - 1) == .conjunction, classes(reach - 1).contains(.but) { break }
    }
    return Subject(elements: start..<last + 1, clauseStart: start)
  }

  private func hasConjunction(_ range: Range<Int>) -> Bool {
    range.contains { tag($0) == .conjunction && !classes($0).contains(.but) }
  }

  /// The subject before a parenthesis: an apposition, a relative clause, "speaking in Ohio".
  private func subject(
    beforeParenthesisEndingAt close: Int, of group: VerbGroup, depth: Int
  ) -> Subject? {
    var open = close - 1
    var commas = 0
    let isBracket = classes(close).contains(.closing)
    while open > 0, close - open < 40, commas < 4 {
      let isOpen =
        isBracket
        ? classes(open).contains(.opening)
        : classes(open).contains(.comma) || classes(open).contains(.dash)
      if isOpen {
        commas += 1
        let head = open - 1
        if endsNounPhrase(head), self.group(head) == nil, quotation(head) == nil {
          let subject = coordinatedSubject(endingAt: head)
          if let phrase = subject.elements, opensClause(phrase.lowerBound) {
            let inner = open + 1
            let belongs = isBracket || belongsToPhrase(inner, close)
            return Subject(
              elements: phrase.lowerBound..<(belongs ? close + (isBracket ? 1 : 0) : head + 1),
              clauseStart: phrase.lowerBound)
          }
        }
      } else if quotation(open) != nil, !isBracket, close - open > 1 {
        break
      }
      open -= 1
    }
    // "…, and then, in March, said"
    if isBracket { return nil }
    return sharedSubject(before: group, depth: depth)
  }

  /// Whether what stands between commas behind a noun phrase says who that is.
  private func belongsToPhrase(_ first: Int, _ close: Int) -> Bool {
    switch tag(first) {
    case .determiner, .noun, .pluralNoun, .name, .adjective, .possessivePronoun:
      return !classes(first).contains(.time)
    case .number: return true
    case .interrogative: return classes(first).contains(.relative)
    case .verbParticiple: return true
    default: return false
    }
  }

  /// The subject of the verb group before, which a coordinated or participial one shares.
  private func sharedSubject(before group: VerbGroup, depth: Int) -> Subject? {
    var index = groups.firstIndex { $0.elements == group.elements } ?? groups.count
    var fallback: Subject?
    var steps = 0
    while index > 0, steps < 6 {
      index -= 1
      steps += 1
      let other = groups[index]
      guard other.isFinite || other.isGerund && !group.isGerund else { continue }
      var subject = subject(of: other, depth: depth + 1)
      subject.isShared = true
      subject.clauseStart = group.elements.lowerBound
      guard let phrase = subject.elements else { continue }
      let isRelative =
        classes(phrase.lowerBound).contains(.relative)
        || classes(phrase.lowerBound).contains(.that)
      if other.cue != nil, !isRelative { return subject }
      if !isRelative { fallback = subject }
    }
    return fallback
  }

  /// The subject of the main clause after an opening participle: "Citing …, he said".
  private func followingSubject(of group: VerbGroup, depth: Int) -> Subject? {
    var sawComma = false
    for at in group.elements.upperBound..<max(group.elements.upperBound, elements.count) {
      if classes(at).contains(.comma) { sawComma = true }
      guard sawComma, let other = self.group(at), other.elements.lowerBound == at, other.isFinite
      else { continue }
      var subject = subject(of: other, depth: depth + 1)
      subject.isShared = true
      subject.clauseStart = group.elements.lowerBound
      return subject.elements == nil ? nil : subject
    }
    return nil
  }
}
