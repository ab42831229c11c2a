/// Control characters but for tabs and line ends have no meaning in an article; most come from a
/// text that was read in the wrong encoding, or from a word processor's own line breaks.
///
///     He said \u{93}no\u{94}.       (meant: He said “no”.)
///
/// The fix puts in what Windows-1252 has at the place of a C1 control, since that is what was meant;
/// it makes a blank of a vertical tab or form feed between words, and removes all others. Controls
/// of a misread sequence are left to `text/mojibake`, which knows the whole of it. Each line has one
/// finding, on its first control.
enum ControlCharacter: ArticleRule {
  static let id = "text/control-character"
  static let defaultSeverity = Severity.error
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A control character other than a tab or line end stands in the text."

  static func findings(in article: LintedArticle) -> [Finding] {
    article.charactersByLine { scalar, _, _ in isControl(scalar) }.compactMap { line in
      let controls = notMisread(line, in: article.text)
      guard let first = controls.first else { return nil }
      let edits = controls.map {
        Fix.Edit(range: $0.range, replacement: replacement($0, in: article.text.bytes))
      }
      let isKept = edits.contains { !$0.replacement.isEmpty }
      return finding(
        first.range,
        controls.count == 1
          ? "The control character \(name(first.scalar)) stands here. "
            + (isKept ? "Put in “\(edits[0].replacement)”." : "Remove it.")
          : "The line holds \(controls.count) control characters, the first \(name(first.scalar))."
            + " Remove them, or put in what was meant.",
        fix: Fix(
          title: isKept ? "Put in what the control stands for" : "Remove the control characters",
          edits: edits))
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }

  /// The controls of a line that are no part of a misread sequence.
  private static func notMisread(
    _ controls: [UnwantedCharacter], in text: SourceText
  ) -> [UnwantedCharacter] {
    guard let first = controls.first(where: { $0.scalar.value >= 0x80 }) else { return controls }
    let line = text.contentRange(ofLine: text.lines.line(at: first.range.lowerBound))
    let runs = misreadRuns(in: Array(text.bytes[line]))
    guard !runs.isEmpty else { return controls }
    return controls.filter { control in
      let offset = control.range.lowerBound - line.lowerBound
      let run = runs.partitioningIndex { $0.range.lowerBound > offset } - 1
      return run < 0 || !runs[run].range.contains(offset)
    }
  }

  private static func replacement(_ control: UnwantedCharacter, in bytes: [UInt8]) -> String {
    switch control.scalar.value {
    case 0x80...0x9F:
      return windows1252Character(UInt8(control.scalar.value)).map(String.init) ?? ""
    case 0x0B, 0x0C:
      func isBlank(_ offset: Int) -> Bool {
        !bytes.indices.contains(offset) || bytes[offset] <= 0x20
      }
      return isBlank(control.range.lowerBound - 1) || isBlank(control.range.upperBound) ? "" : " "
    default: return ""
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
