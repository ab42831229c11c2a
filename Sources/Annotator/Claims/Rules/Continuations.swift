/// Gives quotations that no report of their own sentence takes to the claim that they go on with:
/// `"…," he said. "…"`, and the paragraphs of one quotation.
func continueQuotations(
  _ reports: inout [Report], _ outlines: [Outline], _ passages: [PassageOutline]
) {
  var byOutline: [Int: [Int]] = [:]
  for (index, report) in reports.enumerated() {
    byOutline[report.outline, default: []].append(index)
  }
  // The report whose content the last quotation was.
  var last: Int?
  var lastOutline = -1
  var waiting: [(outline: Int, elements: Range<Int>)] = []
  for (index, outline) in outlines.enumerated() {
    let quotations = passages[outline.passage].quotations
    let own = (byOutline[index] ?? []).filter { report in
      reports[report].content.contains { range in
        range.contains { outline.quotation($0) != nil }
      }
    }
    for at in outline.elements.indices {
      guard let number = outline.quotation(at) else { continue }
      let quotation = quotations[number]
      let taker = own.first { report in reports[report].content.contains { $0.contains(at) } }
      if let taker {
        if isDirect(reports[taker], outline, at) {
          if !waiting.isEmpty,
            waiting.last.map({
              outlines[$0.outline].passage == outline.passage
                || quotation.runsOn
            }) == true, at == 0
          {
            reports[taker].continuations.insert(contentsOf: waiting, at: 0)
          }
          waiting.removeAll()
          last = taker
          lastOutline = index
        }
        continue
      }
      guard isAlone(at, outline, quotation) else { continue }
      let place = (outline: index, elements: at..<at + 1)
      if let holder = last, continues(quotation, outline, from: lastOutline, outlines) {
        reports[holder].continuations.append(place)
        lastOutline = index
      } else if quotation.isSpeech || quotation.runsOn {
        waiting.append(place)
      }
    }
    if let first = byOutline[index]?.last(where: { reports[$0].frame != .postposed }),
      own.isEmpty,
      outline.elements.contains(where: { $0.quotation == nil && $0.tag != .punctuation })
    {
      // Words of the writer's between end what a quotation can go on with, unless they report too.
      _ = first
      if lastOutline < index - 1 { last = nil }
    }
  }
}

/// Whether a quotation is all of a report's content where it stands.
private func isDirect(_ report: Report, _ outline: Outline, _ at: Int) -> Bool {
  report.content.contains { $0 == at..<at + 1 }
}

/// Whether no words but marks stand around a quotation.
private func isAlone(_ at: Int, _ outline: Outline, _ quotation: QuotedTokens) -> Bool {
  if at == 0, quotation.isSpeech, quotation.isOpenedLikeSentence || quotation.runsOn { return true }
  return outline.elements.allSatisfy { $0.quotation != nil || $0.tag == .punctuation }
}

/// Whether a quotation goes on with what was quoted last: in the same passage, as a further
/// paragraph of the same quotation, or at the start of the passage that follows.
private func continues(
  _ quotation: QuotedTokens, _ outline: Outline, from last: Int, _ outlines: [Outline]
) -> Bool {
  guard last >= 0 else { return false }
  let distance = outline.passage - outlines[last].passage
  if distance == 0 { return true }
  return distance == 1 && (quotation.runsOn || outline.isFirst)
}
