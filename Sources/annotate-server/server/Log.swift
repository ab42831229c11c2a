/// The server's own log: on stderr, since stdout carries nothing but frames, and in the client.
struct Log: Sendable {
  /// How much is logged.
  enum Level: String, Sendable, CaseIterable, Comparable {
    case off, error, info, debug

    static func < (a: Level, b: Level) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  /// What is written to stderr: this level and the graver ones.
  var level: Level
  /// What the client is sent, likewise.
  var clientLevel: Level

  /// A log.
  ///
  /// - Parameter clientLevel: what the client is sent; what is written to stderr if it is `nil`.
  init(level: Level, clientLevel: Level? = nil) {
    self.level = level
    self.clientLevel = clientLevel ?? level
  }

  /// Something went wrong and was dropped, and there is no session to tell it.
  func error(_ message: String) { write(.error, message) }

  /// Writes a line to stderr, if it is grave enough.
  func write(_ level: Level, _ message: String) {
    if level <= self.level { Output.complain("annotate-server: \(level.rawValue): \(message)") }
  }
}
