import Annotator

/// A finding with its place as people count: lines and columns from 1, columns in code points.
struct LocatedFinding: Encodable, Sendable {
  /// A fix with its places.
  struct Repair: Encodable, Sendable {
    var title: String
    var edits: [Replacement]
  }

  /// A replacement of the code points from `start` to `end`.
  struct Replacement: Encodable, Sendable {
    var start: Int
    var end: Int
    var replacement: String
    /// The same place in lines and columns.
    var region: Region

    enum CodingKeys: CodingKey { case start, end, replacement }
  }

  /// A range in lines and columns.
  struct Region: Sendable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  var file: String
  var rule: String
  var severity: Severity
  var message: String
  /// The span in code points of the text.
  var start: Int
  var end: Int
  var region: Region
  var fix: Repair?
  /// The line it lies on, for formats that know a finding again by it.
  var line: String
  /// Where it begins in that line, in UTF-8 bytes.
  var lineOffset: Int

  enum CodingKeys: String, CodingKey {
    case file, rule, severity, message, start, end, line, column, endLine, endColumn, fix
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(rule, forKey: .rule)
    try container.encode(severity, forKey: .severity)
    try container.encode(message, forKey: .message)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try container.encode(region.startLine, forKey: .line)
    try container.encode(region.startColumn, forKey: .column)
    try container.encode(region.endLine, forKey: .endLine)
    try container.encode(region.endColumn, forKey: .endColumn)
    try container.encodeIfPresent(fix, forKey: .fix)
  }
}

/// Findings with their places.
func located(_ findings: [Finding], in text: SourceText, file: String) -> [LocatedFinding] {
  guard !findings.isEmpty else { return [] }
  var places = FindingPlaces(text)
  return findings.map { finding in
    let (start, end, region) = places.place(finding.range)
    let line = places.content(ofLine: region.startLine - 1)
    let fix = finding.fix.map { fix in
      LocatedFinding.Repair(
        title: fix.title,
        edits: fix.edits.map { edit in
          let (start, end, region) = places.place(edit.range)
          return .init(start: start, end: end, replacement: edit.replacement, region: region)
        })
    }
    return LocatedFinding(
      file: file, rule: finding.rule, severity: finding.severity, message: finding.message,
      start: start, end: end, region: region, fix: fix, line: line,
      lineOffset: finding.range.lowerBound - text.lines.starts[region.startLine - 1])
  }
}

/// Converts byte ranges to the places of findings. What was worked out for a line is kept, since a
/// line may be the whole text and bear many findings.
private struct FindingPlaces {
  private let text: SourceText
  private var points: Conversion
  private var lineStarts: [Int: Int] = [:]
  private var lastLine: (number: Int, content: String) = (-1, "")

  init(_ text: SourceText) {
    self.text = text
    points = Conversion(text, unit: .utf32)
  }

  mutating func place(_ range: ByteRange) -> (start: Int, end: Int, LocatedFinding.Region) {
    let start = points.count(from: 0, to: range.lowerBound)
    let (startLine, startColumn) = column(range.lowerBound, start)
    let end = points.count(from: 0, to: range.upperBound)
    let (endLine, endColumn) = column(range.upperBound, end)
    return (
      start, end,
      LocatedFinding.Region(
        startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn)
    )
  }

  /// The text of a line, counted from 0, without its ending. Findings on one line share it.
  mutating func content(ofLine line: Int) -> String {
    if lastLine.number != line {
      let bytes = text.bytes[text.lines.starts[line]..<text.endOfLine(line)]
      lastLine = (line, String(decoding: bytes, as: UTF8.self))
    }
    return lastLine.content
  }

  /// The line and column, from 1, of an offset with so many code points before it.
  private mutating func column(_ offset: Int, _ count: Int) -> (Int, Int) {
    let line = text.lines.line(at: offset)
    let start: Int
    if let known = lineStarts[line] {
      start = known
    } else {
      let bytes = text.bytes[text.lines.starts[line]..<offset]
      start = count - bytes.count { $0 & 0xC0 != 0x80 }
      lineStarts[line] = start
    }
    return (line + 1, count - start + 1)
  }
}
