import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct FrameReaderTests {
  /// Streams and what is read from them: `[body]` for a message, `!reason` for a failure.
  @Test(arguments: [
    ("Content-Length: 2\r\n\r\n{}", "[{}]"),
    ("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", "[{}] [[1]]"),
    ("content-length:2\r\n\r\n{}", "[{}]"),
    ("CONTENT-LENGTH: \t 2 \t \r\n\r\n{}", "[{}]"),
    ("Content-Length: 002\r\n\r\n{}", "[{}]"),
    ("Content-Length: 2\n\n{}", "[{}]"),
    ("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", "[] [{}]"),
    (
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
      "[{}]"
    ),
    ("X-One: 1\r\nContent-Length: 2\r\nX-Two:\r\n\r\n{}", "[{}]"),
    ("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", "[{}]"),
    ("\r\n\n\r\nContent-Length: 2\r\n\r\n{}\r\n", "[{}]"),
    ("Content-Length: 3\r\n\r\nä!", "[ä!]"),

    // No frames, and what follows them
    ("Content-Type: x\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!missingLength [[]]"),
    ("Content-Length: -2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length: +2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length: 0x2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length: 2 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length: two\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length:\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!invalidLength [[]]"),
    ("Content-Length: 1001\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!tooLong [[]]"),
    (
      "Content-Length: 99999999999999999999999\r\n\r\n{}Content-Length: 2\r\n\r\n[]",
      "!tooLong [[]]"
    ),
    (
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}Content-Length: 2\r\n\r\n[]",
      "!conflictingLengths [[]]"
    ),
    ("{\"jsonrpc\":\"2.0\"}\n", "!malformedHeader"),
    ("no header\nContent-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    ("Content Length: 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    (": 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    ("\0\0\nContent-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    ("oops Content-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    ("oopsContent-Length: 2\r\n\r\n[]", "!missingLength [[]]"),
    // A length too short, then one too long.
    (
      "Content-Length: 1\r\n\r\n{}Content-Length: 2\r\n\r\n[]",
      "[{] !malformedHeader [[]]"
    ),
    (
      "Content-Length: 5\r\n\r\n{}Content-Length: 2\r\n\r\n[]Content-Length: 3\r\n\r\n[1]",
      "[{}Con] !missingLength [[1]]"
    ),
    // What looks like a header within a string has no raw line ending.
    (
      "!\n{\"a\":\"Content-Length: 3\\r\\n\"}Content-Length: 2\r\n\r\n[]",
      "!malformedHeader [[]]"
    ),
    ("!\nContent-Length: x\nContent-Length: 2\r\n\r\n[]", "!malformedHeader [[]]"),
    ("!\nContent-Length: 9999\r\n\r\nContent-Length: 2\n\n[]", "!malformedHeader !tooLong [[]]"),

    // Ends in the middle
    ("", ""),
    ("Content-Le", "!truncated"),
    ("Content-Length: 2\r\n", "!truncated"),
    ("Content-Length: 2\r\n\r\n{", "!truncated"),
    ("Content-Length: 2\r\n\r\n{}\r\n", "[{}]"),
  ])
  func streams(stream: String, expected: String) {
    let bytes = Array(stream.utf8)
    #expect(read([bytes]) == expected)
    #expect(read(bytes.map { [$0] }) == expected)
  }

  @Test func anySplitGivesTheSameMessages() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        stream += piece(&random)
      }
      let whole = read([stream])
      var parts: [[UInt8]] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...max(1, min(rest.count, 40)), using: &random)
        parts.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(read(parts) == whole, "\(String(decoding: stream, as: UTF8.self))")
    }
  }

  @Test func headersWithoutEndAreGivenUp() {
    let lines = String(repeating: "X-Header: something\r\n", count: 2000)
    let endless = String(repeating: "x", count: 100_000)
    let lengths = String(repeating: "Content-Length: 7\r\n", count: 2000)
    let frame = "Content-Length: 2\r\n\r\n{}"
    #expect(read([Array((lines + frame).utf8)]).hasSuffix("!headerTooLong [{}]"))
    #expect(read([Array((endless + "\n" + frame).utf8)]) == "!headerTooLong [{}]")
    #expect(read([Array((lengths + "\r\n1234567" + frame).utf8)]).hasSuffix("[1234567] [{}]"))
  }

  /// What a header claims is not allocated, and a long message that trickles in costs no more than
  /// its length: one copy for each byte would take hours.
  @Test(.timeLimit(.minutes(1))) func trickleCostsLinearTime() {
    var reader = FrameReader(limit: .max)
    let body = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    var early = 0
    for byte in FrameWriter.frame(body) {
      if reader.next() != nil { early += 1 }
      reader.append([byte])
    }
    #expect(early == 0)
    #expect(reader.next() == .message(body))
    reader.append(Array("Content-Length: \(Int.max)\r\n\r\n".utf8))
    #expect(reader.next() == nil)
  }

  @Test(.timeLimit(.minutes(1))) func garbageCostsLinearTime() {
    for text in ["x", ":", "a:b\n", "Content-Length: 1", "Content-Length: 9\nContent-Length: 8\n"] {
      var reader = FrameReader()
      let garbage = Array(String(repeating: text, count: 300_000 / text.utf8.count).utf8)
      for start in stride(from: 0, to: garbage.count, by: 1000) {
        reader.append(Array(garbage[start..<min(start + 1000, garbage.count)]))
        while reader.next() != nil {}
      }
      reader.append(Array("!\n\nContent-Length: 4\r\n\r\nlast".utf8))
      var last: FrameReader.Event?
      while let event = reader.next() { last = event }
      #expect(last == .message(Array("last".utf8)), "\(text)")
    }
  }
}

/// Renders what a stream holds that comes in these parts.
private func read(_ parts: [[UInt8]]) -> String {
  var reader = FrameReader(limit: 1000)
  var rendered: [String] = []
  for part in parts {
    reader.append(part)
    while let event = reader.next() {
      switch event {
      case .message(let body): rendered.append("[\(String(decoding: body, as: UTF8.self))]")
      case .failure(let failure): rendered.append("!\(name(of: failure))")
      }
    }
  }
  if let failure = reader.failureAtEnd { rendered.append("!\(name(of: failure))") }
  return rendered.joined(separator: " ")
}

private func name(of failure: FrameFailure) -> String {
  switch failure {
  case .headerTooLong: "headerTooLong"
  case .missingLength: "missingLength"
  case .conflictingLengths: "conflictingLengths"
  case .truncated: "truncated"
  case .malformedHeader: "malformedHeader"
  case .invalidLength: "invalidLength"
  case .tooLong: "tooLong"
  }
}

/// A frame, or something like one.
private func piece(_ random: inout SeededGenerator) -> [UInt8] {
  let body = (0..<Int.random(in: 0...60, using: &random)).map { _ in
    UInt8.random(in: 0...255, using: &random)
  }
  switch Int.random(in: 0..<8, using: &random) {
  case 0: return body
  case 1: return Array("Content-Length: \(body.count + 1)\r\n\r\n".utf8) + body
  case 2: return Array("Content-Length: \(body.count)\r\nContent-Length: 1\r\n\r\n".utf8) + body
  case 3: return Array("Content-Type: x\n\n".utf8) + body
  default: return FrameWriter.frame(body)
  }
}
