/// A claim as it is read from one outline, with what its likelihood depends on.
struct Report {
  /// The outline, as an index of the window's.
  var outline: Int
  /// The passage, as an index of the window.
  var passage: Int
  var source: Range<Int>?
  /// Elements of the cue; `nil` where only quotation marks report.
  var cue: Range<Int>?
  var content: [Range<Int>]
  var frame: Frame
  var entry: Int?
  var group: Int?
  /// The preposition that the cue ends in.
  var preposition: UInt64?
  var isPassive = false
  var probability: Float = 0
  /// Contents in later outlines that go on with this one: outline and elements.
  var continuations: [(outline: Int, elements: Range<Int>)] = []
}

extension Outline {
  /// The reports of an outline that a verb makes, as candidates from left to right.
  func verbReports(
    _ index: Int, _ quotations: [QuotedTokens], _ lexicon: CueLexicon
  ) -> [Report] {
    let end = end
    var reports: [Report] = []
    for (number, group) in groups.enumerated() {
      guard let entry = group.cue else {
        if var report = plainReport(of: group, quotations, lexicon, end) {
          report.outline = index
          report.group = number
          reports.append(report)
        }
        continue
      }
      if var report = report(of: group, entry, quotations, lexicon, end) {
        report.outline = index
        report.entry = entry
        report.group = number
        report.isPassive = group.isPassive
        report.probability = lexicon.probability(
          entry, report.frame, isPassive: group.isPassive, preposition: report.preposition)
        if !group.isFinite, !group.isGerund {
          // "to say", "the words said": of verbs without a tense, half as many report.
          report.probability *= 0.5
        }
        if report.frame == .quotationBefore, isSpoken(report, quotations) {
          report.probability = max(report.probability, 0.6)
        }
        if isOpeningQuestion(group, report, lexicon.entries[entry]) {
          // "Asked whether …", "Pressed on …": what the answer after it is an answer to.
          report.probability = max(report.probability, 0.6)
        }
        reports.append(report)
      }
    }
    return reports
  }

  /// Whether a content is a quotation that reads like speech and pauses for who says it.
  private func isSpoken(_ report: Report, _ quotations: [QuotedTokens]) -> Bool {
    guard let first = report.content.first, let number = quotation(first.lowerBound) else {
      return false
    }
    return quotations[number].isSpeech && quotations[number].isEndedLikeSentence
  }

  /// The report of a verb that reports nothing elsewhere, but stands where a reporting one is due:
  /// `"…," he laughed`.
  private func plainReport(
    of group: VerbGroup, _ quotations: [QuotedTokens], _ lexicon: CueLexicon, _ end: Int
  ) -> Report? {
    guard group.isFinite, !group.isPassive, !group.isCopula, group.elements.count <= 2,
      classes(group.main).isDisjoint(with: [.have, .do]), tag(group.main) != .modal,
      var report = report(of: group, nil, quotations, lexicon, end),
      report.frame == .quotationBefore, report.source != nil, isSpoken(report, quotations)
    else { return nil }
    report.probability = 0.5
    return report
  }

  private func isOpeningQuestion(
    _ group: VerbGroup, _ report: Report, _ entry: CueEntry
  ) -> Bool {
    group.elements.lowerBound == 0
      && (tag(group.main) == .verbParticiple || tag(group.main) == .verbPast) && isOrder(entry)
      && (report.frame == .interrogative || report.frame == .preposition)
  }

