import Annotator
import LanguageServerProtocol

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is kept of a file that was checked: not its findings, but enough to know whether these are
/// still the same. At some 200 bytes a file, ten thousand take two megabytes.
struct KnownFile: Sendable {
  /// The file's size and the time of its last change.
  struct Stamp: Sendable, Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  /// What the file was like.
  var stamp: Stamp
  /// Names the report of what was found in it.
  var resultId: String
}

/// How the articles of folders are checked for a client.
struct ArticleCheck: Sendable {
  /// The folders with the options that hold in them.
  var folders: [(path: String, options: Options)]
  /// The unit of columns.
  var unit: ColumnUnit
  /// The keys of open documents, whose files do not count.
  var open: Set<String>
  /// The reports that the client has, by the keys of their documents.
  var previous: [String: PreviousResultId]
  /// What is known of files, by their paths.
  var known: [String: KnownFile]

  /// A file that was looked at.
  struct Outcome: Sendable {
    /// The file.
    var path: String
    /// What is known of it now; `nil` where it cannot be read.
    var file: KnownFile?
    /// What to tell the client; `nil` where it knows of nothing and there is nothing.
    var report: WorkspaceDocumentDiagnosticReport?
  }

  /// The files, and whether these are all that there are.
  func files() -> (paths: [String], isWhole: Bool) {
    var found: Set<String> = []
    var paths: [String] = []
    for folder in folders {
      let inner = folders.map(\.path).filter { $0.isBelow(folder.path) }
      var walk = FolderWalk(folder.path, by: folder.options.files)
      // What lies in a folder that is open by itself is checked with that one's options.
      while let path = walk.next() {
        guard !inner.contains(where: { path.isBelow($0) }) else { continue }
        guard paths.count < Workspace.fileLimit, !Task.isCancelled else { return (paths, false) }
        if !open.contains(path), found.insert(path).inserted { paths.append(path) }
      }
      guard walk.failures.isEmpty else { return (paths, false) }
    }
    return (paths, true)
  }

  /// Looks at a file, and reads it unless it is as the client knows it.
  func check(_ path: String) -> Outcome {
    let before = previous[path]
    let uri = before?.uri ?? DocumentURI(path: path)
    let stamp = KnownFile.Stamp(of: path)
    if let stamp, let file = known[path], file.stamp == stamp,
      file.resultId == before?.value ?? ArticleCheck.nothing
    {
      return Outcome(path: path, file: file, report: before.map { unchanged($0) })
    }
    let found = stamp == nil ? [] : findings(path)
    let id = resultId(of: found)
    let file = stamp.map { KnownFile(stamp: $0, resultId: id) }
    if let before, before.value == id {
      return Outcome(path: path, file: file, report: unchanged(before))
    }
    if before == nil, found.isEmpty { return Outcome(path: path, file: file, report: nil) }
    return Outcome(
      path: path, file: file,
      report: WorkspaceDocumentDiagnosticReport(
        uri: uri, version: nil, report: .full(resultId: id, found)))
  }

  /// What was known of files that are there no more, by this session or by the client, which is told.
  func gone(besides paths: [String]) -> [Outcome] {
    let there = Set(paths).union(open)
    let keys = Set(known.keys).union(previous.keys).subtracting(there)
    return keys.sorted().map { key in
      let report = previous[key].map {
        WorkspaceDocumentDiagnosticReport(
          uri: $0.uri, version: nil, report: .full(resultId: nil, []))
      }
      return Outcome(path: key, file: nil, report: report)
    }
  }

  private func unchanged(_ before: PreviousResultId) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport(
      uri: before.uri, version: nil, report: .unchanged(resultId: before.value))
  }

  private func findings(_ path: String) -> [Diagnostic] {
    let folder = folders.filter { path.isBelow($0.path) }.max { $0.path.count < $1.path.count }
    let options = folder?.options.lint ?? LintOptions()
    guard let bytes = try? Input.bytes(path), let file = try? lint(file: bytes, options: options)
    else { return [] }
    var conversion = Conversion(file.text, unit: unit)
    return file.findings.map { diagnostic($0, &conversion) }
  }

  /// Names the report of a document without findings.
  private static let nothing = resultId(of: [])
}

extension KnownFile.Stamp {
  /// What a file is like; `nil` where there is none, or one too long to be an article.
  fileprivate init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size <= longestFile else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }
}
