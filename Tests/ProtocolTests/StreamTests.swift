import Foundation
import LanguageServerProtocol
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct StreamTests {
  @Test func messagesPassThroughAPipe() async throws {
    let ends = try openPipe()
    // More than a pipe holds at once, so that writes are partial.
    let bodies = (0..<40).map { [UInt8](repeating: UInt8($0), count: $0 * 9_000) }
    let output = MessageOutput(descriptor: ends.write)
    Thread.detachNewThread {
      for body in bodies { output.write(body) }
      close(ends.write)
    }
    #expect(read(ends.read) == bodies.map { .message($0) })
  }

  @Test func messagesOfManyThreadsStayWhole() throws {
    let ends = try openPipe()
    let output = MessageOutput(descriptor: ends.write)
    let group = DispatchGroup()
    for writer in UInt8(0)..<4 {
      group.enter()
      Thread.detachNewThread {
        for count in 1...50 {
          output.write([UInt8](repeating: writer, count: count * 997))
        }
        group.leave()
      }
    }
    Thread.detachNewThread {
      group.wait()
      close(ends.write)
    }
    var counts: [UInt8: Int] = [:]
    for event in read(ends.read) {
      guard case .message(let body) = event else {
        Issue.record("\(event)")
        return
      }
      #expect(body.allSatisfy { $0 == body[0] })
      counts[body[0], default: 0] += 1
    }
    #expect(counts == [0: 50, 1: 50, 2: 50, 3: 50])
  }

  @Test func aNonBlockingPipeIsWaitedFor() throws {
    let ends = try openPipe()
    for descriptor in [ends.read, ends.write] {
      #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
    }
    let body = [UInt8](repeating: 120, count: 1_000_000)
    let output = MessageOutput(descriptor: ends.write)
    Thread.detachNewThread {
      usleep(20_000)
      output.write(body)
      close(ends.write)
    }
    #expect(read(ends.read) == [.message(body)])
  }

  @Test func aClientThatIsGoneEndsTheOutputQuietly() throws {
    signal(SIGPIPE, SIG_IGN)
    let ends = try openPipe()
    let output = MessageOutput(descriptor: ends.write)
    close(ends.read)
    #expect(!output.write([1]))
    #expect(!output.write([2]))
    close(ends.write)
  }

  @Test func theEndInsideAMessageIsTold() throws {
    let ends = try openPipe()
    let bytes = Array("Content-Length: 5\r\n\r\n{}".utf8)
    #expect(write(ends.write, bytes, bytes.count) == bytes.count)
    close(ends.write)
    var input = MessageInput(descriptor: ends.read)
    #expect(input.next() == nil)
    #expect(input.failureAtEnd == .truncated)
    close(ends.read)
  }

  private func openPipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  private func read(_ descriptor: Int32) -> [FrameReader.Event] {
    var input = MessageInput(descriptor: descriptor)
    var events: [FrameReader.Event] = []
    while let event = input.next() { events.append(event) }
    #expect(input.failureAtEnd == nil)
    close(descriptor)
    return events
  }
}
