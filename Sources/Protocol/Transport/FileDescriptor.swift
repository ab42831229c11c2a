#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Waits for some bytes and takes those that are there; `nil` at the end of the file, or when it
/// cannot be read any more. Foundation's `FileHandle` would wait until it has as many as it asks for.
func readBytes(from descriptor: Int32, atMost count: Int = 1 << 16) -> [UInt8]? {
  while true {
    var result = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      result = read(descriptor, buffer.baseAddress, count)
      failure = errno
      initialized = max(0, result)
    }
    if result > 0 { return bytes }
    guard result < 0, canRecover(from: failure, descriptor, Int16(POLLIN)) else { return nil }
  }
}

/// Writes all bytes; `false` when nobody reads them any more.
func writeBytes(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let result = write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
      let failure = errno
      if result > 0 {
        offset += result
      } else if result == 0 || !canRecover(from: failure, descriptor, Int16(POLLOUT)) {
        return false
      }
    }
    return true
  }
}

/// Whether a call that failed is worth another try: after a signal at once, and on a descriptor that
/// is non-blocking (its other owner may have made it so) once it is ready.
private func canRecover(from failure: Int32, _ descriptor: Int32, _ event: Int16) -> Bool {
  switch failure {
  case EINTR:
    return true
  case EAGAIN, EWOULDBLOCK:
    var request = pollfd(fd: descriptor, events: event, revents: 0)
    return poll(&request, 1, -1) >= 0 || errno == EINTR
  default:
    return false
  }
}
