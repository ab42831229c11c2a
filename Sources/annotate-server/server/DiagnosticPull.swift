import LanguageServerProtocol

/// What has happened that may have changed diagnostics of the workspace.
struct DiagnosticNews {
  /// Open documents that have been read anew.
  var documents: Set<DocumentURI> = []
  /// Whether anything may have changed.
  var isWhole = false
  /// Whether nobody waits for the answer any more.
  var isOver = false

  /// Whether nothing has happened.
  var isEmpty: Bool { documents.isEmpty && !isWhole && !isOver }
}

/// A request for the diagnostics of the workspace that is not answered yet.
///
/// A client that takes parts of the answer and hears of changed files is held when it knows all there
/// is to say: it is answered as soon as something has changed, and asks anew. Such clients ask every
/// other second otherwise. Any other client is answered at once.
struct DiagnosticPull {
  /// The reports that the client has, by the keys of their documents.
  let previous: [String: PreviousResultId]
  /// Whether the answer may wait for news.
  private(set) var mayWait: Bool
  /// What has happened since the last look began; at first, anything.
  private(set) var news = DiagnosticNews(isWhole: true)
  /// Resumes the request that waits for news.
  private var waiting: CheckedContinuation<Void, Never>?
  /// Whether something is not as the client knows it.
  private(set) var hasChanges = false
  /// The reports that are still to be sent.
  private var reports: [WorkspaceDocumentDiagnosticReport] = []
  private let token: ProgressToken?
  private var hasSent = false
  private var lastSent = ContinuousClock.now

  /// A request as it arrives.
  ///
  /// - Parameter mayWait: whether the client hears of changed files, so that there will be news.
  init(_ params: WorkspaceDiagnosticParams, mayWait: Bool) {
    self.mayWait = mayWait && params.partialResultToken != nil
    previous = Dictionary(params.previousResultIds.map { ($0.uri.key, $0) }) { $1 }
    token = params.partialResultToken
  }

  /// Adds to the news and lets a request that waits go on.
  mutating func tell(_ change: (inout DiagnosticNews) -> Void) {
    change(&news)
    wake()
  }

  /// Lets the request be answered without waiting for news: the client has asked anew, or ends.
  mutating func hurry() {
    mayWait = false
    if waiting != nil { tell { $0.isOver = true } }
  }

  /// Lets a request that waits go on.
  mutating func wake() {
    waiting?.resume()
    waiting = nil
  }

  /// Waits until there are news.
  mutating func hold(_ continuation: CheckedContinuation<Void, Never>) {
    reports = []
    waiting = continuation
  }

  /// The news, which are known from now on.
  mutating func takeNews() -> DiagnosticNews {
    defer { news = DiagnosticNews() }
    return news
  }

  /// Takes reports.
  ///
  /// - Returns: The part of the answer that is to be sent now, if it is time for one.
  mutating func take(_ new: [WorkspaceDocumentDiagnosticReport]) -> [UInt8]? {
    for case .full in new.lazy.map(\.report) { hasChanges = true }
    reports += new
    guard hasChanges, reports.count >= 64 || ContinuousClock.now - lastSent > .milliseconds(250)
    else { return nil }
    return part()
  }

  /// What is left to say at the end: a last part, and the answer itself.
  mutating func finish() -> (part: [UInt8]?, answer: WorkspaceDiagnosticReport) {
    let part = hasSent ? part() : nil
    return (part, WorkspaceDiagnosticReport(items: reports))
  }

  private mutating func part() -> [UInt8]? {
    guard let token, !reports.isEmpty else { return nil }
    defer {
      reports = []
      hasSent = true
      lastSent = .now
    }
    return Message.notification(
      ProgressNotification<WorkspaceDiagnosticReport>.self,
      ProgressParams(token: token, value: WorkspaceDiagnosticReport(items: reports)))
  }
}
