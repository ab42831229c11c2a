import Annotator
import LanguageServerProtocol

// How the articles of folders are read in the background, and how far that is.

extension Session {
  /// Reads the articles of a folder that are not in the index yet, and drops those that are gone.
  ///
  /// - Parameter anew: whether to read those again that are in the index, since other options hold for
  ///   them now.
  func index(_ folder: String, anew: Bool = false) {
    let number = workspace.begin(folder: folder, anew: anew)
    note(.info, "reading the articles of \(folder)")
    let options = workspace.options[folder] ?? Options()
    let (filter, style) = (options.files, indexStyle(options))
    let known = anew ? [] : Set(workspace.index.keys)
    let inner = workspace.folders.filter { $0.isBelow(folder) }
    let task = Task.detached(priority: .utility) {
      var walk = FolderWalk(folder, by: filter)
      var files: [String] = []
      while files.count < Workspace.fileLimit, !Task.isCancelled, let file = walk.next() {
        files.append(file)
      }
      for failure in walk.failures {
        await self.note(.error, "\(failure.file): \(failure.message)")
      }
      let isWhole = !Task.isCancelled && walk.next() == nil && walk.failures.isEmpty
      // What lies in a folder that is open by itself is read with that one's options.
      let fresh = files.filter { file in
        !known.contains(file) && !inner.contains { file.isBelow($0) }
      }
      await self.hasFound(fresh.count, job: number)
      await readArticles(fresh, as: style, pause: self.waitForDocuments) {
        await self.take($0, from: number)
      }
      await self.end(number, found: isWhole ? Set(files) : nil)
    }
    workspace.update(number) { $0.task = task }
    guard client.showsProgress else { return }
    ask(
      WorkDoneProgressCreateRequest.self,
      WorkDoneProgressCreateParams(token: progressToken(number)), .progress(job: number))
  }

  /// Reads files anew, and the articles of folders, as far as they belong to the workspace.
  func read(_ paths: [String]) {
    let number = workspace.begin(files: paths)
    let parts = workspace.folders.map { folder in
      let options = workspace.options[folder] ?? Options()
      let paths = paths.filter { workspace.folder(of: $0) == folder }
      return (folder: folder, filter: options.files, style: indexStyle(options), paths: paths)
    }
    let task = Task.detached(priority: .utility) {
      for part in parts where !part.paths.isEmpty {
        var failures: [InputError] = []
        let files = Input.articles(part.paths, by: part.filter, &failures).filter {
          part.filter.contains($0, below: part.folder)
        }
        await readArticles(files, as: part.style, pause: self.waitForDocuments) {
          await self.take($0, from: number)
        }
      }
      await self.end(number, found: nil)
    }
    workspace.update(number) { $0.task = task }
  }

  private func hasFound(_ count: Int, job number: Int) {
    workspace.update(number) { $0.total = count }
  }

  private func take(_ files: [ReadFile], from number: Int) {
    workspace.take(files, from: number)
    report(number)
  }

  private func end(_ number: Int, found: Set<String>?) {
    let job = workspace.jobs[number]
    workspace.end(number, found: job?.reason == nil ? found : nil)
    if let folder = job?.folder {
      let time = job.map { " in \((ContinuousClock.now - $0.begun).inWords)" } ?? ""
      let reason = job?.reason.map { ". \($0)" } ?? ""
      note(
        job?.reason == Workspace.tooLarge ? .error : .info,
        "read \(job?.done ?? 0) articles of \(folder)\(time); "
          + "the index holds \(workspace.index.count)\(reason)")
      if job?.reported != nil { progress(number, .end(message: job?.reason)) }
    }
    guard workspace.isSettled else { return }
    for continuation in waiting.values { continuation.resume() }
    waiting = [:]
  }
}

/// What the tokens of indexing jobs begin with.
let progressPrefix = "annotate-index-"

private func progressToken(_ job: Int) -> ProgressToken { .string("\(progressPrefix)\(job)") }

extension Session {
  /// The client has answered a question.
  func isAnswered(_ question: Asked, _ outcome: Swift.Result<JSONValue, ResponseError>) {
    switch (question, outcome) {
    case (.progress(let job), .success): showProgress(job)
    case (.settings, .success(let settings)): takeSettings(settings[0] ?? .null)
    case (.edit(let edit), _): isApplied(edit, outcome)
    case (.progress, _), (.settings, _), (.watching, _), (.refreshing, _): break
    }
  }

  /// The client shows how far a job is.
  private func showProgress(_ job: Int) {
    guard workspace.jobs[job] != nil else { return }
    workspace.update(job) { $0.reported = 0 }
    progress(job, .begin(title: "Reading articles", percentage: 0, cancellable: true))
    report(job)
  }

  /// Says how far a job is, when that is more than was said last.
  private func report(_ number: Int) {
    guard let job = workspace.jobs[number], let total = job.total, total > 0,
      let reported = job.reported
    else { return }
    let percentage = min(100, job.done * 100 / total)
    guard percentage > reported else { return }
    workspace.update(number) { $0.reported = percentage }
    progress(number, .report(message: "\(job.done) of \(total)", percentage: percentage))
  }

  private func progress(_ job: Int, _ value: WorkDoneProgress) {
    notify(
      ProgressNotification<WorkDoneProgress>.self,
      ProgressParams(token: progressToken(job), value: value))
  }

  /// Asks the client something.
  func ask<Method: RequestType>(
    _ method: Method.Type, _ params: Method.Params, _ question: Asked
  ) {
    lastAsked += 1
    asked[lastAsked] = question
    send(Message.request(method, id: lastAsked, params))
  }
}
