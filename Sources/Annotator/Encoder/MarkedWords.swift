/// The words of a text and what is marked in them, as an encoder is trained on them: cut by the
/// program's own rules, so that training sees what the program will.
public struct MarkedWords: Sendable, Encodable {
  /// The corpus.
  public var corpus: String
  /// The words.
  public var words: [String] = []
  /// The ends of sentences, in words.
  public var sentences: [Int] = []
  /// The ends of passages, in words.
  public var passages: [Int] = []
  /// Where each word stands to quotations: outside (0), inside, at the opening or the closing mark.
  public var quotes: [Int] = []
  /// For each word, the labels of names that it may bear, as a mask of `NameLabels`; `nil` where no
  /// names are marked.
  public var masks: [UInt32]?
  /// How much the text counts.
  public var weight: Float
  /// The words of each claim's source, cue and content; `nil` where no claims are marked.
  public var claims: [[[Int]]]?
  /// Words of which nobody said whether they are part of a claim.
  public var ignored: [Int]?

  /// The words of a text with its names, which `gazetteer` helps to tell apart; `file` is that of the
  /// gazetteer.
  public init(_ document: NameDocument, corpus: String, gazetteer file: [UInt8]) {
    self.init(document.text, corpus: corpus, isArticle: document.isWritten, document.weight)
    let article = MarkedWords.article(document.text, isArticle: document.isWritten)
    masks = file.withUnsafeBytes { file in
      let gazetteer = Gazetteer(permanent: file)
      return article.passages.flatMap { passage in
        document.allowedLabels(
          NameText(tokenize(passage.prose), gazetteer), origin: passage.range.lowerBound)
      }
    }
  }

  /// The words of a text with its claims.
  public init(_ document: ClaimDocument, corpus: String) {
    self.init(document.text, corpus: corpus, isArticle: false, document.weight)
    let ranges = MarkedWords.article(document.text, isArticle: false).passages.flatMap { passage in
      tokenize(passage.prose).tokens.map { token in
        let range = passage.prose.sourceRange(token.range)
        let origin = passage.range.lowerBound
        return range.lowerBound + origin..<range.upperBound + origin
      }
    }
    func words(_ marked: [Range<Int>]) -> [Int] {
      Set(
        marked.flatMap { range in
          let first = ranges.partitioningIndex { $0.upperBound > range.lowerBound }
          let end = ranges.partitioningIndex { $0.lowerBound >= range.upperBound }
          return first..<max(first, end)
        }
      ).sorted()
    }
    claims = document.claims.map { [words($0.source), words($0.cue), words($0.content)] }
    ignored = words(document.ignored)
  }

  private init(_ text: SourceText, corpus: String, isArticle: Bool, _ weight: Float) {
    self.corpus = corpus
    self.weight = weight
    let texts = MarkedWords.article(text, isArticle: isArticle).passages.map { tokenize($0.prose) }
    for text in texts {
      let first = words.count
      words += text.tokens.indices.map(text.string)
      sentences += text.sentences.map { first + $0.upperBound }
      passages.append(words.count)
    }
    quotes = texts.flatMap(quoteStates).map { Int($0.rawValue) }
  }

  private static func article(_ text: SourceText, isArticle: Bool) -> Article {
    isArticle ? parseArticle(text) : parsePlainText(text)
  }
}

extension NameDocument {
  /// The text in capitals, and, where it was written to train from, as a headline.
  public var shoutedCopies: [NameDocument] {
    [inCapitals()] + (isWritten ? [asHeadline()].compactMap { $0 } : [])
  }
}
