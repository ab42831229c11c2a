import Annotator
import LanguageServerProtocol

/// Where a session's options come from: files in the workspace, and what the client says. The client
/// goes before the files, and its settings before what it said at first.
struct Configuration {
  /// What the client said when the session began.
  var initial = CheckedOptions() { didSet { known = [:] } }
  /// What the client's settings say now.
  var settings = CheckedOptions() { didSet { known = [:] } }
  /// The files that were looked at, by path: open ones as the client has them, others as they are on
  /// disk; `nil` for one that is not there.
  private var files: [String: ConfigurationText?] = [:]
  /// What the files on disk were known by when they were read.
  private var stamps: [String: FileStamp] = [:]
  /// What each file sets, for those whose text is no JSON just now.
  private var last: [String: CheckedOptions] = [:]
  /// The paths of files that are open in the client.
  private(set) var open: [String: DocumentURI] = [:]
  /// The paths of files on which findings have been published.
  var published: Set<String> = []
  /// The paths of files of which the user has been told what is wrong with them.
  var reported: Set<String> = []
  /// The options by the file they were made with; under "" those made without one.
  private var known: [String: Options] = [:]

  /// Whether a document is a file of options, and no article.
  static func isFile(_ uri: DocumentURI) -> Bool {
    (uri.path ?? uri.rawValue).split(separator: "/").last.map { $0 == ConfigurationFile.name }
      ?? false
  }

  /// The file that concerns a folder: the nearest one at or above it.
  mutating func file(for folder: String) -> String? {
    ConfigurationFile.nearest(from: folder) { text(of: $0) != nil }
  }

  /// The text of a file, if there is one.
  mutating func text(of path: String) -> ConfigurationText? {
    if let known = files[path] { return known }
    stamps[path] = FileStamp(path)
    let text = (try? Input.bytes(path)).map { ConfigurationText($0) }
    take(text, of: path)
    return text
  }

  /// Takes what a file says now. While it is no JSON, what it said before holds.
  mutating func take(_ text: ConfigurationText?, of path: String) {
    files[path] = .some(text)
    known[path] = nil
    if text == nil {
      last[path] = nil
    } else if let text, text.root != nil {
      last[path] = text.options
    }
  }

  /// Lets the client's text of a file count.
  mutating func open(_ uri: DocumentURI, _ path: String) { open[path] = uri }

  /// Lets the file on disk count again.
  mutating func close(_ path: String) {
    open[path] = nil
    forget(path)
  }

  /// Forgets what was read of a file, which has changed on disk. An open one counts as it is.
  mutating func forget(_ path: String) {
    guard open[path] == nil else { return }
    files[path] = nil
    known[path] = nil
  }

  /// The files that are not on disk any more as they were read.
  func changedOnDisk() -> [String] {
    files.keys.filter { open[$0] == nil && FileStamp($0) != stamps[$0] }.sorted()
  }

  /// Forgets that files are not there: folders have changed.
  mutating func forgetMissing() { files = files.filter { $0.value != nil } }

  /// The options for what a file concerns, or for what none does.
  mutating func options(from file: String?) -> Options {
    if let options = known[file ?? ""] { return options }
    let options = Options([file.flatMap { last[$0] } ?? CheckedOptions(), initial, settings])
    known[file ?? ""] = options
    return options
  }
}
