/// A page of HTML, read strictly enough to see whether tags are balanced and text is escaped.
struct HTMLPage {
  /// What is wrong with it.
  private(set) var problems: [String] = []
  /// The names of its elements.
  private(set) var names: Set<String> = []
  /// Its text, without what `style` holds.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "br", "img", "link"]
  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]

  init(_ source: String) {
    var rest = Substring(source)
    var open: [String] = []
    if rest.hasPrefix("<!DOCTYPE html>") {
      rest.removeFirst("<!DOCTYPE html>".count)
    } else {
      problems.append("no doctype")
    }
    while let mark = rest.firstIndex(of: "<") {
      read(rest[..<mark], in: open.last)
      guard let end = rest[mark...].firstIndex(of: ">") else {
        problems.append("a tag has no end: \(rest[mark...].prefix(40))")
        return
      }
      let tag = rest[rest.index(after: mark)..<end]
      rest = rest[rest.index(after: end)...]
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " })
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
        problems.append("no tag: \(tag.prefix(40))")
        continue
      }
      if tag.hasPrefix("/") {
        if open.popLast() != name { problems.append("</\(name)> closes nothing") }
        continue
      }
      names.insert(name)
      checkAttributes(tag.dropFirst(name.count))
      if !Self.void.contains(name) { open.append(name) }
    }
    read(rest, in: open.last)
    problems += open.map { "<\($0)> is open" }
  }

  private mutating func checkAttributes(_ attributes: Substring) {
    let quotes = attributes.count { $0 == "\"" }
    if quotes % 2 != 0 || attributes.contains("<") {
      problems.append("attributes: \(attributes)")
    }
    _ = decoded(attributes)
  }

  private mutating func read(_ run: Substring, in element: String?) {
    guard element != "style" else { return }
    text += decoded(run)
    if run.contains(">") { problems.append("a bare > in \(run.prefix(40))") }
  }

  private mutating func decoded(_ run: Substring) -> String {
    var parts = run.split(separator: "&", omittingEmptySubsequences: false)
    var text = String(parts.removeFirst())
    for part in parts {
      let name = String(part.prefix { $0 != ";" })
      guard let character = Self.references[name], name.count < part.count else {
        problems.append("a bare & before \(part.prefix(20))")
        continue
      }
      text += character + part.dropFirst(name.count + 1)
    }
    return text
  }
}
