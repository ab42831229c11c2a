#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads lines of bytes from a file or standard input, holding one line at a time. A line ends with
/// LF; the last one may lack it.
struct LineReader: Sendable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false

  /// Opens a file, or standard input for `-`.
  init(_ path: String) throws(InputError) {
    descriptor = try Input.descriptor(path)
  }

  /// The next line without its LF, or `nil` at the end.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer {
          start = end + 1
          searched = start
        }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      guard !isAtEnd else {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
      isAtEnd = !Input.readMore(descriptor, into: &buffer)
    }
  }
}
