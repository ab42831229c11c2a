import Annotator
import LanguageServerProtocol
import TestSupport
import Testing

@testable import annotate_server

/// What the encoder makes of open documents, after they have been read at once. Where in an article it
/// begins, and how much it reads before it tells, is left to the machine; what comes of it in the end
/// is not.
@Suite(.enabled(if: Pipeline.refined != nil, "the program is built without an encoder's weights"))
struct RefinementTests {
  private static let text = """
    Residents of Millbrook fear the closure will hurt small shops, a survey found.

    The union's stance is that wages must rise, and analysts doubt the company will agree.

    Kerrigan bemoaned the lack of progress at Northgate.
    """
  private static let capabilities: JSONValue = [
    "experimental": ["publishAnnotations": true],
    "workspace": ["semanticTokens": ["refreshSupport": true]],
  ]
  private static let both: JSONValue = ["accuracy": "both"]

  /// What a tier finds in a text, as a client is told.
  private func expected(_ text: String, _ tier: Tier) throws -> [JSONValue] {
    let stages = try #require(Pipeline.stages(of: tier))
    let analysis = try stages.annotate(SourceText(text))
    var claims: [JSONValue] = []
    for claim in analysis.annotations.claims {
      claims.append(.array(claim.content.map { .string(analysis.text.string($0)) }))
    }
    return claims
  }

  /// The contents of the claims that a client was told of.
  private func contents(_ annotations: JSONValue, of text: String) -> [JSONValue] {
    let source = SourceText(text)
    let conversion = Conversion(source, unit: .utf16)
    guard case .array(let claims)? = annotations["claims"] else { return [] }
    return claims.map { claim in
      guard case .array(let ranges)? = claim["content"] else { return [] }
      return .array(
        ranges.map { range in
          func offset(_ end: String) -> Int {
            guard case .integer(let line)? = range[end]?["line"],
              case .integer(let column)? = range[end]?["character"]
            else { return 0 }
            return conversion.offset(line: line, column: column)
          }
          return .string(source.string(offset("start")..<offset("end")))
        })
    }
  }

  private func annotations(
    _ client: TestClient, version: Int, _ tier: String
  ) async -> JSONValue {
    await client.notification("textDocument/publishAnnotations") {
      $0["version"] == .integer(version) && $0["tier"] == .string(tier)
    }
  }

  @Test func theBetterAnswerFollowsTheOneAtOnce() async throws {
    let client = await TestClient.started(capabilities: Self.capabilities, options: Self.both)
    await client.open(Self.text)
    let first = await annotations(client, version: 1, "instant")
    let atOnce = try expected(Self.text, .instant)
    #expect(contents(first, of: Self.text) == atOnce)
    let last = await annotations(client, version: 1, "refined")
    let better = try expected(Self.text, .refined)
    #expect(contents(last, of: Self.text) == better)
    #expect(atOnce != better)
    let refresh = await client.receive { $0["method"] == "workspace/semanticTokens/refresh" }
    #expect(refresh["id"] != nil)
    let answer = await client.request(
      "textDocument/annotations", ["textDocument": document()])
    #expect(answer["result"]?["tier"] == "refined")
  }

  @Test func anEditKeepsWhatWasReadElsewhere() async throws {
    let client = await TestClient.started(capabilities: Self.capabilities, options: Self.both)
    await client.open(Self.text)
    _ = await annotations(client, version: 1, "refined")
    let change: JSONValue = [
      "range": [
        "start": ["line": 4, "character": 0], "end": ["line": 4, "character": 8],
      ], "text": "Mayor Ann Lee",
    ]
    await client.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": "file:///article.md", "version": 2], "contentChanges": [change]])
    let edited = Self.text.replacing("Kerrigan", with: "Mayor Ann Lee")
    // Two passages are as they were, of which the encoder has said what it says.
    let first = await annotations(client, version: 2, "instant")
    #expect(contents(first, of: edited).prefix(2) == (try expected(edited, .refined)).prefix(2))
    let last = await annotations(client, version: 2, "refined")
    #expect(contents(last, of: edited) == (try expected(edited, .refined)))
  }

  @Test(arguments: 0..<3)
  func afterManyEditsTheTextIsReadAsAFreshOne(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let client = await TestClient.started(capabilities: Self.capabilities, options: Self.both)
    await client.open(Self.text)
    let passages = Self.text.split(separator: "\n\n").map(String.init)
    var text = Self.text
    for version in 2...8 {
      text = (0..<3).map { _ in passages.randomElement(using: &random)! }
        .joined(separator: "\n\n")
      await client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "file:///article.md", "version": .integer(version)],
          "contentChanges": [["text": .string(text)]],
        ])
    }
    let last = await annotations(client, version: 8, "refined")
    #expect(contents(last, of: text) == (try expected(text, .refined)))
  }

  @Test func answersMayWaitForTheBetterReading() async throws {
    let client = await TestClient.started(options: ["accuracy": "refined"])
    await client.open(Self.text)
    let answer = await client.request("textDocument/annotations", ["textDocument": document()])
    #expect(answer["result"]?["tier"] == "refined")
    #expect(
      contents(answer["result"] ?? .null, of: Self.text) == (try expected(Self.text, .refined)))
  }

  @Test func aChangeOfTheOptionIsHeededAtOnce() async throws {
    let client = await TestClient.started(
      capabilities: Self.capabilities, options: ["accuracy": "instant"])
    await client.open(Self.text)
    _ = await annotations(client, version: 1, "instant")
    await client.notify(
      "workspace/didChangeConfiguration", ["settings": ["annotate": Self.both]])
    _ = await annotations(client, version: 1, "refined")
    await client.notify(
      "workspace/didChangeConfiguration", ["settings": ["annotate": ["accuracy": "instant"]]])
    let last = await client.request("textDocument/annotations", ["textDocument": document()])
    #expect(last["result"]?["tier"] == "instant")
    #expect(
      contents(last["result"] ?? .null, of: Self.text) == (try expected(Self.text, .instant)))
  }

  @Test func aPassageThatComesBackIsNotReadAgain() throws {
    let cache = ReadingCache()
    func passage(_ text: String) throws -> AnalyzedPassage {
      try #require(Pipeline.standard.annotate(SourceText(text), as: .plain).passages.first)
    }
    let reading = try #require(cache.reading(of: passage("Kim met Lee.")))
    let other = try #require(cache.reading(of: passage("Kim met Lavrov.")))
    #expect(reading !== other)
    #expect(cache.reading(of: try passage("Kim met Lee.")) === reading)
  }
}
