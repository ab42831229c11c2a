extension Pipeline {
  /// Puts everything found into the source: token ranges become byte ranges, and every mention gets
  /// its chain.
  func place(
    _ article: Article, _ facts: [PassageFacts], _ windows: [ClaimWindow],
    _ coreference: CoreferenceResult, dateline: Dateline?
  ) -> Annotations {
    var annotations = Annotations()
    for index in facts.indices {
      let passage = facts[index].passage
      for found in mentions(of: facts[index], coreference.placed[index], coreference.chains) {
        let range = article.passages[index].sourceRange(
          ofTokens: found.mention.tokens, in: passage.text)
        annotations.entities.append(
          Entity(
            range: range, type: found.mention.type, mention: found.mention.kind,
            chain: found.chain, value: found.meaning?.value(from: dateline),
            confidence: found.mention.confidence))
      }
    }
    // The alternative text of an image inside a paragraph is a passage behind the paragraph.
    annotations.entities.sort { precedes($0.range, $1.range) }
    annotations.chains = coreference.chains.map {
      Chain(type: $0.type, name: $0.name, role: $0.role, mentions: [])
    }
    for (index, entity) in annotations.entities.enumerated() {
      if let chain = entity.chain { annotations.chains[chain].mentions.append(index) }
    }
    for window in windows {
      func place(_ spans: [WindowSpan]) -> [ByteRange] {
        spans.map { span in
          let index = window.range.lowerBound + span.passage
          return article.passages[index].sourceRange(
            ofTokens: span.tokens, in: facts[index].passage.text)
        }
      }
      for claim in window.claims {
        annotations.claims.append(
          Claim(
            form: claim.form, polarity: claim.polarity, certainty: claim.certainty,
            kind: claim.kind, source: place(claim.source),
            sourceChain: sourceChain(claim, window, facts, coreference), cue: place(claim.cue),
            content: place(claim.content), confidence: claim.confidence))
      }
    }
    return annotations
  }

  /// A mention of a passage with what the article knows of it.
  private struct FoundMention {
    var mention: Mention
    var meaning: DatelessValue?
    var chain: Int?
  }

  /// The mentions that a passage brought and those that its chains add, in text order.
  private func mentions(
    of facts: PassageFacts, _ placed: [CoreferenceResult.PlacedMention],
    _ chains: [CoreferenceChain]
  ) -> [FoundMention] {
    var found: [FoundMention] = []
    var rest = placed[...]
    func added(_ placed: CoreferenceResult.PlacedMention) -> FoundMention {
      let mention = Mention(
        tokens: placed.tokens, type: chains[placed.chain].type, kind: placed.kind,
        confidence: Self.confidence(placed.kind))
      return FoundMention(mention: mention, chain: placed.chain)
    }
    for (mention, meaning) in zip(facts.passage.mentions, facts.meanings) {
      while let next = rest.first, precedes(next.tokens, mention.tokens) {
        found.append(added(next))
        rest.removeFirst()
      }
      var chain: Int?
      var mention = mention
      if let next = rest.first, next.tokens == mention.tokens, mention.type != .role {
        chain = next.chain
        rest.removeFirst()
        // A short name was taken for a person's where the article names no such person.
        if mention.type == .person, mention.entry == nil { mention.type = chains[next.chain].type }
      }
      found.append(FoundMention(mention: mention, meaning: meaning, chain: chain))
    }
    return found + rest.map(added)
  }

  /// The order of mentions: by their start, the longer before the shorter.
  private func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (a.lowerBound, b.upperBound) < (b.lowerBound, a.upperBound)
  }

  /// How often a mention that only its chain brought is right; for names those of the article's own
  /// short forms.
  private static func confidence(_ kind: MentionKind) -> Float {
    switch kind {
    case .name: 0.8
    case .pronoun: 0.7
    case .nominal: 0.6
    }
  }

  /// The chain of a claim's source, where that is one thing.
  private func sourceChain(
    _ claim: WindowClaim, _ window: ClaimWindow, _ facts: [PassageFacts],
    _ coreference: CoreferenceResult
  ) -> Int? {
    guard let source = claim.source.first, claim.source.count == 1 else { return nil }
    let index = window.range.lowerBound + source.passage
    return Annotator.sourceChain(
      of: source.tokens, in: facts[index].passage, at: index, coreference)
  }
}

extension Passage {
  /// The source range of a range of the passage's tokens, which must not be empty.
  public func sourceRange(ofTokens tokens: Range<Int>, in text: TokenizedProse) -> ByteRange {
    let local = prose.sourceRange(text.proseRange(tokens))
    return local.lowerBound + range.lowerBound..<local.upperBound + range.lowerBound
  }
}
