import Annotator
import LanguageServerProtocol

/// An open document: its text as the client has it, and the analysis that is under way.
struct Document: Sendable {
  /// The document, as the client names it.
  let uri: DocumentURI
  /// The client's version of the text.
  private(set) var version: Int
  /// The text.
  private(set) var text: SourceText
  /// How the text is to be read.
  let kind: TextKind
  /// The analysis of this version.
  private(set) var analysis: Task<Analysis, any Error>
  /// The last analysis that was finished, perhaps of an earlier version, for reuse.
  var finished: Analysis?
  /// The semantic tokens that were sent last, with the name of that result.
  var sentTokens: (id: String, data: [UInt32])?

  /// A document as it is opened; its analysis begins.
  init(_ item: TextDocumentItem) {
    uri = item.uri
    version = item.version
    text = SourceText(item.text)
    kind = item.languageId == "plaintext" || item.languageId == "text" ? .plain : .article
    analysis = Document.begin(text, kind, reusing: nil)
  }

  /// Applies a client's edits in their order and begins the analysis of the new text; that of the
  /// old one is given up.
  mutating func change(
    _ changes: [TextDocumentContentChangeEvent], version: Int?, unit: ColumnUnit
  ) {
    for change in changes {
      switch change {
      case .whole(let text): self.text = SourceText(text)
      case .range(let range, let replacement):
        let bytes = Conversion(text, unit: unit).byteRange(range)
        text.replace(bytes, with: replacement)
      }
    }
    self.version = version ?? self.version + 1
    analysis.cancel()
    analysis = Document.begin(text, kind, reusing: finished)
  }

  /// Begins an analysis away from the session, which goes on meanwhile.
  private static func begin(
    _ text: SourceText, _ kind: TextKind, reusing previous: Analysis?
  ) -> Task<Analysis, any Error> {
    Task.detached(priority: .userInitiated) {
      try Task.checkCancellation()
      return try Pipeline.standard.annotate(text, as: kind, reusing: previous)
    }
  }
}
