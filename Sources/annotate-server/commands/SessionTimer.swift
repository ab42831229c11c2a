import Annotator
import LanguageServerProtocol

/// Drives a session in the same process, message by message, and times it from the bytes of a
/// message in to the bytes of what it gives rise to.
struct SessionTimer {
  /// What is waited for.
  enum Event {
    /// The diagnostics of the version.
    case diagnostics
    /// The annotations of the version once the encoder has read all of it.
    case refinedAnnotations
  }

  private let session: Session
  private var published: AsyncStream<PublishedMessage>.Iterator
  private let uri = DocumentURI(rawValue: "file:///benchmark.md")
  private var version = 0

  /// A session that is ready for documents.
  ///
  /// - Parameter takesAnnotations: whether annotations are published too.
  init(takesAnnotations: Bool = false) async {
    let (stream, continuation) = AsyncStream.makeStream(of: PublishedMessage.self)
    published = stream.makeAsyncIterator()
    session = Session { body in
      if let message = PublishedMessage(body) { continuation.yield(message) }
    }
    var capabilities = ClientCapabilities()
    capabilities.experimental = ["publishAnnotations": .bool(takesAnnotations)]
    let request = Message.request(
      InitializeRequest.self, id: 1, InitializeParams(capabilities: capabilities))
    _ = await session.receive(ClientMessage(decoding: request))
  }

  /// Opens the document, or replaces it.
  ///
  /// - Returns: The time to the event, in milliseconds.
  mutating func open(_ text: String, until event: Event = .diagnostics) async -> Double {
    version += 1
    let item = TextDocumentItem(uri: uri, languageId: "markdown", version: version, text: text)
    return await time(
      Message.notification(
        DidOpenTextDocumentNotification.self, DidOpenTextDocumentParams(textDocument: item)),
      until: event)
  }

  /// Types a letter at the start of a line.
  ///
  /// - Returns: The time to the event, in milliseconds.
  mutating func type(atLine line: Int, until event: Event = .diagnostics) async -> Double {
    version += 1
    let place = Position(line: line, character: 0)
    let change = TextDocumentContentChangeEvent.range(
      LanguageServerProtocol.Range(start: place, end: place), text: "x")
    return await time(
      Message.notification(
        DidChangeTextDocumentNotification.self,
        DidChangeTextDocumentParams(
          textDocument: VersionedTextDocumentIdentifier(uri: uri, version: version),
          contentChanges: [change])),
      until: event)
  }

  private mutating func time(_ body: [UInt8], until event: Event) async -> Double {
    let begun = ContinuousClock.now
    _ = await session.receive(ClientMessage(decoding: body))
    while let message = await published.next(isolation: nil) {
      if message.event == event, message.version == version { break }
    }
    return begun.duration(to: .now) / .milliseconds(1)
  }
}

/// What a notification publishes, found in its bytes: they may be millions, and to decode them would
/// be timed too.
private struct PublishedMessage: Sendable {
  let event: SessionTimer.Event
  let version: Int

  init?(_ body: [UInt8]) {
    // All that is short stands before or behind the array of diagnostics.
    var text = String(decoding: body.prefix(300) + body.suffix(300), as: UTF8.self)
    if text.contains("textDocument/publishDiagnostics") {
      event = .diagnostics
    } else {
      text = String(decoding: body, as: UTF8.self)
      guard text.contains(#""tier":"refined""#) else { return nil }
      event = .refinedAnnotations
    }
    // In a string the quotation marks would be escaped.
    guard let member = text.firstRange(of: #""version":"#),
      let version = Int(text[member.upperBound...].prefix(while: \.isNumber))
    else { return nil }
    self.version = version
  }
}
