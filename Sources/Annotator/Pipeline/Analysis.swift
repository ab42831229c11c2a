/// Everything known of one version of a text: an immutable value from which every answer is made,
/// and which the analysis of the next version reuses.
public struct Analysis: Sendable {
  /// The text that the ranges refer to.
  public let text: SourceText
  /// Its head and passages.
  public let article: Article
  /// What is known of each passage of the article, in the same order.
  public let passages: [AnalyzedPassage]
  /// What was found, placed in the source.
  public let annotations: Annotations
  /// The claims of each window, for reuse.
  let windows: [ClaimWindow]
  /// What each passage was before the article as a whole was seen, for reuse.
  let drafts: [AnalyzedPassage]
}

/// Neighbouring passages whose claims are found together.
struct ClaimWindow: Sendable {
  /// The passages, as a range of the article's.
  var range: Range<Int>
  /// What the extractor found.
  var claims: [WindowClaim]
}
