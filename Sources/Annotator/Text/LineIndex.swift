/// The byte offsets at which the lines of a text begin. Lines end with LF, CRLF or CR, as in the
/// Language Server Protocol; a text that ends with a line ending has an empty last line.
public struct LineIndex: Sendable, Equatable {
  /// The first byte of each line; never empty, the first is 0.
  public private(set) var starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = [0]
    LineIndex.append(to: &starts, in: bytes, 0..<bytes.count)
  }

  /// The number of lines.
  public var count: Int { starts.count }

  /// The line that holds a byte offset, counted from 0.
  public func line(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { $0 > offset } - 1)
  }

  /// Updates the index after `range` was replaced by `count` bytes; `bytes` is the new text.
  mutating func replace(_ range: ByteRange, with count: Int, in bytes: [UInt8]) {
    // One byte more on each side, since an edit can part or join a CR and an LF.
    let from = Swift.max(0, range.lowerBound - 1)
    let change = count - range.count
    let end = Swift.min(bytes.count, range.lowerBound + count + 1)
    let first = firstIndex(startingAfter: from)
    let last = Swift.max(first, firstIndex(startingAfter: end - change))
    var fresh: [Int] = []
    LineIndex.append(to: &fresh, in: bytes, from..<end)
    let tail = first + fresh.count
    starts.replaceSubrange(first..<last, with: fresh)
    if change != 0 { for i in tail..<starts.count { starts[i] += change } }
  }

  /// The index of the first line that begins after an offset.
  private func firstIndex(startingAfter offset: Int) -> Int { line(at: offset) + 1 }

  /// Appends the starts of the lines whose ending's last byte lies in `range`.
  private static func append(to starts: inout [Int], in bytes: [UInt8], _ range: ByteRange) {
    bytes.withUnsafeBufferPointer { bytes in
      for i in range {
        let byte = bytes[i]
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { continue }
        starts.append(i + 1)
      }
    }
  }
}
