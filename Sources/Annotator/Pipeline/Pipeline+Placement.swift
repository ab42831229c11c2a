extension Pipeline {
  /// Puts everything found into the source: token ranges become byte ranges.
  func place(
    article: Article, passages: [AnalyzedPassage], windows: [ClaimWindow], dateline: Dateline?
  ) -> Annotations {
    var annotations = Annotations()
    for (index, passage) in passages.enumerated() {
      for mention in passage.mentions {
        let range = article.passages[index].sourceRange(
          ofTokens: mention.tokens, in: passage.text)
        annotations.entities.append(
          Entity(
            range: range, type: mention.type, mention: mention.kind, chain: nil, value: nil,
            confidence: mention.confidence))
      }
    }
    for window in windows {
      func place(_ spans: [WindowSpan]) -> [ByteRange] {
        spans.map { span in
          let index = window.range.lowerBound + span.passage
          return article.passages[index].sourceRange(
            ofTokens: span.tokens, in: passages[index].text)
        }
      }
      for claim in window.claims {
        annotations.claims.append(
          Claim(
            form: claim.form, polarity: claim.polarity, certainty: claim.certainty,
            kind: claim.kind, source: place(claim.source), sourceChain: nil,
            cue: place(claim.cue), content: place(claim.content), confidence: claim.confidence))
      }
    }
    return annotations
  }
}

extension Passage {
  /// The source range of a range of the passage's tokens, which must not be empty.
  public func sourceRange(ofTokens tokens: Range<Int>, in text: TokenizedProse) -> ByteRange {
    let local = prose.sourceRange(text.proseRange(tokens))
    return local.lowerBound + range.lowerBound..<local.upperBound + range.lowerBound
  }
}
