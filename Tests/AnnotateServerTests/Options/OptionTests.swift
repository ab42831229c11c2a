import Annotator
import Testing

@testable import annotate_server

/// What options mean, and what is said of those that mean nothing.
struct OptionTests {
  /// What is wrong with a text, each with its line and column.
  private func problems(_ text: String) -> [String] {
    let read = ConfigurationText(Array(text.utf8))
    return read.findings.map { finding in
      let place = Input.place(of: finding.range.lowerBound, in: read.bytes)
      return "\(place.line):\(place.column) \(finding.message)"
    }
  }

  private func options(_ texts: String...) -> Options {
    Options(texts.map { ConfigurationText(Array($0.utf8)).options })
  }

  @Test(arguments: [
    ("{}", []),
    ("[]", ["1:1 the options must be an object: {…}"]),
    ("{\"rule\": {}}", ["1:2 there is no option “rule”; did you mean “rules”?"]),
    (
      "{\n  \"minConfidence\": \"x\", \"semanticTokens\": {\"claims\": \"Cues\"}}",
      [
        "2:20 “minConfidence” must be a number from 0 to 1",
        "2:54 “semanticTokens.claims” must be one of “cues”, “all”, “none”; did you mean “cues”?",
      ]
    ),
    ("{\"exclude\": [\"a\", 1]}", ["1:19 “exclude[1]” must be a string"]),
    (
      #"{"entities": [{"name": "A"}, {"type": "ORG"}, {"name": "B", "ignore": true}, {"name": " "}]}"#,
      [
        "1:15 “entities[0]” needs a “type”, such as “ORG”", "1:30 “entities[1]” needs a “name”",
        "1:78 “entities[3]” needs a “name”",
      ]
    ),
    (
      #"{"entities": [{"name": "A", "type": "DATE", "aka": []}]}"#,
      [
        "1:37 “entities[0].type” must be one of “PERSON”, “ORG”, “GPE”, “LOC”, “FAC”, “NORP”, "
          + "“EVENT”, “PRODUCT”, “WORK_OF_ART”, “LAW”, “LANGUAGE”, “ROLE”",
        "1:45 there is no option “entities[0].aka”",
      ]
    ),
    (
      #"{"ignore": [], "ignore": []}"#,
      ["1:2 “ignore” stands here twice; only the last one counts"]
    ),
    ("{\"rules\": {},}", ["1:14 JSON has no comma behind the last member"]),
    ("{ // rules\n}", ["1:3 JSON has no comments"]),
    (
      "{\"ignore\": [\"\\q\"]}",
      ["1:13 this is no JSON; the options are an object such as {\"rules\": {}}"]
    ),
  ])
  func problemsHaveTheirPlaces(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func theRestCounts() {
    let found = options(
      #"""
      {"exclude": ["a/", 1], "rules": {"x/y": "off", "head/*": "off"}, "fileExtensions": [".TXT"],
       "entities": [{"name": "A", "type": "ORG", "aliases": ["B", 2], "x": 1}, 5,
         {"name": "C", "ignore": true, "aliases": ["D"]}], "ignore": ["E", false]}
      """#)
    #expect(found.files.extensions == ["txt"] && found.files.exclude == IgnoreRules(["a/"]))
    #expect(found.lint.rules == ["head/*": .off])
    let entries = [NameDictionary.Entry(name: "A", type: .organization, aliases: ["B"])]
    #expect(found.dictionary == NameDictionary(entries: entries, ignored: ["E", "C", "D"]))
  }

  @Test func sourcesAddUpOrGoBefore() {
    let found = options(
      #"""
      {"rules": {"a": "off", "head/*": "off", "text/*": "off"}, "exclude": ["a"], "minConfidence": 0.5,
       "fileExtensions": ["md"], "semanticTokens": {"claims": "all", "names": "own"},
       "entities": [{"name": "A", "type": "ORG"}], "ignore": ["B"]}
      """#, "{}",
      #"""
      {"rules": {"text/*": "info"}, "exclude": ["b"], "minConfidence": 0, "fileExtensions": ["rst"],
       "semanticTokens": {"claims": "none"}, "entities": [{"name": "A", "type": "GPE"}]}
      """#)
    #expect(found.lint.rules == ["head/*": .off, "text/*": .severity(.info)])
    #expect(found.files.exclude == IgnoreRules(["a", "b"]))
    #expect(found.files.extensions == ["rst"] && found.minConfidence == 0)
    #expect(found.tokenClaims == .none && found.tokenNames == .own)
    #expect(found.dictionary.entries.map(\.type) == [.organization, .geopolitical])
    #expect(found.dictionary.ignored == ["B"])
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[1,]", "nul", "{\"a\" 1}", "{} x", "\"a", "+1", "01x", "{\"a\": tru}",
    "\u{7F}", String(repeating: "[", count: 100_000), "{\"a\": \"\u{1}\"}", "\"\\u12\"",
  ])
  func whatIsNoJSONIsSeen(text: String) {
    let read = JSONText(Array(text.utf8))
    #expect(read.root == nil && (read.failure ?? -1) <= text.utf8.count && read.failure != nil)
    #expect(ConfigurationText(Array(text.utf8)).findings.count == 1)
  }

  @Test func bytesThatAreNoTextAreSeen() {
    #expect(JSONText(Array("{\"a".utf8) + [0xFF] + Array("\": 1}".utf8)).failure == 1)
    #expect(JSONText([0xEF, 0xBB, 0xBF] + Array("{}".utf8)).root != nil)
  }

  @Test func escapesInNamesAreRead() {
    #expect(problems(#"{"rul\u0065s": {"head\/*": "off"}, "\u0031": 1}"#).count == 1)
    #expect(options(#"{"rul\u0065s": {"head\/*": "off"}}"#).lint.rules == ["head/*": .off])
  }
}
