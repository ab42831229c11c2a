extension Pipeline {
  /// Analyses the passages of an article each by itself, keeping the objects of those that are as
  /// they were. Edits leave a common head and tail, which are matched in place; what lies between
  /// is looked up by content, so that moved and pasted passages are known again too.
  func analyze(
    _ passages: [Passage], reusing previous: Analysis?
  ) throws(CancellationError) -> [PassageFacts] {
    let oldPassages = previous?.article.passages ?? []
    let old = previous?.facts ?? []
    let shorter = min(passages.count, old.count)
    var head = 0
    while head < shorter, isSame(passages[head], oldPassages[head]) { head += 1 }
    var tail = 0
    while tail < shorter - head,
      isSame(passages[passages.count - 1 - tail], oldPassages[old.count - 1 - tail])
    { tail += 1 }

    var known: [PassageKey: PassageFacts] = [:]
    for i in head..<old.count - tail { known[PassageKey(oldPassages[i])] = old[i] }
    var result = Array(old[..<head])
    result.reserveCapacity(passages.count)
    for passage in passages[head..<passages.count - tail] {
      if let same = known.isEmpty ? nil : known[PassageKey(passage)] {
        result.append(same)
      } else {
        try checkCancellation()
        result.append(PassageFacts(analyze(passage)))
      }
    }
    result.append(contentsOf: old[(old.count - tail)...])
    return result
  }

  /// Analyses one passage.
  private func analyze(_ passage: Passage) -> AnalyzedPassage {
    let text = tokenize(passage.prose)
    var mentions: [Mention] = []
    for recognizer in recognizers {
      mentions = merge(mentions, recognizer.mentions(in: text))
    }
    return AnalyzedPassage(role: passage.role, text: text, mentions: mentions)
  }

  /// Adds the mentions of a later recogniser to those of earlier ones; both are in text order.
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
