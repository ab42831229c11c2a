/// The coloured tokens of a document.
public struct SemanticTokens: Codable, Hashable, Sendable {
  /// Names this result in a later request for what has changed since.
  public var resultId: String?
  /// Five numbers a token: lines since the last token, characters since its start (or the line's),
  /// length, index of the type in the legend, and a bit for each modifier in the legend.
  public var data: [UInt32]

  /// Tokens.
  public init(resultId: String? = nil, data: [UInt32]) {
    self.resultId = resultId
    self.data = data
  }
}

/// What has changed in the tokens of a document.
public struct SemanticTokensDelta: Codable, Hashable, Sendable {
  /// Names the result after the edits.
  public var resultId: String?
  /// The edits; each one's place counts in the old data.
  public var edits: [SemanticTokensEdit]

  /// A change.
  public init(resultId: String? = nil, edits: [SemanticTokensEdit]) {
    self.resultId = resultId
    self.edits = edits
  }
}

/// A replacement in the numbers of a `SemanticTokens`.
public struct SemanticTokensEdit: Codable, Hashable, Sendable {
  /// The index of the first number that goes.
  public var start: Int
  /// How many numbers go.
  public var deleteCount: Int
  /// The numbers that come in their place.
  public var data: [UInt32]?

  /// A replacement.
  public init(start: Int, deleteCount: Int, data: [UInt32]? = nil) {
    self.start = start
    self.deleteCount = deleteCount
    self.data = data
  }
}

/// The names that the numbers of tokens stand for.
public struct SemanticTokensLegend: Codable, Hashable, Sendable {
  /// The names of types.
  public var tokenTypes: [String]
  /// The names of modifiers.
  public var tokenModifiers: [String]

  /// Names.
  public init(tokenTypes: [String], tokenModifiers: [String]) {
    self.tokenTypes = tokenTypes
    self.tokenModifiers = tokenModifiers
  }
}
