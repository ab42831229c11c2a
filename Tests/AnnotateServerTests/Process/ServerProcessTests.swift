import Foundation
import LanguageServerProtocol
import Testing

/// The server as an editor starts it: a process of its own, at the other end of real pipes.
@Suite(.serialized)
struct ServerProcessTests {
  private static let article = """
    # Oslo refuses

    Kremlin spokesman Dmitry Peskov said in Oslo: "We do not comment on this."

    """
  private static let symbols: JSONValue = ["textDocument": ["uri": "file:///article.md"]]
  private static let goodbye = Frames.request(99, "shutdown") + Frames.notification("exit")

  /// Runs a server on the whole of its input.
  private func serve(
    _ arguments: String..., input: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> (status: Int32, messages: [JSONValue], errors: String) {
    let outcome = try await Program.run(
      arguments, input: input, sourceLocation: sourceLocation)
    let (messages, rest) = Frames.messages(Array(outcome.output.utf8))
    #expect(rest == [], "nothing but frames on standard output", sourceLocation: sourceLocation)
    return (outcome.status, messages, outcome.errors)
  }

  private func answer(_ id: Int, _ messages: [JSONValue]) -> JSONValue? {
    messages.first { $0["id"] == .integer(id) }
  }

  @Test(arguments: [[], ["--stdio"]])
  func aPoliteSessionEndsWithZero(arguments: [String]) async throws {
    let input =
      Frames.beginning() + Frames.opening(Self.article)
      + Frames.request(1, "textDocument/documentSymbol", Self.symbols)
    let server = try RunningProgram(arguments)
    server.write(input)
    #expect(await server.answer(1)?["result"] != nil)
    server.write(Frames.request(2, "shutdown"))
    #expect(await server.answer(2)?["result"] == .null)
    server.write(Frames.notification("exit"))
    // The input stays open: `exit` is enough.
    #expect(await server.end(seconds: 20) == 0)
    let (messages, rest) = Frames.messages(server.output)
    #expect(rest == [])
    #expect(messages.allSatisfy { $0["jsonrpc"] == "2.0" })
    #expect(messages.compactMap { $0["id"] } == [0, 1, 2])
    #expect(server.errors == [], "quiet unless asked")
  }

  @Test func exitAloneEndsWithOne() async throws {
    let begun = try await serve(input: Frames.beginning() + Frames.notification("exit"))
    #expect(begun.status == 1)
    #expect(try await serve(input: Frames.notification("exit")).status == 1)
    let ended = try await serve(input: Frames.beginning() + Self.goodbye)
    #expect(ended.status == 0)
  }

  @Test func theEndOfInputEndsTheServerAfterItsAnswers() async throws {
    let began = ContinuousClock.now
    let input =
      Frames.beginning() + Frames.opening(Self.article)
      + Frames.request(1, "textDocument/documentSymbol", Self.symbols)
      + Frames.request(2, "textDocument/annotations", Self.symbols)
    let session = try await serve(input: input)
    #expect(session.status == 1, "nobody said goodbye")
    for id in 0...2 { #expect(answer(id, session.messages)?["result"] != nil, "answer \(id)") }
    #expect(began.duration(to: .now) < .seconds(20))
    let polite = try await serve(input: Frames.beginning() + Frames.request(1, "shutdown"))
    #expect(polite.status == 0)
    #expect(try await serve(input: []).status == 1)
    let cut = try await serve(input: Frames.beginning().dropLast(5))
    #expect(cut.status == 1 && answer(0, cut.messages)?["result"] != nil)
  }

  @Test func theServerEndsWithItsClient() async throws {
    let client = Process()
    client.executableURL = URL(filePath: "/bin/sleep")
    client.arguments = ["600"]
    try client.run()
    let server = try RunningProgram()
    server.write(
      Frames.beginning(processId: .integer(Int(client.processIdentifier))))
    #expect(await server.answer(0) != nil)
    try await Task.sleep(for: .seconds(1))
    #expect(Foundation.kill(server.identifier, 0) == 0, "the server lives as long as its client")
    Foundation.kill(client.processIdentifier, SIGKILL)
    // The test holds the server's input open, so that nothing else tells it.
    let status = await server.end(seconds: 30)
    #expect(status == 1)
    if status == nil { server.kill() }
  }

  @Test(arguments: [.null, -5, 0, "12", .integer(.max)] as [JSONValue])
  func oddProcessIdsDoNotEndTheServer(processId: JSONValue) async throws {
    let input = Frames.beginning(processId: processId) + Frames.request(1, "no/such")
    let session = try await serve(input: input + Self.goodbye)
    #expect(answer(1, session.messages)?["error"] != nil)
  }

  @Test func theLogGoesToStandardErrorWhenAskedFor() async throws {
    let input =
      Frames.beginning() + Frames.notification("no/such", ["a": 1])
      + Frames.notification("textDocument/didOpen", [:]) + Self.goodbye
    let quiet = try await serve(input: input)
    #expect(quiet.errors == "")
    let loud = try await serve("--log-level", "debug", input: input)
    #expect(loud.errors.contains("debug: dropped the notification no/such"))
    #expect(loud.errors.contains("error: dropped the notification textDocument/didOpen"))
    func answers(_ messages: [JSONValue]) -> [JSONValue] {
      messages.filter { $0["method"] != "window/logMessage" }
    }
    #expect(answers(loud.messages) == answers(quiet.messages))
    let off = try await serve("--log-level", "off", input: input)
    #expect(off.errors == "" && off.messages == answers(quiet.messages))
    #expect(quiet.messages != off.messages, "by default the client is told what went wrong")
    let errors = try await serve("--log-level=error", input: input)
    #expect(!errors.errors.contains("no/such") && errors.errors.contains("didOpen"))
  }

  @Test(arguments: [
    "Hello, world!\r\n", "\u{0}\u{1}\u{2}\n", "Content-Length: many\r\n\r\n{}",
    "Content-Type: text/plain\r\n\r\n", "{\"jsonrpc\": \"2.0\"}\n", "Content-Length: 3\r\n\r\n{]}",
  ])
  func garbageBeforeAFrameIsSurvived(garbage: String) async throws {
    let input =
      Array(garbage.utf8) + Frames.beginning() + Array(garbage.utf8)
      + Frames.request(1, "shutdown") + Frames.notification("exit")
    let session = try await serve(input: input)
    #expect(session.status == 0)
    #expect(answer(0, session.messages)?["result"] != nil)
    #expect(answer(1, session.messages)?["result"] == .null)
    #expect(session.messages.contains { $0["id"] == .null && $0["error"] != nil })
  }

  @Test func aHugeLengthIsRefusedWithoutMemoryForIt() async throws {
    let server = try RunningProgram()
    server.write(Frames.beginning())
    #expect(await server.answer(0) != nil)
    let before = peakMemory(of: server.identifier)
    server.write(Array("Content-Length: 4000000000\r\n\r\n".utf8))
    server.write(Array("Content-Length: 99999999999999999999999999\r\n\r\n".utf8))
    server.write([UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20))
    server.write(Frames.request(1, "shutdown"))
    #expect(await server.answer(1)?["result"] == .null)
    if let before, let after = peakMemory(of: server.identifier) {
      #expect(after - before < 64 << 20, "\(before) bytes before, \(after) after")
    }
    server.write(Frames.notification("exit"))
    #expect(await server.end() == 0)
    #expect(server.messages.count { $0["id"] == .null && $0["error"]?["code"] == -32600 } == 2)
  }

  @Test func theProgramRunsFromAnyFolder() async throws {
    try await withFolder { folder in
      let copy = folder.appending(path: "renamed program")
      try FileManager.default.copyItem(at: Program.url, to: copy)
      let arguments = ["annotate", "--format", "json"]
      let text = Array(Self.article.utf8)
      let moved = try await Program.run(arguments, input: text, at: copy, in: folder)
      let usual = try await Program.run(arguments, input: text)
      #expect(moved.status == 0 && moved.errors == "")
      #expect(moved.output == usual.output && moved.output.contains("Dmitry Peskov"))
    }
  }

  @Test(arguments: [("utf-8", 11), ("utf-16", 9), ("utf-32", 8)])
  func thePositionEncodingCanBeForced(unit: String, column: Int) async throws {
    let input =
      Frames.beginning(capabilities: ["general": ["positionEncodings": ["utf-16"]]])
      + Frames.opening("It is 😀 Oslo.\n")
      + Frames.request(1, "textDocument/annotations", Self.symbols)
    let session = try await serve("--position-encoding", unit, input: input)
    let capabilities = answer(0, session.messages)?["result"]?["capabilities"]
    #expect(capabilities?["positionEncoding"] == .string(unit))
    let entity = answer(1, session.messages)?["result"]?["entities"]?[0]
    #expect(entity?["text"] == "Oslo")
    #expect(entity?["range"]?["start"] == ["line": 0, "character": .integer(column)])
  }

  @Test func aClientThatDoesNotReadIsNotDeadlocked() async throws {
    let server = try RunningProgram(isReading: false)
    server.write(Frames.beginning() + Frames.opening(Self.article))
    let count = 2000
    for id in 1...count {
      server.write(Frames.request(id, "textDocument/documentSymbol", Self.symbols))
    }
    let hasTaken = await wait(seconds: 120) { server.hasTakenInput }
    #expect(hasTaken, "the server goes on reading while nobody reads its answers")
    server.startReading()
    server.write(Frames.request(count + 1, "no/such"))
    #expect(await server.answer(count + 1, seconds: 120) != nil)
    server.closeInput()
    #expect(await server.end() == 1)
    let ids = server.messages.compactMap { message -> Int? in
      guard case .integer(let id)? = message["id"] else { return nil }
      return id
    }
    #expect(ids.sorted() == Array(0...count + 1))
    if !hasTaken { server.kill() }
  }
}

/// The most memory that a process has had, in bytes, where the system tells.
private func peakMemory(of process: Int32) -> Int? {
  let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
  let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 << 10 }
}
