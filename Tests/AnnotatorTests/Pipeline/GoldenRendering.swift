@testable import Annotator

/// An analysis as a text for people to read and to compare: every passage with carets and labels
/// under its lines, then the chains and the claims.
func goldenText(_ analysis: Analysis) -> String {
  let found = analysis.annotations
  var lines: [String] = []
  for passage in analysis.article.passages {
    lines.append("[\(passage.isQuoted ? "quoted " : "")\(passage.role)]")
    let marks = marks(of: found, in: passage)
    for row in wrapped(Array(passage.prose.string)) { lines += drawn(row.text, row.range, marks) }
    lines.append("")
  }
  lines.append("[chains]")
  for (index, chain) in found.chains.enumerated() {
    let mentions = chain.mentions.map { analysis.visibleText(found.entities[$0].range) }
    let role = chain.role.map { " (\($0))" } ?? ""
    lines.append("x\(index + 1) \(chain.type.rawValue) \(chain.name)\(role)")
    lines.append("   \(mentions.joined(separator: " | "))")
  }
  lines += ["", "[claims]"]
  for (index, claim) in found.claims.enumerated() {
    func add(_ name: String, _ spans: [ByteRange], _ note: String = "") {
      let words = spans.isEmpty ? "—" : spans.map(analysis.visibleText).joined(separator: " … ")
      lines.append("   \(name) \(words)\(note)")
    }
    let fields = [
      claim.form.rawValue, claim.kind.rawValue, claim.polarity.rawValue, claim.certainty.rawValue,
    ]
    lines.append("c\(index + 1) \(fields.joined(separator: ", "))")
    add("source ", claim.source, claim.sourceChain.map { " = x\($0 + 1)" } ?? "")
    add("cue    ", claim.cue)
    add("content", claim.content)
  }
  return lines.map { $0 + "\n" }.joined()
}

/// An annotation under a passage: characters of its prose, and what to say of them.
private struct Mark {
  var range: Range<Int>
  var label: String
}

/// The entities of a passage in text order.
private func marks(of found: Annotations, in passage: Passage) -> [Mark] {
  // For each character, where it begins in the source.
  var starts: [Int] = []
  var offset = 0
  for character in passage.prose.string {
    let next = offset + character.utf8.count
    starts.append(
      passage.prose.sourceRange(offset..<next).lowerBound + passage.range.lowerBound)
    offset = next
  }
  return found.entities.compactMap { entity in
    guard let first = starts.firstIndex(of: entity.range.lowerBound) else { return nil }
    let end = starts[first...].firstIndex { $0 >= entity.range.upperBound } ?? starts.count
    let kind = entity.mention == .name ? "" : " \(entity.mention.rawValue)"
    let notes = [entity.chain.map { "x\($0 + 1)" }, entity.value].compactMap { $0 }.map { " \($0)" }
    return Mark(
      range: first..<end, label: "\(entity.type.rawValue)\(kind)\(notes.joined())")
  }
}

/// Lines of at most 96 characters, cut at blanks; a longer word has a line of its own.
private func wrapped(_ text: [Character]) -> [(text: [Character], range: Range<Int>)] {
  var rows: [(text: [Character], range: Range<Int>)] = []
  var start = 0
  while start < text.count {
    var end = text[start...].firstIndex(of: "\n") ?? text.count
    if end - start > 96 {
      end =
        text[start...start + 96].lastIndex(of: " ") ?? text[start..<end].firstIndex(of: " ") ?? end
    }
    rows.append((Array(text[start..<end]), start..<end))
    start = end + 1
  }
  return rows
}

/// A line of a passage, and below it carets with their labels, in as many lines as they need.
private func drawn(_ text: [Character], _ range: Range<Int>, _ marks: [Mark]) -> [String] {
  var rows: [[Character]] = []
  for mark in marks where mark.range.overlaps(range) {
    let place = mark.range.clamped(to: range)
    let column = place.lowerBound - range.lowerBound
    let label = mark.range.lowerBound < range.lowerBound ? "…" : " \(mark.label)"
    let row = rows.firstIndex { $0.count < column } ?? rows.count
    if row == rows.count { rows.append([]) }
    rows[row] += String(repeating: " ", count: column - rows[row].count)
    rows[row] += String(repeating: "^", count: place.count) + label
  }
  return [String(text)] + rows.map { String($0) }
}

/// What a golden file and a new text do not have in common, shortly.
func difference(from old: String, to new: String) -> String {
  let (old, new) = (
    old.split(separator: "\n", omittingEmptySubsequences: false),
    new.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let changes = new.difference(from: old).map { change in
    switch change {
    case .remove(let line, let text, _): (line: line + 1, text: "- \(line + 1): \(text)")
    case .insert(let line, let text, _): (line: line + 1, text: "+ \(line + 1): \(text)")
    }
  }
  let shown = changes.sorted { $0.line < $1.line }.prefix(20).map(\.text)
  let rest = changes.count > shown.count ? ["(and \(changes.count - shown.count) more)"] : []
  return (shown + rest).joined(separator: "\n")
}
