import Annotator
import LanguageServerProtocol

// What is wrong with all articles of the workspace, for clients that ask.

extension Session {
  /// Answers a question for the diagnostics of the workspace.
  func answer(_ request: Request<WorkspaceDiagnosticRequest>) {
    if let error = refusal { return fail(request.id, error) }
    perform(request) { try await self.workspaceReport($0, request.id) }
  }

  /// Forgets what was found in files, since other options hold for them now.
  func forgetChecks() {
    knownFiles = [:]
    checkVersion += 1
    tellPulls { $0.isWhole = true }
  }

  /// Tells the requests that are not answered yet what has happened.
  func tellPulls(_ change: (inout DiagnosticNews) -> Void) {
    for id in pulls.keys { pulls[id]?.tell(change) }
  }

  /// Lets the requests that are not answered yet be answered without waiting for news.
  func hurryPulls() {
    for id in pulls.keys { pulls[id]?.hurry() }
  }

  private func workspaceReport(
    _ params: WorkspaceDiagnosticParams, _ id: RequestID
  ) async throws -> WorkspaceDiagnosticReport {
    // A client that asks anew has no use for the answer that it did not get.
    hurryPulls()
    pulls[id] = DiagnosticPull(
      params, mayWait: client.watchesFiles && phase == .running && !isAtEnd)
    defer { pulls[id] = nil }
    while let news = pulls[id]?.takeNews(), !news.isOver {
      try await look(at: news, for: id)
      try Task.checkCancellation()
      endProgress(of: id)
      guard let pull = pulls[id], pull.mayWait, !pull.hasChanges else { break }
      if pull.news.isEmpty {
        await withCheckedContinuation { pulls[id]?.hold($0) }
        try Task.checkCancellation()
      }
    }
    guard let end = pulls[id]?.finish() else { return WorkspaceDiagnosticReport(items: []) }
    if let part = end.part { send(part) }
    return end.answer
  }

  /// Looks at what may have changed, open documents first.
  private func look(at news: DiagnosticNews, for id: RequestID) async throws {
    for uri in news.isWhole ? Set(documents.keys) : news.documents {
      guard let snapshot = try await snapshot(of: uri) else { continue }
      let previous = pulls[id]?.previous[uri.key]
      let report = await report(on: snapshot, since: previous?.value)
      if previous != nil || report != .full(resultId: resultId(of: []), []) {
        take(
          [WorkspaceDocumentDiagnosticReport(uri: uri, version: snapshot.version, report: report)],
          for: id)
      }
    }
    guard news.isWhole else { return }
    let check = ArticleCheck(
      folders: workspace.folders.map { ($0, workspace.options[$0] ?? Options()) },
      unit: client.unit, open: Set(documents.keys.map(\.key)),
      previous: pulls[id]?.previous ?? [:], known: knownFiles)
    let version = checkVersion
    await checkArticles(
      check, pause: waitForDocuments, count: { await self.hasFound($0, for: id) },
      deliver: { await self.take($0, for: id, by: version) })
  }

  /// An open document as it is when it has been read; `nil` where it is not open.
  private func snapshot(of uri: DocumentURI) async throws -> Snapshot? {
    while let document = documents[uri] {
      do {
        return Snapshot(
          uri: uri, version: document.version, checked: try await document.analysis.value,
          client: client.with(document.options))
      } catch {
        // The analysis of a text that has changed meanwhile was given up; the next one follows.
        try Task.checkCancellation()
        guard documents[uri]?.analysis != document.analysis else { throw error }
      }
    }
    return nil
  }

  private func hasFound(_ count: Int, for id: RequestID) {
    beginProgress(of: id, "Checking articles", total: count)
  }

  private func take(_ outcomes: [ArticleCheck.Outcome], for id: RequestID, by version: Int) {
    if version == checkVersion {
      for outcome in outcomes { knownFiles[outcome.path] = outcome.file }
    }
    take(outcomes.compactMap(\.report), for: id)
    advanceProgress(of: id, by: outcomes.count)
  }

  private func take(_ reports: [WorkspaceDocumentDiagnosticReport], for id: RequestID) {
    if let part = pulls[id]?.take(reports) { send(part) }
  }
}

/// The report on an open document, made away from the session.
@concurrent
private func report(
  on snapshot: Snapshot, since previous: String?
) async -> DocumentDiagnosticReport {
  diagnosticReport(snapshot, since: previous)
}

/// Checks the articles of folders away from the session.
@concurrent
private func checkArticles(
  _ check: ArticleCheck, pause: @escaping @Sendable () async -> Void,
  count: @escaping @Sendable (Int) async -> Void,
  deliver: @escaping @Sendable ([ArticleCheck.Outcome]) async -> Void
) async {
  let (paths, isWhole) = check.files()
  await count(paths.count)
  await readFiles(paths, pause: pause, read: check.check, deliver: deliver)
  guard isWhole, !Task.isCancelled else { return }
  await deliver(check.gone(besides: paths))
}
