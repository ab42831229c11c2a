/// Finite verbs that report what somebody said, wrote or thinks.
private let reportingVerbs = WordSet(
  words: """
    said say says told tell tells added add adds asked ask asks wrote write writes replied replies \
    explained explains recalled recalls insisted insists noted notes argued argues warned warns \
    declared declares announced announces called calls tweeted tweets posted stated states joked \
    shouted cried yelled whispered chanted answered responded remarked observed concluded continued \
    conceded concedes admitted admits acknowledged acknowledges remembered testified quipped spoke \
    speaks thought thinks believed believes exclaimed urged urges mused laughed smiled claimed \
    claims claim suggested suggests denied denies promised promises vowed vows pledged predicted \
    predicts complained complains confirmed confirms revealed stressed stresses emphasized \
    emphasised maintained maintains contended contends alleged alleges asserted asserts hoped hopes \
    feared fears wondered wonders agreed agrees criticized criticised condemned accused blamed \
    praised demanded
    """)

/// Other words by which a sentence tells whose words stand in it or beside it.
private let reportingWords = WordSet(
  words: """
    saying telling asking writing written according read reads quoted cited sang goes went speaking \
    begins began reported reports put puts tweet statement comment letter sign slogan
    """)

/// Words that stand between a subject and its verb, besides those in -ly.
private let betweenSubjectAndVerb = WordSet(
  words: "also later then has had have himself herself again once often never even still now first")

extension TokenizedProse {
  /// Whether a word that reports stands outside the quotations.
  var reports: Bool {
    let marks = quotationMarks(in: self)
    var next = 0
    var isQuoted = false
    for token in tokens.indices {
      while next < marks.count, marks[next].token == token {
        isQuoted = marks[next].opens
        next += 1
      }
      if isQuoted || tokens[token].kind != .word { continue }
      if isToken(token, in: reportingVerbs) || isToken(token, in: reportingWords) { return true }
    }
    return false
  }

  /// Whether a name is the subject of a verb that reports, by the order of the words: "Ruto also
  /// said", "Ruto, a deputy, said", "“…,” said Ruto", "according to Ruto".
  func isSubjectOfReport(_ name: Range<Int>) -> Bool {
    let sentence = sentences[sentence(of: name.lowerBound)]
    if isReportingVerb(behind: name.upperBound, in: sentence) { return true }
    if isBehindReport(name.lowerBound, in: sentence) { return true }
    // "Jackson, Miss., where he lived, said": a place, more often than not.
    guard name.upperBound + 1 < sentence.upperBound, isToken(name.upperBound, ","),
      !isCapitalized(name.upperBound + 1)
    else { return false }
    // No apposition is longer.
    let end = min(sentence.upperBound, name.upperBound + 40)
    return (name.upperBound + 2..<max(end, name.upperBound + 2)).contains {
      isToken($0, ",") && isReportingVerb(behind: $0 + 1, in: sentence)
    }
  }

  /// Whether a verb that reports begins at a token, adverbs and auxiliaries passed over.
  private func isReportingVerb(behind start: Int, in sentence: Range<Int>) -> Bool {
    var token = start
    while token < min(start + 4, sentence.upperBound), tokens[token].kind == .word {
      if isToken(token, in: reportingVerbs) { return true }
      guard isToken(token, in: betweenSubjectAndVerb) || endsInLy(token) else { return false }
      token += 1
    }
    return false
  }

  /// Whether "according to" stands before a token, or a quotation or comma with a verb that reports.
  private func isBehindReport(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token - 2 >= sentence.lowerBound else { return false }
    if isToken(token - 1, "to"), isToken(token - 2, "according") { return true }
    return isToken(token - 1, in: reportingVerbs) && tokens[token - 2].kind == .punctuation
  }

  private func endsInLy(_ token: Int) -> Bool {
    prose.bytes[tokens[token].range].suffix(2).elementsEqual("ly".utf8)
  }
}
