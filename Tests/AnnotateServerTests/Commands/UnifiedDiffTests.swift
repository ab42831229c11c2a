import Foundation
import TestSupport
import Testing

@testable import annotate_server

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    unifiedDiff(Array(old.utf8), Array(new.utf8), file: "f")
  }

  @Test(
    arguments: [
      ("a\n", "a\n", ""), ("a\n", "b\n", "@@ -1,1 +1,1 @@\n-a\n+b\n"),
      ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"), ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
      (
        "a", "b",
        "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
      ),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nx\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,9 +1,9 @@\n 1\n-2\n+x\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n+y\n"
      ),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n",
        "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n"
      ),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\ny\n",
        "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -9,4 +9,4 @@\n 9\n 10\n 11\n-12\n+y\n"
      ),
    ])
  func rendered(_ old: String, _ new: String, _ expected: String) {
    #expect(diff(old, new) == (expected.isEmpty ? "" : "--- a/f\n+++ b/f\n" + expected))
  }

  /// Lines of what a hunk takes and gives, in the simplest way.
  private func patched(_ old: String, _ diff: String) -> String {
    var old = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if old.last == "" { old.removeLast() }
    var line = 1
    var result: [String] = []
    for entry in diff.components(separatedBy: "\n").dropFirst(2) where !entry.isEmpty {
      switch entry.first {
      case "@":
        let words = entry.split(whereSeparator: { " ,-".contains($0) })
        let start = Int(words[1])! + (Int(words[2])! == 0 ? 1 : 0)
        while line < start {
          result.append(old.removeFirst())
          line += 1
        }
      case "-":
        old.removeFirst()
        line += 1
      case " ":
        result.append(old.removeFirst())
        line += 1
      default: result.append(String(entry.dropFirst()))
      }
    }
    return (result + old).map { $0 + "\n" }.joined()
  }

  @Test(arguments: 0..<40)
  func randomDiffsApply(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let old = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      "l\(Int.random(in: 0...9, using: &random))\n"
    }
    var new = old
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if Bool.random(using: &random) || place == new.count {
        new.insert("n\(Int.random(in: 0...3, using: &random))\n", at: place)
      } else {
        new.remove(at: place)
      }
    }
    #expect(patched(old.joined(), diff(old.joined(), new.joined())) == new.joined())
  }

  @Test func manyChangesCostLittle() {
    let old = (0..<20_000).map { "a\($0)\n" }.joined()
    let begun = ContinuousClock.now
    #expect(diff(old, old.replacing("a", with: "b")).utf8.count > 200_000)
    #expect(ContinuousClock.now - begun < .seconds(60))
  }
}
