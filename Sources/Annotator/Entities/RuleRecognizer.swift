/// A recogniser of names and roles by rules over a gazetteer. Each run of capitalised words is
/// parted into names so that the sum of what speaks for each name is greatest.
public struct RuleRecognizer: MentionRecognizer {
  private let gazetteer: Gazetteer

  /// A recogniser that knows the names of a gazetteer.
  public init(gazetteer: Gazetteer = .standard) { self.gazetteer = gazetteer }

  /// The names in a passage, and the titles beside those of people.
  public func mentions(in text: TokenizedProse) -> [Mention] {
    let names = NameText(text, gazetteer)
    var mentions: [Mention] = []
    for sentence in text.sentences { names.addByRule(to: &mentions, in: sentence) }
    return addRoles(to: mentions, in: names)
  }
}

extension NameText {
  /// Adds the names that the rules find in a sentence.
  func addByRule(to mentions: inout [Mention], in sentence: Range<Int>) {
    var splitter = NameSplitter(self)
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard let end = runEnd(from: i, in: sentence) else {
        i += 1
        continue
      }
      splitter.split(i..<end, into: &mentions)
      i = end
    }
  }

  /// The longest run of words that parting looks at; a longer one is read in pieces.
  static let longestRun = 24

  /// The end of the run of capitalised words, with the small words that names hold, that begins at a
  /// token; `nil` where none begins.
  func runEnd(from start: Int, in sentence: Range<Int>) -> Int? {
    guard beginsRun(start, in: sentence) else { return nil }
    let limit = min(sentence.upperBound, start + NameText.longestRun)
    var end = start + 1
    while end < limit {
      if words[end].isCapital || isNumeral(end) || isInnerHyphenOfName(end) {
        end += 1
        continue
      }
      if end > start + 1, isInnerHyphenOfName(end - 1) {
        end += 1
        continue
      }
      // Small words belong to the run where a capital follows them.
      var next = end
      while next < limit, next < end + 3, isConnector(next) { next += 1 }
      guard next > end, next < limit, words[next].isCapital else { break }
      end = next + 1
    }
    return end
  }

  private func beginsRun(_ i: Int, in sentence: Range<Int>) -> Bool {
    if words[i].isCapital { return true }
    // "al-Qaida", "de Klerk", "van Gogh".
    guard words[i].kinds.contains(.particle), !words[i].kinds.contains(.functionWord) else {
      return false
    }
    let next = i + 1 < sentence.upperBound && isInnerHyphen(i + 1) ? i + 2 : i + 1
    return next < sentence.upperBound && words[next].isCapital
  }

  /// Whether a numeral may stand in a name: one that follows a capitalised word at once.
  private func isNumeral(_ i: Int) -> Bool {
    text.tokens[i].kind == .number && text.hasBlankBefore(i)
      && text.tokens[i].range.count <= 4
  }

  /// Whether a hyphen joins parts of a name: what follows is a capital, a number or no known word.
  func isInnerHyphenOfName(_ i: Int) -> Bool {
    guard isInnerHyphen(i) else { return false }
    let next = words[i + 1]
    if next.isCapital || text.tokens[i + 1].kind == .number { return true }
    guard text.tokens[i + 1].kind == .word, words[i - 1].isCapital else { return false }
    if next.kinds.contains(.particle), isInnerHyphen(i + 2) { return true }
    if !next.kinds.contains(.word) { return true }
    // "Ju-min Park": a short part behind a short unknown one, before a capital.
    return !words[i - 1].kinds.intersects([.demonym, .country, .largeCity, .organization])
      && text.tokens[i + 1].range.count <= 5 && i + 2 < count && words[i + 2].isCapital
      && text.tokens[i - 1].range.count <= 5
  }

  private func isConnector(_ i: Int) -> Bool {
    switch text.tokens[i].kind {
    case .word:
      if isPossessive(i) { return true }
      if words[i].kinds.contains(.particle) { return true }
      return text.isToken(i, in: connectors)
    case .symbol: return isMark(i, "&")
    case .punctuation: return isMark(i, "-") && isInnerHyphen(i) || isPossessive(i)
    case .number, .address: return false
    }
  }
}

private let connectors: WordSet = ["of", "the", "and", "for", "on", "in", "to", "with", "against"]
