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
  /// Whether it is a file of options, and no article.
  let isConfiguration: Bool
  /// What the user has set for it.
  private(set) var options: Options
  /// The analysis of this version: the best that is known of it.
  private(set) var analysis: Task<CheckedText, any Error>
  /// The last analysis that was finished, perhaps of an earlier version, for reuse.
  private(set) var finished: CheckedText?
  /// Whether this version has been read.
  private(set) var isRead = false
  /// The reading by the encoder that goes on behind a finished analysis.
  var refinement: Task<Void, Never>?
  /// Where the user is: what was edited last, or which part was asked about.
  var attention = Document.beginning
  /// What the encoder has made of passages lately.
  private let readings: ReadingCache
  /// The analysis that is in the index of the workspace.
  var indexed: Task<CheckedText, any Error>?
  /// The semantic tokens that were sent last, with the name of that result.
  var sentTokens: (id: String, data: [UInt32])?

  private static let beginning = LanguageServerProtocol.Range(
    start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))

  /// A document as it is opened; its analysis begins.
  init(_ item: TextDocumentItem, _ options: Options, _ readings: ReadingCache) {
    uri = item.uri
    self.readings = readings
    version = item.version
    text = SourceText(item.text)
    kind = item.languageId == "plaintext" || item.languageId == "text" ? .plain : .article
    self.options = options
    isConfiguration = Configuration.isFile(item.uri)
    isRead = isConfiguration
    analysis =
      isConfiguration
      ? Document.check(text) : Document.begin(text, kind, options, readings, reusing: nil)
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
        attention = LanguageServerProtocol.Range(start: range.start, end: range.start)
      }
    }
    self.version = version ?? self.version + 1
    beginAnew()
  }

  /// Takes other options, and begins the analysis anew where they make a difference to it.
  ///
  /// - Returns: Whether they make a difference to what a client sees.
  mutating func heed(_ options: Options) -> Bool {
    let isRead = self.options.lint == options.lint && self.options.accuracy == options.accuracy
    var before = self.options
    before.files = options.files
    self.options = options
    guard before != options else { return false }
    indexed = nil
    if !isRead { beginAnew() }
    return true
  }

  private mutating func beginAnew() {
    giveUp()
    isRead = isConfiguration
    analysis =
      isConfiguration
      ? Document.check(text) : Document.begin(text, kind, options, readings, reusing: finished)
  }

  /// Gives up the work on this version.
  func giveUp() {
    analysis.cancel()
    refinement?.cancel()
  }

  /// Keeps what the analysis of this version found.
  mutating func finish(_ checked: CheckedText) {
    finished = checked
    isRead = true
  }

  /// Takes what the encoder has made of more passages of this version.
  mutating func refine(_ checked: CheckedText) {
    finished = checked
    analysis = Task { checked }
  }

  /// Looks at a file of options.
  private static func check(_ text: SourceText) -> Task<CheckedText, any Error> {
    Task.detached(priority: .userInitiated) { CheckedText(configuration: text) }
  }

  /// Begins an analysis away from the session, which goes on meanwhile.
  private static func begin(
    _ text: SourceText, _ kind: TextKind, _ options: Options, _ readings: ReadingCache,
    reusing previous: CheckedText?
  ) -> Task<CheckedText, any Error> {
    Task.detached(priority: .userInitiated) {
      try Task.checkCancellation()
      let work = CrashFile.begin("reading of a document")
      defer { CrashFile.end(work) }
      let checked = try CheckedText(text, as: kind, options: options, reusing: previous)
      guard options.accuracy == .refined else { return checked }
      var refinement = Refinement(checked, options, readings)
      return try await refinement.whole()
    }
  }
}

/// One version of a text with everything known of it: what the server keeps of a document.
struct CheckedText: Sendable {
  /// How it was read.
  let kind: TextKind
  /// What was found in it.
  let analysis: Analysis
  /// What is wrong with it.
  let report: LintReport

  /// Analyses and checks a text, reusing what an earlier version knows of the parts that stayed. The
  /// encoder reads nothing for it.
  init(
    _ text: SourceText, as kind: TextKind, options: Options = Options(),
    reusing previous: CheckedText? = nil
  ) throws(CancellationError) {
    self.kind = kind
    analysis = try options.pipeline.annotate(text, as: kind, reusing: previous?.analysis)
    report = lint(LintedArticle(analysis), options: options.lint, reusing: previous?.report)
  }

  /// The same text in the light of what the encoder makes of some of its passages.
  func heeding(
    _ readings: [Int: PassageReading], _ options: Options
  ) throws(CancellationError) -> CheckedText {
    let analysis = try options.pipeline.annotate(analysis, heeding: readings)
    let report = lint(LintedArticle(analysis), options: options.lint, reusing: report)
    return CheckedText(kind: kind, analysis: analysis, report: report)
  }

  private init(kind: TextKind, analysis: Analysis, report: LintReport) {
    self.kind = kind
    self.analysis = analysis
    self.report = report
  }

  /// A file of options: nothing is looked for in it but what is wrong with the options.
  init(configuration text: SourceText) {
    kind = .plain
    analysis = Analysis(unread: text)
    report = LintReport(findings: ConfigurationText(text.bytes).findings)
  }
}
