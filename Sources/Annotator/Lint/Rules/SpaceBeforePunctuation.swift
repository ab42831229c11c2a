/// A comma, stop, colon, semicolon, exclamation or question mark follows its word without a blank.
/// The fix removes the blank, or puts it behind the mark where it was meant to be (`said ,but`).
///
///     The talks failed , he said.
///
/// No-break spaces, which French sets before some marks, are meant. So are blanks before an ellipsis
/// (`and …`, `and ...`) and before a mark that begins something: `.5`, `.NET`, `:)`, `!Kung`.
enum SpaceBeforePunctuation: PassageRule {
  static let id = "text/space-before-punctuation"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A blank stands between a word and the mark that follows it."

  static func findings(in passage: LintedPassage) -> [Finding] {
    let prose = passage.text.prose
    let bytes = prose.bytes
    var findings: [Finding] = []
    var i = 1
    while i < bytes.count {
      defer { i += 1 }
      guard isMark(bytes[i]), isBlank(bytes[i - 1]) else { continue }
      var start = i - 1
      while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
      guard start > 0, endsWord(start, in: bytes), prose.isVerbatim(start..<i + 1),
        let edits = edits(start..<i, in: bytes)
      else { continue }
      let mark = String(decoding: [bytes[i]], as: UTF8.self)
      findings.append(
        finding(
          start..<i + 1, "A blank stands before “\(mark)”. Remove it.",
          fix: Fix(title: "Remove the blank before “\(mark)”", edits: edits)))
    }
    return findings
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a word, or what closes behind one, ends at an offset.
  private static func endsWord(_ offset: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[offset - 1]
    if byte < 0x80 {
      return byte.isASCIILetter || byte.isASCIIDigit || ")]\"'%".utf8.contains(byte)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let scalar = bytes.scalar(at: bytes.scalarStart(before: offset)).scalar
      return scalar.properties.isAlphabetic || scalar == "”" || scalar == "’" || scalar == "»"
    }
  }

  /// What repairs the blanks before a mark; `nil` where they are right.
  private static func edits(_ blanks: Range<Int>, in bytes: [UInt8]) -> [Fix.Edit]? {
    let mark = blanks.upperBound
    let removal = Fix.Edit(range: blanks, replacement: "")
    // Runs of marks: "no ?!" is a mistake, " ..." and " . . ." are ellipses.
    var next = mark + 1
    while next < bytes.count, isMark(bytes[next]) { next += 1 }
    if next > mark + 1 {
      return bytes[mark..<next].contains { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
        && isEnd(next, behind: mark, in: bytes) ? [removal] : nil
    }
    if isSpacedEllipsis(mark, in: bytes) { return nil }
    if isEnd(next, behind: mark, in: bytes) { return [removal] }
    // Only a comma or semicolon begins nothing.
    guard bytes[mark] == UInt8(ascii: ",") || bytes[mark] == UInt8(ascii: ";"),
      bytes[next].isASCIILetter, next + 1 < bytes.count, bytes[next + 1].isASCIILetter
    else { return nil }
    return [removal, Fix.Edit(range: next..<next, replacement: " ")]
  }

  /// Whether a mark ends at an offset: a blank or something that closes follows.
  private static func isEnd(_ offset: Int, behind mark: Int, in bytes: [UInt8]) -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    if byte <= 0x20 || byte == UInt8(ascii: "\"") { return true }
    // ":)" and ";)" smile.
    if ")]'".utf8.contains(byte) {
      return bytes[mark] != UInt8(ascii: ":") && bytes[mark] != UInt8(ascii: ";")
    }
    // “’” and “”” alone among the characters beyond ASCII close.
    guard byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return false }
    return bytes[offset + 2] == 0x99 || bytes[offset + 2] == 0x9D
  }

  /// Whether a stop is one of several with blanks between them.
  private static func isSpacedEllipsis(_ stop: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[stop] == UInt8(ascii: ".") else { return false }
    let isFollowed =
      stop + 2 < bytes.count && isBlank(bytes[stop + 1]) && bytes[stop + 2] == UInt8(ascii: ".")
    let isPreceded = stop >= 2 && bytes[stop - 2] == UInt8(ascii: ".")
    return isFollowed || isPreceded
  }
}
