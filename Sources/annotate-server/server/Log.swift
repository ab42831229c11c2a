/// The server's own log, on stderr; stdout carries nothing but frames.
struct Log: Sendable {
  /// How much is logged.
  enum Level: String, Sendable, CaseIterable, Comparable {
    case off, error, info, debug

    static func < (a: Level, b: Level) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  /// What is logged: this level and the graver ones.
  var level: Level

  /// Something went wrong and was dropped.
  func error(_ message: @autoclosure () -> String) { write(.error, message) }
  /// Something worth knowing happened.
  func info(_ message: @autoclosure () -> String) { write(.info, message) }
  /// Something happened.
  func debug(_ message: @autoclosure () -> String) { write(.debug, message) }

  private func write(_ level: Level, _ message: () -> String) {
    if level <= self.level { Output.complain("annotate-server: \(level.rawValue): \(message())") }
  }
}
