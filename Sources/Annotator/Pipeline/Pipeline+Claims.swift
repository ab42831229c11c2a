extension Pipeline {
  /// The most passages of one window: a bound on what one edit costs.
  private static let longestWindow = 16

  /// Finds the claims, keeping those of windows whose passages are all as they were.
  func extractClaims(
    _ passages: [AnalyzedPassage], reusing previous: Analysis?
  ) throws(CancellationError) -> [ClaimWindow] {
    var known: [ObjectIdentifier: ClaimWindow] = [:]
    for window in previous?.windows ?? [] {
      known[ObjectIdentifier(previous!.passages[window.range.lowerBound])] = window
    }
    var windows: [ClaimWindow] = []
    var start = 0
    while start < passages.count {
      var end = start + 1
      while end < passages.count, end - start < Self.longestWindow,
        claimExtractor.continues(passages[end - 1], into: passages[end])
      { end += 1 }
      let window = passages[start..<end]
      if let old = known[ObjectIdentifier(passages[start])], let previous,
        window.elementsEqual(previous.passages[old.range], by: ===)
      {
        windows.append(ClaimWindow(range: start..<end, claims: old.claims))
      } else {
        try checkCancellation()
        let claims = claimExtractor.claims(in: Array(window))
        windows.append(ClaimWindow(range: start..<end, claims: claims))
      }
      start = end
    }
    return windows
  }
}
