/// What one passage tells by itself, before the article is seen as a whole. It is immutable and
/// shared between the versions of a text: a passage that an edit leaves alone keeps its object.
final class PassageDraft: Sendable {
  /// What the passage is to the article.
  let role: Passage.Role
  /// Tokens and sentences.
  let text: TokenizedProse
  /// What an encoder makes of it; `nil` where none has read it.
  let reading: PassageReading?
  /// Names and roles, at first sight.
  let names: [Mention]
  /// What the names tell the rest of the article.
  let uses: NameUses
  /// Dates and amounts.
  let values: [Mention]

  /// Looks at a passage, by the pipeline's encoder too if it has one.
  convenience init(_ passage: Passage, _ pipeline: Pipeline) {
    let text = tokenize(passage.prose)
    self.init(passage.role, text, pipeline.encoder?.reading(of: text), pipeline)
  }

  /// Looks at a passage in the light of what an encoder makes of it.
  init(
    _ role: Passage.Role, _ text: TokenizedProse, _ reading: PassageReading?, _ pipeline: Pipeline
  ) {
    self.role = role
    self.text = text
    self.reading = reading
    let ignored: [Range<Int>]
    (names, uses, ignored) = pipeline.names(in: text, heeding: reading)
    values = pipeline.values.mentions(in: text).filter { value in
      !ignored.contains {
        $0.lowerBound <= value.tokens.lowerBound
          && value.tokens.upperBound <= $0.upperBound
      }
    }
  }
}

/// What one passage tells once its names are settled. A passage whose draft and names are as they
/// were keeps its object.
final class PassageFacts: Sendable {
  /// What it told at first sight.
  let draft: PassageDraft
  /// Its names and roles, as the rest of the article has them.
  let names: [Mention]
  /// Tokens, sentences and all mentions.
  let passage: AnalyzedPassage
  /// What each mention says as a value, before the dateline is known; `nil` for names.
  let meanings: [DatelessValue?]
  /// What it tells about who is who.
  let references: PassageReferences

  init(_ draft: PassageDraft, names: [Mention], mentions: [Mention]) {
    self.draft = draft
    self.names = names
    passage = AnalyzedPassage(
      role: draft.role, text: draft.text, mentions: mentions, reading: draft.reading)
    meanings = mentions.map { meaning(of: $0, in: draft.text) }
    references = Annotator.references(in: passage)
  }
}
