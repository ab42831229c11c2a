import Annotator
import Testing

@testable import annotate_server

/// Changes of the names that a workspace knows, as edits of the file that holds them.
struct NameChangeTests {
  private static let lines = """
    {
    \t"rules": { "head/*" : "off" },
    \t"entities": [
    \t\t{ "name": "Ada", "type": "PERSON" },
    \t\t{ "name": "Tarn",
    \t\t  "type": "ORG", "aliases": ["The Tarn", "Tarn Works"] }
    \t],
    \t"ignore": ["May", "Nine"]
    }
    """

  private func check(
    _ change: NameChange, _ before: String, _ after: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let text = ConfigurationText(Array(before.utf8))
    let result = change.edits(of: text).map { text.applying($0) }
    let written = result.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(written == after, sourceLocation: location)
    #expect(result?.findings == [], sourceLocation: location)
    // To make the change again changes nothing.
    let again = result.flatMap { change.edits(of: $0) }.map { result!.applying($0).bytes }
    #expect(again == result?.bytes, sourceLocation: location)
  }

  @Test(arguments: [
    ("", "{\n  \"entities\": [\n    {\"name\": \"Ada\", \"type\": \"ORG\"}\n  ]\n}\n"),
    ("{}", "{\n  \"entities\": [\n    {\"name\": \"Ada\", \"type\": \"ORG\"}\n  ]\n}"),
    (
      "{\"exclude\": []}",
      "{\"exclude\": [], \"entities\": [{\"name\": \"Ada\", \"type\": \"ORG\"}]}"
    ),
    (
      "{\r\n\t\"exclude\": []\r\n}\r\n",
      "{\r\n\t\"exclude\": [],\r\n\t\"entities\": [\r\n\t\t{\"name\": \"Ada\", \"type\": \"ORG\"}\r\n\t]\r\n}\r\n"
    ),
    ("{\"entities\": []}", "{\"entities\": [{\"name\": \"Ada\", \"type\": \"ORG\"}]}"),
    (
      "{\"entities\": [{\"name\": \"B\", \"type\": \"ORG\"}]}",
      "{\"entities\": [{\"name\": \"B\", \"type\": \"ORG\"}, {\"name\": \"Ada\", \"type\": \"ORG\"}]}"
    ),
    (
      "{\"entities\": [{\"name\": \"Ada\", \"ignore\": true}], \"ignore\": [\"Ada\"]}",
      "{\"entities\": [{\"name\": \"Ada\", \"type\": \"ORG\"}], \"ignore\": []}"
    ),
    (
      lines,
      lines.replacing("\"Ada\", \"type\": \"PERSON\"", with: "\"Ada\", \"type\": \"ORG\"")
    ),
  ])
  func aNameIsLearned(before: String, after: String) {
    check(.learn("Ada", .organization), before, after)
  }

  @Test func theRestStaysAsItIsWritten() {
    check(
      .learn("A \"Q\"", .work), Self.lines,
      Self.lines.replacing(
        "Works\"] }\n",
        with: "Works\"] },\n\t\t{\"name\": \"A \\\"Q\\\"\", \"type\": \"WORK_OF_ART\"}\n"))
    check(
      .learn("The Tarn", .facility), Self.lines,
      Self.lines.replacing("\"ORG\", \"aliases", with: "\"FAC\", \"aliases"))
    check(
      .learn("May", .person), Self.lines,
      Self.lines.replacing("\"May\", ", with: "").replacing(
        "Works\"] }\n", with: "Works\"] },\n\t\t{\"name\": \"May\", \"type\": \"PERSON\"}\n"))
  }

  @Test func aNameIsIgnored() {
    check(.ignore("Ada"), "", "{\n  \"ignore\": [\"Ada\"]\n}\n")
    check(
      .ignore("June"), Self.lines, Self.lines.replacing("\"Nine\"]", with: "\"Nine\", \"June\"]"))
    check(
      .ignore("Tarn Works"), Self.lines,
      Self.lines.replacing(", \"Tarn Works\"", with: "")
        .replacing("\"Nine\"]", with: "\"Nine\", \"Tarn Works\"]"))
    check(
      .ignore("Ada"), Self.lines,
      Self.lines.replacing("{ \"name\": \"Ada\", \"type\": \"PERSON\" },\n\t\t", with: "")
        .replacing("\"Nine\"]", with: "\"Nine\", \"Ada\"]"))
    check(.ignore("Nine"), Self.lines, Self.lines)
  }

  @Test(arguments: ["{", "[]", "x"])
  func whatIsNoObjectIsLeftAlone(text: String) {
    #expect(NameChange.ignore("Ada").edits(of: ConfigurationText(Array(text.utf8))) == nil)
  }
}
