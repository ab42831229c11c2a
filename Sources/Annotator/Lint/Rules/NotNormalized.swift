/// The same letter can be written as one character (`é`) or as a letter and an accent that combines
/// with it. Unicode's form NFC is what the web uses; in another form words are not found by a search
/// and sort apart. It comes of names of files and of text copied from PDF. The fix writes the line's
/// words in NFC, which looks the same.
///
///     cafe + U+0301      (in NFC: café)
///
/// Each line has one finding, on its first such word.
enum NotNormalized: TextRule {
  static let id = "text/not-normalized"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A line is not in Unicode's form NFC."

  static func findings(in prose: Prose) -> [Finding] {
    let bytes = prose.bytes
    guard bytes.contains(where: { $0 >= 0xCC }) else { return [] }
    var findings: [Finding] = []
    var edits: [Fix.Edit] = []
    func endLine() {
      guard let first = edits.first else { return }
      findings.append(
        finding(
          first.range,
          "“\(first.replacement)” is written with characters that are not in Unicode's form NFC. "
            + "Write it in NFC, which looks the same.",
          fix: Fix(title: "Write the line in NFC", edits: edits)))
      edits = []
    }
    var start = 0
    var isSuspect = false
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x0A
      if byte > 0x20 {
        if byte >= 0xCC, !isSuspect { isSuspect = mayBeDenormal(i, in: bytes) }
        continue
      }
      if isSuspect {
        let word = trimmed(start..<i, in: bytes)
        if let normal = normalized(bytes[word]) {
          edits.append(Fix.Edit(range: word, replacement: normal))
        }
      }
      start = i + 1
      isSuspect = false
      if byte == 0x0A { endLine() }
    }
    return findings
  }

  /// Whether the character at an offset may change in NFC. All below U+0300 are as they should be,
  /// and so are dashes, quotation marks, signs of currency and the like, but for two spaces.
  private static func mayBeDenormal(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count else { return bytes[offset] >= 0xCC }
    switch bytes[offset + 1] {
    case 0x80: return bytes[offset + 2] <= 0x81
    case 0x81, 0x82, 0x83: return false
    default: return true
    }
  }

  /// A word without the ASCII punctuation at its ends.
  private static func trimmed(_ word: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func isMark(_ byte: UInt8) -> Bool {
      byte < 0x80 && !byte.isASCIILetter && !byte.isASCIIDigit
    }
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, isMark(bytes[start]) { start += 1 }
    while end > start, isMark(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// A word in NFC; `nil` where it is that already.
  private static func normalized(_ word: ArraySlice<UInt8>) -> String? {
    // The standard library's own comparison of strings rests on this property. There is no other
    // way to NFC without the whole of Foundation, which is four times the size of this program.
    let normal = String(decoding: word, as: UTF8.self)._nfcCodeUnits
    return normal.elementsEqual(word) ? nil : String(decoding: normal, as: UTF8.self)
  }
}
