import Annotator
import LanguageServerProtocol

/// The text of a file of options, with what it sets and what is wrong with it.
struct ConfigurationText: Sendable {
  /// The text.
  let bytes: [UInt8]
  /// Its value with the places of everything in it; `nil` where it is no JSON.
  let root: JSONNode?
  /// What it sets: nothing where it is no JSON.
  let options: CheckedOptions
  /// What is wrong with it, in text order.
  let findings: [Finding]

  /// Reads a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let text = JSONText(bytes)
    root = text.root
    guard let root = text.root else {
      options = CheckedOptions()
      findings = [
        ConfigurationText.finding(
          ConfigurationText.rest(of: bytes, from: text.failure ?? 0),
          ConfigurationText.explanation(of: text.failure ?? 0, in: bytes), severity: .error)
      ]
      return
    }
    options = CheckedOptions(root.value)
    let problems = options.problems.map { problem in
      let place = root.find(problem.path[...])
      let range = (problem.isName ? place?.name : nil) ?? place?.value ?? root.range
      let fix = problem.suggestion.map {
        Fix(title: "Write “\($0)”", edits: [.init(range: range, replacement: "\"\($0)\"")])
      }
      return ConfigurationText.finding(range, problem.message, fix: fix)
    }
    findings = (problems + ConfigurationText.repetitions(root)).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// Members that stand twice in one object.
  private static func repetitions(_ node: JSONNode) -> [Finding] {
    var seen: Set<String> = []
    var found: [Finding] = []
    for member in node.members.reversed() {
      if !seen.insert(member.name).inserted {
        found.append(
          finding(member.nameRange, "“\(member.name)” stands here twice; only the last one counts"))
      }
      found += repetitions(member.node)
    }
    return found + node.elements.flatMap(repetitions)
  }

  private static func finding(
    _ range: ByteRange, _ message: String, severity: Severity = .warning, fix: Fix? = nil
  ) -> Finding {
    Finding(rule: "configuration", severity: severity, range: range, message: message, fix: fix)
  }

  /// From an offset to the end of its line, or of the text before it where nothing is there.
  private static func rest(of bytes: [UInt8], from offset: Int) -> ByteRange {
    let end = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    return offset..<end
  }

  private static func explanation(of offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes[..<offset].last { $0 > 0x20 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "/") { return "JSON has no comments" }
    if before == UInt8(ascii: ","), offset < bytes.count, "]}".utf8.contains(bytes[offset]) {
      return "JSON has no comma behind the last member"
    }
    return "this is no JSON; the options are an object such as {\"rules\": {}}"
  }
}
