/// How a claim's content is given.
public enum ClaimForm: String, Sendable, CaseIterable, Codable {
  /// All within quotation marks.
  case direct
  /// Paraphrased.
  case indirect
  /// Paraphrased with quoted parts.
  case mixed
}

/// Whether the source stands by the content.
public enum Polarity: String, Sendable, CaseIterable, Codable {
  case positive
  /// The source denies, rejects or has not said it.
  case negative
}

/// How sure the source makes it: the scale of FactBank.
public enum Certainty: String, Sendable, CaseIterable, Codable {
  case certain
  case probable
  case possible
}

/// What the source does with the content.
public enum ClaimKind: String, Sendable, CaseIterable, Codable {
  case statement
  case belief
  case intention
  case question
  case order
  case criticism
  /// Declined to comment.
  case refusal
}

/// A run of tokens in one of the passages of a window.
public struct WindowSpan: Sendable, Hashable {
  /// The passage, as an index of the window.
  public var passage: Int
  /// Token indices in that passage; never empty.
  public var tokens: Range<Int>

  /// A run of tokens.
  public init(passage: Int = 0, tokens: Range<Int>) {
    self.passage = passage
    self.tokens = tokens
  }
}

/// An attribution in which somebody is reported to state, think or intend something, before it is
/// placed in the source.
public struct WindowClaim: Sendable, Hashable {
  /// How the content is given.
  public var form: ClaimForm
  /// Whether the source stands by it.
  public var polarity: Polarity
  /// How sure the source makes it.
  public var certainty: Certainty
  /// What the source does with it.
  public var kind: ClaimKind
  /// Who; empty where the text names nobody.
  public var source: [WindowSpan]
  /// The words that report; empty where only quotation marks do.
  public var cue: [WindowSpan]
  /// What; never empty.
  public var content: [WindowSpan]
  /// The extractor's probability that the claim is right, 0 to 1.
  public var confidence: Float

  /// A claim.
  public init(
    form: ClaimForm, polarity: Polarity = .positive, certainty: Certainty = .certain,
    kind: ClaimKind = .statement, source: [WindowSpan] = [], cue: [WindowSpan] = [],
    content: [WindowSpan], confidence: Float = 1
  ) {
    self.form = form
    self.polarity = polarity
    self.certainty = certainty
    self.kind = kind
    self.source = source
    self.cue = cue
    self.content = content
    self.confidence = confidence
  }
}

/// An extractor of claims, a value without state. It works on a window of neighbouring passages, so
/// that its result can be kept for as long as none of them changes.
public protocol ClaimExtractor: Sendable {
  /// Whether the claims of one passage may reach into the next, so that both belong in one window:
  /// a quotation runs on, or waits for a source that the neighbour may name.
  func continues(_ passage: AnalyzedPassage, into next: AnalyzedPassage) -> Bool

  /// The claims of a window, in text order.
  func claims(in window: [AnalyzedPassage]) -> [WindowClaim]
}
