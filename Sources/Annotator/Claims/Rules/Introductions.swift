/// What a sentence says of the quotation that stands behind it: `Jane Roe agreed. "…"`, `He told
/// his audience:` with the quotation as a paragraph of its own.
struct Introduction {
  /// The report that the sentence makes without the quotation, as an index of the reports.
  var report: Int?
  /// A report for the quotation, its content still empty.
  var opener: Report
}

/// Looks for what introduces a quotation in the outline before the one that it begins.
func introduction(
  of index: Int, _ reports: [Report], _ outlines: [Outline], _ lexicon: CueLexicon
) -> Introduction? {
  guard index > 0 else { return nil }
  let outline = outlines[index - 1]
  let distance = outlines[index].passage - outline.passage
  let last = outline.elements.count - 1
  if distance <= 1, outline.classes(last).contains(.colon) {
    return colonIntroduction(of: index - 1, colon: last, reports, outline)
  }
  return distance == 0 ? sentenceIntroduction(of: index - 1, reports, outline, lexicon) : nil
}

/// A sentence that ends in a colon.
private func colonIntroduction(
  of index: Int, colon: Int, _ reports: [Report], _ outline: Outline
) -> Introduction? {
  var opener = Report(
    outline: index, passage: outline.passage, source: nil, cue: colon..<colon + 1, content: [],
    frame: .quotation, probability: 0.5)
  // The last cue that is no part of a relative clause's inside, else who the sentence is about.
  let cueing = outline.groups.lastIndex { $0.cue != nil && ($0.isFinite || $0.isGerund) }
  if let number = cueing {
    let group = outline.groups[number]
    opener.source = outline.subject(of: group).elements
    opener.entry = group.cue
    opener.group = number
    let isNear = group.elements.upperBound == colon
    opener.cue = isNear ? group.elements.lowerBound..<colon + 1 : group.elements
    opener.probability = 0.7
    let own = reports.lastIndex { $0.outline == index && $0.group == number }
    if let own, reports[own].frame != .nounPhrase, reports[own].frame != .preposition {
      return Introduction(report: nil, opener: opener)
    }
    return Introduction(report: own, opener: opener)
  }
  (opener.source, opener.probability) = outline.speaker(beforeColon: colon)
  return Introduction(report: nil, opener: opener)
}

/// A sentence whose last cue has no content of its own.
private func sentenceIntroduction(
  of index: Int, _ reports: [Report], _ outline: Outline, _ lexicon: CueLexicon
) -> Introduction? {
  guard let number = outline.groups.lastIndex(where: { $0.isFinite }) else { return nil }
  let group = outline.groups[number]
  guard !group.isPassive, let entry = group.cue,
    !outline.elements.indices.contains(where: { outline.quotation($0) != nil }),
    !reports.contains(where: { $0.outline == index }),
    let source = outline.subject(of: group).elements
  else { return nil }
  let isBare = group.elements.upperBound == outline.end
  let reports = lexicon.probability(entry, .quotationBefore, isPassive: false)
  guard isBare || reports >= 0.7 else { return nil }
  return Introduction(
    report: nil,
    opener: Report(
      outline: index, passage: outline.passage, source: source, cue: group.elements, content: [],
      frame: .quotation, entry: entry, group: number, probability: 0.6))
}

extension Outline {
  /// The report of a line that only names who said what stands before it: `— Jane Roe, teacher`,
  /// `"…" — Jane Roe`.
  var attributionLine: Report? {
    let dash = quotation(0) == nil ? 0 : 1
    guard elements.count > dash + 1, classes(dash).contains(.dash), tag(dash + 1) == .name else {
      return nil
    }
    let end = end
    let isName =
      (dash + 1..<end).allSatisfy { group($0) == nil && quotation($0) == nil }
      && end - dash <= 16
    guard isName, dash == 0 || classes(0).isDisjoint(with: [.fragment]) else { return nil }
    return Report(
      outline: 0, passage: passage, source: dash + 1..<end, cue: dash..<dash + 1,
      content: dash == 0 ? [] : [0..<1], frame: .quotation, probability: 0.6)
  }
}
