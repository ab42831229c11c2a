import CrashReport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the report of the last crash lies: one file, in the user's folder for caches.
enum CrashFile {
  /// The folder; nothing is in it, nor is it made, before the program has crashed.
  static var folder: String {
    if let named = Output.environment("XDG_CACHE_HOME"), isUsable(named) {
      return named + "/annotate-server"
    }
    if let home = Output.environment("HOME") {
      for cache in ["/Library/Caches", "/.cache"] where isUsable(home + cache) {
        return home + cache + "/annotate-server"
      }
    }
    let temporary = Output.environment("TMPDIR").flatMap { isUsable($0) ? $0 : nil } ?? "/tmp"
    return temporary + "/annotate-server-\(getuid())"
  }

  /// The report's path.
  static var path: String { folder + "/crash.txt" }

  /// The path of the file that stands beside a report of which nobody has been told.
  private static var marker: String { folder + "/crash.new" }

  /// Has a report written should the program crash.
  static func install() {
    crash_report_install("annotate-server \(Version.current)", folder, path, marker)
  }

  /// What to tell the user of a crash that nobody has been told of. Tells of each only once, however
  /// many programs ask at a time.
  static func news() -> String? {
    guard unlink(marker) == 0 else { return nil }
    return
      "annotate-server crashed when it last ran. What a report of this bug needs is in \(path); "
      + "it holds no text of yours."
  }

  /// When the last crash was, in seconds since 1970; `nil` where there is no report.
  static var time: Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      return Int(status.st_mtimespec.tv_sec)
    #else
      return Int(status.st_mtim.tv_sec)
    #endif
  }

  /// Notes that some work begins, which the report of a crash names until it has ended.
  ///
  /// - Returns: A number for `end`.
  static func begin(_ work: String) -> Int32 { crash_report_begin(work) }

  /// Notes that some work has ended.
  static func end(_ number: Int32) { crash_report_end(number) }

  private static func isUsable(_ folder: String) -> Bool {
    folder.hasPrefix("/") && access(folder, W_OK | X_OK) == 0
  }
}
