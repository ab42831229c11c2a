import Annotator
import LanguageServerProtocol

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

/// A file that was looked at, with its article if it is one.
struct ReadFile: Sendable {
  /// The file.
  var path: String
  /// The article; `nil` where there is no such file any more, or no text in it.
  var article: ArticleIndex?
}

/// How articles are put into an index.
struct IndexStyle: Sendable, Equatable {
  /// The unit of columns.
  var unit = ColumnUnit.utf16
  /// Annotations that are less probable are left out.
  var minConfidence: Float = 0
  /// The names that the workspace knows.
  var dictionary = NameDictionary()
}

/// Reads articles on all cores and hands them over in batches, as `readFiles` does.
@concurrent
func readArticles(
  _ paths: [String], as style: IndexStyle, pause: @escaping @Sendable () async -> Void,
  deliver: @escaping @Sendable ([ReadFile]) async -> Void
) async {
  await readFiles(paths, pause: pause, read: { readArticle($0, as: style) }, deliver: deliver)
}

/// Reads files on all cores and hands over what is made of them, in batches and in whatever order
/// they are done. Ends early when its task is cancelled.
///
/// - Parameter pause: is waited for before each file, so that what is more urgent comes first.
@concurrent
func readFiles<File: Sendable>(
  _ paths: [String], pause: @escaping @Sendable () async -> Void,
  read: @escaping @Sendable (String) -> File, deliver: @escaping @Sendable ([File]) async -> Void
) async {
  let stride = 16
  await withDiscardingTaskGroup { group in
    let lanes = AsyncStream.makeStream(of: Void.self)
    for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { lanes.continuation.yield() }
    var free = lanes.stream.makeAsyncIterator()
    for start in Swift.stride(from: 0, to: paths.count, by: stride) {
      guard await free.next() != nil, !Task.isCancelled else { return }
      let batch = paths[start..<min(paths.count, start + stride)]
      group.addTask {
        var files: [File] = []
        for path in batch where !Task.isCancelled {
          await pause()
          let work = CrashFile.begin("reading of an article")
          files.append(read(path))
          CrashFile.end(work)
        }
        await deliver(files)
        lanes.continuation.yield()
      }
    }
  }
}

/// The most bytes of a file that is read unasked: what is longer is a log or a list, no article.
let longestFile = 1 << 20

/// Reads the article of a file.
private func readArticle(_ path: String, as style: IndexStyle) -> ReadFile {
  var status = stat()
  guard stat(path, &status) == 0, status.st_size <= longestFile,
    let text = try? Input.text(path),
    let analysis = try? Pipeline.standard.knowing(style.dictionary).annotate(text)
  else { return ReadFile(path: path, article: nil) }
  return ReadFile(
    path: path,
    article: ArticleIndex(
      DocumentURI(path: path), analysis,
      analysis.annotations.keeping(confidence: style.minConfidence), unit: style.unit))
}
