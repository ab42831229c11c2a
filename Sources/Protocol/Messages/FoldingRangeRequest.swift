/// `textDocument/foldingRange`: what of a document can be folded away.
public enum FoldingRangeRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/foldingRange"
  /// Which document.
  public typealias Params = TextDocumentParams
  /// What can be folded.
  public typealias Result = [FoldingRange]?
}

/// Lines that can be folded away; the first stays in sight.
public struct FoldingRange: Codable, Hashable, Sendable {
  /// The first line.
  public var startLine: Int
  /// The last line.
  public var endLine: Int
  /// What the lines are.
  public var kind: FoldingRangeKind?

  /// Lines.
  public init(startLine: Int, endLine: Int, kind: FoldingRangeKind? = nil) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
  }
}

/// What lines that can be folded are.
public enum FoldingRangeKind: String, Codable, Sendable, CaseIterable {
  case comment, imports, region
}
