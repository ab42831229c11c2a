import Dispatch
import LanguageServerProtocol

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension AnnotateServer {
  /// Serves one client on standard input and output.
  ///
  /// - Returns: The exit status.
  static func serve(_ arguments: ArraySlice<String>) async throws(UsageError) -> Int32 {
    let arguments = try Arguments(arguments, for: serverOptions)
    guard arguments.operands.isEmpty else {
      throw UsageError("the server takes no file; did you mean `annotate-server annotate`?")
    }
    let level = arguments.value("--log-level").flatMap(Log.Level.init)
    let log = Log(level: level ?? .off, clientLevel: level ?? .info)
    let unit = arguments.value("--position-encoding").flatMap {
      ColumnUnit(PositionEncodingKind(rawValue: $0))
    }
    let streams = StandardStreams()
    // Writing has a queue of its own: a client that writes without reading must not stop the
    // session from reading, or both would wait for ever.
    let output = streams.output
    let writing = DispatchQueue(label: "annotate-server.output")
    let session = Session(log: log, forcedUnit: unit, notice: CrashFile.news) { body in
      writing.async { output.write(body) }
    }
    for await event in events(of: streams.input, log) {
      switch event {
      case .message(let body):
        if let status = await session.receive(ClientMessage(decoding: body)) {
          end(within: .milliseconds(800), with: status)
          writing.sync {}
          return status
        }
      case .failure(let failure):
        log.error("\(failure)")
        _ = await session.receive(.malformed(id: nil, failure.responseError))
      }
    }
    // Whoever piped messages in and closed the pipe still gets the answers, if they come soon.
    let status: Int32 = await session.isShutDown ? 0 : 1
    end(within: .seconds(60), with: status)
    await session.drain()
    writing.sync {}
    return status
  }
}

/// What arrives, read by a thread of its own: one that waits for the client must not be one of the
/// few that do the session's work, of which there are no more than cores.
private func events(of input: MessageInput, _ log: Log) -> AsyncStream<FrameReader.Event> {
  let (events, continuation) = AsyncStream.makeStream(of: FrameReader.Event.self)
  DispatchQueue(label: "annotate-server.input").async {
    var input = input
    while let event = input.next() { continuation.yield(event) }
    if let failure = input.failureAtEnd { log.error("\(failure)") }
    continuation.finish()
  }
  return events
}

/// Ends the process after a while, should the client not take what is left to be said.
private func end(within time: DispatchTimeInterval, with status: Int32) {
  DispatchQueue.global().asyncAfter(deadline: .now() + time) { exit(status) }
}

/// The options of the server as if it were a command, so that they are read the same way.
private let serverOptions = Command(
  name: "", operands: "", summary: "", details: "",
  options: [
    .flag("--stdio", ""),
    .value("--position-encoding", "UNIT", choices: ["utf-8", "utf-16", "utf-32"], ""),
    .value("--log-level", "LEVEL", choices: Log.Level.allCases.map(\.rawValue), ""),
  ],
  run: { _ in 0 })
