import Foundation
import TestSupport
import Testing

@testable import Annotator

/// The examples of the CommonMark specification, rendered to HTML.
@Suite struct CommonMarkTests {
  struct Example: Decodable {
    var example: Int
    var section: String
    var markdown: String
    var html: String
  }

  static let file = SharedData.file("data/specs/commonmark-examples.json")

  @Test(.enabled(if: file != nil, "needs the examples of the CommonMark specification"))
  func examplesRenderAsTheSpecificationShows() throws {
    let data = try Data(contentsOf: #require(Self.file))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count > 600)
    for example in examples {
      let html = HTMLRenderer.html(example.markdown)
      #expect(
        html == example.html,
        "example \(example.example), \(example.section): \(example.markdown.debugDescription)")
    }
  }
}
