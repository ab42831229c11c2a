/// Between two words of a line stands one blank. The fix makes one of several.
///
///     The  port      (meant: The port)
///
/// Indentation, the ends of lines, tables and code are left alone. Each line has one finding, on its
/// first doubled blank, and the fix repairs the whole line.
enum SpaceDoubled: PassageRule {
  static let id = "text/space-doubled"
  static let defaultSeverity = Severity.info
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "Two or more blanks stand between two words of a line."

  static func findings(in passage: LintedPassage) -> [Finding] {
    let prose = passage.text.prose
    guard passage.role != .tableCell, mayHaveDoubledBlanks(prose.bytes) else { return [] }
    var findings: [Finding] = []
    var edits: [Fix.Edit] = []
    func endLine() {
      guard let first = edits.first else { return }
      findings.append(
        finding(
          first.range, "Two or more blanks stand between words. One is enough.",
          fix: Fix(title: "Leave one blank", edits: edits)))
      edits = []
    }
    let bytes = prose.bytes
    var i = 0
    var hasWord = false
    while i < bytes.count {
      if bytes[i] == 0x0A {
        endLine()
        hasWord = false
        i += 1
        continue
      }
      let end = blanksEnd(from: i, in: bytes)
      guard end > i else {
        hasWord = true
        i += 1
        continue
      }
      let run = i..<end
      i = end
      let isInside = hasWord && end < bytes.count && bytes[end] != 0x0A
      // Between two blanks may stand what nobody reads: code, a comment.
      guard isInside, run.count > 1, prose.isVerbatim(run) else { continue }
      // A no-break space, of two bytes, is no doubled blank by itself, and stays.
      let plain = bytes[run].count { $0 == 0x20 || $0 == 0x09 }
      let isNoBreak = plain < run.count
      guard plain >= (isNoBreak ? 1 : 2) else { continue }
      edits.append(Fix.Edit(range: run, replacement: isNoBreak ? "\u{A0}" : " "))
    }
    endLine()
    return findings
  }

  /// Whether two bytes of blanks stand together: in most passages none do.
  private static func mayHaveDoubledBlanks(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var isBehindBlank = false
      for byte in bytes {
        // The last byte of a no-break space begins and ends a blank.
        let isBlank = byte == 0x20 || byte == 0x09 || byte == 0xA0
        if isBehindBlank, isBlank || byte == 0xC2 { return true }
        isBehindBlank = isBlank
      }
      return false
    }
  }

  /// The end of the spaces, tabs and no-break spaces that begin at an offset.
  private static func blanksEnd(from start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == 0x20 || bytes[end] == 0x09 {
        end += 1
      } else if bytes[end] == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xA0 {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}
