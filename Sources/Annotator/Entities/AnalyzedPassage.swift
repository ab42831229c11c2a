/// A passage with everything that can be known of it by itself. It is immutable and shared between
/// the versions of a text: a passage that an edit leaves alone keeps its object, so that whatever
/// was derived from it is recognised as still true by identity.
public final class AnalyzedPassage: Sendable {
  /// What the passage is to the article.
  public let role: Passage.Role
  /// Tokens and sentences.
  public let text: TokenizedProse
  /// Names, values and roles in text order; a longer one before a shorter one that begins at the
  /// same token. Only a `ROLE` holds others.
  public let mentions: [Mention]
  /// What an encoder makes of it; `nil` where none has read it.
  public let reading: PassageReading?

  /// A passage with its mentions.
  public init(
    role: Passage.Role, text: TokenizedProse, mentions: [Mention], reading: PassageReading? = nil
  ) {
    self.role = role
    self.text = text
    self.mentions = mentions
    self.reading = reading
  }
}
