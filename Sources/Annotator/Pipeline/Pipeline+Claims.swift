extension Pipeline {
  /// The most passages of one window: a bound on what one edit costs.
  static let longestWindow = 16

  /// Finds the claims, keeping those of windows whose passages are all as they were.
  func extractClaims(
    _ facts: [PassageFacts], reusing previous: Analysis?
  ) throws(CancellationError) -> [ClaimWindow] {
    var known: [ObjectIdentifier: ClaimWindow] = [:]
    for window in previous?.windows ?? [] {
      known[ObjectIdentifier(previous!.facts[window.range.lowerBound])] = window
    }
    var windows: [ClaimWindow] = []
    var start = 0
    while start < facts.count {
      var end = start + 1
      while end < facts.count, end - start < Self.longestWindow,
        claims.continues(facts[end - 1].passage, into: facts[end].passage)
      { end += 1 }
      let window = facts[start..<end]
      if let old = known[ObjectIdentifier(facts[start])], let previous,
        window.elementsEqual(previous.facts[old.range], by: ===)
      {
        windows.append(ClaimWindow(range: start..<end, claims: old.claims))
      } else {
        try checkCancellation()
        let claims = claims.claims(in: window.map(\.passage))
        windows.append(ClaimWindow(range: start..<end, claims: claims))
      }
      start = end
    }
    return windows
  }
}
