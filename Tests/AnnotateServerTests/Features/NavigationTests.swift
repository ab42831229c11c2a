import LanguageServerProtocol
import Testing

/// The ways between the mentions of a thing, and from a claim to its source.
struct NavigationTests {
  private static let article = """
    # Peskov denies Norway's report

    Kremlin spokesman Dmitry Peskov denied on Thursday that [Norway](https://example.org/a) knew.

    He added: "We do not comment." Peskov left.

    """

  /// The article with the cursor in the last occurrence of some words.
  private func at(_ words: String) async throws -> MarkedArticle {
    let found = try #require(Self.article.ranges(of: words).last)
    var marked = Self.article
    marked.insert("‸", at: marked.index(after: found.lowerBound))
    return await MarkedArticle(marked)
  }

  @Test(arguments: [
    ("He", "2 Dmitry Peskov"), ("Peskov left", "2 Dmitry Peskov"), ("Dmitry", "2 Dmitry Peskov"),
    ("added", "2 Dmitry Peskov"), ("do not comment", "2 Dmitry Peskov"), ("Norway](", "0 Norway"),
  ])
  func definitionIsTheFullName(_ words: String, _ expected: String) async throws {
    let article = try await at(words)
    let found = await article.ask("textDocument/definition")
    #expect(article.words(found?["range"]) == expected)
    #expect(found?["uri"] == "file:///article.md")
  }

  @Test(arguments: ["left", "Thursday"])
  func whatIsNoThingHasNoDefinition(_ words: String) async throws {
    #expect(try await at(words).ask("textDocument/definition") == .null)
  }

  @Test func referencesAreTheChain() async throws {
    let article = try await at("He")
    let with = await article.ask(
      "textDocument/references", ["context": ["includeDeclaration": true]])
    #expect(
      elements(with).map { article.words($0["range"]) }
        == ["0 Peskov", "2 Dmitry Peskov", "4 He", "4 Peskov"])
    let without = await article.ask(
      "textDocument/references", ["context": ["includeDeclaration": false]])
    #expect(
      elements(without).map { article.words($0["range"]) } == ["0 Peskov", "4 He", "4 Peskov"])
  }

  @Test func highlightsAreTheChainOrTheClaim() async throws {
    let name = try await at("Norway](")
    let mentions = elements(await name.ask("textDocument/documentHighlight"))
    #expect(mentions.map { name.words($0["range"]) } == ["0 Norway", "2 Norway"])
    let cue = try await at("added")
    let parts = elements(await cue.ask("textDocument/documentHighlight"))
    #expect(
      parts.map { cue.words($0["range"]) } == ["4 He", "4 added:", "4 \"We do not comment.\""])
  }

  @Test func sameFormsAreEditedAsOne() async throws {
    let article = try await at("Peskov left")
    let found = await article.ask("textDocument/linkedEditingRange")
    #expect(elements(found?["ranges"]).map { article.words($0) } == ["0 Peskov", "4 Peskov"])
    #expect(try await at("Dmitry").ask("textDocument/linkedEditingRange") == .null)
  }

  @Test func personsLeadToClaimsAndBack() async throws {
    let article = try await at("Peskov left")
    let item = try #require(elements(await article.ask("textDocument/prepareCallHierarchy")).first)
    #expect(item["name"] == "Dmitry Peskov")
    let outgoing = elements(
      await article.client.request("callHierarchy/outgoingCalls", ["item": item])["result"])
    let contents = outgoing.compactMap { $0["to"]?["name"] }
    #expect(contents.contains("\"We do not comment.\""))
    #expect(outgoing.flatMap { elements($0["fromRanges"]) }.map(article.words).contains("4 He"))

    let claim = try #require(
      outgoing.compactMap { $0["to"] }.first { $0["name"] == "\"We do not comment.\"" })
    let incoming = elements(
      await article.client.request("callHierarchy/incomingCalls", ["item": claim])["result"])
    #expect(incoming.map { $0["from"]?["name"] } == ["Dmitry Peskov"])
  }

  @Test func aThingLeadsToTheClaimsAboutIt() async throws {
    let article = try await at("Norway](")
    let item = try #require(elements(await article.ask("textDocument/prepareCallHierarchy")).first)
    let incoming = elements(
      await article.client.request("callHierarchy/incomingCalls", ["item": item])["result"])
    #expect(incoming.contains { elements($0["fromRanges"]).map(article.words) == ["2 Norway"] })
    let claim = try #require(incoming.last?["from"])
    let outgoing = elements(
      await article.client.request("callHierarchy/outgoingCalls", ["item": claim])["result"])
    #expect(outgoing.map { $0["to"]?["name"] } == ["Norway"])
  }
}
