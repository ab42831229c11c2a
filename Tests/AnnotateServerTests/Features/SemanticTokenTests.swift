import Annotator
import LanguageServerProtocol
import Testing

/// The coloured tokens, as a client reads them.
struct SemanticTokenTests {
  private static let article = """
    # Oslo refuses 😀 Kim Jong Un

    Kremlin spokesman Dmitry Peskov said on Thursday: "We have told
    [North](https://example.org/Oslo) Korea in 😀 Oslo that we do not comment."

    He denied that Russia
    had `Kim` paid $40 million.

    """

  /// A client with the answers of its session.
  private struct Colours {
    var client: TestClient
    var legend: JSONValue?

    init(
      _ text: String, capabilities: JSONValue = [:], options: JSONValue = .null
    ) async {
      client = TestClient()
      let answer = await client.request(
        "initialize",
        ["processId": nil, "capabilities": capabilities, "initializationOptions": options])
      legend = answer["result"]?["capabilities"]?["semanticTokensProvider"]?["legend"]
      await client.notify("initialized", [:])
      await client.open(text)
    }

    func ask(_ method: String, _ params: [String: JSONValue] = [:]) async -> JSONValue? {
      let all = params.merging(["textDocument": document()]) { $1 }
      return await client.request("textDocument/semanticTokens/" + method, .object(all))["result"]
    }

    func full() async -> [Int] { numbers(await ask("full")?["data"]) }
  }

  private func tokens(
    _ text: String, capabilities: JSONValue = [:], options: JSONValue = .null
  ) async -> [ReadToken] {
    let colours = await Colours(text, capabilities: capabilities, options: options)
    return readTokens(await colours.full(), of: text, legend: colours.legend)
  }

  private static let own: JSONValue = ["semanticTokens": ["names": "own"]]

