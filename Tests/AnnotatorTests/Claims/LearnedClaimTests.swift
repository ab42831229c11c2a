import TestSupport
import Testing

@testable import Annotator

@Suite struct LearnedClaimTests {
  private func check(_ marked: String) throws {
    let extractor = try #require(LearnedClaimExtractor.standard)
    let passages = MarkedClaims.passages(MarkedClaims.plain(marked))
    #expect(MarkedClaims.render(passages, extractor.claims(in: passages)) == marked)
  }

  @Test(arguments: [
    "{s Peskov} {c said} {q that the talks would go on}.",
    "{q \"We won,\"} {s Jane Roe} {c said}.",
    "{s The ministry} {c denied} {q that it had known of the leak}.",
    "The bridge reopened on Friday after a storm.",
  ])
  func plainReports(_ marked: String) throws { try check(marked) }

  /// The kinds of claims are those that the rules tell.
  @Test func attributes() throws {
    let extractor = try #require(LearnedClaimExtractor.standard)
    let passages = MarkedClaims.passages("The ministry denied that it had known of the leak.")
    let claim = try #require(extractor.claims(in: passages).first)
    #expect(claim.polarity == .negative)
    #expect(claim.form == .indirect)
    #expect(claim.kind == .statement)
  }

  /// Whatever the text, spans lie in their passages and are not empty; no word is in the contents of
  /// two claims, and none that reports in another's content.
  private func checkSound(_ passages: [AnalyzedPassage]) throws {
    var extractor = try #require(LearnedClaimExtractor.standard)
    extractor.threshold = 0
    var contents = Set<Place>()
    var cues = Set<Place>()
    for claim in extractor.claims(in: passages) {
      #expect(!claim.content.isEmpty)
      #expect((0...1).contains(claim.confidence))
      for span in claim.source + claim.cue + claim.content {
        #expect(passages.indices.contains(span.passage))
        #expect(!span.tokens.isEmpty)
        #expect(span.tokens.upperBound <= passages[span.passage].text.tokens.count)
      }
      for place in places(claim.content) { #expect(contents.insert(place).inserted) }
      for place in places(claim.cue) { #expect(cues.insert(place).inserted) }
    }
    #expect(contents.isDisjoint(with: cues))
  }

  private struct Place: Hashable {
    var passage: Int
    var token: Int
  }

  private func places(_ spans: [WindowSpan]) -> [Place] {
    spans.flatMap { span in span.tokens.map { Place(passage: span.passage, token: $0) } }
  }

  @Test(arguments: 0..<40) func piecesOfArticles(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0..<40, using: &random)
    let text = (0..<count).map { _ in textPieces.randomElement(using: &random) ?? "" }.joined()
    try checkSound(MarkedClaims.passages(text))
  }

  @Test func aDamagedModelIsRefused() {
    let bytes = LearnedClaimExtractor.standardFile
    for count in [0, 7, 64, 200, bytes.count - 1] {
      #expect(
        LearnedClaimExtractor(permanent: UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
          == nil)
    }
  }
}

@Suite struct ClaimTrainingTests {
  /// A text whose claims are marked as `MarkedClaims` does, one claim a line.
  private func document(_ lines: [String]) -> ClaimDocument {
    var text = ""
    var claims: [ClaimDocument.Claim] = []
    for line in lines {
      var claim = ClaimDocument.Claim(source: [], cue: [], content: [])
      var open: (letter: Character, start: Int)?
      var rest = Substring(line)
      while let character = rest.first {
        rest.removeFirst()
        if character == "{", let letter = rest.first {
          open = (letter, text.utf8.count)
          rest = rest.dropFirst(2)
        } else if character == "}", let part = open {
          let range = part.start..<text.utf8.count
          switch part.letter {
          case "s": claim.source.append(range)
          case "c": claim.cue.append(range)
          default: claim.content.append(range)
          }
        } else {
          text.append(character)
        }
      }
      text += "\n\n"
      if !claim.cue.isEmpty { claims.append(claim) }
    }
    return ClaimDocument(text: SourceText(text), claims: claims)
  }

  /// Texts in which an invented word reports, and another does not.
  private var documents: [ClaimDocument] {
    let names = ["Jane Roe", "Kim Lee", "The mayor", "A clerk", "Officials", "The ministry"]
    let contents = ["the bridge was safe", "taxes would rise", "nobody knew of it"]
    return (0..<24).map { number in
      document(
        contents.indices.map { k in
          let name = names[(number + k) % names.count]
          return (number + k) % 2 == 0
            ? "{s \(name)} {c blorbed} {q that \(contents[k])}."
            : "\(name) zimbed that \(contents[k])."
        })
    }
  }

  private func trained(seed: UInt64 = 7) throws -> [UInt8] {
    var training = ClaimTraining()
    training.seed = seed
    training.buckets = (tags: 60, roles: 60, worth: 10)
    let clusters = try #require(NameModel.standard).clusters
    let pipeline = Pipeline(
      names: RuleRecognizer(), values: ValueRecognizer(), claims: RuleClaimExtractor())
    let windows = documents.enumerated().flatMap { number, document in
      TrainingWindow.read(document, number: number, pipeline, clusters)
    }
    return train(on: windows, training) { _ in }
  }

  @Test func theSameTextsGiveTheSameBytes() throws {
    let bytes = try trained()
    #expect(bytes.count > 1_000)
    #expect(try trained() == bytes)
    #expect(try trained(seed: 8) != bytes)
  }

  @Test func whatReportsIsLearnt() throws {
    let bytes = try trained()
    // The bytes live as long as the test's process, since a model is never freed.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    let extractor = try #require(
      LearnedClaimExtractor(permanent: UnsafeRawBufferPointer(copy), threshold: 0.5))
    for marked in [
      "{s The governor} {c blorbed} {q that the dam would hold}.",
      "The governor zimbed that the dam would hold.",
    ] {
      let passages = MarkedClaims.passages(MarkedClaims.plain(marked))
      #expect(MarkedClaims.render(passages, extractor.claims(in: passages)) == marked)
    }
  }
}
