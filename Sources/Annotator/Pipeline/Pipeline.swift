/// How a text is to be read.
public enum TextKind: String, Sendable, Codable {
  /// Article markup: CommonMark with a head.
  case article
  /// Paragraphs of plain text.
  case plain
}

/// The stages in their order. A pipeline is a value without state; the same text gives the same
/// result, whether or not an earlier result is reused.
public struct Pipeline: Sendable {
  /// What finds names and roles in a passage.
  public var names: any MentionRecognizer
  /// What finds dates and amounts in a passage. A value that meets a name is dropped, so that "10
  /// Downing Street" does not lose its number.
  public var values: any MentionRecognizer
  /// What finds claims.
  public var claims: any ClaimExtractor
  /// The names that the workspace knows, which go before what is found.
  public var dictionary = NameDictionary()
  /// Which pass the stages make.
  public var tier: Tier
  /// What reads each passage that is new. Without it the stages of the refined tier do with what is
  /// known of a passage's reading.
  var encoder: EncoderNetwork?

  /// A pipeline of the given stages.
  public init(
    names: any MentionRecognizer, values: any MentionRecognizer, claims: any ClaimExtractor,
    tier: Tier = .instant
  ) {
    self.names = names
    self.values = values
    self.claims = claims
    self.tier = tier
  }

  /// The same stages with the names that a workspace knows.
  public func knowing(_ dictionary: NameDictionary) -> Pipeline {
    var pipeline = self
    pipeline.dictionary = dictionary
    return pipeline
  }

  /// Analyses a text. What `previous` knows of passages that did not change is reused, so that the
  /// cost of an edit is that of the passages it touches and of one cheap walk over the article. What
  /// was found with another dictionary, or for another tier, is found anew.
  ///
  /// - Parameter dateline: the day from which "on Thursday" counts, where the text does not tell.
  /// - Throws: `CancellationError` when the task it runs in is cancelled, between two stages or
  ///   windows.
  public func annotate(
    _ text: SourceText, as kind: TextKind = .article, dateline: Dateline? = nil,
    reusing previous: Analysis? = nil
  ) throws(CancellationError) -> Analysis {
    let article =
      switch kind {
      case .article: parseArticle(text, reusing: previous?.article)
      case .plain: parsePlainText(text)
      }
    return try annotate(article, of: text, dateline: dateline, reusing: previous)
  }

  /// Analyses a text whose markup is known.
  func annotate(
    _ article: Article, of text: SourceText, dateline: Dateline? = nil,
    reusing previous: Analysis? = nil
  ) throws(CancellationError) -> Analysis {
    let known = previous.flatMap { $0.dictionary == dictionary && $0.tier == tier ? $0 : nil }
    return try annotate(
      article, of: text, try draft(article.passages, reusing: known), dateline: dateline,
      reusing: known)
  }

  /// Analyses an article in the light of what an encoder makes of some of its passages.
  ///
  /// - Parameter readings: what the encoder makes of passages, by their indices.
  public func annotate(
    _ analysis: Analysis, heeding readings: [Int: PassageReading]
  ) throws(CancellationError) -> Analysis {
    var drafts = analysis.facts.map(\.draft)
    for (index, reading) in readings {
      drafts[index] = PassageDraft(drafts[index].role, drafts[index].text, reading, self)
    }
    return try annotate(analysis.article, of: analysis.text, drafts, reusing: analysis)
  }

  private func annotate(
    _ article: Article, of text: SourceText, _ drafts: [PassageDraft], dateline: Dateline? = nil,
    reusing previous: Analysis?
  ) throws(CancellationError) -> Analysis {
    let facts = try settle(drafts, reusing: previous)
    let windows = try extractClaims(facts, reusing: previous)
    var annotations = place(
      article, facts, windows, resolveCoreference(facts.map(\.references), knowing: dictionary),
      dateline: article.head.dateline ?? dateline)
    let isRead = !facts.contains { $0.draft.reading == nil }
    annotations.tier = tier == .refined && isRead ? .refined : .instant
    return Analysis(
      text: text, article: article, annotations: annotations, facts: facts, windows: windows,
      dictionary: dictionary, tier: tier)
  }
}
