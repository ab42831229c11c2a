import LanguageServerProtocol

/// How far the answer to a request is, for a client that gave a token for it.
struct RequestProgress {
  /// Under which the client is told.
  let token: ProgressToken
  /// How much there is to do; `nil` where that is not known.
  var total: Int?
  /// How much is done.
  var done = 0
  /// What the client was told last, in percent; `nil` where it was told nothing.
  var reported: Int?
}

extension Session {
  /// Notes that a request may tell how far its answer is. Unless it is answered soon, it begins to.
  func noteProgress(of id: RequestID, _ token: ProgressToken) {
    requestProgress[id] = RequestProgress(token: token)
    Task {
      try? await Task.sleep(for: .milliseconds(250))
      if requestProgress[id]?.token == token { beginProgress(of: id, "Reading articles") }
    }
  }

  /// Begins to tell how far the answer to a request is, unless that has begun.
  func beginProgress(of id: RequestID, _ title: String, total: Int? = nil) {
    guard let progress = requestProgress[id] else { return }
    requestProgress[id]?.total = total ?? progress.total
    guard progress.reported == nil else { return }
    requestProgress[id]?.reported = 0
    tell(
      progress.token,
      .begin(title: title, percentage: total.map { _ in 0 }, cancellable: true))
  }

  /// Some more is done.
  func advanceProgress(of id: RequestID, by count: Int) {
    requestProgress[id]?.done += count
    guard let progress = requestProgress[id], let total = progress.total, total > 0,
      let reported = progress.reported
    else { return }
    let percentage = min(100, progress.done * 100 / total)
    guard percentage > reported else { return }
    requestProgress[id]?.reported = percentage
    tell(progress.token, .report(message: "\(progress.done) of \(total)", percentage: percentage))
  }

  /// The answer follows, or nothing for a while.
  func endProgress(of id: RequestID) {
    guard let progress = requestProgress.removeValue(forKey: id), progress.reported != nil
    else { return }
    tell(progress.token, .end())
  }

  /// The user has no patience with some work: a request's, or the session's own.
  func cancelWork(_ token: ProgressToken) {
    if let id = requestProgress.first(where: { $0.value.token == token })?.key {
      cancel(id)
    } else {
      cancelIndexing(token)
    }
  }

  /// Gives a request up, which is answered all the same.
  func cancel(_ id: RequestID) {
    inFlight[id]?.cancel()
    waiting.removeValue(forKey: id)?.resume()
    pulls[id]?.wake()
  }

  private func tell(_ token: ProgressToken, _ value: WorkDoneProgress) {
    notify(
      ProgressNotification<WorkDoneProgress>.self, ProgressParams(token: token, value: value))
  }
}
