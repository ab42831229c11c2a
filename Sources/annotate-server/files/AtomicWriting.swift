#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Input {
  /// Replaces what a file holds, all at once: whoever reads it meanwhile sees the old text or the new
  /// one. Its permissions stay, and so does a link that leads to it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(InputError) {
    let target = resolved(path)
    var status = stat()
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw unwritten(path) }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    var temporary = Array("\(folder).annotate-XXXXXX".utf8CString)
    let descriptor = mkstemp(&temporary)
    guard descriptor >= 0 else { throw unwritten(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    // The owner can only be kept by whoever may give files away.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    let isDone =
      isWritten && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    guard isDone, isClosed, rename(&temporary, target) == 0 else {
      let error = unwritten(path)
      unlink(&temporary)
      throw error
    }
  }

  /// Writes a file that was not there.
  static func create(_ path: String, with bytes: [UInt8]) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw unwritten(path) }
    let isWritten = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten else { throw unwritten(path) }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func unwritten(_ path: String) -> InputError {
    InputError(
      file: path, message: "the file cannot be written: \(String(cString: strerror(errno)))")
  }
}
