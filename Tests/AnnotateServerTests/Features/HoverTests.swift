import LanguageServerProtocol
import Testing

/// What a reader sees on resting the pointer.
struct HoverTests {
  private static let article = """
    # Russia says it will build ties with Norway

    **2023-10-27**

    Kremlin spokesman Dmitry Peskov denied on Thursday that [Russia](https://example.org/Oslo) knew.

    He added: "We do not comment."

    """
  private static let markdown: JSONValue = [
    "textDocument": ["hover": ["contentFormat": ["markdown", "plaintext"]]]
  ]

  /// The hover in the middle of the last occurrence of some words.
  private func hover(_ words: String, _ capabilities: JSONValue = [:]) async throws -> JSONValue? {
    let client = await TestClient.started(capabilities: capabilities)
    await client.open(Self.article)
    let found = try #require(
      Self.article.ranges(of: words).last, "“\(words)” is in the article")
    let before = Self.article[..<found.lowerBound]
    let line = before.count { $0 == "\n" }
    let start = before.lastIndex(of: "\n").map { before[$0...].dropFirst() } ?? before[...]
    let column = start.utf16.count + words.utf16.count / 2
    return await client.request(
      "textDocument/hover",
      [
        "textDocument": document(),
        "position": ["line": .integer(line), "character": .integer(column)],
      ])["result"]
  }

  private func text(_ hover: JSONValue?) -> String {
    guard case .string(let text)? = hover?["contents"]?["value"] else { return "" }
    return text
  }

  @Test func anEntityIsNamed() async throws {
    let found = try await hover("Peskov", Self.markdown)
    #expect(found?["contents"]?["kind"] == "markdown")
    #expect(text(found).contains("**Dmitry Peskov** — person"))
    #expect(text(found).contains("spokesman"))
    let range = found?["range"]
    #expect(range?["start"] == ["line": 4, "character": 18])
    #expect(range?["end"] == ["line": 4, "character": 31])
  }

  @Test func aPronounIsTheOneItMeans() async throws {
    let found = try await hover("He")
    #expect(text(found).contains("Dmitry Peskov — person"))
    #expect(found?["range"]?["end"] == ["line": 6, "character": 2])
  }

  @Test func aDateHasItsValue() async throws {
    let found = try await hover("Thursday", Self.markdown)
    #expect(text(found).contains("Value: `2023-10-26`"))
  }

  @Test func aClaimHasItsSourceAndItsFields() async throws {
    let direct = try await hover("do not comment")
    #expect(text(direct).contains("Claim of He (Dmitry Peskov): “added"))
    #expect(text(direct).contains("direct, statement, positive, certain"))
    let denied = try await hover("denied", Self.markdown)
    #expect(text(denied).contains("**Claim** of Kremlin spokesman Dmitry Peskov"))
    #expect(text(denied).contains(": “denied”"))
    #expect(text(denied).contains("indirect, statement, negative, certain"))
  }

  @Test func plainTextHasNoMarks() async throws {
    for words in ["Peskov", "Thursday", "denied", "do not comment"] {
      let found = try await hover(words)
      #expect(found?["contents"]?["kind"] == "plaintext")
      #expect(!text(found).isEmpty)
      #expect(!text(found).contains("*") && !text(found).contains("`"))
    }
  }

  @Test func whereNothingIsKnownThereIsNothing() async throws {
    #expect(try await hover("2023-10") == .null)
    let client = await TestClient.started()
    await client.open(Self.article)
    for (line, character) in [(1, 0), (1000, 0), (3, 1000)] {
      let answer = await client.request(
        "textDocument/hover",
        [
          "textDocument": document(),
          "position": ["line": .integer(line), "character": .integer(character)],
        ])
      #expect(answer["result"] == .null)
    }
  }
}
