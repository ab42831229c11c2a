import LanguageServerProtocol
import Testing

/// The outline of an article.
struct DocumentSymbolTests {
  private static let article = """
    # Oslo refuses

    Kremlin spokesman Dmitry Peskov said on Thursday that Russia knew.

    ## The reasons

    He denied that [Norway](https://example.org/a) had asked.

    ### Money

    ## The end

    Nothing is known.

    """

  private func symbols(_ text: String, asTree: Bool) async -> [JSONValue] {
    let client = await TestClient.started(capabilities: [
      "textDocument": [
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": .bool(asTree)]
      ]
    ])
    await client.open(text)
    let answer = await client.request(
      "textDocument/documentSymbol", ["textDocument": document()])
    return elements(answer["result"])
  }

  /// A tree with one line a symbol: two blanks a level, its kind, its name.
  private func drawn(_ symbols: [JSONValue], _ level: Int = 0) -> [String] {
    symbols.flatMap { symbol -> [String] in
      let blanks = String(repeating: "  ", count: level)
      guard case .string(let name)? = symbol["name"], case .integer(let kind)? = symbol["kind"]
      else { return ["no symbol: \(symbol)"] }
      return ["\(blanks)\(kind) \(name)"] + drawn(elements(symbol["children"]), level + 1)
    }
  }

  /// A range as numbers that compare in text order: line and column of both ends.
  private func numbers(_ range: JSONValue?) -> (start: Int, end: Int) {
    func number(_ place: JSONValue?) -> Int {
      guard case .integer(let line)? = place?["line"],
        case .integer(let column)? = place?["character"]
      else { return -1 }
      return line << 20 | column
    }
    return (number(range?["start"]), number(range?["end"]))
  }

  private func checkRanges(_ symbols: [JSONValue], inside outer: (start: Int, end: Int)) {
    for symbol in symbols {
      let range = numbers(symbol["range"])
      let selection = numbers(symbol["selectionRange"])
      #expect(range.start >= 0 && range.start <= range.end, "\(symbol)")
      #expect(
        range.start <= selection.start && selection.end <= range.end,
        "a symbol's selection lies in its range: \(symbol)")
      #expect(
        outer.start <= range.start && range.end <= outer.end,
        "a child lies in its parent: \(symbol)")
      guard case .string(let name)? = symbol["name"] else { continue }
      #expect(!name.isEmpty && !name.contains("\n") && name.count <= 80)
      checkRanges(elements(symbol["children"]), inside: range)
    }
  }

  @Test func theTreeIsTitleSectionsAndClaims() async {
    let tree = await symbols(Self.article, asTree: true)
    #expect(
      drawn(tree) == [
        "1 Oslo refuses",
        "  24 Kremlin spokesman Dmitry Peskov: that Russia knew",
        "  3 The reasons",
        "    24 He: that Norway had asked",
        "    3 Money",
        "  3 The end",
      ])
    checkRanges(tree, inside: (0, .max))
  }

  @Test(arguments: seeds.keys.sorted())
  func rangesNestInTheSampleArticles(name: String) async throws {
    let tree = await symbols(try #require(seeds[name]), asTree: true)
    #expect(tree.count == 1, "all stands below the title")
    #expect(drawn(tree).count > 8)
    checkRanges(tree, inside: (0, .max))
  }

  @Test(arguments: [
    "", "\n", "no title", "## Section first\n\n# Title\n\n## Section\n", "# A\n# B\n### C\n## D\n",
    "#\n\n##\n", "Title\n=====\n\nKim said no.\n-------\n",
  ])
  func rangesNestInOddArticles(text: String) async {
    checkRanges(await symbols(text, asTree: true), inside: (0, .max))
  }

  @Test func aFlatListHoldsTheSameSymbols() async {
    let tree = await symbols(Self.article, asTree: true)
    let flat = await symbols(Self.article, asTree: false)
    #expect(
      drawn(flat) == drawn(tree).map { line in String(line.drop { $0 == " " }) })
    #expect(
      flat.map { $0["containerName"] } == [
        nil, "Oslo refuses", "Oslo refuses", "The reasons", "The reasons", "Oslo refuses",
      ])
    #expect(flat.allSatisfy { $0["location"]?["uri"] == "file:///article.md" })
    #expect(flat.first?["location"]?["range"] == tree.first?["range"])
    #expect(flat.allSatisfy { $0["children"] == nil })
  }
}
