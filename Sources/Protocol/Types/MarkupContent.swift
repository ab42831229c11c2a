/// How a text for a person is written.
public struct MarkupKind: RawRepresentable, Codable, Hashable, Sendable {
  /// The name on the wire.
  public var rawValue: String

  /// A kind by its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Plain text.
  public static let plaintext = MarkupKind(rawValue: "plaintext")
  /// GitHub Flavored Markdown.
  public static let markdown = MarkupKind(rawValue: "markdown")
}

/// A text for a person.
public struct MarkupContent: Codable, Hashable, Sendable {
  /// How it is written.
  public var kind: MarkupKind
  /// The text.
  public var value: String

  /// A text.
  public init(kind: MarkupKind, value: String) {
    self.kind = kind
    self.value = value
  }
}
