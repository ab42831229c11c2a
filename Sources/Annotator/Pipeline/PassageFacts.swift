/// Everything that one passage tells by itself. It is immutable and shared between the versions of a
/// text: a passage that an edit leaves alone keeps its object.
final class PassageFacts: Sendable {
  /// Tokens, sentences and mentions.
  let passage: AnalyzedPassage
  /// What each mention says as a value, before the dateline is known; `nil` for names.
  let meanings: [DatelessValue?]
  /// What it tells about who is who.
  let references: PassageReferences

  init(_ passage: AnalyzedPassage) {
    self.passage = passage
    meanings = passage.mentions.map { meaning(of: $0, in: passage.text) }
    references = Annotator.references(in: passage)
  }
}
