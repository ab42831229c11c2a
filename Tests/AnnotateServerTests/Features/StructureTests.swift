import LanguageServerProtocol
import Testing

/// What the markup gives an editor: folds, selections, links.
struct StructureTests {
  private static let article = """
    # Talks fail in Oslo

    **Example News**
    **2023-10-27**
    **https://example.org/2023/10/27/talks**

    ![The talks](https://example.org/talks.jpg)

    Norway said on Thursday that "it is over".

    ## The reasons

    - one
    - two

    <!--
    a note
    -->

    ## The end

    See [the report](reports/a.md "Title"), [that one][r], <https://example.org/b> and [up](#top).

    [r]: https://example.org/c

    """

  private func folds(_ capabilities: JSONValue = [:]) async -> [String] {
    let article = await MarkedArticle(Self.article, capabilities: capabilities)
    return elements(await article.ask("textDocument/foldingRange")).map { fold in
      guard case (.integer(let start)?, .integer(let end)?) = (fold["startLine"], fold["endLine"])
      else { return "no fold" }
      guard case .string(let kind)? = fold["kind"] else { return "\(start)–\(end)" }
      return "\(start)–\(end) \(kind)"
    }
  }

  @Test func sectionsHeadAndBlocksFold() async {
    #expect(await folds() == ["0–23", "2–4 region", "10–17", "12–13", "15–17 comment", "19–23"])
  }

  @Test func aClientsLimitKeepsTheWidest() async {
    let few = await folds(["textDocument": ["foldingRange": ["rangeLimit": 2]]])
    #expect(few == ["0–23", "10–17"])
  }

  @Test func selectionsGrowFromTheWord() async {
    let article = await MarkedArticle(
      "# Title\n\nNorway rests. Jens Stol‸tenberg said it is over.\n")
    let answer = await article.client.request(
      "textDocument/selectionRange",
      ["textDocument": document(), "positions": [article.cursor]])
    var stretches: [String] = []
    var next = elements(answer["result"]).first
    while let stretch = next {
      stretches.append(article.words(stretch["range"]))
      next = stretch["parent"]
    }
    #expect(
      stretches == [
        "2 Stoltenberg", "2 Jens Stoltenberg", "2 Jens Stoltenberg said it is over",
        "2 Jens Stoltenberg said it is over.", "2 Norway rests. Jens Stoltenberg said it is over.",
        "0–2", "0–3",
      ])
  }

  @Test func everyPlaceHasASelection() async {
    let article = await MarkedArticle(Self.article)
    let answer = await article.client.request(
      "textDocument/selectionRange",
      [
        "textDocument": document(),
        "positions": [
          ["line": 1, "character": 0], ["line": 99, "character": 9], ["line": 6, "character": 4],
        ],
      ])
    #expect(elements(answer["result"]).count == 3)
  }

  @Test func linksLeadSomewhere() async {
    let article = await MarkedArticle(Self.article)
    let links = elements(await article.ask("textDocument/documentLink"))
    let drawn = links.map { link -> String in
      guard case .string(let target)? = link["target"] else { return "no target" }
      return "\(article.words(link["range"])) → \(target)"
    }
    #expect(
      drawn == [
        "4 https://example.org/2023/10/27/talks → https://example.org/2023/10/27/talks",
        "6 https://example.org/talks.jpg → https://example.org/talks.jpg",
        "21 reports/a.md → file:///reports/a.md", "21 that one → https://example.org/c",
        "21 https://example.org/b → https://example.org/b",
      ])
  }
}
