/// A replacement in a document.
public struct TextEdit: Codable, Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public var range: Range
  /// What takes its place; empty for a deletion.
  public var newText: String

  /// A replacement.
  public init(range: Range, newText: String) {
    self.range = range
    self.newText = newText
  }
}
