import LanguageServerProtocol
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("file:///a/b.md", "/a/b.md"),
    ("file:/a/b.md", "/a/b.md"),
    ("FILE:///a", "/a"),
    ("file://localhost/a", "/a"),
    ("file:///", "/"),
    ("file:///a%20b/%C3%A4.md", "/a b/ä.md"),
    ("file:///a%20b/ä.md", "/a b/ä.md"),
    ("file:///c%3A/a.md", "/c:/a.md"),
    ("file:///100%.md", "/100%.md"),
    ("file:///%zz%2", "/%zz%2"),
    ("file:///a?x#y", "/a"),
    ("file:///a%3Fx%23y", "/a?x#y"),
    ("file:///a+b", "/a+b"),
    ("file://server/a", nil),
    ("file://", nil),
    ("file:", nil),
    ("file:a.md", nil),
    ("file:///%FF", nil),
    ("file:///a%00b", nil),
    ("untitled:Untitled-1", nil),
    ("https://a.org/b", nil),
    ("/a/b.md", nil),
    ("", nil),
  ])
  func paths(uri: String, path: String?) {
    #expect(DocumentURI(rawValue: uri).path == path)
  }

  @Test(arguments: [
    ("/a/b.md", "file:///a/b.md"),
    ("/a b/ä#?%+:.md", "file:///a%20b/%C3%A4%23%3F%25%2B%3A.md"),
    ("/\n", "file:///%0A"),
  ])
  func uris(path: String, uri: String) {
    #expect(DocumentURI(path: path).rawValue == uri)
    #expect(DocumentURI(path: path).path == path)
  }

  @Test(arguments: [
    ("null", JSONValue.null),
    ("true", true),
    ("0", 0),
    ("-9223372036854775808", .integer(.min)),
    ("9223372036854775807", .integer(.max)),
    ("9007199254740993", 9_007_199_254_740_993),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("1.0", 1),
    ("1.5", 1.5),
    ("\"\"", ""),
    ("\"1\"", "1"),
    ("\"true\"", "true"),
    ("[]", .array([])),
    ("{}", .object([:])),
    (
      #"[null,[false],{"a":{"b":[1]}}]"#,
      .array([.null, .array([false]), .object(["a": ["b": .array([1])]])])
    ),
  ])
  func jsonValues(json: String, value: JSONValue) throws {
    #expect(try decode(json) == value)
    #expect(try decode(text(of: value)) == value)
  }

  @Test func membersAndElements() {
    let value: JSONValue = ["a": [1, 2], "b": nil]
    #expect(value["a"]?[1] == 2)
    #expect(value["a"]?[2] == nil)
    #expect(value["a"]?[-1] == nil)
    #expect(value["b"] == .some(.null))
    #expect(value["c"] == nil)
    #expect(value[0] == nil)
  }

  @Test(arguments: [
    (#"{"text":"a"}"#, TextDocumentContentChangeEvent.whole(text: "a")),
    (#"{"text":"a","range":null}"#, .whole(text: "a")),
    (
      """
      {"range":{"start":{"line":0,"character":1},"end":{"line":2,"character":3}},
      "rangeLength":9,"text":""}
      """,
      .range(
        Range(start: Position(line: 0, character: 1), end: Position(line: 2, character: 3)),
        text: "")
    ),
  ])
  func changes(json: String, change: TextDocumentContentChangeEvent) throws {
    #expect(try decode(json) == change)
    #expect(try decode(text(of: change)) == change)
  }

  @Test func documentsThatAreBarelyDescribed() throws {
    let item = try decode(#"{"uri":"u","text":"t"}"#, as: TextDocumentItem.self)
    let uri = DocumentURI(rawValue: "u")
    #expect(item == TextDocumentItem(uri: uri, languageId: "", version: 0, text: "t"))
    let versions = [#"{"uri":"u","version":null}"#, #"{"uri":"u"}"#]
    for version in versions {
      let identifier = try decode(version, as: VersionedTextDocumentIdentifier.self)
      #expect(identifier == VersionedTextDocumentIdentifier(uri: uri, version: nil))
    }
  }

  @Test func positionsAreOrderedByLineFirst() {
    let positions = [(1, 0), (0, 9), (0, 1), (2, 0)].map { Position(line: $0, character: $1) }
    #expect(positions.sorted().map(\.line) == [0, 0, 1, 2])
    #expect(positions.sorted().map(\.character) == [1, 9, 0, 0])
  }

  @Test func aDiagnosticComesBackAsItWent() throws {
    let range = Range(
      start: Position(line: 0, character: 0), end: Position(line: 0, character: 1))
    for code in [IntegerOrString.integer(7), "rule"] {
      let diagnostic = Diagnostic(
        range: range, severity: .warning, code: code, source: "s", message: "m",
        data: ["fix": [1, 2.5, nil]])
      #expect(try decode(text(of: diagnostic)) == diagnostic)
    }
  }
}
