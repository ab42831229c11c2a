extension Outline {
  /// Whether an element can stand within a noun phrase before its head.
  private func modifies(_ index: Int) -> Bool {
    let tag = tag(index)
    switch tag {
    case .noun, .pluralNoun, .name, .number, .adjective, .possessiveMark, .determiner,
      .possessivePronoun, .symbol:
      return true
    case .quotation: return classes(index).contains(.fragment)
    case .verbParticiple, .verbGerund:
      let before = self.tag(index - 1)
      return before == .determiner || before == .possessivePronoun || before == .adjective
        || before == .possessiveMark
    case .punctuation: return classes(index).contains(.hyphen)
    default: return false
    }
  }

  /// Whether an element can be the last of a noun phrase.
  func endsNounPhrase(_ index: Int) -> Bool {
    guard elements.indices.contains(index) else { return false }
    let tag = tag(index)
    if tag.isNominal || tag == .symbol { return true }
    // "those", "many", "the rich", a quoted name.
    return tag == .determiner || classes(index).contains(.fragment)
      || tag == .adjective && self.tag(index - 1) == .determiner
  }

  /// The first element of the simple noun phrase that ends at an element.
  func baseStart(_ last: Int) -> Int {
    var start = last
    guard tag(last) != .pronoun, tag(last) != .existential else { return last }
    while start > 0 {
      let before = start - 1
      guard modifies(before),
        group(before) == nil || tag(before) == .verbParticiple
          || tag(before) == .verbGerund
      else { break }
      if tag(start) == .determiner, tag(before) != .determiner { break }
      if tag(start) == .possessivePronoun, tag(before) != .determiner { break }
      if tag(before) == .pronoun { break }
      // "On Tuesday Obama": a day does not belong to the name after it.
      if classes(before).contains(.time), tag(before - 1) != .determiner,
        tag(start) != .possessiveMark
      {
        break
      }
      start = before
    }
    return start
  }

  /// The first element of the whole noun phrase that ends at an element, with what prepositions,
  /// participles and relative clauses hang on its head.
  func phraseStart(_ last: Int, depth: Int = 0) -> Int {
    let start = baseStart(last)
    guard depth < 6, start > 0 else { return start }
    var before = start - 1
    if classes(before).contains(.linking), tag(before) == .preposition || tag(before) == .to {
      var head = before - 1
      if tag(head) == .adjective, endsNounPhrase(head - 1), tag(head - 1) != .determiner {
        head -= 1
      }
      if endsNounPhrase(head), group(head) == nil, tag(head) != .pronoun,
        !classes(head).contains(.time), tag(head) != .quotation || head > 0
      {
        return phraseStart(head, depth: depth + 1)
      }
    }
    // "superdelegates supporting Sanders", "a group backed by Russia".
    if let group = group(before), !group.isFinite, !group.isInfinitive,
      endsNounPhrase(group.elements.lowerBound - 1), tag(group.elements.lowerBound - 1) != .pronoun,
      self.group(group.elements.lowerBound - 1) == nil
    {
      return phraseStart(group.elements.lowerBound - 1, depth: depth + 1)
    }
    // "the man who runs the party".
    if let group = group(before), group.isFinite {
      before = group.elements.lowerBound - 1
      var steps = 0
      while before > 0, steps < 10 {
        if classes(before).contains(.relative) || classes(before).contains(.that) {
          let head = before - 1
          if endsNounPhrase(head), self.group(head) == nil {
            return phraseStart(head, depth: depth + 1)
          }
          break
        }
        if tag(before) == .punctuation || tag(before) == .conjunction { break }
        before -= 1
        steps += 1
      }
    }
    return start
  }

  /// Whether a clause can begin at an element, judged by what stands before it.
  func opensClause(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = index - 1
    switch tag(before) {
    case .punctuation, .quotation, .conjunction, .interrogative: return true
    case .preposition, .adverb:
      return !classes(before).isDisjoint(with: [.subordinator, .that])
        || tag(before) == .adverb
          && opensClause(before)
    default: return classes(before).contains(.time)
    }
  }

  /// The end of the simple noun phrase that starts at an element; the start where there is none.
  func baseEnd(_ start: Int) -> Int {
    guard elements.indices.contains(start) else { return start }
    if tag(start) == .pronoun || tag(start) == .existential { return start + 1 }
    var at = start
    var end = start
    while at < elements.count {
      if classes(at).contains(.time), end > start, tag(at - 1) != .determiner,
        tag(at - 1) != .possessiveMark, tag(at - 1) != .possessivePronoun
      {
        break
      }
      let tag = tag(at)
      if tag == .determiner, at > start, self.tag(at - 1) != .determiner,
        self.tag(at - 1) != .adverb
      {
        break
      }
      if tag == .pronoun { break }
      if tag.isNominal || tag == .symbol || classes(at).contains(.fragment) && at == start {
        at += 1
        end = at
      } else if modifies(at)
        || tag == .adverb && at + 1 < elements.count && end == start
          && self.tag(at + 1) == .adjective
      {
        at += 1
        if tag == .determiner || tag == .possessivePronoun {
          // "his" alone is no phrase, "this" may be.
          if tag == .determiner { end = at }
        } else if tag == .possessiveMark {
          continue
        }
      } else if (tag == .verbParticiple || tag == .verbGerund), end == start, at > start {
        at += 1
      } else {
        break
      }
    }
    if end == start, at > start { end = at }
    return end
  }

  /// The end of the whole noun phrase that starts at an element, with its prepositions, and with an
  /// apposition or relative clause between commas where `withApposition` is set.
  func phraseEnd(_ start: Int, withApposition: Bool, limit: Int) -> Int {
    var end = baseEnd(start)
    guard end > start else { return start }
    var steps = 0
    while end < limit, steps < 8 {
      steps += 1
      if classes(end).contains(.linking), tag(end) == .preposition || tag(end) == .to,
        !classes(end + 1).contains(.time)
      {
        let inner = baseEnd(end + 1)
        guard inner > end + 1, inner <= limit else { break }
        if (end + 1..<inner).contains(where: { !classes($0).isDisjoint(with: [.time, .medium]) }),
          !isOf(end)
        {
          break
        }
        end = inner
      } else if tag(end) == .conjunction, !classes(end).contains(.but) {
        let inner = baseEnd(end + 1)
        guard inner > end + 1, inner <= limit, group(inner)?.isFinite != true else { break }
        end = inner
      } else {
        break
      }
    }
    if withApposition, end < limit, classes(end).contains(.comma) || classes(end).contains(.opening)
    {
      end = appositionEnd(end, limit: limit) ?? end
    }
    return min(end, limit)
  }

  private static let ofHash = wordHash("of")
  private func isOf(_ index: Int) -> Bool { elements[index].hash == Outline.ofHash }

  /// The end of an apposition or relative clause that follows a comma.
  private func appositionEnd(_ comma: Int, limit: Int) -> Int? {
    let first = comma + 1
    guard first < limit else { return nil }
    if classes(comma).contains(.opening) {
      return (first..<min(limit, first + 12)).first { classes($0).contains(.closing) }.map {
        $0 + 1
      }
    }
    switch tag(first) {
    case .determiner, .noun, .pluralNoun, .name, .adjective, .possessivePronoun, .interrogative:
      break
    case .number
    where !classes(first + 1).isDisjoint(with: [.comma, .linking]) || first + 1 == limit:
      break
    default: return nil
    }
    if classes(first).contains(.time) { return nil }
    var end = first
    while end < limit, !classes(end).contains(.comma), !classes(end).contains(.semicolon),
      quotation(end) == nil, !classes(end).contains(.dash)
    {
      if let group = group(end), group.isFinite, tag(first) != .interrogative { return nil }
      if classes(end).contains(.subordinator) { break }
      end += 1
    }
    return end > first + (tag(first) == .interrogative ? 1 : 0) ? end : nil
  }
}
