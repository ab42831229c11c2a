/// Cuts message bodies out of a stream of bytes, however the stream arrives in pieces.
///
/// A pure value: feed it with `append(_:)`, then call `next()` until it returns `nil`. It costs time
/// linear in the stream even when that comes byte by byte, and memory only for what has come, never
/// for what a header claims.
///
/// A frame is a header, an empty line and a body of `Content-Length` bytes. Header names count in
/// any case; other headers, `Content-Type` among them, are skipped; lines may end in LF alone; empty
/// lines before a header are skipped. A header that breaks these rules gives one failure. Where its
/// body ends is then unknown, so the reader looks for the next `Content-Length` line and goes on
/// from there; a JSON text cannot hold one, since it has no raw line ending inside a string. Other
/// servers end at such a header, but a stray line of output in the stream, or a wrong length, is no
/// reason to lose a session with all its documents.
public struct FrameReader: Sendable {
  /// What the stream held next.
  public enum Event: Equatable, Sendable {
    /// The body of a message.
    case message([UInt8])
    /// Bytes that are no frame. The reader goes on behind them.
    case failure(FrameFailure)
  }

  /// The longest body that is taken, in bytes.
  public let limit: Int

  private var buffer: [UInt8] = []
  /// Where in the buffer begins what has not been given out. All other offsets count from here.
  private var start = 0
  private var state = State.header

  private enum State {
    /// Between frames or inside a header.
    case header
    /// Behind a header.
    case body(count: Int)
    /// Behind a failure, looking for the next header.
    case lost
  }

  /// The length that the lines of the current header have given so far.
  private var length: Int?
  /// Where the current line of the header begins.
  private var line = 0
  /// How far the bytes have been looked at, so that none is looked at twice.
  private var scanned = 0

  /// A reader at the beginning of a stream.
  public init(limit: Int = 256 << 20) { self.limit = limit }

  /// Takes the next bytes of the stream.
  public mutating func append(_ bytes: [UInt8]) {
    if start == buffer.count {
      // A buffer that one large message has stretched is given back.
      buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
      start = 0
    } else if start > 1 << 16, start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next event, or `nil` until more bytes have come.
  public mutating func next() -> Event? {
    while true {
      switch state {
      case .header:
        guard let end = endOfLine() else { return nil }
        if let failure = readLine(end) { return .failure(failure) }
      case .body(let count):
        guard available >= count else { return nil }
        let body = Array(buffer[start..<(start + count)])
        consume(count)
        state = .header
        return .message(body)
      case .lost:
        guard findHeader() else { return nil }
        state = .header
      }
    }
  }

  /// What is wrong with the stream if it ends here: `nil` at the end of a frame.
  public var failureAtEnd: FrameFailure? {
    switch state {
    case .header: available > 0 ? .truncated : nil
    case .body: .truncated
    case .lost: nil
    }
  }
}

// Headers
extension FrameReader {
  /// No client's header comes near this many bytes.
  private static let headerLimit = 1 << 14

  private var available: Int { buffer.count - start }

  /// The offset of the line feed that ends the current line; or of the last byte there is, if the
  /// header is too long already.
  private mutating func endOfLine() -> Int? {
    while scanned < available {
      if buffer[start + scanned] == UInt8(ascii: "\n") || scanned == FrameReader.headerLimit {
        return scanned
      }
      scanned += 1
    }
    return nil
  }

  private mutating func readLine(_ end: Int) -> FrameFailure? {
    guard end < FrameReader.headerLimit else { return lose(.headerTooLong, resumingAt: line + 1) }
    let content = buffer[(start + line)..<(start + end)]
    switch HeaderLine(content) {
    case .empty:
      if let length {
        consume(end + 1)
        state = .body(count: length)
      } else if line == 0 {
        consume(end + 1)
      } else {
        return lose(.missingLength, resumingAt: 1)
      }
      return nil
    case .contentLength(let value):
      guard let value else {
        return lose(.invalidLength(printable(content)), resumingAt: end + 1)
      }
      guard value <= limit else { return lose(.tooLong(limit: limit), resumingAt: end + 1) }
      guard length == nil || length == value else {
        return lose(.conflictingLengths, resumingAt: end + 1)
      }
      length = value
    case .other:
      break
    case .malformed:
      return lose(.malformedHeader(printable(content)), resumingAt: line + 1)
    }
    line = end + 1
    scanned = line
    return nil
  }

  private mutating func consume(_ count: Int) {
    start += count
    line = 0
    scanned = 0
    length = nil
  }

  private mutating func lose(_ failure: FrameFailure, resumingAt offset: Int) -> FrameFailure {
    consume(offset)
    state = .lost
    return failure
  }

  /// The beginning of a line, for a message.
  private func printable(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(80), as: UTF8.self)
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
  }
}

// Going on after a failure
extension FrameReader {
  /// Moves to the next `Content-Length: N` that ends a line, wherever in the line it begins: it may
  /// follow a body without a line ending between. Where there is none yet, drops all but the last
  /// bytes, which may be its beginning.
  private mutating func findHeader() -> Bool {
    let name = HeaderLine.contentLength.count
    guard available > name else { return false }
    for colon in (start + name)..<buffer.count where buffer[colon] == UInt8(ascii: ":") {
      guard HeaderLine.isContentLength(buffer[(colon - name)..<colon]) else { continue }
      let isLength = HeaderLine.endsLine(lengthIn: buffer[(colon + 1)...])
      if isLength == false { continue }
      consume(colon - name - start)
      return isLength ?? false
    }
    consume(available - name)
    return false
  }
}
