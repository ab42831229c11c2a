import Testing

@testable import Annotator

@Suite struct InlineContentTests {
  /// Marks that stay text, with what they look like.
  @Test(arguments: [
    ("a **bold word", ["opens **"]), ("2 * 3", []), ("snake_case", []), ("word*", []),
    ("*a **b*", ["opens *", "opens *"]), ("a*b", ["opens or closes *"]), ("**a* b", ["opens *"]),
    ("[a](b", ["unclosed ]("]), ("[a](b c)", []), ("[a](b (c) d", ["unclosed ]("]),
    ("a](b", ["unclosed ]("]), ("`[a](b`", []), ("[a](b \"c)", []),
    ("[a](<b> and (c)", ["unclosed ]("]),
    ("[sic]", []), ("[a][b]", ["undefined [b]"]), ("[a][]", ["undefined []"]), ("[a][x]", []),
    ("[a][b][x]", []), ("![a][b]", ["undefined [b]"]), ("[a] [b]", []), ("\\[a][b]", []),
  ])
  func literals(_ line: String, _ expected: [String]) throws {
    let text = SourceText("> " + line + "\n\n[x]: /u\n")
    let tree = parseMarkup(text)
    let index = try #require(tree.blocks.firstIndex { $0.kind == .paragraph })
    let origin = tree.blocks[index].range.lowerBound
    let literals = tree.inlines[tree.blocks[index].inlines].literals.map { literal in
      let kind =
        switch literal.kind {
        case .delimiter(let canClose): canClose ? "opens or closes" : "opens"
        case .unclosedDestination: "unclosed"
        case .undefinedReference: "undefined"
        }
      return kind + " "
        + text.string(literal.range.lowerBound + origin..<literal.range.upperBound + origin)
    }
    #expect(literals == expected)
  }

  /// The source that the whole prose shows, run by run.
  @Test(arguments: [
    ("a *b* c", "a |b| c"), ("Kim [Jong](u) Un", "Kim |Jong| Un"), ("a\\*b", "a|*b"),
    ("a &amp; b", "a &amp; b"), ("&nvle;x", "&nvle;x"), ("a<!-- b -->c", "a|c"),
    ("a  \n  b", "a|\n|b"), ("a<br>b", "a<br>b"), ("`a` b", " b"), ("<https://a.b>", "https://a.b"),
  ])
  func runs(_ markdown: String, _ expected: String) throws {
    let text = SourceText(markdown)
    let passage = try #require(parseArticle(text).passages.first)
    let runs = passage.prose.visibleRuns(0..<passage.prose.bytes.count).map {
      text.string(
        $0.lowerBound + passage.range.lowerBound..<$0.upperBound + passage.range.lowerBound)
    }
    #expect(runs.joined(separator: "|") == expected)
  }

  @Test func referencesThatAreAsLongAsTheirMeaning() {
    let text = SourceText("&nvle;")
    let prose = parseArticle(text).passages[0].prose
    #expect(prose.string == "\u{2264}\u{20D2}")
    #expect(prose.segments.allSatisfy { $0.length != $0.sourceLength })
    #expect(prose.sourceRange(0..<6) == 0..<6)
  }

  @Test func targetsAreSourceRanges() {
    let text = SourceText("> a [b *c*](<d e>\n> 'f') ![g](h)\n")
    let tree = parseMarkup(text)
    let content = tree.inlines[0]
    let origin = tree.blocks[2].range.lowerBound
    let parts = content.targets.flatMap { [$0.destination, $0.title].compactMap { $0 } }
    #expect(
      parts.map { text.string($0.lowerBound + origin..<$0.upperBound + origin) }
        == ["d e", "f", "h"])
    #expect(content.elements.map(\.kind) == [.link, .emphasis, .image])
    #expect(content.elements.map(\.parent) == [-1, 0, -1])
  }

  @Test func allNamedReferencesAreFound() {
    let names = CharacterReferences.names.description.split(separator: " ")
    #expect(names.count == 2125)
    for entry in names {
      let parts = entry.split(separator: "=")
      let scalars = parts[1].split(separator: "+").map { Unicode.Scalar(UInt32($0, radix: 16)!)! }
      let reference = Array("&\(parts[0]);".utf8)
      let decoded = CharacterReferences.decode(reference, at: 0)
      #expect(
        decoded.map { String(decoding: $0.text, as: UTF8.self).unicodeScalars.map(\.self) }
          == scalars)
      #expect(decoded?.end == reference.count)
    }
  }
}
