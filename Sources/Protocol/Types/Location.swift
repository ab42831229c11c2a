/// A stretch of some document.
public struct Location: Codable, Hashable, Sendable {
  /// The document.
  public var uri: DocumentURI
  /// Where in it.
  public var range: Range

  /// A stretch.
  public init(uri: DocumentURI, range: Range) {
    self.uri = uri
    self.range = range
  }
}

/// A way from one place to another.
public struct LocationLink: Codable, Hashable, Sendable {
  /// What the editor underlines as the origin; by default the word at the position.
  public var originSelectionRange: Range?
  /// The document that the link leads to.
  public var targetUri: DocumentURI
  /// The whole target, for a preview.
  public var targetRange: Range
  /// What is selected there, inside `targetRange`.
  public var targetSelectionRange: Range

  /// A way.
  public init(
    originSelectionRange: Range? = nil, targetUri: DocumentURI, targetRange: Range,
    targetSelectionRange: Range
  ) {
    self.originSelectionRange = originSelectionRange
    self.targetUri = targetUri
    self.targetRange = targetRange
    self.targetSelectionRange = targetSelectionRange
  }
}
