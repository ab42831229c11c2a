import Testing

@testable import Annotator

@Suite struct NameTableTests {
  /// Reads the marked paragraphs as first mentions of an article, and checks what they become.
  func check(
    _ first: [(String, Float)], _ wanted: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    let passages = first.map { marked, confidence in
      parsed(marked, confidence: confidence)
    }
    let uses = passages.map { nameUses(of: $0.mentions, in: $0.text) }
    var table = NameTable()
    for (passage, uses) in zip(passages, uses) { table.add(passage.mentions, uses) }
    let result = zip(passages, uses).map { table.unified($0.mentions, $1) }
    let shown = zip(passages, result).map { renderedNames($1, in: $0.text) }
    #expect(shown == wanted, sourceLocation: location)
  }

  @Test func surnamesFollowFullNames() {
    check(
      [("[PERSON Dmitry Peskov] spoke.", 0.8), ("[ORG Peskov] left.", 0.2)],
      ["[PERSON Dmitry Peskov] spoke.", "[PERSON Peskov] left."])
  }

  @Test func familyNamesMayComeFirst() {
    check(
      [("[PERSON Choe Son Hui] spoke.", 0.8), ("[GPE Choe] left.", 0.2)],
      ["[PERSON Choe Son Hui] spoke.", "[PERSON Choe] left."])
  }

  @Test func abbreviationsFollowWhatTheyStandFor() {
    check(
      [("[PERSON BTW] left.", 0.2), ("The [ORG Baltic Trade Watch] met.", 0.8)],
      ["[ORG BTW] left.", "The [ORG Baltic Trade Watch] met."])
  }

  @Test func capitalsFollowSmallLetters() {
    check(
      [("[PERSON REUTERS]", 0.2), ("Staff of [ORG Reuters] left.", 0.7)],
      ["[ORG REUTERS]", "Staff of [ORG Reuters] left."])
  }

  @Test func shortFormsOfCompaniesFollow() {
    check(
      [("[ORG Kestrel Marine PLC] lost.", 0.9), ("[PERSON Kestrel] won.", 0.2)],
      ["[ORG Kestrel Marine PLC] lost.", "[ORG Kestrel] won."])
  }

  @Test func knownPlacesStandAgainstNamesakes() {
    check(
      [("[PERSON Grover Washington] played.", 0.7), ("He left [GPE Washington].", 0.8)],
      ["[PERSON Grover Washington] played.", "He left [GPE Washington]."])
  }

  @Test func peopleAndValuesAreLeftAlone() {
    check(
      [("[NORP French] and [ROLE president]", 0.9), ("[DATE May] came.", 0.1)],
      ["[NORP French] and [ROLE president]", "[DATE May] came."])
  }

  @Test func whatIsANameElsewhereIsOneHere() {
    check(
      [("[PERSON Dmitry Peskov] spoke.", 0.9), ("Then Peskov left.", 0)],
      ["[PERSON Dmitry Peskov] spoke.", "Then [PERSON Peskov] left."])
  }

  @Test func capitalsAreNamesThatAreNamesElsewhere() {
    check(
      [("SINKS OFF SULAWESI", 0), ("Near [LOC Sulawesi], off [LOC Sulawesi].", 0.8)],
      ["SINKS OFF [LOC SULAWESI]", "Near [LOC Sulawesi], off [LOC Sulawesi]."])
  }

  @Test func theFrontIsTheOneThatWasNamed() {
    check(
      [("The [ORG Tibesti Salvation Front] met.", 0.9), ("He said the Front fought.", 0)],
      ["The [ORG Tibesti Salvation Front] met.", "He said the [ORG Front] fought."])
  }

  @Test func wordsThatBeginSentencesAreNoNamesForThat() {
    check(
      [("[PERSON Anna Will] spoke.", 0.9), ("Will he go? May is near.", 0)],
      ["[PERSON Anna Will] spoke.", "Will he go? May is near."])
  }

  @Test func aFirmIsNoPersonWhateverItsNameLooksLike() {
    check(
      [
        ("[ORG Oakley Systems Corp.] fell.", 0.9), ("[PERSON Oakley] rose.", 0.7),
        ("Then [PERSON Oakley] fell.", 0.7),
      ],
      ["[ORG Oakley Systems Corp.] fell.", "[ORG Oakley] rose.", "Then [ORG Oakley] fell."])
  }
}

/// The tokens of a marked text and its marks as mentions of a confidence.
private func parsed(
  _ marked: String, confidence: Float
) -> (text: TokenizedProse, mentions: [Mention]) {
  let text = tokenize(Prose(verbatim: Array(unmarkedNames(marked).utf8)))
  var mentions: [Mention] = []
  var offset = 0
  var start = 0
  var type: EntityType?
  var name = ""
  var isType = false
  for character in marked {
    switch character {
    case "[":
      isType = true
      name = ""
    case " " where isType:
      isType = false
      type = EntityType(rawValue: name)
      start = offset
    case "]":
      let tokens = text.tokens.indices.filter {
        text.tokens[$0].range.lowerBound >= start && text.tokens[$0].range.upperBound <= offset
      }
      if let type, let first = tokens.first, let last = tokens.last {
        mentions.append(Mention(tokens: first..<last + 1, type: type, confidence: confidence))
      }
    default:
      if isType { name.append(character) } else { offset += character.utf8.count }
    }
  }
  return (text, mentions)
}
