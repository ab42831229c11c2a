extension LintedArticle {
  /// Reads a text as far as the rules that run need it, and no further.
  ///
  /// - Throws: `CancellationError` when the task it runs in is cancelled, which only happens where
  ///   everything is to be known.
  public init(
    reading text: SourceText, as kind: TextKind = .article, for options: LintOptions = LintOptions()
  ) throws(CancellationError) {
    let depth = options.selection.depth
    guard depth < .annotations else {
      self.init(try Pipeline.standard.annotate(text, as: kind))
      return
    }
    let article =
      switch kind {
      case .article: parseArticle(text)
      case .plain: parsePlainText(text)
      }
    let passages = article.passages.map { passage in
      AnalyzedPassage(
        role: passage.role,
        text: depth < .words
          ? TokenizedProse(prose: passage.prose, tokens: [], sentences: [])
          : tokenize(passage.prose),
        mentions: [])
    }
    self.init(text: text, article: article, passages: passages, annotations: Annotations())
  }
}
