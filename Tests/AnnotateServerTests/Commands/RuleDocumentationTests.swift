import Annotator
import Foundation
import TestSupport
import Testing

@testable import annotate_server

/// What is written about rules is made from the rules: the README's table from their summaries, the
/// text of `--explain` from their comments. `ANNOTATE_UPDATE_RULES=1 swift test --filter
/// RuleDocumentationTests` writes both anew.
@Suite(.serialized) struct RuleDocumentationTests {
  private static let isUpdating =
    ProcessInfo.processInfo.environment["ANNOTATE_UPDATE_RULES"] == "1"
  private static let documentationFile = "Sources/Annotator/Lint/RuleDocumentation.swift"
  private static let marks = ("<!-- rules -->\n", "<!-- /rules -->")

  private func read(_ path: String) throws -> String {
    try String(contentsOf: SharedData.repository.appending(path: path), encoding: .utf8)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: SharedData.repository.appending(path: path))
  }

  /// The comments of the rules, by the rules' names.
  private func comments() throws -> [String: String] {
    let folder = SharedData.repository.appending(path: "Sources/Annotator/Lint/Rules")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var comments: [String: String] = [:]
    for file in files where file.pathExtension == "swift" {
      var comment: [String] = []
      var ofRule: [String]?
      for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(line.hasPrefix("/// ") ? 4 : 3)))
        } else {
          if line.hasPrefix("enum "), line.contains("Rule") { ofRule = comment }
          comment = []
        }
        if line.hasPrefix("  static let id = \""), let text = ofRule {
          comments[line.components(separatedBy: "\"")[1]] = text.joined(separator: "\n")
          ofRule = nil
        }
      }
    }
    return comments
  }

  @Test func commentsAreWhatIsExplained() throws {
    let comments = try comments()
    if Self.isUpdating {
      var text = """
        // Made from the comments of the rules; `RuleDocumentationTests` says how.

        /// What a writer reads about each rule.
        let ruleDocumentation: [String: String] = [

        """
      for rule in allRules {
        let lines = (comments[rule.id] ?? "").components(separatedBy: "\n")
        text += "  \"\(rule.id)\": #\"\"\"\n"
        text += lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
        text += "  \"\"\"#,\n"
      }
      try write(text + "]\n", to: Self.documentationFile)
      return
    }
    for rule in allRules {
      let comment = try #require(comments[rule.id], "\(rule.id) has no comment")
      #expect(comment.count > rule.summary.count / 2, "\(rule.id)")
      #expect(rule.documentation == comment, "\(rule.id): \(Self.documentationFile) is stale")
    }
  }

  @Test func theReadmeListsTheRules() throws {
    let readme = try read("README.md")
    let parts = readme.components(separatedBy: Self.marks.0)
    try #require(parts.count == 2)
    let rest = parts[1].components(separatedBy: Self.marks.1)
    try #require(rest.count == 2)
    if Self.isUpdating {
      try write(parts[0] + Self.marks.0 + ruleTable() + Self.marks.1 + rest[1], to: "README.md")
      return
    }
    #expect(rest[0] == ruleTable(), "the table of rules in README.md is stale")
  }

  @Test func everyRuleIsExplained() {
    for rule in allRules {
      let text = explanation(of: rule)
      #expect(text.hasPrefix("\(rule.id): \(rule.defaultSeverity.rawValue)"))
      #expect(text.contains(rule.summary) && text.contains(rule.documentation))
      #expect(text.contains("--fix") == rule.canFix)
    }
  }
}
