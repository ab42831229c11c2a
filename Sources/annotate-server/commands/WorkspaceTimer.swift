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

  /// Seconds until the first question was answered, which waits for all articles, and the CPU's.
  private(set) var seconds = (all: 0.0, ofCPU: 0.0)

  /// Opens a folder and waits until it is read.
  init(_ folder: String) async {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    answers = stream.makeAsyncIterator()
    session = Session { continuation.yield($0) }
    var params = InitializeParams()
    params.workspaceFolders = [WorkspaceFolder(uri: DocumentURI(path: folder), name: "articles")]
    let (begun, begunOnCPU) = (ContinuousClock.now, processTime())
    _ = await ask(InitializeRequest.self, params)
    let none = WorkspaceEntitiesParams(query: "none", limit: 1)
    _ = await ask(WorkspaceEntitiesRequest.self, none)
    seconds = (begun.duration(to: .now) / .seconds(1), processTime() - begunOnCPU)
  }

  /// Asks something.
  ///
  /// - Returns: The CPU time to the answer, in milliseconds.
  mutating func ask<Method: RequestType>(
    _ method: Method.Type, _ params: Method.Params
  ) async -> Double {
    lastID += 1
    let body = Message.request(method, id: lastID, params)
    let begun = processTime()
    _ = await session.receive(ClientMessage(decoding: body))
    _ = await answers.next(isolation: nil)
    return (processTime() - begun) * 1000
  }
}

/// The times of reading and asking a folder of articles that are made of others.
///
/// - Throws: What the file system says.
func workspaceTimes(_ count: Int, from texts: [String]) async throws -> [Figure] {
  let folder = try makeArticles(count, from: texts)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  var timer = await WorkspaceTimer(folder)
  let memory = peakMemory()
  var claims: [Double] = []
  var symbols: [Double] = []
  for (index, name) in topNames(of: texts).enumerated() {
    var params = WorkspaceClaimsParams(limit: 100)
    if index % 2 == 0 { params.source = name } else { params.about = name }
    claims.append(await timer.ask(WorkspaceClaimsRequest.self, params))
    let typed = WorkspaceSymbolParams(query: String(name.prefix(4)))
    symbols.append(await timer.ask(WorkspaceSymbolRequest.self, typed))
  }
  guard !claims.isEmpty else { return [] }
  return [
    Figure(name: "index, \(count) articles", value: timer.seconds.all, unit: "s"),
    Figure(name: "index, \(count) articles", value: timer.seconds.ofCPU, unit: "CPU seconds"),
    Figure(name: "memory, at most", value: memory, unit: "MB"),
    Figure(name: "claims", value: median(claims), unit: "ms, median of \(claims.count)"),
    Figure(name: "claims", value: claims.max() ?? 0, unit: "ms, slowest"),
    Figure(name: "symbols", value: median(symbols), unit: "ms, median of \(symbols.count)"),
    Figure(name: "symbols", value: symbols.max() ?? 0, unit: "ms, slowest"),
  ]
}

/// The most frequent names of some articles.
private func topNames(of texts: [String]) -> [String] {
  var counts: [String: Int] = [:]
  for text in texts.prefix(100) {
    for chain in analyze(SourceText(text)).annotations.chains {
      counts[chain.name, default: 0] += chain.mentions.count
    }
  }
  return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(60).map(\.key)
}

/// Writes articles of about 3 KB that are put together from paragraphs of others, into a new folder.
///
/// - Returns: The folder's path.
/// - Throws: What the file system says.
private func makeArticles(_ count: Int, from texts: [String]) throws -> String {
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
private func peakMemory() -> Double {
  var usage = rusage()
  // What is 0 here has a type of its own in each C library.
  getrusage(0, &usage)
  #if canImport(Darwin)
    return Double(usage.ru_maxrss) / 1e6
  #else
    return Double(usage.ru_maxrss) * 1024 / 1e6
  #endif
}
