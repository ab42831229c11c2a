/// A text whose claims are known, to train from.
public struct ClaimDocument: Sendable {
  /// A claim, by ranges of the text's bytes.
  public struct Claim: Sendable {
    /// Who.
    public var source: [Range<Int>]
    /// What reports.
    public var cue: [Range<Int>]
    /// What.
    public var content: [Range<Int>]

    /// A claim.
    public init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// The plain text.
  public var text: SourceText
  /// All of its claims.
  public var claims: [Claim]
  /// Where nothing is known.
  public var ignored: [Range<Int>]
  /// How much it counts.
  public var weight: Float

  /// A text.
  public init(text: SourceText, claims: [Claim], ignored: [Range<Int>] = [], weight: Float = 1) {
    self.text = text
    self.claims = claims
    self.ignored = ignored
    self.weight = weight
  }
}
