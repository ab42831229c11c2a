extension Outline {
  /// The report of a verb whose content, or the beginning of it, goes before: `"…," he said`.
  func preposedReport(
    _ group: VerbGroup, _ subject: Subject, inverted: Range<Int>?, _ after: Complement,
    _ quotations: [QuotedTokens], _ end: Int
  ) -> Report? {
    let left = subject.clauseStart - 1
    // "who asked not to be named" asks nothing that stands before it.
    let isRelative = subject.elements.map { classes($0.lowerBound).contains(.relative) } ?? false
    guard !isRelative, !subject.isShared || quotation(left) != nil,
      let preposed = preposedContent(left, quotations, group: group, after: after)
    else { return nil }
    var content = [preposed]
    if after.frame == .quotation, let number = quotation(after.start),
      !isAddressee(after.start, of: group),
      quotations[number].isSpeech || !quotations[number].isOpenedLikeSentence
    {
      let limit = contentEnd(from: after.start, frame: .quotation, cue: group, limit: end)
      content.append(quotedContent(after.start, limit, quotations))
    } else if let medial = medialContent(group, inverted: inverted, end: end, preposed: preposed) {
      content.append(medial)
    }
    return Report(
      outline: 0, passage: passage, source: subject.elements, cue: group.elements,
      content: content,
      frame: quotation(preposed.lowerBound) == nil ? .postposed : .quotationBefore)
  }

  /// Whether a quotation right behind a verb names who is spoken to: `told "Fox and Friends"`.
  private func isAddressee(_ quotation: Int, of group: VerbGroup) -> Bool {
    quotation == group.elements.upperBound && classes(group.main).contains(.addressing)
  }

  /// A quotation behind a comma or colon, with nothing that reports between the verb and it:
  /// `said on Twitter, in reference to her first child, "…"`.
  func farQuotation(
    behind group: VerbGroup, _ quotations: [QuotedTokens], limit: Int
  ) -> Complement? {
    for at in group.elements.upperBound..<max(group.elements.upperBound, limit) {
      if let other = self.group(at), other.isFinite || other.cue != nil { return nil }
      guard let number = quotation(at) else { continue }
      let opens = classes(at - 1).contains(.comma) || classes(at - 1).contains(.colon)
      guard opens, quotations[number].isSpeech, quotations[number].isOpenedLikeSentence else {
        return nil
      }
      return Complement(frame: .quotation, start: at)
    }
    return nil
  }

  /// A quotation that is all of a content, or the beginning of one that goes on in other words.
  /// Quotations that "and" and commas join to it belong to it.
  func quotedContent(_ start: Int, _ end: Int, _ quotations: [QuotedTokens]) -> Range<Int> {
    guard let number = quotation(start) else { return start..<end }
    var last = start + 1
    while let next = joinedQuotation(last), next < elements.count { last = next + 1 }
    let isEnded = quotations[quotation(last - 1) ?? number].isEndedLikeSentence
    guard !isEnded, last < end, classes(last).isDisjoint(with: [.comma, .dash]) else {
      return start..<last
    }
    if tag(last) == .conjunction {
      let phrase = phraseEnd(last + 1, withApposition: false, limit: end)
      if group(max(phrase, last + 1))?.isFinite == true { return start..<last }
    }
    // What tells when and where it was said is none of it: `chanted "…" after the vote`.
    let isAside =
      !classes(last).isDisjoint(with: [.subordinator, .time, .according])
      || tag(last) == .interrogative
    if isAside, quotations[number].hasVerb || hasFiniteVerb(last + 1, min(end, last + 12)) {
      return start..<last
    }
    return start..<end
  }

  /// The quotation that "and", commas or both join to what ends before an element.
  private func joinedQuotation(_ index: Int) -> Int? {
    var at = index
    while at < index + 3, tag(at) == .conjunction || classes(at).contains(.comma) { at += 1 }
    let hasJoint = at > index || quotation(index) != nil
    return hasJoint && quotation(at) != nil ? at : nil
  }

  /// The content that ends at an element, before a reporting clause.
  func preposedContent(
    _ last: Int, _ quotations: [QuotedTokens], group: VerbGroup, after: Complement
  ) -> Range<Int>? {
    guard last >= 0, group.isFinite || group.isGerund else { return nil }
    var at = last
    let hasOwnComma = quotation(at).map { quotations[$0].isEndedLikeSentence } ?? false
    let hasComma = hasOwnComma || classes(at).contains(.comma)
    if classes(at).contains(.comma) { at -= 1 }
    if classes(at).contains(.closing) { return nil }
    if let number = quotation(at), !quotations[number].isName {
      let quotation = quotations[number]
      if quotation.endsSentence, !quotation.endsInCry, !hasComma, at > 0 { return nil }
      guard quotation.isSpeech || quotation.isEndedLikeSentence || hasComma else { return nil }
      // "On CBS' "This Week," Roe said it was over": the verb has its content.
      if at > 0, [.that, .clause, .infinitive, .interrogative].contains(after.frame) { return nil }
      // A content that the verb has on its other side too is the likelier one for a fragment.
      if !quotation.isSpeech, after.frame != .postposed, after.frame != .preposition { return nil }
      let start = preposedStart(at, quotations)
      // "While Roe spoke of "a new day," Doe …": the main clause is still to come.
      let isAside =
        start < at && classes(start).contains(.subordinator)
        && !(start..<at).contains { classes($0).contains(.comma) }
      return isAside ? nil : start..<at + 1
    }
    guard hasComma, !group.isGerund, after.frame == .postposed || after.frame == .preposition,
      isSpeechVerb(group) || after.frame == .postposed && !hasOwnComma, at > 1 || isHeadline
    else { return nil }
    // A clause before the comma: it must have a verb, which headlines leave out.
    var start = at
    while start > 0, !classes(start - 1).contains(.semicolon) { start -= 1 }
    guard isHeadline || hasFiniteVerb(start, at + 1) else { return nil }
    if tag(start) == .preposition, classes(start).contains(.subordinator),
      !(start..<at).contains(where: { classes($0).contains(.comma) })
    {
      return nil
    }
    return start..<at + 1
  }

  /// Where the content begins that a quotation ends: with it, or with the words before it that its
  /// sentence needs.
  private func preposedStart(_ last: Int, _ quotations: [QuotedTokens]) -> Int {
    guard let number = quotation(last) else { return last }
    if quotations[number].isOpenedLikeSentence || last == 0 { return last }
    var start = last
    while start > 0, !classes(start - 1).contains(.semicolon),
      quotation(start - 1) == nil || classes(start - 1).contains(.fragment)
    {
      start -= 1
    }
    guard hasFiniteVerb(start, last) else { return last }
    return start
  }

  /// The second half of a clause in whose middle a reporting clause stands between commas.
  private func medialContent(
    _ group: VerbGroup, inverted: Range<Int>?, end: Int, preposed: Range<Int>
  ) -> Range<Int>? {
    let clauseEnd = inverted?.upperBound ?? group.elements.upperBound
    guard classes(clauseEnd).contains(.comma), clauseEnd + 1 < end, quotation(clauseEnd + 1) == nil
    else { return nil }
    // `"It's our bad luck," he said, that both were dead.`
    if classes(clauseEnd + 1).contains(.that), hasFiniteVerb(clauseEnd + 2, end) {
      return clauseEnd + 1..<end
    }
    guard !(preposed.contains { quotation($0) != nil }) else { return nil }
    if let next = self.group(clauseEnd + 1), next.isFinite { return clauseEnd + 1..<end }
    return nil
  }
}
