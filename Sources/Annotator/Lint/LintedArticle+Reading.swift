extension LintedArticle {
  /// Reads a text as far as the rules that run need it, and no further: one step after another while
  /// a rule that needs more may find something there.
  ///
  /// - Throws: `CancellationError` when the task it runs in is cancelled, which only happens where
  ///   everything is to be known.
  public init(
    reading text: SourceText, as kind: TextKind = .article, for options: LintOptions = LintOptions()
  ) throws(CancellationError) {
    let article =
      switch kind {
      case .article: parseArticle(text)
      case .plain: parsePlainText(text)
      }
    var read = LintedArticle(
      text: text, article: article,
      passages: article.passages.map { passage in
        let text = TokenizedProse(prose: passage.prose, tokens: [], sentences: [])
        return AnalyzedPassage(role: passage.role, text: text, mentions: [])
      },
      depth: .markup)
    while options.selection.all.contains(where: { $0.needs > read.depth && $0.mayFind(in: read) }) {
      let pipeline = Pipeline.stages(of: options.tier) ?? .standard
      read = try read.readFurther(by: pipeline.knowing(options.dictionary))
    }
    self = read
  }

  /// The same article, read one step further.
  private func readFurther(by pipeline: Pipeline) throws(CancellationError) -> LintedArticle {
    switch depth {
    case .markup:
      let passages = passages.map {
        AnalyzedPassage(role: $0.role, text: tokenize($0.text.prose), mentions: [])
      }
      return LintedArticle(text: text, article: article, passages: passages, depth: .words)
    case .words where pipeline.tier == .instant:
      let names = pipeline.names(in: passages.map(\.text))
      let passages = zip(passages, names).map {
        AnalyzedPassage(role: $0.role, text: $0.text, mentions: $1)
      }
      return LintedArticle(text: text, article: article, passages: passages, depth: .names)
    case .words, .names, .claims:
      // What takes long is done once.
      return LintedArticle(try pipeline.annotate(article, of: text))
    }
  }
}
