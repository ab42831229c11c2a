/// Messages from a file descriptor. Blocks the thread that asks for the next one.
public struct MessageInput: Sendable {
  private let descriptor: Int32
  private var reader: FrameReader

  /// Messages from an open descriptor, which stays the caller's to close.
  public init(descriptor: Int32, limit: Int = 256 << 20) {
    self.descriptor = descriptor
    reader = FrameReader(limit: limit)
  }

  /// Waits for the next message or failure; `nil` at the end of the input, when
  /// `failureAtEnd` says whether a message was cut off.
  public mutating func next() -> FrameReader.Event? {
    while true {
      if let event = reader.next() { return event }
      guard let bytes = readBytes(from: descriptor) else { return nil }
      reader.append(bytes)
    }
  }

  /// What is wrong with the input if it ends here.
  public var failureAtEnd: FrameFailure? { reader.failureAtEnd }
}
