/// What stands beside a run of words, and how much it speaks for each type of name.
struct NameContext {
  private var person: Float = 0
  private var place: Float = 0
  private var organization: Float = 0

  /// Reads the words on both sides of a run of tokens.
  init(of span: Range<Int>, in names: NameText) {
    readLeft(span.lowerBound, names)
    readRight(span, names)
    readDateline(span, names)
  }

  /// What the context adds to the score of a type.
  func bonus(_ type: EntityType) -> Float {
    switch type {
    case .person: person
    case .geopolitical, .location, .facility: place
    case .organization: organization
    default: 0
    }
  }

  private mutating func readLeft(_ start: Int, _ names: NameText) {
    guard start > 0 else { return }
    let left = start - 1
    let kinds = names.kinds(at: left)
    if kinds.contains(.honorific), names.words[left].isCapital {
      person += 3
      place -= 2
    } else if names.titleStarts[left] <= left {
      person += 1.8
      place -= 1
      organization -= 0.5
    }
    if names.text.isToken(left, in: closePrepositions) {
      place += 0.9
      person -= 0.6
    } else if kinds.contains(.placePreposition), !names.words[left].isCapital {
      place += 0.3
    }
    if names.text.isToken(left, "the") {
      person -= 2.5
      place -= 0.6
      organization += 0.5
    }
    if names.isMark(left, "("), names.isMark(start + 1, ")") { organization += 1 }
  }

  private mutating func readRight(_ span: Range<Int>, _ names: NameText) {
    let right = span.upperBound
    guard right < names.count else { return }
    let kinds = names.words[right].kinds
    if !names.words[right].isCapital {
      if kinds.contains(.reportingVerb) {
        person += 0.7
        organization += 0.3
      }
      if kinds.contains(.title), !kinds.contains(.reportingVerb) {
        organization += 0.5
        place += 0.5
      }
    }
    if names.isMark(right, ","), right + 1 < names.count {
      let next = names.words[right + 1]
      if next.isCapital, next.kinds.intersects([.country, .subdivision]) { place += 1.3 }
      if names.text.tokens[right + 1].kind == .number, names.isMark(right + 2, ",") {
        person += 1.5
      }
      if next.kinds.intersects([.title, .titleModifier]), !next.isCapital { person += 0.6 }
    }
    if names.isInnerHyphen(right), names.text.isToken(right + 1, in: placeSuffixes) {
      place += 2
      person -= 1
    }
    // "Leeds 1 Wimbledon 0": a score stands behind each side.
    if names.text.tokens[right].kind == .number, names.text.tokens[right].range.count <= 3 {
      let isFirst = span.lowerBound == 0
      let isSecond =
        span.lowerBound > 0 && names.text.tokens[span.lowerBound - 1].kind == .number
      let isBeforeMore =
        right + 1 < names.count
        && (names.words[right + 1].isCapital || names.text.tokens[right + 1].kind == .number)
      if isSecond || isFirst && isBeforeMore {
        organization += 2
      }
    }
  }

  /// A place in capitals that opens a passage, before a date, a dash or an agency in brackets.
  private mutating func readDateline(_ span: Range<Int>, _ names: NameText) {
    guard span.lowerBound == 0, names.words[0].shape.contains(.allCapitals),
      !names.words[0].kinds.contains(.word)
        || names.kinds(0, span.upperBound).intersects(.geopolitical)
    else { return }
    let right = span.upperBound
    guard right < names.count else { return }
    let isDated = names.text.tokens[right].kind == .number && names.count <= right + 6
    if isDated || names.isMark(right, ",") || names.isMark(right, "(")
      || names.text.isToken(right, in: dashes)
    {
      place += 2.5
    }
  }
}

private let closePrepositions: WordSet = ["in", "at", "near", "outside", "across", "throughout"]
private let placeSuffixes: WordSet = ["based", "born", "controlled", "occupied", "held", "area"]
private let dashes: WordSet = ["-", "--", "–", "—"]
