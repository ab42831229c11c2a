/// The difference of two texts as `diff -u` and `patch` have it; empty where there is none. A last
/// line without an ending is marked as such.
func unifiedDiff(_ old: [UInt8], _ new: [UInt8], file: String) -> String {
  guard old != new else { return "" }
  let (a, b) = (diffLines(old), diffLines(new))
  let steps = diffSteps(a, b)
  var text = "--- a/\(file)\n+++ b/\(file)\n"
  for hunk in hunks(steps) {
    let part = steps[hunk]
    let before = part.count { $0.old != nil }
    let after = part.count { $0.new != nil }
    // An empty side names the line before it.
    let first = steps[..<hunk.lowerBound]
    let oldStart = first.count { $0.old != nil } + (before > 0 ? 1 : 0)
    let newStart = first.count { $0.new != nil } + (after > 0 ? 1 : 0)
    text += "@@ -\(oldStart),\(before) +\(newStart),\(after) @@\n"
    for step in part {
      let sign = step.old == nil ? "+" : step.new == nil ? "-" : " "
      let line = step.old.map { a[$0] } ?? step.new.map { b[$0] } ?? []
      text += sign + String(decoding: line, as: UTF8.self)
      if line.last != 0x0A { text += "\n\\ No newline at end of file\n" }
    }
  }
  return text
}

/// A line of either text or of both, by its number.
private struct DiffStep {
  var old: Int?
  var new: Int?
}

/// The lines with their endings.
private func diffLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for i in bytes.indices where bytes[i] == 0x0A {
    lines.append(bytes[start...i])
    start = i + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

/// The steps from one text to the other. What differs in too many lines is taken out and put in as a
/// whole, since the shortest way would cost the square of it.
private func diffSteps(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [DiffStep] {
  var head = 0
  while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
  var tail = 0
  while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
    tail += 1
  }
  let (oldMiddle, newMiddle) = (head..<a.count - tail, head..<b.count - tail)
  var removed = Set(oldMiddle)
  var inserted = Set(newMiddle)
  if max(oldMiddle.count, newMiddle.count) <= 2000 {
    let difference = b[newMiddle].difference(from: a[oldMiddle])
    removed = Set(difference.removals.map { head + offset($0) })
    inserted = Set(difference.insertions.map { head + offset($0) })
  }
  var steps: [DiffStep] = []
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    if i < a.count, removed.contains(i) {
      steps.append(DiffStep(old: i, new: nil))
      i += 1
    } else if j < b.count, inserted.contains(j) {
      steps.append(DiffStep(old: nil, new: j))
      j += 1
    } else {
      steps.append(DiffStep(old: i, new: j))
      i += 1
      j += 1
    }
  }
  return steps
}

private func offset(_ change: CollectionDifference<ArraySlice<UInt8>>.Change) -> Int {
  switch change {
  case .insert(let offset, _, _), .remove(let offset, _, _): offset
  }
}

/// The stretches of steps with changes, each with three common lines about it.
private func hunks(_ steps: [DiffStep]) -> [Range<Int>] {
  var hunks: [Range<Int>] = []
  for (index, step) in steps.enumerated() where step.old == nil || step.new == nil {
    let range = max(0, index - 3)..<min(steps.count, index + 4)
    if let last = hunks.last, last.upperBound >= range.lowerBound {
      hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
    } else {
      hunks.append(range)
    }
  }
  return hunks
}
