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

  @Test(.enabled(if: file != nil, "needs the examples of the CommonMark specification"))
  func proseIsWhatTheExamplesShow() throws {
    let data = try Data(contentsOf: #require(Self.file))
    // Its `<pre>` runs over two blocks, which are read by themselves.
    let excepted = 148
    for example in try JSONDecoder().decode([Example].self, from: data)
    where example.example != excepted {
      let shown = prose(of: example.markdown).filter { !$0.isWhitespace }
      let expected = visibleText(of: example.html).filter { !$0.isWhitespace }
      #expect(
        shown == expected,
        "example \(example.example), \(example.section): \(example.markdown.debugDescription)")
    }
  }

  /// The prose of a text's blocks in order, without the alternative text of images.
  private func prose(of markdown: String) -> String {
    let text = SourceText(markdown)
    let tree = parseMarkup(text)
    var result = ""
    for (index, block) in tree.blocks.enumerated() {
      if block.inlines >= 0 { result += tree.inlines[block.inlines].prose.string }
      guard case .html = block.kind else { continue }
      for passage in htmlPassages(of: index, in: tree, text, isQuoted: false) {
        result += passage.prose.string
      }
    }
    return result
  }

  /// The text nodes of HTML that are not code: what is no tag, comment or the like, and stands in no
  /// element whose content is verbatim.
  private func visibleText(of html: String) -> String {
    html
      .replacing(
        /(?s)<(code|pre|script|style|textarea)\b[^>]*>.*?(<\/\1>|$)/.ignoresCase(), with: ""
      )
      .replacing(
        /(?s)<!---?>|<!--.*?(-->|$)|<\?.*?(\?>|$)|<!\[CDATA\[.*?\]\]>|<!.*?(>|$)/, with: ""
      )
      .replacing(/<\/?[a-zA-Z][a-zA-Z0-9-]*("[^"]*"|'[^']*'|[^"'>])*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
