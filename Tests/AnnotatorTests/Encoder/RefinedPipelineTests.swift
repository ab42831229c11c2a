import TestSupport
import Testing

@testable import Annotator

/// The refined tier with a small encoder of random weights, which finds nonsense everywhere: what it
/// finds must be sound all the same.
@Suite struct RefinedPipelineTests {
  private static let file = RandomEncoder(seed: 5).bytes
  private static let pipeline: Pipeline? = {
    guard let network = EncoderNetwork(permanent: permanent(file)),
      let names = LearnedRecognizer.standard, let instant = LearnedClaimExtractor.standard
    else { return nil }
    let claims = RefinedClaimExtractor(
      weighing: network.weighing, instant: instant, threshold: 0)
    var pipeline = Pipeline(
      names: names, values: ValueRecognizer(), claims: claims, tier: .refined)
    pipeline.encoder = network
    return pipeline
  }()

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...60, using: &random)).map { _ in
      textPieces.randomElement(using: &random)!
    }.joined()
  }

  @Test(arguments: 0..<40)
  func anyTextIsRead(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let source = SourceText(text(&random))
    let found = try #require(Self.pipeline).annotate(source).annotations
    #expect(found.tier == .refined)
    for claim in found.claims {
      #expect(!claim.content.isEmpty)
      #expect(0...1 ~= claim.confidence)
      for range in claim.source + claim.cue + claim.content {
        #expect(0 <= range.lowerBound && range.lowerBound < range.upperBound)
        #expect(range.upperBound <= source.bytes.count)
      }
    }
  }

  @Test(arguments: 0..<20)
  func whatIsReusedChangesNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pipeline = try #require(Self.pipeline)
    let start = text(&random)
    let old = try pipeline.annotate(SourceText(start + "\n\n" + text(&random)))
    let new = SourceText(start + "\n\n" + text(&random))
    #expect(
      try pipeline.annotate(new, reusing: old).annotations == pipeline.annotate(new).annotations)
  }

  @Test(arguments: 0..<20)
  func passagesMayBeReadOneAfterAnother(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let whole = try #require(Self.pipeline)
    var pipeline = whole
    pipeline.encoder = nil
    let source = SourceText((0..<6).map { _ in text(&random) }.joined(separator: "\n\n"))
    var analysis = try pipeline.annotate(source)
    if !analysis.unread.isEmpty {
      #expect(analysis.annotations.tier == .instant)
      var instant = try Pipeline.standard.annotate(source).annotations
      instant.tier = analysis.annotations.tier
      #expect(analysis.annotations == instant)
    }
    for index in analysis.unread.shuffled(using: &random) {
      let reading = try #require(
        whole.encoder?.reading(of: analysis.passages[index].text))
      analysis = try pipeline.annotate(analysis, heeding: [index: reading])
    }
    #expect(analysis.annotations == (try whole.annotate(source)).annotations)
    // What is read stays read through an edit.
    let edited = try pipeline.annotate(
      SourceText("One more.\n\n" + source.string(0..<source.count)), reusing: analysis)
    #expect(edited.unread.count <= 2)
  }

  @Test func theWeighingLearnsWhatIsRight() throws {
    let text =
      "Kim said on Monday that rain would fall. The weather was fine. \"It is late,\" Lee said."
    let bytes = Array(text.utf8)
    func range(_ part: String) throws -> [Range<Int>] {
      let part = Array(part.utf8)
      let start = try #require(
        (0...bytes.count - part.count).first { bytes[$0..<$0 + part.count].elementsEqual(part) })
      return [start..<start + part.count]
    }
    let document = ClaimDocument(
      text: SourceText(text),
      claims: [
        .init(
          source: try range("Kim"), cue: try range("said"),
          content: try range("that rain would fall")),
        .init(source: try range("Lee"), cue: try range("said."), content: try range("It is late,")),
      ], ignored: [], weight: 1)
    var told: [String] = []
    let weighed = try #require(
      trainWeighing(of: Self.file, on: [document, document], report: { told.append($0) }))
    #expect(weighed.count == Self.file.count)
    #expect(weighed.dropLast(ClaimWeighing.size) == Self.file.dropLast(ClaimWeighing.size))
    #expect(weighed != Self.file)
    #expect(told.count == 1)
    let weighing = try #require(EncoderNetwork(permanent: permanent(weighed))).weighing
    #expect(weighing.bytes == Array(weighed.suffix(ClaimWeighing.size)))
    // The instant tier finds both claims and little else, so that it is to be trusted.
    let likely: [Float] = [1, 3] + [Float](repeating: 0, count: ClaimWeighing.instantFeatures - 2)
    #expect(weighing.probability(likely, isEncoded: false) > 0.5)
    #expect(trainWeighing(of: [1, 2, 3], on: [document]) == nil)
  }

  @Test(.enabled(if: Pipeline.refined != nil, "the program is built without an encoder's weights"))
  func theBuiltInEncoderFindsWhoSaidWhat() throws {
    let text = SourceText("Mayor Ann Lee told reporters on Monday that the bridge would be closed.")
    let found = try #require(Pipeline.refined).annotate(text, as: .plain).annotations
    #expect(found.claims.count == 1)
    let claim = try #require(found.claims.first)
    func string(_ ranges: [ByteRange]) -> String {
      ranges.map { String(decoding: text.bytes[$0], as: UTF8.self) }.joined(separator: " … ")
    }
    #expect(string(claim.source).hasSuffix("Ann Lee"))
    #expect(string(claim.cue).hasPrefix("told"))
    #expect(string(claim.content).contains("the bridge would be closed"))
  }
}
