import LanguageServerProtocol

/// A text with a cursor, drawn as `‸`, open in a client of its own.
struct MarkedArticle {
  let text: String
  /// Where the cursor stands, in UTF-16 columns.
  let cursor: JSONValue
  let client: TestClient

  init(_ marked: String, capabilities: JSONValue = [:], options: JSONValue = .null) async {
    let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    text = parts.joined()
    let before = parts[0]
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    cursor = [
      "line": .integer(line.count - 1), "character": .integer(line.last?.utf16.count ?? 0),
    ]
    client = await TestClient.started(capabilities: capabilities, options: options)
    await client.open(text)
  }

  /// The result of a request about the cursor's place.
  func ask(_ method: String, _ more: [String: JSONValue] = [:]) async -> JSONValue? {
    let own: [String: JSONValue] = ["textDocument": document(), "position": cursor]
    return await client.request(method, .object(own.merging(more) { $1 }))["result"]
  }

  /// A range of one line as the words there behind the number of their line.
  func words(_ range: JSONValue?) -> String {
    guard case .integer(let line)? = range?["start"]?["line"],
      case .integer(let start)? = range?["start"]?["character"],
      case .integer(let end)? = range?["end"]?["character"],
      case .integer(let last)? = range?["end"]?["line"]
    else { return "no range" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard last == line else { return "\(line)–\(last)" }
    let units = Array(lines[line].utf16)
    return "\(line) " + String(decoding: units[start..<end], as: UTF16.self)
  }

  /// The text after the edits that a result holds, which must not overlap.
  func applying(_ edits: [JSONValue]) -> String {
    let starts = edits.map { edit -> (line: Int, start: Int, end: Int, text: String) in
      guard case .integer(let line)? = edit["range"]?["start"]?["line"],
        case .integer(let start)? = edit["range"]?["start"]?["character"],
        case .integer(let end)? = edit["range"]?["end"]?["character"],
        case .string(let text)? = edit["newText"]
      else { return (0, 0, 0, "no edit") }
      return (line, start, end, text)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf16)
    }
    for edit in starts.sorted(by: { ($0.line, $0.start) > ($1.line, $1.start) }) {
      lines[edit.line].replaceSubrange(edit.start..<edit.end, with: edit.text.utf16)
    }
    return lines.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "\n")
  }
}
