import Annotator
import LanguageServerProtocol

// How the articles of folders are read in the background, and how far that is.

extension Session {
  /// Reads the articles of a folder that are not in the index yet, and drops those that are gone.
  func index(_ folder: String) {
    let number = workspace.begin(folder: folder)
    let (filter, style, known) = (workspace.filter, indexStyle, Set(workspace.index.keys))
    let task = Task.detached(priority: .utility) {
      var walk = FolderWalk(folder, by: filter)
      var files: [String] = []
      while files.count < Workspace.fileLimit, !Task.isCancelled, let file = walk.next() {
        files.append(file)
      }
      let isWhole = !Task.isCancelled && walk.next() == nil && walk.failures.isEmpty
      let fresh = files.filter { !known.contains($0) }
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
    let (filter, folders, style) = (workspace.filter, workspace.folders, indexStyle)
    let task = Task.detached(priority: .utility) {
      var failures: [InputError] = []
      let files = Input.articles(paths, by: filter, &failures).filter { file in
        folders.contains { filter.contains(file, below: $0) }
      }
      await readArticles(files, as: style, pause: self.waitForDocuments) {
        await self.take($0, from: number)
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
      let reason = job?.reason.map { " \($0)" } ?? ""
      log.info("\(workspace.index.count) articles are in the index after \(folder).\(reason)")
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
    guard case .progress(let job) = question, case .success = outcome,
      workspace.jobs[job] != nil
    else { return }
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
