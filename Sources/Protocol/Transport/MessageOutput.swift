import Synchronization

/// Messages to a file descriptor. Any thread may write; each message goes out whole.
public final class MessageOutput: Sendable {
  private let descriptor: Int32
  private let isOpen = Mutex(true)

  /// Messages to an open descriptor, which stays the caller's to close.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes one message. Returns `false`, then and ever after, once nobody reads them any more.
  @discardableResult
  public func write(_ body: [UInt8]) -> Bool {
    let frame = FrameWriter.frame(body)
    return isOpen.withLock { isOpen in
      if isOpen { isOpen = writeBytes(frame, to: descriptor) }
      return isOpen
    }
  }
}
