import Testing

@testable import Annotator

@Suite struct NameTrainingTests {
  /// A text with its names marked as in `[PERSON Kim]`.
  private func document(_ marked: String, types: Set<String> = []) -> NameDocument {
    var names: [NameDocument.Name] = []
    var plain: [UInt8] = []
    var start = 0
    var type = ""
    for piece in marked.split(separator: "[", omittingEmptySubsequences: false) {
      guard let close = piece.firstIndex(of: "]"), let blank = piece.firstIndex(of: " ") else {
        plain += Array(piece.utf8)
        continue
      }
      type = String(piece[..<blank])
      start = plain.count
      plain += Array(piece[piece.index(after: blank)..<close].utf8)
      names.append(NameDocument.Name(range: start..<plain.count, type: type))
      plain += Array(piece[piece.index(after: close)...].utf8)
    }
    return NameDocument(
      text: SourceText(String(decoding: plain, as: UTF8.self)), names: names, types: types,
      collapse: types.isEmpty ? [:] : ["GPE": "LOC", "FAC": "LOC"], weight: 1)
  }

  private func allowed(_ document: NameDocument) -> [UInt32] {
    let prose = Prose(verbatim: document.text.bytes)
    return document.allowedLabels(NameText(tokenize(prose), .standard), origin: 0)
  }

  /// The labels of a mask, as in "O" or "B-GPE B-LOC".
  private func rendered(_ mask: UInt32) -> String {
    (0..<NameLabels.count).filter { mask & 1 << UInt32($0) != 0 }.map { label in
      label == NameLabels.outside
        ? "O"
        : (NameLabels.isBegin(label) ? "B-" : "I-")
          + NameLabels.types[NameLabels.type(label)].rawValue
    }.joined(separator: " ")
  }

  @Test func aCoarseTypeLeavesTheFinerOnesOpen() {
    let types = Set(NameLabels.types.map(\.rawValue))
    let masks = allowed(document("Storms hit [LOC Upper Zorblat] today", types: types))
    #expect(
      masks.map(rendered) == [
        "O", "O", "B-GPE B-LOC B-FAC", "I-GPE I-LOC I-FAC", "O",
      ])
  }

  @Test(arguments: [
    ("[LOC Zorblat Airport]", "B-FAC"), ("[LOC London]", "B-GPE"), ("[LOC Lake Zorblat]", "B-LOC"),
  ])
  func itsOwnWordsTellWhichOneItIs(marked: String, label: String) {
    #expect(rendered(allowed(document(marked, types: ["LOC"]))[0]) == label)
  }

  @Test func aFinerTypeThatIsMarkedAllTheSameCounts() {
    let masks = allowed(document("Storms hit [GPE Ohio]", types: ["LOC"]))
    #expect(masks.map(rendered).last == "B-GPE")
  }

  @Test func whatACorpusDoesNotMarkIsOpenWhereThereAreCapitals() {
    let masks = allowed(document("they met [PERSON Ann] at Wimbledon", types: ["PERSON", "LOC"]))
    #expect(masks[0] == 1)
    #expect(rendered(masks[2]) == "B-PERSON")
    #expect(rendered(masks[4]).contains("B-EVENT"))
    #expect(!rendered(masks[4]).contains("PERSON"))
    #expect(!rendered(masks[4]).contains("LOC"))
  }

  @Test func articlesAndPossessivesStayOutside() {
    let masks = allowed(document("In [ORG the Senate's] view [PERSON Mr. Smith] won"))
    #expect(
      masks.map(rendered) == ["O", "O", "B-ORG", "O", "O", "O", "B-PERSON", "O"])
  }

  private func training() -> NameTraining {
    var training = NameTraining()
    training.passes = (2, 2)
    training.buckets = 200
    training.rarest = 1
    return training
  }

  private func trained(seed: UInt64) -> [UInt8] {
    var training = training()
    training.seed = seed
    let documents = (0..<6).flatMap { _ in
      [
        document("The envoy met [PERSON Zorblat] in [GPE Quixia]."),
        document("In [GPE Quixia], [PERSON Zorblat] spoke to the envoy."),
      ]
    }
    return trainNames(on: documents, clusters: [], gazetteer: [], training)
  }

  @Test func theSameSeedGivesTheSameBytes() {
    let first = trained(seed: 1)
    #expect(first == trained(seed: 1))
    #expect(first != trained(seed: 2))
  }

  @Test func aTrainedModelKnowsWhatItWasTaught() throws {
    let bytes = trained(seed: 1)
    let marked = "The envoy met [PERSON Zorblat] in [GPE Quixia]."
    let text = tokenize(Prose(verbatim: Array(unmarkedNames(marked).utf8)))
    try bytes.withUnsafeBytes { bytes in
      let empty = Gazetteer(permanent: UnsafeRawBufferPointer(start: nil, count: 0))
      let recognizer = try #require(LearnedRecognizer(permanent: bytes, gazetteer: empty))
      #expect(renderedNames(recognizer.mentions(in: text), in: text) == marked)
    }
  }
}
