extension Pipeline {
  /// Settles what the passages of an article told at first sight, their names in the light of all
  /// others. What is as it was keeps its object.
  func settle(
    _ drafts: [PassageDraft], reusing previous: Analysis?
  ) throws(CancellationError) -> [PassageFacts] {
    var table = NameTable()
    for draft in drafts { table.add(draft.names, draft.uses) }
    var known: [ObjectIdentifier: PassageFacts] = [:]
    for facts in previous?.facts ?? [] { known[ObjectIdentifier(facts.draft)] = facts }
    try checkCancellation()
    return drafts.concurrentMap { [table, known] draft in
      let names = table.unified(draft.names, draft.uses)
      if let facts = known[ObjectIdentifier(draft)], facts.names == names { return facts }
      return PassageFacts(draft, names: names, mentions: merge(names, draft.values))
    }
  }

  /// The names and roles of the passages of an article, and nothing else of them: what a reader
  /// wants that stops there.
  func names(in texts: [TokenizedProse]) -> [[Mention]] {
    let drafts = texts.concurrentMap { names(in: $0) }
    var table = NameTable()
    for (mentions, uses, _) in drafts { table.add(mentions, uses) }
    return drafts.concurrentMap { [table] mentions, uses, _ in table.unified(mentions, uses) }
  }

  /// The names and roles of one passage at first sight, what they tell the rest of the article, and
  /// the tokens that the workspace knows to be no names.
  func names(
    in text: TokenizedProse, heeding reading: PassageReading? = nil
  ) -> (mentions: [Mention], uses: NameUses, ignored: [Range<Int>]) {
    let hits = dictionary.hits(in: text)
    let mentions = dictionary.settled(
      names.mentions(in: text, heeding: reading), by: hits, in: text)
    let ignored = hits.filter { $0.entry == nil }.map(\.tokens)
    return (mentions, nameUses(of: mentions, in: text).without(ignored), ignored)
  }

  /// Looks at each passage by itself. Edits leave a common head and tail, which are matched in place;
  /// what lies between is looked up by content, so that moved and pasted passages are known again.
  func draft(
    _ passages: [Passage], reusing previous: Analysis?
  ) throws(CancellationError) -> [PassageDraft] {
    let oldPassages = previous?.article.passages ?? []
    let old = (previous?.facts ?? []).map(\.draft)
    let shorter = min(passages.count, old.count)
    var head = 0
    while head < shorter, isSame(passages[head], oldPassages[head]) { head += 1 }
    var tail = 0
    while tail < shorter - head,
      isSame(passages[passages.count - 1 - tail], oldPassages[old.count - 1 - tail])
    { tail += 1 }

    var known: [PassageKey: PassageDraft] = [:]
    for i in head..<old.count - tail { known[PassageKey(oldPassages[i])] = old[i] }
    try checkCancellation()
    // An encoder takes its time for each.
    let stride = encoder == nil ? 16 : 1
    let middle = Array(passages[head..<passages.count - tail]).concurrentMap(stride: stride) {
      [known] passage in
      known[PassageKey(passage)] ?? PassageDraft(passage, self)
    }
    return old[..<head] + middle + old[(old.count - tail)...]
  }

  /// Adds values to names; both are in text order. A value that meets a name is dropped.
  private func merge(_ first: [Mention], _ second: [Mention]) -> [Mention] {
    guard !first.isEmpty else { return second }
    var result = first
    var start = 0
    for mention in second {
      while start < first.count, first[start].tokens.upperBound <= mention.tokens.lowerBound {
        start += 1
      }
      var index = start
      var isFree = true
      while index < first.count, first[index].tokens.lowerBound < mention.tokens.upperBound {
        isFree = isFree && nests(first[index], mention)
        index += 1
      }
      if isFree { result.append(mention) }
    }
    result.sort {
      ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
    }
    return result
  }

  /// Whether two mentions that meet may stand together: no overlap, or a role that holds the other.
  private func nests(_ a: Mention, _ b: Mention) -> Bool {
    guard a.tokens.overlaps(b.tokens) else { return true }
    let (outer, inner) = a.tokens.count > b.tokens.count ? (a, b) : (b, a)
    return outer.type == .role && inner.type != .role && outer.tokens != inner.tokens
      && outer.tokens.lowerBound <= inner.tokens.lowerBound
      && outer.tokens.upperBound >= inner.tokens.upperBound
  }
}

/// What the analysis of a passage depends on.
private struct PassageKey: Hashable {
  var role: Passage.Role
  var prose: Prose

  init(_ passage: Passage) {
    role = passage.role
    prose = passage.prose
  }
}

/// Whether two passages have the same analysis. Passages that the parser kept share their storage,
/// so that this costs nothing for them.
private func isSame(_ a: Passage, _ b: Passage) -> Bool {
  a.role == b.role && a.prose == b.prose
}

/// Throws when the current task is cancelled.
func checkCancellation() throws(CancellationError) {
  if Task.isCancelled { throw CancellationError() }
}
