import Foundation
import Testing

/// A sample article whose body's lines begin with a character that counts differently in every
/// coordinate system.
let oddArticle: String = {
  let lines = (seeds["2024-10-22-mackerel-talks"] ?? "").split(
    separator: "\n", omittingEmptySubsequences: false)
  return lines.enumerated().map { $0 > 8 && !$1.isEmpty ? "😀 é \($1)" : "\($1)" }
    .joined(separator: "\n")
}()

/// What `annotate` prints of a text on standard input, which it reads at once.
func annotate(_ arguments: String..., input: String = oddArticle) async throws -> String {
  let outcome = try await Program.run(["annotate", "--accuracy=instant"] + arguments, input: input)
  #expect(outcome.status == 0)
  #expect(outcome.errors == "")
  return outcome.output
}

/// Reads a value out of JSON.
func read<Value: Decodable>(_ json: String, as type: Value.Type) throws -> Value {
  try JSONDecoder().decode(type, from: Data(json.utf8))
}
