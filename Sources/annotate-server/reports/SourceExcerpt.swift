/// The line of a finding with a mark under what it is about, for a terminal. Of a long line, as the
/// paragraphs of articles are, the part about the finding is shown.
func sourceExcerpt(_ finding: LocatedFinding, isColored: Bool) -> String {
  let width = 100
  let line = finding.line.unicodeScalars
  let bytes = finding.line.utf8
  // By its offset, since a line may be the whole text and bear many findings.
  let place =
    bytes.index(
      bytes.startIndex, offsetBy: finding.lineOffset, limitedBy: bytes.endIndex) ?? bytes.endIndex
  // A third of the room stands before the finding, and more where less stands behind it.
  let behind = line[place...].prefix(width).count
  let lead = max(width / 3, width - behind)
  let first = line.index(place, offsetBy: -lead, limitedBy: line.startIndex) ?? line.startIndex
  let scalars = Array(line[first...].prefix(width))
  let start = line[first..<place].count
  let region = finding.region
  let length = region.endLine == region.startLine ? region.endColumn - region.startColumn : width
  let end = max(start, min(start + length, scalars.count))
  let number = "\(region.startLine)"
  let margin = String(repeating: " ", count: number.count)
  func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : scalars[range].map { printable($0) }.joined()
  }
  let opening = first > line.startIndex ? "…" : ""
  let isCut = line[first...].dropFirst(width).first != nil
  let excerpt = opening + text(scalars.indices) + (isCut ? "…" : "")
  let before = opening + text(0..<start)
  let marked = text(start..<end)
  let mark = "^" + String(repeating: "~", count: max(0, columns(marked) - 1))
  let indentation = before.map {
    $0 == "\t" ? "\t" : String(repeating: " ", count: columns("\($0)"))
  }
  let color = isColored ? ("\u{1B}[32m", "\u{1B}[0m") : ("", "")
  return
    "  \(number) | \(excerpt)\n  \(margin) | \(indentation.joined())\(color.0)\(mark)\(color.1)\n"
}

/// A character as it may be shown: a control character is its name.
private func printable(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x09: "\t"
  case 0..<0x20, 0x7F..<0xA0: "\u{FFFD}"
  default: String(scalar)
  }
}

/// The columns that a text takes on a terminal: two for wide characters, none for those that stand on
/// another.
private func columns(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { sum, scalar in
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return sum
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
      0x20000...0x3FFFD:
      return sum + 2
    default: return sum + 1
    }
  }
}