  @Test(arguments: seeds.keys.sorted(), ["cues", "all", "none"])
  func tokensCoverVisibleText(name: String, claims: String) async throws {
    let text = try #require(seeds[name])
    let read = await tokens(
      text, options: ["semanticTokens": ["names": "own", "claims": .string(claims)]])
    #expect(read.count > 30)
    // Every token lies in the text that a reader sees.
    var visible: Set<Int> = []
    for passage in parseArticle(SourceText(text)).passages {
      for segment in passage.prose.segments {
        let start = passage.range.lowerBound + segment.source
        visible.formUnion(start..<start + segment.sourceLength)
      }
    }
    var starts = [0]
    for (index, byte) in text.utf8.enumerated() where byte == 10 { starts.append(index + 1) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for token in read {
      let before = lines[token.line].utf16.prefix(token.column)
      let start = starts[token.line] + String(decoding: Array(before), as: UTF16.self).utf8.count
      #expect((start..<start + token.text.utf8.count).allSatisfy(visible.contains), "\(token)")
    }
    #expect(read.contains { $0.type == "claimCue" } == (claims != "none"))
    #expect(read.contains { $0.type == "claimContent" } == (claims == "all"))
    #expect(read.contains { $0.type == "claimSource" } == (claims == "all"))
  }

  @Test func entitiesAndCuesAreColouredByDefault() async {
    let read = await tokens(Self.article, options: Self.own)
    func types(_ text: String) -> Set<String> {
      Set(read.filter { $0.text == text }.map(\.type))
    }
    #expect(types("Oslo") == ["place"])
    #expect(types("Kim Jong Un") == ["person"])
    #expect(types("Dmitry Peskov") == ["person"])
    #expect(types("Thursday") == ["date"])
    #expect(types("said") == ["claimCue"])
    #expect(types("$40 million") == ["quantity"])
    #expect(types("Kim") == [], "code is not read")
    #expect(!read.contains { $0.text.contains("example") }, "addresses are not read")
    let first = read.first { $0.text == "Dmitry Peskov" }
    #expect(first?.modifiers.contains("definition") == true)
    let denied = read.first { $0.text == "denied" }
    #expect(denied?.modifiers == ["indirect", "negated"])
    let said = read.first { $0.text == "said" }
    #expect(said?.modifiers == ["direct"])
    let pronoun = read.first { $0.text == "He" }
    #expect(pronoun?.type == "person" && pronoun?.modifiers.contains("pronoun") == true)
  }

  @Test func namesAreTheClientsOwnOrThoseOfThemes() async {
    let own: JSONValue = [
      "person", "organization", "place", "group", "event", "work", "product", "date", "quantity",
      "role", "claimCue", "claimSource", "claimContent",
    ]
    let some: JSONValue = ["person", "place"]
    func legend(_ types: JSONValue?, _ options: JSONValue = .null) async -> JSONValue? {
      let capabilities: JSONValue =
        types.map { ["textDocument": ["semanticTokens": ["tokenTypes": $0]]] } ?? [:]
      let colours = await Colours("", capabilities: capabilities, options: options)
      return colours.legend?["tokenTypes"]
    }
    let standard = await legend(nil)
    #expect(elements(standard).count == elements(own).count)
    #expect(Set(elements(standard)).count == elements(own).count, "each kind has a colour")
    #expect(Set(elements(standard)).isDisjoint(with: Set(elements(own)).subtracting(["event"])))
    #expect(await legend(own) == own)
    #expect(await legend(some) == standard)
    #expect(await legend(own, ["semanticTokens": ["names": "standard"]]) == standard)
    #expect(await legend(nil, Self.own) == own)
  }

  @Test func aPartHasTheTokensOfThePart() async throws {
    let text = try #require(seeds["2024-10-22-mackerel-talks"])
    let colours = await Colours(text)
    let all = readTokens(await colours.full(), of: text, legend: colours.legend)
    for (from, to) in [(0, 5), (10, 16), (14, 14), (0, 1000), (1000, 2000)] {
      let answer = await colours.ask(
        "range",
        [
          "range": [
            "start": ["line": .integer(from), "character": 0],
            "end": ["line": .integer(to), "character": 0],
          ]
        ])
      let part = readTokens(numbers(answer?["data"]), of: text, legend: colours.legend)
      #expect(Set(part).isSubset(of: all))
      #expect(Set(part).isSuperset(of: all.filter { from <= $0.line && $0.line < to }))
      #expect(part.allSatisfy { from <= $0.line && $0.line <= to })
    }
  }

  @Test func aDeltaMakesTheOldTokensTheNewOnes() async throws {
    let text = try #require(seeds["2023-11-09-paper-strip"])
    let colours = await Colours(text)
    var known = await colours.ask("full")
    var version = 1
    let edits = ["Kim Jong Un said so. ", "\n\nIn Oslo\n\n", "", "x", "“", "On Thursday "]
    for (index, insertion) in edits.enumerated() {
      version += 1
      let place: JSONValue = ["line": .integer(11 + index * 3), "character": 0]
      await colours.client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "file:///article.md", "version": .integer(version)],
          "contentChanges": [
            ["range": ["start": place, "end": place], "text": .string(insertion)]
          ],
        ])
      let delta = await colours.ask(
        "full/delta", ["previousResultId": known?["resultId"] ?? .null])
      var data = numbers(known?["data"])
      for edit in elements(delta?["edits"]).reversed() {
        let place = numbers(.array([edit["start"] ?? .null, edit["deleteCount"] ?? .null]))
        try #require(place.count == 2 && place[0] + place[1] <= data.count)
        data.replaceSubrange(place[0]..<place[0] + place[1], with: numbers(edit["data"]))
      }
      known = await colours.ask("full")
      #expect(data == numbers(known?["data"]), "after \(insertion)")
    }
    let unknown = await colours.ask("full/delta", ["previousResultId": "no such"])
    #expect(numbers(unknown?["data"]) == numbers(known?["data"]), "all where nothing is known")
  }
}
