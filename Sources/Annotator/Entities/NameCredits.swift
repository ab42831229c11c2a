extension NameText {
  /// Whether a sentence credits writers ("Reporting by …", "By …") or agencies ("Pool via
  /// REUTERS/File Photo"): it opens with the work and "by", or slashes part its names.
  func isCreditLine(_ sentence: Range<Int>) -> Bool {
    let opens =
      sentence.count > 2 && text.isToken(sentence.lowerBound + 1, "by")
      && text.isToken(sentence.lowerBound, in: creditedWork)
    return opens || isByline(sentence)
      || sentence.dropFirst().dropLast().contains {
        isMark($0, "/") && words[$0 - 1].isCapital && words[$0 + 1].isCapital
      }
  }

  /// "By Anna Kowalska, Court Reporter": nothing but names and titles follows.
  private func isByline(_ sentence: Range<Int>) -> Bool {
    guard 2..<20 ~= sentence.count, text.isToken(sentence.lowerBound, "by"),
      words[sentence.lowerBound].isCapital
    else { return false }
    return sentence.dropFirst().allSatisfy { i in
      text.tokens[i].kind == .punctuation || words[i].isCapital
        || words[i].kinds.contains(.particle) || text.isToken(i, in: amongNames)
    }
  }

  /// Adds the names of a line of credits: the rules' own, and people and agencies wherever the line's
  /// form tells of them, whatever their names look like.
  func addCredited(to mentions: inout [Mention], in sentence: Range<Int>) {
    var found: [Mention] = []
    addByRule(to: &found, in: sentence)
    var credited: [Mention] = []
    var i = sentence.lowerBound + 1
    while i < sentence.upperBound {
      let isBesideSlash = isMark(i - 1, "/")
      guard words[i].isCapital,
        isBesideSlash || isMark(i - 1, ",") || text.isToken(i - 1, in: beforePeople)
      else {
        i += 1
        continue
      }
      let end = nameEnd(from: i, in: sentence)
      if isBesideSlash {
        // "Harbor & Street" and "The Delta Review" are agencies, whatever their words are.
        let isFirm =
          words[end - 1].kinds.contains(.organizationHead)
          || (i..<end).contains { isMark($0, "&") }
        if isFirm {
          credited.append(Mention(tokens: i..<end, type: .organization, confidence: 0.85))
        }
      } else if isNameOfPerson(i..<end) {
        credited.append(Mention(tokens: i..<end, type: .person, confidence: 0.9))
      }
      i = max(i + 1, end)
    }
    var rest = credited[...]
    for mention in found {
      while let name = rest.first, name.tokens.upperBound <= mention.tokens.lowerBound {
        rest.removeFirst()
      }
      if let name = rest.first, name.tokens.overlaps(mention.tokens) { continue }
      mentions.append(mention)
    }
    mentions += credited
  }

  /// The end of the capitalised words, with particles and hyphens between, that begin at a token.
  private func nameEnd(from start: Int, in sentence: Range<Int>) -> Int {
    var end = start + 1
    var i = end
    while i < sentence.upperBound {
      if words[i].isCapital {
        if text.isToken(i, in: creditedWork) { break }
        end = i + 1
      } else if !isInnerHyphen(i), !isMark(i, "&"), !words[i].kinds.contains(.particle) {
        break
      }
      i += 1
    }
    return end
  }

  private func isNameOfPerson(_ tokens: Range<Int>) -> Bool {
    let parts = tokens.filter { text.tokens[$0].kind == .word }
    guard 2...6 ~= parts.count else { return false }
    if kinds(tokens.lowerBound, tokens.upperBound).intersects(.geopolitical) { return false }
    return parts.allSatisfy {
      !words[$0].kinds.intersects([
        .organizationHead, .newsOutlet, .companySuffix, .title, .calendar, .honorific,
      ]) || words[$0].kinds.intersects([.commonFirstName, .commonSurname])
    }
  }
}

/// What the credit line of an article names before its writers.
private let creditedWork: WordSet = [
  "reporting", "writing", "editing", "compiled", "photographs", "photography", "words",
  "production", "photo", "illustration", "illustrations", "graphics", "translation", "edited",
  "written", "reported",
]

private let beforePeople: WordSet = ["by", "and"]
private let amongNames: WordSet = ["and", "in", "at", "of", "for", "the", "with", "&"]
