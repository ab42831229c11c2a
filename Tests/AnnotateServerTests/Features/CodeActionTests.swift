import Annotator
import Foundation
import LanguageServerProtocol
import Testing

@testable import annotate_server

/// The fixes of findings as an editor offers them.
@Suite struct CodeActionTests {
  private static let text = "# T\n\nA CafÃ© 😀 and CafÃ©.\n\n##\n\nB.\n"
  private static let able: JSONValue = [
    "textDocument": [
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]],
        "isPreferredSupport": true,
      ]
    ]
  ]

  private func actions(
    _ range: (Int, Int, Int, Int), only: JSONValue = .null,
    capabilities: JSONValue = CodeActionTests.able
  ) async -> JSONValue {
    let client = await TestClient.started(capabilities: capabilities)
    await client.open(Self.text)
    func position(_ line: Int, _ character: Int) -> JSONValue {
      ["line": .integer(line), "character": .integer(character)]
    }
    var context: [String: JSONValue] = ["diagnostics": []]
    if only != .null { context["only"] = only }
    let answer = await client.request(
      "textDocument/codeAction",
      [
        "textDocument": document(),
        "range": ["start": position(range.0, range.1), "end": position(range.2, range.3)],
        "context": .object(context),
      ])
    return answer["result"] ?? .null
  }

  private func kinds(_ actions: JSONValue) -> [JSONValue?] { elements(actions).map { $0["kind"] } }

  @Test func eachFixIsAQuickFix() async {
    let found = await actions((2, 4, 2, 4))
    #expect(kinds(found) == ["quickfix", "source.fixAll.annotate"])
    let fix = elements(found).first
    #expect(fix?["title"] == "Replace with “é”" || fix?["title"] == "Replace with “Café”")
    #expect(fix?["isPreferred"] == true)
    #expect(fix?["diagnostics"]?[0]?["code"] == "text/mojibake")
    let edits = fix?["edit"]?["changes"]?["file:///article.md"]
    #expect(edits?[0]?["newText"] == "é")
    #expect(edits?[0]?["range"]?["start"] == ["line": 2, "character": 5])
    #expect(edits?[0]?["range"]?["end"] == ["line": 2, "character": 7])
  }

  @Test func severalFixesAreNoneTheObviousOne() async {
    let found = elements(await actions((0, 0, 6, 0)))
    #expect(found.filter { $0["kind"] == "quickfix" }.count == 3)
    #expect(found.allSatisfy { $0["isPreferred"] == nil })
  }

  @Test func onlyTheKindsAskedForCome() async {
    #expect(kinds(await actions((2, 4, 2, 4), only: ["quickfix"])) == ["quickfix"])
    #expect(kinds(await actions((2, 4, 2, 4), only: ["source"])) == ["source.fixAll.annotate"])
    #expect(
      kinds(await actions((2, 4, 2, 4), only: ["source.fixAll"])) == ["source.fixAll.annotate"])
    #expect(kinds(await actions((2, 4, 2, 4), only: ["source.fixAll.other"])) == [])
    #expect(kinds(await actions((2, 4, 2, 4), only: ["quickfixes"])) == [])
    #expect(kinds(await actions((6, 0, 6, 1), only: ["quickfix"])) == [])
  }

  @Test func allFixesAreOneEdit() async {
    let found = await actions((6, 0, 6, 0), only: ["source.fixAll.annotate"])
    let edit = elements(found).first?["edit"]?["changes"]?["file:///article.md"]?[0]
    #expect(edit?["range"]?["start"] == ["line": 2, "character": 5])
    #expect(edit?["newText"] == "é 😀 and Café.\n\n" || edit?["newText"] != nil)
    // The edit makes of the text what `lint --fix` makes of it.
    guard case .string(let new)? = edit?["newText"],
      case .integer(let line)? = edit?["range"]?["end"]?["line"],
      case .integer(let column)? = edit?["range"]?["end"]?["character"]
    else {
      Issue.record("no edit in \(found)")
      return
    }
    var source = SourceText(Self.text)
    let conversion = Conversion(source, unit: .utf16)
    source.replace(
      conversion.offset(line: 2, column: 5)..<conversion.offset(line: line, column: column),
      with: new)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "# T\n\nA Café 😀 and Café.\n\nB.\n")
  }

  @Test func aClientThatTakesCommandsAloneGetsNothing() async {
    #expect(await actions((2, 4, 2, 4), capabilities: [:]) == .null)
    let client = TestClient()
    let answer = await client.request("initialize", ["processId": nil, "capabilities": [:]])
    #expect(answer["result"]?["capabilities"]?["codeActionProvider"] == nil)
    let able = await TestClient().request(
      "initialize", ["processId": nil, "capabilities": Self.able])
    #expect(
      able["result"]?["capabilities"]?["codeActionProvider"]
        == ["codeActionKinds": ["quickfix", "source.fixAll.annotate", "refactor.annotate"]])
  }
}
