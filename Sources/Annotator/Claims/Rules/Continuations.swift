/// Gives quotations that no report of their own sentence takes to the claim that they go on with:
/// `"…," he said. "…"`, and the paragraphs of one quotation.
func continueQuotations(
  _ reports: inout [Report], _ outlines: [Outline], _ passages: [PassageOutline],
  _ lexicon: CueLexicon
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
    let own = byOutline[index] ?? []
    let isQuoting = own.contains { quotes(reports[$0], outline) }
    let hasWords = outline.elements.contains { $0.quotation == nil && $0.tag != .punctuation }
    if var line = outline.attributionLine, !waiting.isEmpty || line.content != [] {
      // A quotation set apart, and who said it: `"…"`, `— Jane Roe`.
      if line.content.isEmpty, waiting.last?.outline != index - 1 { continue }
      line.outline = index
      line.continuations = waiting
      reports.append(line)
      waiting.removeAll()
      last = nil
      continue
    }
    for at in outline.elements.indices {
      guard let number = outline.quotation(at) else { continue }
      let quotation = quotations[number]
      if let taker = own.first(where: { reports[$0].content.contains { $0.contains(at) } }) {
        let isWhole = reports[taker].content.contains(at..<at + 1)
        if isWhole, at == 0, let first = waiting.last,
          outlines[first.outline].passage == outline.passage || quotation.runsOn
        {
          reports[taker].continuations.insert(contentsOf: waiting, at: 0)
        }
        waiting.removeAll()
        if isWhole || lastOutline < index { last = taker }
        lastOutline = index
        continue
      }
      let opensAlone =
        at == 0 && quotation.isSpeech && (quotation.isOpenedLikeSentence || quotation.runsOn)
      guard opensAlone || !hasWords else { continue }
      let place = (outline: index, elements: at..<at + 1)
      let introduction =
        at == 0 && quotation.isSpeech && !quotation.runsOn
        ? introduction(of: index, reports, outlines, lexicon) : nil
      if var opener = introduction?.opener {
        opener.continuations = [place]
        if let report = introduction?.report {
          reports[report] = opener
          last = report
        } else {
          reports.append(opener)
          last = reports.count - 1
        }
        lastOutline = index
      } else if let holder = paraphrase(
        before: index, since: lastOutline, byOutline, reports, outlines, lexicon)
      {
        reports[holder].continuations.append(place)
        last = holder
        lastOutline = index
      } else if let holder = last, continues(quotation, outline, from: lastOutline, outlines) {
        reports[holder].continuations.append(place)
        lastOutline = index
      } else if quotation.isSpeech || quotation.runsOn {
        waiting.append(place)
      }
    }
    // What the writer reports in other words ends a quotation, unless it stands beside it.
    if hasWords, !isQuoting, !own.isEmpty, lastOutline < index - 1 { last = nil }
  }
}

/// The report of the sentence before, in the same passage, that a quotation goes on with: `She said
/// it was over. "…"`.
private func paraphrase(
  before index: Int, since last: Int, _ byOutline: [Int: [Int]], _ reports: [Report],
  _ outlines: [Outline], _ lexicon: CueLexicon
) -> Int? {
  guard index > 0, last < index - 1, outlines[index - 1].passage == outlines[index].passage
  else { return nil }
  return byOutline[index - 1]?.last { number in
    guard reports[number].source != nil, let entry = reports[number].entry else { return false }
    return lexicon.probability(entry, .quotationBefore, isPassive: false) >= 0.7
  }
}

/// Whether a report's content holds a quotation.
private func quotes(_ report: Report, _ outline: Outline) -> Bool {
  report.content.contains { range in range.contains { outline.quotation($0) != nil } }
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
