import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

@testable import annotate_server

/// What is written about options is made from their table: the JSON Schema that editors read, and the
/// table in the README. `ANNOTATE_UPDATE_OPTIONS=1 swift test --filter OptionDocumentationTests`
/// writes both anew.
@Suite(.serialized) struct OptionDocumentationTests {
  private static let isUpdating =
    ProcessInfo.processInfo.environment["ANNOTATE_UPDATE_OPTIONS"] == "1"
  private static let schemaFile = SharedData.repository.appending(
    path: "editors/annotate.schema.json")
  private static let marks = ("<!-- options -->\n", "<!-- /options -->")

  @Test func theSchemaIsUpToDate() throws {
    let schema = optionSchema()
    if Self.isUpdating {
      try Data((json(schema, pretty: true) + "\n").utf8).write(to: Self.schemaFile)
    }
    let written = try JSONDecoder().decode(
      JSONValue.self, from: Data(contentsOf: Self.schemaFile))
    #expect(written == schema, "\(Self.schemaFile.lastPathComponent) is stale")
  }

  @Test func theReadmeListsTheOptions() throws {
    let file = SharedData.repository.appending(path: "README.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: Self.marks.0)
    try #require(parts.count == 2)
    let rest = parts[1].components(separatedBy: Self.marks.1)
    try #require(rest.count == 2)
    if Self.isUpdating {
      let text = parts[0] + Self.marks.0 + optionTableOfMarkdown() + Self.marks.1 + rest[1]
      try Data(text.utf8).write(to: file)
      return
    }
    #expect(rest[0] == optionTableOfMarkdown(), "the table of options in README.md is stale")
  }

  /// Texts of options, and whether the server finds nothing wrong with them. The schema must say the
  /// same.
  private static let samples: [(text: String, isRight: Bool)] = [
    ("{}", true),
    (
      #"""
      {"$schema": "annotate.schema.json", "rules": {"text/mojibake": "off", "head/*": "info", "*": "error"},
       "entities": [{"name": "A", "type": "ORG", "aliases": ["B"]}, {"name": "C", "ignore": true},
         {"name": "D", "type": "ROLE", "ignore": false}],
       "ignore": ["E"], "exclude": ["drafts/"], "fileExtensions": ["md"], "minConfidence": 0.5,
       "semanticTokens": {"claims": "all", "names": "own"}, "positionEncoding": "utf-8"}
      """#, true
    ),
    ("[]", false), (#"{"rule": {}}"#, false), (#"{"rules": {"text/mojibak": "off"}}"#, false),
    (#"{"rules": {"text/mojibake": "fatal"}}"#, false), (#"{"minConfidence": 1.5}"#, false),
    (#"{"exclude": "a"}"#, false), (#"{"ignore": [1]}"#, false),
    (#"{"entities": [{"name": "A"}]}"#, false), (#"{"entities": [{"type": "ORG"}]}"#, false),
    (#"{"entities": [{"name": " ", "type": "ORG"}]}"#, false),
    (#"{"entities": [{"name": "A", "type": "DATE"}]}"#, false),
    (#"{"entities": [{"name": "A", "ignore": false}]}"#, false),
    (#"{"entities": [{"name": "A", "type": "ORG", "x": 1}]}"#, false),
    (#"{"semanticTokens": {"claims": "some"}}"#, false), (#"{"positionEncoding": 8}"#, false),
  ]

  @Test func theServerAcceptsTheSamples() {
    for (text, isRight) in Self.samples {
      #expect(ConfigurationText(Array(text.utf8)).findings.isEmpty == isRight, "\(text)")
    }
  }

  @Test(
    .enabled(
      if: Python.withJSONSchema != nil,
      "no Python with the package jsonschema (ANNOTATE_PYTHON names one)"))
  func theSchemaAcceptsTheSame() async throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      print(" ".join(str(validator.is_valid(json.loads(text))) for text in sys.argv[2:]))
      """
    let checked = try await Program.run(
      ["-c", script, Self.schemaFile.path] + Self.samples.map(\.text),
      at: URL(filePath: Python.withJSONSchema!))
    #expect(checked.status == 0, "\(checked.errors)")
    let expected = Self.samples.map { $0.isRight ? "True" : "False" }
    #expect(checked.output.split(whereSeparator: \.isWhitespace).map(String.init) == expected)
  }

  @Test func theCommandTellsTheSame() async throws {
    let schema = try await Program.run(["options", "--format", "schema"])
    #expect(
      try JSONDecoder().decode(JSONValue.self, from: Data(schema.output.utf8)) == optionSchema())
    let text = try await Program.run(["options"])
    #expect(text.output.hasPrefix("rules: ") && text.output.contains("\nsemanticTokens.claims: "))
    #expect(try await Program.run(["options", "x"]).status == 2)
  }
}
