// The coordinate systems, all in one place:
//
//   byte offset    UTF-8 bytes from the start of the text; the only one that module Annotator knows
//   prose offset   UTF-8 bytes of a passage's visible text; never leaves module Annotator
//   position       line and column as the Language Server Protocol has them: both from 0, the column
//                  in UTF-8, UTF-16 or UTF-32 units, whichever was negotiated
//   code point     Unicode scalars from the start of the text; what the commands print
//   line:column    both from 1, the column in code points; what findings and errors print

import Annotator
import LanguageServerProtocol

/// Converts between byte offsets of one text and the other coordinate systems.
///
/// It remembers where it last counted to, so that answers in text order cost one walk over the text
/// in all, even when the text is a single long line.
struct Conversion {
  /// The text.
  let text: SourceText
  /// The unit of columns.
  let unit: ColumnUnit
  /// The last count: units between two byte offsets.
  private var last = (base: 0, offset: 0, count: 0)

  /// A converter for one text.
  init(_ text: SourceText, unit: ColumnUnit) {
    self.text = text
    self.unit = unit
  }

  /// The number of units between two byte offsets, `base` not after `offset`.
  mutating func count(from base: Int, to offset: Int) -> Int {
    if unit == .utf8 { return offset - base }
    if last.base != base || last.offset - offset > offset - base { last = (base, base, 0) }
    if last.offset <= offset {
      last.count += unit.count(text.bytes, last.offset..<offset)
    } else {
      last.count -= unit.count(text.bytes, offset..<last.offset)
    }
    last.offset = offset
    return last.count
  }

  /// The position of a byte offset.
  mutating func position(_ offset: Int) -> (line: Int, column: Int) {
    let line = text.lines.line(at: offset)
    return (line, count(from: text.lines.starts[line], to: offset))
  }

  /// The byte offset of a position. A line behind the last is the end of the text, a column behind
  /// the line's end is the end of the line before its ending, and a column inside a character is
  /// that character's start.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 0 else { return 0 }
    guard line < text.lines.count else { return text.count }
    let start = text.lines.starts[line]
    let end = text.endOfLine(line)
    guard column > 0 else { return start }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      var left = column
      while offset < end {
        let width = scalarWidth(bytes[offset])
        let units = unit.width(ofScalarOfBytes: width)
        if units > left { break }
        left -= units
        offset += width
        if left == 0 { break }
      }
      return min(offset, end)
    }
  }
}

/// The unit in which columns count.
enum ColumnUnit: Sendable {
  case utf8, utf16, utf32

  /// The units of a scalar that takes so many bytes in UTF-8.
  func width(ofScalarOfBytes bytes: Int) -> Int {
    switch self {
    case .utf8: bytes
    case .utf16: bytes == 4 ? 2 : 1
    case .utf32: 1
    }
  }

  /// The units of a range of bytes that begins and ends at scalars.
  func count(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let slice = bytes[range]
      switch self {
      case .utf8: return slice.count
      case .utf16:
        return slice.reduce(into: 0) { $0 += ($1 & 0xC0 != 0x80 ? 1 : 0) + ($1 >= 0xF0 ? 1 : 0) }
      case .utf32: return slice.reduce(into: 0) { $0 += $1 & 0xC0 != 0x80 ? 1 : 0 }
      }
    }
  }
}

/// The length in bytes of the scalar that a leading byte begins.
private func scalarWidth(_ byte: UInt8) -> Int {
  byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
}

extension SourceText {
  /// The byte offset at which a line ends, before its line ending.
  func endOfLine(_ line: Int) -> Int {
    guard line + 1 < lines.count else { return count }
    let next = lines.starts[line + 1]
    let isPair = next >= 2 && bytes[next - 1] == 0x0A && bytes[next - 2] == 0x0D
    return next - (isPair && next - 2 >= lines.starts[line] ? 2 : 1)
  }
}
