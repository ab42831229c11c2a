import Annotator
import LanguageServerProtocol

/// What of an article can be folded: its sections, the lines of its head, and every block of more
/// than one line.
func foldingRanges(_ snapshot: Snapshot) -> [FoldingRange] {
  let lines = snapshot.text.lines
  func line(_ offset: Int) -> Int { lines.line(at: offset) }
  var folds: [FoldingRange] = []
  func fold(_ range: ByteRange, _ kind: FoldingRangeKind?) {
    let (start, end) = (line(range.lowerBound), line(range.upperBound))
    if end > start { folds.append(FoldingRange(startLine: start, endLine: end, kind: kind)) }
  }
  for section in sections(of: snapshot) { fold(section, nil) }
  let head = snapshot.analysis.article.head
  let parts = [head.publisher, head.date, head.url, head.author].compactMap { $0?.range }
  if let start = parts.map(\.lowerBound).min(), let end = parts.map(\.upperBound).max() {
    fold(start..<end, .region)
  }
  for block in snapshot.analysis.article.tree.blocks {
    switch block.kind {
    case .paragraph, .quote, .list, .item, .fencedCode, .indentedCode, .table:
      fold(block.range, nil)
    case .html(let condition): fold(block.range, condition == 2 ? .comment : nil)
    case .document, .heading, .thematicBreak, .definition, .tableRow, .tableCell: break
    }
  }
  // Of folds that begin on one line the editor can offer one only: the widest.
  folds.sort { ($0.startLine, $1.endLine) < ($1.startLine, $0.endLine) }
  var result: [FoldingRange] = []
  for fold in folds where result.last?.startLine != fold.startLine { result.append(fold) }
  if let limit = snapshot.client.foldLimit, result.count > limit {
    result.sort { $0.endLine - $0.startLine > $1.endLine - $1.startLine }
    result = result.prefix(max(0, limit)).sorted { $0.startLine < $1.startLine }
  }
  return result
}

/// The sections of an article: each heading with what stands below it, up to the next heading of its
/// level or above, without the blank lines at the end.
func sections(of snapshot: Snapshot) -> [ByteRange] {
  var sections: [ByteRange] = []
  var open: [(level: Int, start: Int)] = []
  var end = 0
  func close(downTo level: Int) {
    while let last = open.last, last.level >= level {
      sections.append(last.start..<max(end, last.start))
      open.removeLast()
    }
  }
  for block in snapshot.analysis.article.tree.blocks where block.parent >= 0 {
    if case .heading(let level, _) = block.kind {
      close(downTo: level)
      open.append((level, block.range.lowerBound))
    }
    end = max(end, block.range.upperBound)
  }
  close(downTo: 0)
  return sections
}