  private func report(
    of group: VerbGroup, _ entry: Int?, _ quotations: [QuotedTokens], _ lexicon: CueLexicon,
    _ end: Int
  ) -> Report? {
    var subject =
      speaker(of: group, quotations) ?? subject(of: group)
    var cueEnd = group.elements.upperBound
    var after = complement(of: group, limit: end)
    // Inversion: "…," said Jane Roe, a lawyer.
    let before = group.elements.lowerBound - 1
    let isAfterQuotation = quotation(before).map { !quotations[$0].isName } ?? false
    let isAfterContent =
      isAfterQuotation
      || classes(before).contains(.comma) && before > 0
      || before < 0 && group.isFinite
    var inverted: Range<Int>?
    if isAfterContent, subject.elements == nil || subject.isShared || isAfterQuotation,
      after.frame == .nounPhrase || after.frame == .clause || after.frame == .quotation,
      after.start == cueEnd, isFiniteSpeech(group)
    {
      let phrase = phraseEnd(cueEnd, withApposition: true, limit: end)
      if phrase > cueEnd, quotation(cueEnd) == nil {
        inverted = cueEnd..<phrase
        subject = Subject(elements: inverted, clauseStart: group.elements.lowerBound)
        after = complement(of: group, from: phrase, limit: end)
      }
    }

    if let report = preposedReport(group, subject, inverted: inverted, after, quotations, end) {
      return report
    }
    if after.frame == .postposed || after.frame == .preposition || after.frame == .nounPhrase,
      isSpeechVerb(group), let far = farQuotation(behind: group, quotations, limit: end)
    {
      after = far
    }
    guard after.frame != .postposed, inverted == nil || after.frame == .quotation else {
      return nil
    }
    var report = Report(
      outline: 0, passage: passage, source: subject.elements, cue: group.elements, content: [],
      frame: after.frame)
    if let preposition = after.preposition {
      if isSpeechVerb(group), isMedium(preposition, limit: end) { return nil }
      report.preposition = elements[preposition].hash
      if preposition <= cueEnd + 1, preposition < after.start {
        cueEnd = preposition + 1
        report.cue = group.elements.lowerBound..<cueEnd
      }
    }
    if let colon = after.colon, colon == cueEnd, touches(colon) {
      report.cue = group.elements.lowerBound..<colon + 1
    }
    if let order = after.order, let entry, isOrder(lexicon.entries[entry]) { after.start = order }
    if after.frame == .nounPhrase, let noun = reportingNoun(after.start, lexicon, end) {
      // "voiced concern that": verb and noun report together.
      report.cue = group.elements.lowerBound..<noun
      after.start = noun
    }
    let contentEnd = contentEnd(
      from: after.start,
      frame: after.order == nil && classes(after.start).contains(.that) ? .that : after.frame,
      cue: group, limit: end)
    guard contentEnd > after.start else { return nil }
    var content = [after.start..<contentEnd]
    if after.frame == .quotation { content = [quotedContent(after.start, contentEnd, quotations)] }
    if group.isPassive {
      passiveRoles(group, subject, after, &report, &content)
    }
    report.content = content
    return report
  }

  /// Whether a prepositional phrase says no more than how it was said: "in a statement".
  private func isMedium(_ preposition: Int, limit: Int) -> Bool {
    let phrase = baseEnd(preposition + 1)
    return phrase > preposition + 1 && classes(phrase - 1).contains(.medium)
      && (phrase >= limit || classes(phrase).contains(.stop) || classes(phrase).contains(.time))
  }

  private func isOrder(_ entry: CueEntry) -> Bool {
    entry.kind == .order || entry.kind == .question
  }

  /// The end of a bare noun that reports, with "that" behind it, at the start of a noun phrase.
  private func reportingNoun(_ start: Int, _ lexicon: CueLexicon, _ end: Int) -> Int? {
    var at = start
    while tag(at) == .adjective { at += 1 }
    guard at + 1 < end, tag(at) == .noun || tag(at) == .pluralNoun,
      lexicon.entry(elements[at].hash, tag(at)) != nil, classes(at + 1).contains(.that),
      hasFiniteVerb(at + 2, end)
    else { return nil }
    return at + 1
  }

  /// Whether an element stands right behind the one before, without a blank.
  private func touches(_ index: Int) -> Bool {
    index > 0 && elements[index - 1].tokens.upperBound == elements[index].tokens.lowerBound
  }

  /// The content behind a subject that stands after its verb.
  private func complement(of group: VerbGroup, from start: Int, limit: Int) -> Complement {
    var at = start
    while at < limit, at < start + 14 {
      if quotation(at) != nil { return Complement(frame: .quotation, start: at) }
      if self.group(at) != nil { break }
      at += 1
    }
    return Complement(frame: .postposed, start: start)
  }

  private func isFiniteSpeech(_ group: VerbGroup) -> Bool {
    group.isFinite && !group.isPassive && group.elements.count <= 2
  }

  /// What a passive cue's subject is: who was told, or part of what is expected.
  private func passiveRoles(
    _ group: VerbGroup, _ subject: Subject, _ after: Complement, _ report: inout Report,
    _ content: inout [Range<Int>]
  ) {
    report.source = nil
    if after.frame == .preposition, let preposition = after.preposition,
      classes(preposition).contains(.by)
    {
      let phrase = phraseEnd(after.start, withApposition: true, limit: end)
      report.source = after.start..<max(phrase, after.start + 1)
      report.cue = group.elements
      if let elements = subject.elements { content = [elements] }
      return
    }
    if after.frame == .infinitive || after.frame == .nounPhrase || after.frame == .preposition
      || after.frame == .adjective, let elements = subject.elements, !subject.isShared
    {
      content.insert(elements, at: 0)
    }
  }
}
