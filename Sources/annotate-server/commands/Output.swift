#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two streams that commands write to.
enum Output {
  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether to write colours: on a terminal, unless `NO_COLOR` forbids it or it is dumb.
  static var isColored: Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Whether standard error is a terminal, where a line can be written over.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Writes text to standard output, all of it at once.
  static func put(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) { note(line + "\n") }

  /// Shows on a terminal, in place of what it last showed, how far the work is; `nil` takes it away.
  static func showProgress(_ line: String?) {
    if showsProgress { note("\r\u{1B}[K" + (line ?? "")) }
  }

  /// Writes text to standard error.
  static func note(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
