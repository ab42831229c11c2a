import Foundation
import Testing

/// `annotate` in the formats that other tools read beside the text, read back without the product's
/// code.
@Suite(.serialized)
struct StandoffFormatTests {
  @Test func bratSpansAreThoseOfTheText() async throws {
    let points = CodePoints(oddArticle)
    let found = try read(try await annotate("--format", "json"), as: AnnotationJSON.self)
    var bounds: [String: Substring] = [:]
    var events: [[Substring]] = []
    var attributes = 0
    for line in try await annotate("--format", "brat").split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      switch line.first {
      case "T":
        let label = fields[1].prefix { $0 != " " }
        let spans = fields[1].dropFirst(label.count + 1).split(separator: ";").map { span in
          span.split(separator: " ").compactMap { Int($0) }
        }
        let words = spans.map { points[$0[0], $0[1]].replacing("\n", with: " ") }
        #expect(fields[2] == words.joined(separator: " "))
        bounds[String(fields[0])] = label
      case "E": events.append(fields[1].split(separator: " "))
      case "A": attributes += 1
      default: #expect(line.hasPrefix("#"))
      }
    }
    let labels = bounds.values.filter { !["Source", "Cue", "Content"].contains($0) }
    #expect(labels.sorted() == found.entities.map { Substring($0.type) }.sorted())
    #expect(events.count == found.claims.count && attributes == 4 * events.count)
    for argument in events.joined() {
      let parts = argument.split(separator: ":")
      #expect(bounds[String(parts[1])] == parts[0], "an argument has the label of what it names")
    }
  }

  @Test func conllTagsAreThoseOfTheEntities() async throws {
    let points = CodePoints(oddArticle)
    let found = try read(try await annotate("--format", "json"), as: AnnotationJSON.self)
    var tagged: [AnnotationSpan] = []
    var claimTags: Set<Substring> = []
    var last: Substring = "O"
    for line in try await annotate("--format", "conll").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard !line.isEmpty, !line.hasPrefix("# ") else {
        last = "O"
        continue
      }
      let fields = line.split(separator: "\t")
      try #require(fields.count == 5)
      let (start, end) = (try #require(Int(fields[1])), try #require(Int(fields[2])))
      #expect(points[start, end] == fields[0])
      let label = String(fields[3].dropFirst(2))
      if fields[3].hasPrefix("B-") {
        tagged.append(AnnotationSpan(start: start, end: end, label: label))
      } else if fields[3] != "O" {
        #expect(fields[3] == "I-\(label)" && last.dropFirst(2) == label, "\(line)")
        try #require(!tagged.isEmpty, "an entity begins with B-")
        tagged[tagged.count - 1].end = end
      }
      last = fields[3]
      claimTags.insert(fields[4])
    }
    // A name inside a role is not tagged.
    let outer = found.entities.filter { entity in
      !found.entities.contains {
        $0 != entity && $0.start <= entity.start && entity.end <= $0.end
          && ($0.end - $0.start > entity.end - entity.start)
      }
    }
    #expect(tagged == outer.map { AnnotationSpan(start: $0.start, end: $0.end, label: $0.type) })
    #expect(claimTags.isSuperset(of: ["B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT"]))
    #expect(
      claimTags.isSubset(of: [
        "O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT",
      ]))
  }
}

/// A labelled span in code points.
private struct AnnotationSpan: Hashable {
  var start: Int
  var end: Int
  var label: String
}
