import Annotator
import Testing

/// Which tier each command reads by.
struct AccuracyTests {
  private static let text = "The union's stance is that wages must rise."

  @Test(
    arguments: [
      (["annotate", "--format", "jsonl"], bestTier),
      (["annotate", "--format", "jsonl", "--accuracy", "instant"], "instant"),
      (["batch"], "instant"), (["batch", "--accuracy", bestTier], bestTier),
    ])
  func aResultTellsItsTier(arguments: [String], tier: String) async throws {
    let line = #"{"id": 1, "text": "\#(Self.text)"}"# + "\n"
    let outcome = try await Program.run(
      arguments, input: arguments[0] == "batch" ? line : Self.text)
    #expect(outcome.output.contains(#""tier":"\#(tier)""#), "\(outcome)")
  }

  @Test func queriesAreAnsweredByTheBestTier() async throws {
    try await withFolder(["a.md": Self.text]) { folder in
      func answers(_ options: String...) async throws -> String {
        try await Program.run(["query"] + options + ["a.md"], in: folder).output
      }
      let (found, instant) = try await (answers(), answers("--accuracy", "instant"))
      #expect(try await answers("--accuracy", bestTier) == found)
      #expect((found == instant) == (bestTier == "instant"))
    }
  }

  @Test func findingsMayComeOfTheBestTier() async throws {
    let text = "# Kim Yang speaks\n\nOn Monday Kim Yang spoke. Kim Yangg said little.\n"
    let outcome = try await Program.run(["lint", "--accuracy", bestTier], input: text)
    #expect(outcome.output.contains("entity/spelling-inconsistent"), "\(outcome)")
  }
}

/// The tier that is right most often, of those that the program was built with.
let bestTier = Pipeline.refined == nil ? "instant" : "refined"
