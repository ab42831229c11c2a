import Foundation
import LanguageServerProtocol
import Testing

/// A server that a fault of its own ends: it leaves a report, and the next one tells of it.
@Suite(.serialized)
struct CrashTests {
  private static let capabilities: JSONValue = [
    "textDocument": ["diagnostic": [:]],
    "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]],
  ]

  /// A server that is at work on a request which it does not answer soon.
  private func server(cache: URL) async throws -> RunningProgram {
    let server = try RunningProgram(environment: ["XDG_CACHE_HOME": cache.path])
    let pull: JSONValue = ["previousResultIds": [], "partialResultToken": 1]
    server.write(
      // Nothing else is to be at work.
      Frames.beginning(capabilities: Self.capabilities, options: ["accuracy": "instant"])
        + Frames.opening("# Oslo\n\n(Reporting by Ann Author)\n\nSecret words.\n")
        + Frames.request(1, "textDocument/documentSymbol", ["textDocument": document()]))
    #expect(await server.answer(1) != nil)
    server.write(Frames.request(2, "workspace/diagnostic", pull))
    // What is found wrong with the document is told once; then there is nothing to tell.
    let first = await server.answer(2)
    let ids = elements(first?["result"]?["items"]).compactMap { report -> JSONValue? in
      guard let uri = report["uri"], let id = report["resultId"] else { return nil }
      return ["uri": uri, "value": id]
    }
    server.write(
      Frames.request(
        3, "workspace/diagnostic",
        ["previousResultIds": .array(ids), "partialResultToken": 1])
        + Frames.request(4, "textDocument/documentSymbol", ["textDocument": document()]))
    #expect(await server.answer(4) != nil)
    return server
  }

  /// What the user of a new server is told when it begins.
  private func notice(cache: URL) async throws -> JSONValue? {
    let server = try RunningProgram(environment: ["XDG_CACHE_HOME": cache.path])
    server.write(
      Frames.beginning() + Frames.request(1, "shutdown") + Frames.notification("exit"))
    #expect(await server.end() == 0)
    return server.messages.first { $0["method"] == "window/showMessage" }?["params"]?["message"]
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func aReportIsLeftAndToldOfOnce(signal: Int32) async throws {
    try await withFolder { cache in
      #expect(try await notice(cache: cache) == nil)
      let folder = cache.appending(path: "annotate-server")
      #expect(!FileManager.default.fileExists(atPath: folder.path), "no crash, no folder")
      let server = try await server(cache: cache)
      Foundation.kill(server.identifier, signal)
      #expect(await server.end() == -signal, "the system is told of the signal itself")
      let file = folder.appending(path: "crash.txt")
      let report = try String(contentsOf: file, encoding: .utf8)
      let printed = String(decoding: server.errors, as: UTF8.self)
      #expect(report.hasPrefix("annotate-server 0.1.0 crashed: SIG"))
      // What was answered a moment ago may still be named beside it.
      let work = report.split(separator: "\n").first { $0.hasPrefix("at work: ") }
      #expect(work?.contains("workspace/diagnostic") ?? false, "\(report)")
      #expect(printed == report + "This report is also in \(file.path)\n")
      #expect(!report.contains("Secret") && !report.contains("article.md"))
      #if canImport(Glibc)
        #expect(report.split(separator: "\n").count > 4, "calls are told")
      #endif
      guard case .string(let words)? = try await notice(cache: cache) else {
        Issue.record("the next session tells of the crash")
        return
      }
      #expect(words.contains(file.path))
      #expect(try await notice(cache: cache) == nil, "only once")
      #expect(FileManager.default.fileExists(atPath: file.path), "the report stays")
    }
  }

  @Test func aFolderThatCannotBeWrittenToIsSurvived() async throws {
    let server = try RunningProgram(environment: [
      "XDG_CACHE_HOME": "/proc", "HOME": "/nowhere", "TMPDIR": "/nowhere",
    ])
    server.write(Frames.beginning())
    #expect(await server.answer(0) != nil)
    Foundation.kill(server.identifier, SIGSEGV)
    #expect(await server.end() == -SIGSEGV)
    #expect(String(decoding: server.errors, as: UTF8.self).contains("crashed: SIGSEGV"))
    try? FileManager.default.removeItem(atPath: "/tmp/annotate-server-\(getuid())")
  }
}
