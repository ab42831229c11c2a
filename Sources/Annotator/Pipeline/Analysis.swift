/// Everything known of one version of a text: an immutable value from which every answer is made,
/// and which the analysis of the next version reuses.
public struct Analysis: Sendable {
  /// The text that the ranges refer to.
  public let text: SourceText
  /// Its head and passages.
  public let article: Article
  /// What was found, placed in the source.
  public let annotations: Annotations
  /// What is known of each passage of the article, in the same order.
  let facts: [PassageFacts]
  /// The claims of each window, for reuse.
  let windows: [ClaimWindow]

  /// The article's passages with what was found in each, in the same order.
  public var passages: [AnalyzedPassage] { facts.map(\.passage) }
}

/// Neighbouring passages whose claims are found together.
struct ClaimWindow: Sendable {
  /// The passages, as a range of the article's.
  var range: Range<Int>
  /// What the extractor found.
  var claims: [WindowClaim]
}
