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

/// Times a session over a folder of articles: how long it reads them, and how long a question takes
/// from the bytes of the request to the bytes of the answer.
struct WorkspaceTimer {
  private let session: Session
  private var answers: AsyncStream<[UInt8]>.Iterator
  private var lastID = 0

  /// Seconds until the first question was answered, which waits for all articles.
  private(set) var seconds = 0.0

  /// Opens a folder and waits until it is read.
  init(_ folder: String) async {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    answers = stream.makeAsyncIterator()
    session = Session { continuation.yield($0) }
    var params = InitializeParams()
    params.workspaceFolders = [WorkspaceFolder(uri: DocumentURI(path: folder), name: "articles")]
    let begun = ContinuousClock.now
    _ = await ask(InitializeRequest.self, params)
    let none = WorkspaceEntitiesParams(query: "none", limit: 1)
    _ = await ask(WorkspaceEntitiesRequest.self, none)
    seconds = begun.duration(to: .now) / .seconds(1)
  }

  /// Asks something.
  ///
  /// - Returns: The time to the answer, in milliseconds.
  mutating func ask<Method: RequestType>(
    _ method: Method.Type, _ params: Method.Params
  ) async -> Double {
    lastID += 1
    let body = Message.request(method, id: lastID, params)
    let begun = ContinuousClock.now
    _ = await session.receive(ClientMessage(decoding: body))
    _ = await answers.next(isolation: nil)
    return begun.duration(to: .now) / .milliseconds(1)
  }
}

/// Writes articles of about 3 KB that are put together from paragraphs of others, into a new folder.
///
/// - Returns: The folder's path.
/// - Throws: What the file system says.
func makeArticles(_ count: Int, from texts: [String]) throws -> String {
  let paragraphs = texts.flatMap { text in
    text.replacing("\r\n", with: "\n").split(separator: "\n\n").filter {
      $0.utf8.count > 60 && !$0.hasPrefix("#") && !$0.hasPrefix("**") && !$0.hasPrefix("!")
    }
  }
  let folder = FileManager.default.temporaryDirectory.appending(path: "annotate-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  // The same sequence every time: Knuth's constants for 64 bits.
  var state: UInt64 = 1
  func random(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  for number in 0..<count where !paragraphs.isEmpty {
    let (year, month, day) = (2020 + random(below: 4), 1 + random(below: 12), 1 + random(below: 28))
    let date = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    var text = """
      # Article \(number)
      **Agency \(number % 20)**

      **\(year)-\(date)**

      **https://example.org/\(number)**


      """
    while text.utf8.count < 2900 { text += paragraphs[random(below: paragraphs.count)] + "\n\n" }
    try Data(text.utf8).write(to: folder.appending(path: "\(number).md"))
  }
  return folder.path
}

/// The most memory that this process has held so far, in MB.
func peakMemory() -> Double {
  var usage = rusage()
  // What is 0 here has a type of its own in each C library.
  getrusage(0, &usage)
  #if canImport(Darwin)
    return Double(usage.ru_maxrss) / 1e6
  #else
    return Double(usage.ru_maxrss) * 1024 / 1e6
  #endif
}
