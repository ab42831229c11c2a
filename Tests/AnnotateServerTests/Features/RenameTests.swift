import LanguageServerProtocol
import Testing

@testable import annotate_server

/// A thing gets another name in every form in which an article has it.
struct RenameTests {
  private func check(
    _ marked: String, _ newName: String, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let article = await MarkedArticle(marked)
    let result = await article.ask("textDocument/rename", ["newName": .string(newName)])
    let edits = elements(result?["changes"]?["file:///article.md"])
    #expect(article.applying(edits) == expected, sourceLocation: sourceLocation)
  }

  @Test func everyFormChanges() async {
    await check(
      "Dmitry Pes‸kov denied it. Peskov left..", "Dmitri Peskow",
      "Dmitri Peskow denied it. Peskow left..")
    await check(
      "Dmitry Peskov denied it. Pes‸kov left.", "Peskow",
      "Dmitry Peskow denied it. Peskow left.")
    await check(
      "Dmitry Peskov denied it. Pes‸kov left.", "Dmitri Peskow",
      "Dmitri Peskow denied it. Peskow left.")
  }

  @Test func aShorterNameLeavesNoBlanks() async {
    await check("Anna Ko‸vac left. So did Kovac.", "Kovač", "Kovač left. So did Kovač.")
  }

  @Test func markupInsideANameStays() async {
    await check(
      "Kremlin spokesman Dmitry [Peskov](https://example.org/p) said no. Pes‸kov left.", "Peskow",
      "Kremlin spokesman Dmitry [Peskow](https://example.org/p) said no. Peskow left.")
  }

  @Test(arguments: [
    ("Anna Lund", "Anna Lund", "Anna Berg", "Anna Berg"),
    ("Lund", "Anna Lund", "Anna Maria Berg", "Berg"),
    ("Anna", "Anna Lund", "Maria Berg", "Maria"),
    ("ANNA LUND", "Anna Lund", "Maria Berg", "MARIA BERG"),
    ("Foreign Minister Lund", "Lund", "Berg", "Foreign Minister Berg"),
    ("UN", "United Nations", "League of Nations", "–"),
  ])
  func formsFollow(_ form: String, _ old: String, _ new: String, _ expected: String) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let result = renamed(words(form), words(old), words(new))
    #expect(result?.joined(separator: " ") ?? "–" == expected)
  }

  @Test func whatCannotBeRenamedSaysWhy() async {
    let article = await MarkedArticle("Dmitry Peskov de‸nied it.")
    #expect(await article.ask("textDocument/prepareRename") == .null)
    let answer = await article.client.request(
      "textDocument/rename",
      ["textDocument": document(), "position": article.cursor, "newName": "x"])
    #expect(answer["error"]?["message"] != nil)
    let blank = await MarkedArticle("Dmitry Pes‸kov denied it.")
    let refused = await blank.client.request(
      "textDocument/rename",
      ["textDocument": document(), "position": blank.cursor, "newName": "  "])
    #expect(refused["error"]?["message"] == "The new name is empty. Give at least one word.")
  }

  @Test func theNameIsOfferedToBeginFrom() async {
    let article = await MarkedArticle("Dmitry Pes‸kov denied it.")
    let found = await article.ask("textDocument/prepareRename")
    #expect(found?["placeholder"] == "Dmitry Peskov")
    #expect(article.words(found?["range"]) == "0 Dmitry Peskov")
  }

  @Test func versionsAreNamedToClientsThatKnowThem() async {
    let article = await MarkedArticle(
      "Dmitry Pes‸kov denied it.",
      capabilities: ["workspace": ["workspaceEdit": ["documentChanges": true]]])
    let found = await article.ask("textDocument/rename", ["newName": "Dmitry Peskow"])
    #expect(found?["changes"] == nil)
    let change = elements(found?["documentChanges"]).first
    #expect(change?["textDocument"]?["version"] == 1)
    #expect(elements(change?["edits"]).map { $0["newText"] } == ["Peskow"])
  }
}
