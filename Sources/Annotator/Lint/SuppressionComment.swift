/// A comment that silences rules, alone on its line.
struct SuppressionComment {
  /// What it orders.
  enum Order: String {
    case disable = "annotate-disable"
    case enable = "annotate-enable"
    case disableNextLine = "annotate-disable-next-line"
  }

  /// What it orders.
  var order: Order
  /// The rules and groups that it names; `*` where it names none.
  var rules: [Substring]

  /// The comment that a line is, if it is one.
  init?(_ line: ArraySlice<UInt8>) {
    // Few lines begin with a tag: the others are told by one byte.
    guard let first = line.first(where: { !ASCII.isBlank($0) }), first == ASCII.less else {
      return nil
    }
    let text = String(decoding: line, as: UTF8.self)
    let words = text.replacingMarks().split(whereSeparator: \.isWhitespace)
    guard words.count >= 3, words.first == "<!--", words.last == "-->",
      let order = Order(rawValue: String(words[1])), !words[2..<words.count - 1].contains("-->")
    else { return nil }
    self.order = order
    rules = words.count == 3 ? ["*"] : Array(words[2..<words.count - 1])
  }

  /// The comment as it is written.
  var text: String {
    "<!-- \(order.rawValue) \(rules.joined(separator: " ")) -->"
  }
}

extension String {
  /// The string with blanks about its first `<!--` and its last `-->`, where they are its ends.
  fileprivate func replacingMarks() -> String {
    let trimmed = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard trimmed.hasPrefix("<!--"), trimmed.hasSuffix("-->"), trimmed.utf8.count >= 7 else {
      return ""
    }
    return "<!-- \(trimmed.dropFirst(4).dropLast(3)) -->"
  }
}
