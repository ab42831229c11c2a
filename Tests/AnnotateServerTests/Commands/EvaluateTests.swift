import Foundation
import Testing

/// `evaluate`: what it measures is what its help says.
@Suite(.serialized)
struct EvaluateTests {
  private struct Row: Decodable {
    var measure: String
    var precision: Double
    var recall: Double
    var f1: Double
    var gold: Int
    var found: Int
  }
  private struct Entity: Codable {
    var start: Int
    var end: Int
    var type: String
    var mention: String
  }
  private struct Attribution: Codable {
    var source: [[Int]]
    var cue: [[Int]]
    var content: [[Int]]
  }
  private struct Gold: Codable {
    var id: String
    var text: String
    var markup: String
    var entities: [Entity]
    var attributions: [Attribution]
  }

  /// The program's own annotations of the sample articles, as a gold corpus.
  private func own() async throws -> [Gold] {
    var corpus: [Gold] = []
    for (name, text) in seeds.sorted(by: { $0.key < $1.key }) {
      let json = try await Program.run(
        ["annotate", "--accuracy=instant", "--format", "json"], input: text
      ).output
      let found = try JSONDecoder().decode(AnnotationJSON.self, from: Data(json.utf8))
      corpus.append(
        Gold(
          id: name, text: text, markup: "article",
          entities: found.entities.map {
            Entity(start: $0.start, end: $0.end, type: $0.type, mention: $0.mention)
          },
          attributions: found.claims.map {
            Attribution(source: $0.source, cue: $0.cue, content: $0.content)
          }))
    }
    return corpus
  }

  /// The rows of an evaluation, by their measures.
  private func evaluate(
    _ lines: [String], _ arguments: String...
  ) async throws -> [String: Row] {
    var rows: [String: Row] = [:]
    try await withFolder(["gold.jsonl": lines.joined(separator: "\n")]) { folder in
      let outcome = try await Program.run(
        ["evaluate", "--format", "json", "gold.jsonl"] + arguments, in: folder)
      #expect(outcome.status == 0 && outcome.errors == "")
      let read = try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
      rows = Dictionary(uniqueKeysWithValues: read.map { ($0.measure, $0) })
    }
    return rows
  }

  private func lines(_ corpus: [Gold]) throws -> [String] {
    try corpus.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
  }

  @Test func whatTheProgramFindsIsAllRightAgainstItself() async throws {
    let rows = try await evaluate(lines(try await own()))
    #expect(rows.keys.contains("entities") && rows.keys.contains("relation"))
    for row in rows.values where row.gold + row.found > 0 {
      #expect(row.f1 == 1 && row.gold == row.found, "\(row)")
    }
  }

  @Test func aChangeInTheGoldCosts() async throws {
    var corpus = try await own()
    let name = try #require(corpus[0].entities.firstIndex { $0.type == "PERSON" })
    corpus[0].entities[name].type = "ORG"
    corpus[1].attributions.removeLast()
    let rows = try await evaluate(lines(corpus))
    let entities = try #require(rows["entities"])
    #expect(entities.f1 < 1)
    #expect(entities.gold == entities.found)
    let wrong = (1 - entities.f1) * Double(entities.gold)
    #expect(abs(wrong - 1) < 1e-9, "one of all is wrong")
    let relation = try #require(rows["relation"])
    #expect(relation.recall == 1 && relation.gold == relation.found - 1)
    #expect(abs(relation.precision * Double(relation.found) - Double(relation.gold)) < 1e-9)
  }

  /// Three names in the text, of which the gold has two, one of them with another end, and a name
  /// that is none: one is right of those found and of those in the gold.
  @Test func theFormulaIsThatOfTheHelp() async throws {
    let text = "Sergei Lavrov met Dmitry Peskov in Pyongyang with a friend."
    let gold = """
      {"id": "1", "text": "\(text)", "types": ["PERSON", "GPE"], "entities": [
      {"start": 0, "end": 13, "type": "PERSON"}, {"start": 18, "end": 24, "type": "PERSON"},
      {"start": 52, "end": 58, "type": "PERSON"}]}
      """.replacing("\n", with: "")
    let rows = try await evaluate([gold])
    let entities = try #require(rows["entities"])
    #expect((entities.gold, entities.found) == (3, 3))
    for value in [entities.precision, entities.recall, entities.f1] {
      #expect(abs(value - 1.0 / 3) < 1e-9)
    }
    let person = try #require(rows["  PERSON"])
    #expect((person.gold, person.found) == (3, 2))
    #expect(abs(person.f1 - 2 * (1.0 / 2) * (1.0 / 3) / (1.0 / 2 + 1.0 / 3)) < 1e-9)
    let place = try #require(rows["  GPE"])
    #expect((place.gold, place.found, place.f1) == (0, 1, 0))
    #expect(rows["relation"] == nil)
  }

