import Annotator
import LanguageServerProtocol

/// Drives a session in the same process, message by message, and times it from the bytes of a
/// message in to the bytes of the diagnostics out.
struct SessionTimer {
  private let session: Session
  private var published: AsyncStream<[UInt8]>.Iterator
  private let uri = DocumentURI(rawValue: "file:///benchmark.md")
  private var version = 0

  /// A session that is ready for documents.
  init() async {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    published = stream.makeAsyncIterator()
    session = Session { body in
      if isDiagnostics(body) { continuation.yield(body) }
    }
    let request = Message.request(
      InitializeRequest.self, id: 1, InitializeParams(capabilities: ClientCapabilities()))
    _ = await session.receive(ClientMessage(decoding: request))
  }

  /// Opens the document, or replaces it.
  ///
  /// - Returns: The time to the diagnostics, in milliseconds.
  mutating func open(_ text: String) async -> Double {
    version += 1
    let item = TextDocumentItem(uri: uri, languageId: "markdown", version: version, text: text)
    return await time(
      Message.notification(
        DidOpenTextDocumentNotification.self, DidOpenTextDocumentParams(textDocument: item)))
  }

  /// Types a letter at the start of a line.
  ///
  /// - Returns: The time to the diagnostics, in milliseconds.
  mutating func type(atLine line: Int) async -> Double {
    version += 1
    let place = Position(line: line, character: 0)
    let change = TextDocumentContentChangeEvent.range(
      LanguageServerProtocol.Range(start: place, end: place), text: "x")
    return await time(
      Message.notification(
        DidChangeTextDocumentNotification.self,
        DidChangeTextDocumentParams(
          textDocument: VersionedTextDocumentIdentifier(uri: uri, version: version),
          contentChanges: [change])))
  }

  private mutating func time(_ body: [UInt8]) async -> Double {
    let begun = ContinuousClock.now
    _ = await session.receive(ClientMessage(decoding: body))
    _ = await published.next(isolation: nil)
    return begun.duration(to: .now) / .milliseconds(1)
  }
}

/// Whether a message publishes diagnostics. The method stands at one end of the message, since only
/// the parameters are long, and they are one of three members.
private func isDiagnostics(_ body: [UInt8]) -> Bool {
  let ends = String(decoding: body.prefix(100) + body.suffix(100), as: UTF8.self)
  return ends.contains("textDocument/publishDiagnostics")
}
