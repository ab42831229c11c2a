import Annotator
import CrashReport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// What a checkup tells of the program's file, the system, the terminal and the editors.

extension Checkup {
  mutating func addProgram() {
    begin("program")
    note("version", Version.current)
    note(
      "build", "\(buildKind), Swift \(swiftVersion), \(String(cString: crash_report_compiler()))")
    var system = utsname()
    if uname(&system) == 0 {
      note(
        "system",
        "\(fieldText(&system.sysname)) \(fieldText(&system.release)) \(fieldText(&system.machine)), "
          + "\(ProcessInfo.processInfo.activeProcessorCount) cores")
    }
    note("encoder runs by", encoderInstructions)
    let path = programPath
    var status = stat()
    let size = stat(path, &status) == 0 ? ", \(status.st_size) bytes" : ""
    note("file", path + size)
    note("on the PATH", find("annotate-server") ?? "no")
  }

  mutating func addTerminal() {
    begin("terminal")
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name in
      Output.environment(name).flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }
    note("locale", locale.first ?? "not set")
    note(
      "terminal",
      Output.isTerminal ? Output.environment("TERM") ?? "TERM is not set" : "output goes elsewhere")
    let name = locale.first?.uppercased() ?? ""
    if Output.isTerminal, !name.contains("UTF-8"), !name.contains("UTF8") {
      complain(
        "The locale is not one of UTF-8, so that the terminal may show other characters than are printed.",
        "Set one, for example with: export LANG=C.UTF-8")
    }
  }

  mutating func addEditors() {
    begin("editors")
    for editor in editors {
      guard let path = find(editor.program) else {
        note(editor.program, "not on the PATH")
        continue
      }
      let plugin = editor.places.lazy.flatMap(files).first
      note(
        editor.program,
        "\(path): \(firstLine(of: path) ?? "does not tell its version"); "
          + (plugin.map { "plugin: \($0)" } ?? "plugin not found in its usual places"))
      if plugin != nil, find("annotate-server") == nil {
        complain(
          "The plugin for \(editor.program) is installed, but annotate-server is not on the PATH.",
          "Put it there, or name it as editors/README.md says.")
      }
    }
  }
}

/// An editor, by its program and the places where its plugin may lie; `~` is the user's folder.
private let editors: [(program: String, places: [String])] = [
  (
    "vim",
    [
      "~/.vim/pack/*/*/*/plugin/annotate_server.vim",
      "~/.vim/plugged/*/editors/vim/plugin/annotate_server.vim",
      "~/.config/vim/pack/*/*/*/plugin/annotate_server.vim",
      "/usr/share/vim/vimfiles/pack/*/*/*/plugin/annotate_server.vim",
    ]
  ),
  (
    "nvim",
    [
      "~/.local/share/nvim/site/pack/*/*/*/plugin/annotate_server.lua",
      "~/.local/share/nvim/*/*/editors/nvim/plugin/annotate_server.lua",
      "~/.config/nvim/pack/*/*/*/plugin/annotate_server.lua",
    ]
  ),
  (
    "emacs",
    [
      "~/.emacs.d/annotate-server.el", "~/.emacs.d/*/annotate-server.el",
      "~/.emacs.d/*/*/annotate-server.el", "~/.config/emacs/*/annotate-server.el",
      "~/.config/emacs/*/*/annotate-server.el", "/usr/share/emacs/site-lisp/*/annotate-server.el",
    ]
  ),
]

/// The files that a pattern of the shell matches.
private func files(_ pattern: String) -> [String] {
  let home = Output.environment("HOME") ?? ""
  var found = glob_t()
  defer { globfree(&found) }
  let pattern = pattern.hasPrefix("~") ? home + pattern.dropFirst() : pattern
  guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
  return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
}

/// The path of a program on the `PATH`.
private func find(_ program: String) -> String? {
  let folders = Output.environment("PATH") ?? ""
  return folders.split(separator: ":").lazy.map { "\($0)/\(program)" }
    .first { access($0, X_OK) == 0 && !Input.isFolder($0) }
}

/// The first line that a program prints when it is asked for its version; `nil` when it says nothing
/// for five seconds.
private func firstLine(of program: String) -> String? {
  let quoted =
    "'"
    + program.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
  guard let pipe = popen("\(quoted) --version 2>/dev/null </dev/null", "r") else { return nil }
  var request = pollfd(fd: fileno(pipe), events: Int16(POLLIN), revents: 0)
  // One that says nothing is not waited for; it ends when it finds that nobody reads.
  guard poll(&request, 1, 5000) > 0 else { return nil }
  defer { pclose(pipe) }
  var line = [CChar](repeating: 0, count: 512)
  guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
  return String(
    decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The path of this program's file.
private var programPath: String {
  let own = Input.resolved("/proc/self/exe")
  guard own == "/proc/self/exe" else { return own }
  let name = CommandLine.arguments.first ?? "annotate-server"
  return Input.resolved(name.contains("/") ? name : find(name) ?? name)
}

private var buildKind: String {
  #if DEBUG
    "debug (slow: build with -c release)"
  #else
    "release"
  #endif
}

private var swiftVersion: String {
  #if compiler(>=6.5)
    "6.5 or later"
  #elseif compiler(>=6.4)
    "6.4"
  #elseif compiler(>=6.3)
    "6.3"
  #else
    "6.2"
  #endif
}

/// A text in a field of fixed length.
private func fieldText<Field>(_ field: inout Field) -> String {
  withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}

/// How long ago a time was, in its largest unit; the time is in seconds since 1970.
func age(of time: Int) -> String {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  let seconds = max(0, Int(now.tv_sec) - time)
  for (length, unit) in [(86_400, "day"), (3600, "hour"), (60, "minute")] where seconds >= length {
    let count = seconds / length
    return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
  }
  return seconds == 1 ? "1 second" : "\(seconds) seconds"
}
