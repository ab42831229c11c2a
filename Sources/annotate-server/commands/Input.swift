import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file gives no text: one line that says what is wrong and what to do.
struct InputError: Error, CustomStringConvertible {
  /// The file as the user named it.
  var file: String
  /// Where in the file, in lines and columns from 1, when it is in one place.
  var place: (line: Int, column: Int)?
  /// What is wrong and what to do.
  var message: String

  var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "annotate-server: \(file)\(position): \(message)"
  }
}

enum Input {
  /// The bytes of a file, or of standard input for `-`.
  static func bytes(_ path: String) throws(InputError) -> [UInt8] {
    let descriptor = try descriptor(path)
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    while readMore(descriptor, into: &bytes) {}
    return bytes
  }

  /// Opens a file, or standard input for `-`.
  static func descriptor(_ path: String) throws(InputError) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw InputError(file: path, message: failure(errno)) }
    // Opening a folder succeeds, and only reading it fails.
    var byte: UInt8 = 0
    if read(descriptor, &byte, 0) < 0 {
      defer { close(descriptor) }
      throw InputError(file: path, message: failure(errno))
    }
    return descriptor
  }

  /// Appends what can be read at once.
  ///
  /// - Returns: Whether there was anything before the end.
  static func readMore(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      while true {
        let count = read(descriptor, chunk.baseAddress, chunk.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        bytes.append(contentsOf: chunk[..<count])
        return true
      }
    }
  }

  /// The text of an article.
  static func text(_ path: String) throws(InputError) -> SourceText {
    let bytes = try bytes(path)
    let name = path == "-" ? "standard input" : path
    guard !bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else {
      throw InputError(file: name, message: "the file is empty: there is nothing to annotate")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw InputError(file: name, message: "the file is UTF-16; save it as UTF-8")
    }
    if let text = SourceText(validating: bytes) {
      guard !bytes.contains(0) else {
        throw InputError(
          file: name, place: place(of: bytes.firstIndex(of: 0)!, in: bytes),
          message: "the file is binary (it holds a NUL byte); give a text file")
      }
      return text
    }
    if bytes.prefix(8192).contains(0) {
      throw InputError(file: name, message: "the file is binary; give a text file")
    }
    throw InputError(
      file: name, place: place(of: firstInvalidByte(bytes), in: bytes),
      message: "the file is not UTF-8 here; convert it, for example with `iconv -f WINDOWS-1252`")
  }

  /// The line and the column in code points, both from 1, of a byte that only valid UTF-8 precedes.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let line = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line + 1, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The offset of the first byte that is not part of valid UTF-8.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return offset
  }

  /// A sentence for the usual failures, the system's words for the rest.
  private static func failure(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file; check the path"
    case EACCES: "the file cannot be read: permission denied"
    case EISDIR: "this is a folder; name the files in it, for example \"FOLDER\"/*.md"
    default: String(cString: strerror(code))
    }
  }
}
