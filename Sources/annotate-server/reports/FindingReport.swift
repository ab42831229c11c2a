import Annotator

/// A format for findings.
enum FindingFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github, checkstyle
}

/// How the text format looks.
struct FindingStyle: Sendable {
  /// Whether to use the terminal's colours.
  var isColored = false
  /// Whether to show the line of each finding.
  var showsSource = false
}

/// Findings in a format.
///
/// - Parameter failures: what kept files from being read; SARIF has a place for it.
func report(
  _ findings: [LocatedFinding], _ format: FindingFormat, _ style: FindingStyle,
  failures: [InputError]
) -> String {
  switch format {
  case .text: findings.map { textLine($0, style) }.joined()
  case .json: json(findings, pretty: true) + "\n"
  case .sarif: json(SARIFLog(findings, failures), pretty: true) + "\n"
  case .github: findings.map(workflowCommand).joined()
  case .checkstyle: checkstyle(findings)
  }
}

/// `FILE:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`, with the line below it where it is to be shown.
private func textLine(_ finding: LocatedFinding, _ style: FindingStyle) -> String {
  func colored(_ text: String, _ code: String) -> String {
    style.isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
  let color =
    switch finding.severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    }
  let place = "\(finding.file):\(finding.region.startLine):\(finding.region.startColumn):"
  let line =
    "\(colored(place, "1")) \(colored(finding.severity.rawValue + ":", color)) "
    + "\(finding.message) \(colored("[\(finding.rule)]", "2"))\n"
  return style.showsSource ? line + sourceExcerpt(finding, isColored: style.isColored) : line
}

/// A line that GitHub's runners make an annotation of.
private func workflowCommand(_ finding: LocatedFinding) -> String {
  let command =
    switch finding.severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }
  func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
  let region = finding.region
  // Columns only count there where a finding ends in the line in which it begins.
  let columns =
    region.endLine == region.startLine
    ? ",col=\(region.startColumn),endColumn=\(region.endColumn)" : ""
  return "::\(command) file=\(property(finding.file)),line=\(region.startLine),"
    + "endLine=\(region.endLine)\(columns),title=\(property(finding.rule))::"
    + "\(escaped(finding.message))\n"
}

/// The XML of Checkstyle, which many runners read.
private func checkstyle(_ findings: [LocatedFinding]) -> String {
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n"
  var file: String?
  for finding in findings {
    if finding.file != file {
      if file != nil { text += "  </file>\n" }
      text += "  <file name=\"\(xml(finding.file))\">\n"
      file = finding.file
    }
    text +=
      "    <error line=\"\(finding.region.startLine)\" column=\"\(finding.region.startColumn)\" "
      + "severity=\"\(finding.severity.rawValue)\" message=\"\(xml(finding.message))\" "
      + "source=\"annotate-server.\(xml(finding.rule))\"/>\n"
  }
  if file != nil { text += "  </file>\n" }
  return text + "</checkstyle>\n"
}

/// Text as it stands in an attribute of XML 1.0, which has no control characters.
private func xml(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += "&#\(scalar.value);"
    case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
