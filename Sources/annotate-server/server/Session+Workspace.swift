import Annotator
import LanguageServerProtocol

/// A question of the session's own to the client.
enum Asked {
  /// To show how far an indexing job is.
  case progress(job: Int)
  /// To tell of changed files and settings, or no longer.
  case watching
  /// For its settings.
  case settings
  /// To ask anew for what has changed.
  case refreshing
  /// To change a file of options.
  case edit(ConfigurationEdit)
}

extension Session {
  /// Answers a question about the workspace, once all articles that are there now have been read.
  func answerFromIndex<Method: RequestType>(
    _ request: Request<Method>,
    with handler: @escaping @Sendable (Method.Params, WorkspaceIndex) throws -> Method.Result
  ) {
    if let error = refusal { return fail(request.id, error) }
    // A script may not have said that it is initialized.
    beginIndexing()
    perform(request) { params in
      await self.waitForIndex(request.id)
      try Task.checkCancellation()
      let index = try await self.currentIndex()
      return try handler(params, index)
    }
  }

  /// Waits until no work is under way, or until the request is cancelled.
  private func waitForIndex(_ id: RequestID) async {
    guard !workspace.isSettled, !Task.isCancelled else { return }
    await withCheckedContinuation { waiting[id] = $0 }
  }

  /// The index with what open documents say now.
  private func currentIndex() async throws -> WorkspaceIndex {
    while let document = documents.values.first(where: {
      !$0.isConfiguration && $0.indexed != $0.analysis
    }) {
      let style = indexStyle(document.options)
      let uri = document.uri
      do {
        let analysis = try await document.analysis.value.analysis
        let article = await indexed(uri, analysis, style)
        guard documents[uri]?.analysis == document.analysis else { continue }
        documents[uri]?.indexed = document.analysis
        workspace.take(open: article)
      } catch {
        // The analysis of a text that has changed meanwhile was given up; the next one follows.
        try Task.checkCancellation()
        guard documents[uri]?.analysis != document.analysis else { throw error }
      }
    }
    return workspace.index
  }

  /// How articles are put into the index for this client under some options.
  func indexStyle(_ options: Options) -> IndexStyle {
    IndexStyle(
      unit: client.unit, minConfidence: options.minConfidence, dictionary: options.dictionary)
  }
}

/// The index of an article, made away from the session.
@concurrent
private func indexed(
  _ uri: DocumentURI, _ analysis: Analysis, _ style: IndexStyle
) async -> ArticleIndex {
  ArticleIndex(
    uri, analysis, analysis.annotations.keeping(confidence: style.minConfidence), unit: style.unit)
}

extension Session {
  /// Notes the folders that a client has open.
  func openFolders(_ params: InitializeParams) {
    if let folders = params.workspaceFolders, !folders.isEmpty {
      for folder in folders { folder.uri.folderPath.map { workspace.add(folder: $0) } }
    } else if let path = params.rootUri?.folderPath
      ?? params.rootPath.flatMap({ DocumentURI(path: $0).folderPath })
    {
      workspace.add(folder: path)
    }
  }

  /// Begins to read the folders once the client has had time to open what the user looks at.
  func beginIndexingSoon() {
    Task {
      try? await Task.sleep(for: .milliseconds(300))
      beginIndexing()
    }
  }

  /// Waits until no open document is being read: what the user looks at comes first.
  func waitForDocuments() async {
    while let document = documents.values.first(where: { !$0.isRead }), !Task.isCancelled {
      _ = try? await document.analysis.value
      try? await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Begins to read the folders, unless that was done already.
  func beginIndexing() {
    guard phase == .running, !workspace.hasBegun else { return }
    workspace.hasBegun = true
    for folder in workspace.folders { index(folder) }
  }

  /// Folders were opened or closed.
  func foldersHaveChanged(_ event: WorkspaceFoldersChangeEvent) {
    guard phase == .running else { return }
    configuration.forgetMissing()
    for folder in event.removed { folder.uri.folderPath.map { workspace.remove(folder: $0) } }
    tellPulls { $0.isWhole = true }
    for path in event.added.compactMap(\.uri.folderPath) where !workspace.folders.contains(path) {
      workspace.add(folder: path)
      workspace.options[path] = options(ofFolder: path)
      if let file = configuration.file(for: path) { tellOfMistakes(in: [file]) }
      if workspace.hasBegun { index(path) }
    }
    reconsiderOptions()
  }

  /// Files have changed on disk.
  func filesHaveChanged(_ changes: [FileEvent]) {
    guard phase == .running else { return }
    var changed: [String] = []
    var deleted: [String] = []
    for change in changes {
      guard let path = change.uri.folderPath else { continue }
      if Configuration.isFile(change.uri) {
        configurationFileHasChanged(path)
      } else if path.hasSuffix("/.gitignore") {
        for folder in workspace.folders where path.isBelow(folder) { index(folder) }
      } else if change.type == .deleted {
        deleted.append(path)
      } else {
        changed.append(path)
      }
    }
    tellPulls { $0.isWhole = true }
    if !deleted.isEmpty { workspace.forget(deleted) }
    if !changed.isEmpty { read(changed) }
  }

  /// Ends all work: the client has said goodbye.
  func stopIndexing() {
    for number in workspace.jobs.keys { workspace.jobs[number]?.task?.cancel() }
  }

  /// The user has no patience with an indexing job; what it has read so far stays.
  func cancelIndexing(_ token: ProgressToken) {
    guard case .string(let name) = token, name.hasPrefix(progressPrefix),
      let number = Int(name.dropFirst(progressPrefix.count))
    else { return }
    workspace.update(number) { $0.reason = "Cancelled." }
    workspace.jobs[number]?.task?.cancel()
  }
}

extension DocumentURI {
  /// The path of a folder's URI, without a slash at its end.
  fileprivate var folderPath: String? {
    guard let path else { return nil }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