  /// Two claims in the text, of which the gold has one, its content cut short: by word the two of
  /// it are among the six found; as a whole it is another; as a relation it is the same.
  @Test func claimsCountOnWords() async throws {
    let text = "Sergei Lavrov said that Oslo knew. Dmitry Peskov said that Bergen knew."
    let gold = """
      {"text": "\(text)", "attributions": [
      {"source": [[0, 13]], "cue": [[14, 18]], "content": [[19, 28]]}]}
      """.replacing("\n", with: "")
    let rows = try await evaluate([gold])
    func figures(_ measure: String) -> [Double] {
      rows[measure].map { [$0.precision, $0.recall, Double($0.gold), Double($0.found)] } ?? []
    }
    #expect(figures("token source") == [0.5, 1, 2, 4])
    #expect(figures("token cue") == [0.5, 1, 1, 2])
    #expect(figures("token content") == [2.0 / 6, 1, 2, 6])
    #expect(figures("exact source") == [0.5, 1, 1, 2])
    #expect(figures("exact content") == [0, 0, 1, 2])
    #expect(figures("relation") == [0.5, 1, 1, 2])
    #expect(figures("relation, direct") == [0, 0, 0, 0])
    #expect(rows["entities"] == nil)
  }

  @Test func theTableShowsTheSameFigures() async throws {
    try await withFolder(["gold.jsonl": try lines(try await own()).joined(separator: "\n")]) {
      let outcome = try await Program.run(["evaluate", "gold.jsonl"], in: $0)
      let rows = outcome.output.split(separator: "\n")
      #expect(rows.first?.split(separator: " ") == ["measure", "P", "R", "F1", "gold", "found"])
      let entities = rows.first { $0.hasPrefix("entities ") }?.split(separator: " ")
      #expect(entities?[1...3] == ["100.0", "100.0", "100.0"])
    }
  }

  @Test func aBadLineIsNamed() async throws {
    let good = #"{"text": "Oslo said no.", "entities": []}"#
    for bad in ["{", #"{"entities": []}"#, #"{"text": "a", "entities": [{"start": "x"}]}"#] {
      try await withFolder(["gold.jsonl": "\(good)\n\n\(bad)\n\(good)\n"]) { folder in
        let outcome = try await Program.run(["evaluate", "gold.jsonl"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(
          outcome.errors.hasPrefix("annotate-server: gold.jsonl:3:1: this line is no gold document")
        )
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }
  }

  @Test func blankLinesDoNotCountAndStandardInputIsNamed() async throws {
    let gold = #"{"text": "Oslo", "entities": [{"start": 0, "end": 4, "type": "GPE"}]}"#
    let arguments = ["evaluate", "--format", "json", "-"]
    let plain = try await Program.run(arguments, input: gold)
    let spread = try await Program.run(arguments, input: "\r\n\(gold)\r\n \t\r\n\r\n")
    #expect(spread.status == 0 && spread.output == plain.output)
    let bad = try await Program.run(arguments, input: "\r\n[]\r\n")
    #expect(bad.errors.hasPrefix("annotate-server: standard input:2:1: "))
  }

  @Test(arguments: [
    "[[1]]", "[[]]", "[[3, 2]]", "[[-1, 2]]", "[[0, 5]]", "[[9, 12]]", "[[0, 1, 2]]",
  ])
  func aSpanThatIsNoneIsNamed(spans: String) async throws {
    let golds = ["source", "cue", "content"].map {
      #"{"text": "Oslo", "attributions": [{"\#($0)": \#(spans)}]}"#
    }
    let others = ["ignore", "hidden"].map {
      #"{"text": "Oslo", "attributions": [], "\#($0)": \#(spans)}"#
    }
    for gold in golds + others {
      try await withFolder(["gold.jsonl": gold]) { folder in
        let outcome = try await Program.run(["evaluate", "gold.jsonl"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("annotate-server: gold.jsonl:1:1: a span of this line"))
      }
    }
  }

  @Test func anEmptyCorpusIsAnError() async throws {
    let outcome = try await Program.run(["evaluate", "-"], input: "\n\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("annotate-server: standard input: the corpus is empty"))
    #expect(outcome.output == "")
  }

  @Test func entitiesOutsideTheTextDoNotCount() async throws {
    let gold = """
      {"text": "Oslo", "entities": [{"start": -3, "end": 99, "type": "GPE"},
      {"start": 4, "end": 2, "type": "GPE"}, {"start": 0, "end": 4, "type": "GPE"}]}
      """.replacing("\n", with: "")
    let entities = try #require(try await evaluate([gold])["entities"])
    #expect((entities.gold, entities.found, entities.f1) == (1, 1, 1))
  }
}
