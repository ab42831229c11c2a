import Foundation
import LanguageServerProtocol
import Testing

/// `batch`: a line out for every line in, whatever the line holds.
@Suite(.serialized)
struct BatchTests {
  /// Runs a batch and reads its lines.
  private func batch(
    _ input: some Sequence<UInt8>, _ arguments: String..., status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [JSONValue] {
    let outcome = try await Program.run(
      ["batch"] + arguments, input: input, sourceLocation: sourceLocation)
    #expect(outcome.status == status, sourceLocation: sourceLocation)
    #expect(outcome.errors == "", sourceLocation: sourceLocation)
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8))
    }
  }

  private func batch(
    _ input: String, _ arguments: String..., status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [JSONValue] {
    try await batch(input.utf8, status: status, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["1", "2", "7"])
  func linesComeOutInTheirOrder(jobs: String) async throws {
    // Texts of very different lengths, so that later ones are done first.
    let input = (1...40).map { number in
      let text = String(repeating: "Kim met Lavrov in Oslo. ", count: number % 4 == 0 ? 60 : 1)
      return #"{"id": \#(number), "text": "\#(text)", "markup": "plain"}"#
    }
    let lines = try await batch(input.joined(separator: "\n").utf8, "--jobs", jobs)
    #expect(lines.map { $0["id"] } == (1...40).map { .integer($0) })
    for line in lines {
      #expect(Set(keys(line)) == ["id", "tier", "entities", "chains", "claims"])
      #expect(line["entities"]?[0]?["text"] == "Kim")
    }
  }

  @Test(arguments: [
    ("[1]", "the line is no JSON object"), ("\"text\"", "the line is no JSON object"),
    ("null", "the line is no JSON object"), ("{", "the line is not valid JSON"),
    (#"{"id": "i", "text": "a"} b"#, "the line is not valid JSON"),
    (#"{"id": "i"}"#, "“text” is missing"), (#"{"text": "a"}"#, "“id” is missing"),
    (#"{"id": "i", "text": 5}"#, "“text” has the wrong type"),
    (#"{"id": "i", "text": null}"#, "“text” has the wrong type"),
    (#"{"id": 1.5, "text": "a"}"#, "“id” has the wrong type"),
    (#"{"id": null, "text": "a"}"#, "“id” has the wrong type"),
    (#"{"id": "i", "text": "a", "markup": "html"}"#, "“markup” must be “article” or “plain”"),
    (#"{"id": "i", "text": "a", "markup": 1}"#, "“markup” has the wrong type"),
    (
      #"{"id": "i", "text": "a", "date": "2023-13-45"}"#, "“date” is “2023-13-45”; it must be a day"
    ),
    (#"{"id": "i", "text": "a", "date": 2023}"#, "“date” has the wrong type"),
    (#"{"id": "i", "text": "\ud800 a"}"#, "the line is not valid JSON"),
  ])
  func aBadLineGivesAnErrorAndTheRunGoesOn(line: String, error: String) async throws {
    let good = #"{"id": "g", "text": "Oslo said no."}"#
    let lines = try await batch("\(good)\n\n\(line)\n\(good)\n", status: 1)
    try #require(lines.count == 3)
    #expect(lines[0]["id"] == "g" && lines[0] == lines[2])
    guard case .string(let message)? = lines[1]["error"] else {
      Issue.record("no error in \(lines[1])")
      return
    }
    #expect(message.hasPrefix(error))
    #expect(lines[1]["line"] == 3)
    #expect(lines[1]["id"] == (line.contains(#""i""#) && !line.contains("} b") ? "i" : nil))
  }

  @Test func idsComeBackAsTheyWere() async throws {
    let lines = try await batch(
      """
      {"id": 7, "text": "a"}
      {"id": "7", "text": "a"}
      {"id": "é\\"\\n😀", "text": "a"}
      {"id": 9007199254740993, "text": "a"}
      {"id": -1, "text": "a"}
      """)
    #expect(lines.map { $0["id"] } == [7, "7", "é\"\n😀", 9_007_199_254_740_993, -1])
  }

  @Test func theDateIsWhatDaysCountFrom() async throws {
    let lines = try await batch(
      """
      {"id": 1, "text": "He left on Thursday.", "markup": "plain", "date": "2023-10-27"}
      {"id": 2, "text": "He left on Thursday.", "markup": "plain", "date": "2024-02-28 10:00"}
      {"id": 3, "text": "He left on Thursday.", "markup": "plain"}
      {"id": 4, "text": "He left on Thursday.", "markup": "plain", "date": null}
      """)
    #expect(
      lines.map { $0["entities"]?[0]?["value"] } == ["2023-10-26", "2024-02-22", nil, nil])
  }

  @Test func markupDecidesHowATextIsRead() async throws {
    let lines = try await batch(
      """
      {"id": 1, "text": "See `Angela Merkel` in Oslo."}
      {"id": 2, "text": "See `Angela Merkel` in Oslo.", "markup": "article"}
      {"id": 3, "text": "See `Angela Merkel` in Oslo.", "markup": "plain"}
      """)
    func texts(_ line: JSONValue) -> [JSONValue] {
      elements(line["entities"]).compactMap { $0["text"] }
    }
    #expect(texts(lines[0]) == ["Oslo"])
    #expect(texts(lines[1]) == ["Oslo"])
    #expect(texts(lines[2]) == ["Angela Merkel", "Oslo"])
  }

  @Test func lineEndsMayBeCRLFOrAbsent() async throws {
    let line = #"{"id": 1, "text": "Oslo said no."}"#
    let expected = try await batch("\(line)\n\(line)\n")
    #expect(expected.count == 2)
    #expect(try await batch("\(line)\r\n\(line)\r\n") == expected)
    #expect(try await batch("\(line)\n\(line)") == expected)
    #expect(try await batch("\r\n\n \t\n\(line)\n\r\n\(line)\r\n\r\n") == expected)
    #expect(try await batch("") == [])
    #expect(try await batch("\n\n") == [])
  }

  @Test func bytesThatAreNoTextAreAnError() async throws {
    let good = Array(#"{"id": "g", "text": "Oslo"}"#.utf8)
    let open = Array(#"{"id": 2, "text": "caf"#.utf8)
    let close = Array(#" Oslo"}"#.utf8)
    for bytes in [
      [0xE9], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xFF], [0xF5, 0x80, 0x80, 0x80],
    ]
      as [[UInt8]]
    {
      let bad = open + bytes + close
      let lines = try await batch(good + [10] + bad + [10] + good, status: 1)
      try #require(lines.count == 3)
      #expect(keys(lines[0]).contains("entities") && lines[0] == lines[2])
      #expect(lines[1]["error"] != nil && lines[1]["line"] == 2, "\(bytes)")
    }
    let lines = try await batch([0, 10, 0xFE, 0xFF, 10] + good, status: 1)
    #expect(lines.map { $0["error"] != nil } == [true, true, false])
  }

  @Test func oddTextsAreTexts() async throws {
    let lines = try await batch(
      """
      {"id": 1, "text": ""}
      {"id": 2, "text": "\\n\\r\\n"}
      {"id": 3, "text": "a\\u0000b \\uFEFF \\u200B"}
      {"id": 4, "text": "\(String(repeating: "[", count: 20_000))"}
      {"id": 5, "text": "\(String(repeating: "“", count: 20_000))"}
      """)
    #expect(lines.map { $0["id"] } == [1, 2, 3, 4, 5])
    #expect(lines.allSatisfy { $0["entities"] == [] && $0["claims"] == [] })
  }

  @Test func spansAreThoseOfTheText() async throws {
    for (name, text) in seeds {
      let line = try JSONEncoder().encode(["id": name, "text": text])
      let outcome = try await Program.run(["batch", "--ranges"], input: line)
      let found = try JSONDecoder().decode(AnnotationJSON.self, from: Data(outcome.output.utf8))
      #expect(!found.entities.isEmpty && !found.claims.isEmpty)
      check(found, in: text, withRanges: true)
    }
  }

  @Test func thousandsOfLinesTakeBoundedTime() async throws {
    let input = (1...2000).map { #"{"id": \#($0), "text": "Kim met Lavrov.", "markup": "plain"}"# }
    let began = ContinuousClock.now
    let lines = try await batch(input.joined(separator: "\n"))
    #expect(lines.map { $0["id"] } == (1...2000).map { .integer($0) })
    // A debug build on a busy machine needs some seconds.
    #expect(began.duration(to: .now) < .seconds(60))
  }

  private func keys(_ value: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return Array(members.keys)
  }
}

/// The elements of an array, none where the value is no array.
func elements(_ value: JSONValue?) -> [JSONValue] {
  guard case .array(let elements)? = value else { return [] }
  return elements
}
