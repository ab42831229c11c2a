import LanguageServerProtocol

/// Every option in a paragraph of its own, for a terminal.
func optionList() -> String {
  rows(optionTable, below: "").map { row in
    let standard = row.standard.isEmpty ? "" : ", by default \(row.standard)"
    return "\(row.name): \(row.value)\(standard)\n    \(row.summary)\n"
  }.joined()
}

/// The options as a table of Markdown, as the README has it.
func optionTableOfMarkdown() -> String {
  let lines = rows(optionTable, below: "").map { row in
    let standard = row.standard.isEmpty ? "" : "`\(row.standard)`"
    return "| `\(row.name)` | \(row.value) | \(standard) | \(row.summary) |\n"
  }
  return "| option | value | default | meaning |\n| --- | --- | --- | --- |\n" + lines.joined()
}

/// What readers see of an option.
private struct OptionRow {
  var name: String
  var value: String
  var standard: String
  var summary: String
}

/// The options, each before those inside it.
private func rows(_ options: [OptionDescription], below path: String) -> [OptionRow] {
  options.flatMap { option -> [OptionRow] in
    let name = path + option.name
    // A group is nothing without its members, which tell enough.
    if case .group(let members) = option.shape { return rows(members, below: name + ".") }
    let row = OptionRow(
      name: name, value: option.shape.word,
      standard: option.standard.map { json($0) } ?? "", summary: option.summary)
    guard case .names(let members) = option.shape else { return [row] }
    return [row] + rows(members, below: name + "[].")
  }
}

extension OptionShape {
  /// What a value is, in a few words.
  fileprivate var word: String {
    switch self {
    case .text: "string"
    case .choice(let words): words.joined(separator: ", ")
    case .flag: "true, false"
    case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .texts: "array of strings"
    case .names: "array of objects"
    case .group: "object"
    case .rules(let words): "object of \(words.joined(separator: ", "))"
    }
  }
}
