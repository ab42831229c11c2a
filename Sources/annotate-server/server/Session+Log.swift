import LanguageServerProtocol

// What the session tells of its own doings: the log, which the user sets, and the trace, which the
// client sets.

extension Session {
  /// Logs something that a developer may want to know: on stderr, and in the client while the session
  /// runs, each as far as the log's levels allow.
  func note(_ level: Log.Level, _ message: @autoclosure () -> String) {
    let isForClient = phase == .running && level <= log.clientLevel
    guard isForClient || level <= log.level else { return }
    let message = message()
    log.write(level, message)
    if isForClient {
      notify(
        LogMessageNotification.self, LogMessageParams(type: MessageType(level), message: message))
    }
  }

  /// Sends something that was done to a client that traces the server.
  ///
  /// - Parameter details: more about it, for clients that want to hear it at length.
  func trace(_ message: @autoclosure () -> String, details: @autoclosure () -> String) {
    guard phase == .running, traceValue == .messages || traceValue == .verbose else { return }
    notify(
      LogTraceNotification.self,
      LogTraceParams(
        message: message(), verbose: traceValue == .verbose ? details() : nil))
  }
}

extension MessageType {
  /// The protocol's word for a level. What clients have known for long is used for the finest.
  fileprivate init(_ level: Log.Level) {
    switch level {
    case .off, .debug: self = .log
    case .info: self = .info
    case .error: self = .error
    }
  }
}

extension Duration {
  /// The time in words: `12 ms`, `1.3 s`.
  var inWords: String {
    let milliseconds = self / .milliseconds(1)
    return milliseconds < 1000
      ? "\(Int(milliseconds.rounded())) ms"
      : "\(Int(milliseconds / 1000)).\(Int(milliseconds / 100) % 10) s"
  }
}
