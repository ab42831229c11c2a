import LanguageServerProtocol
import Testing

/// A semantic token, as a client reads it: without the product's code.
struct ReadToken: Hashable {
  var line: Int
  var column: Int
  var length: Int
  var type: String
  var modifiers: Set<String>
  /// The text under it.
  var text: String
}

/// The numbers of an answer.
func numbers(_ value: JSONValue?) -> [Int] {
  elements(value).compactMap { if case .integer(let number) = $0 { number } else { nil } }
}

/// Reads an answer's numbers as tokens over a text, in UTF-16 columns, and checks that they are in
/// order, do not overlap and stay in their lines.
func readTokens(
  _ data: [Int], of text: String, legend: JSONValue?,
  sourceLocation: SourceLocation = #_sourceLocation
) -> [ReadToken] {
  func names(_ key: String) -> [String] {
    elements(legend?[key]).compactMap { if case .string(let name) = $0 { name } else { nil } }
  }
  let types = names("tokenTypes")
  let modifiers = names("tokenModifiers")
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
    Array($0.utf16)
  }
  #expect(data.count % 5 == 0, sourceLocation: sourceLocation)
  var tokens: [ReadToken] = []
  var (line, column, end) = (0, 0, 0)
  for start in stride(from: 0, to: data.count - data.count % 5, by: 5) {
    let deltaLine = data[start]
    if deltaLine > 0 { (column, end) = (0, 0) }
    line += deltaLine
    column += data[start + 1]
    let length = data[start + 2]
    let isSound =
      length > 0 && column >= end && line < lines.count && column + length <= lines[line].count
      && types.indices.contains(data[start + 3]) && data[start + 4] < 1 << modifiers.count
    #expect(
      isSound, "token \(start / 5) at \(line):\(column), \(length) long",
      sourceLocation: sourceLocation)
    guard isSound else { return tokens }
    end = column + length
    tokens.append(
      ReadToken(
        line: line, column: column, length: length, type: types[data[start + 3]],
        modifiers: Set(
          modifiers.indices.filter { data[start + 4] >> $0 & 1 == 1 }.map { modifiers[$0] }),
        text: String(decoding: lines[line][column..<end], as: UTF16.self)))
  }
  return tokens
}
