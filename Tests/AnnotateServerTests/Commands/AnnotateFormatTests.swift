import Foundation
import Testing

/// `annotate` in each of its formats, read back without the product's code.
@Suite(.serialized)
struct AnnotateFormatTests {
  @Test(arguments: seeds.keys.sorted(), [false, true])
  func jsonSpansAreThoseOfTheText(name: String, withRanges: Bool) async throws {
    let text = try #require(seeds[name])
    let arguments =
      ["annotate", "--accuracy=instant", "--format", "json"] + (withRanges ? ["--ranges"] : [])
    let outcome = try await Program.run(arguments, input: text)
    let found = try read(outcome.output, as: AnnotationJSON.self)
    #expect(!found.entities.isEmpty && !found.claims.isEmpty)
    #expect(found.file == "-")
    check(found, in: text, withRanges: withRanges)
  }

  @Test func jsonCountsCodePointsAndRangesCountUTF16() async throws {
    let json = try await annotate("--format", "json", "--ranges")
    let found = try read(json, as: AnnotationJSON.self)
    #expect(found.entities.count > 20 && found.claims.count > 5)
    check(found, in: oddArticle, withRanges: true)
  }

  @Test func jsonOfSeveralFilesIsAnArrayInTheirOrder() async throws {
    try await withFolder(["a.md": oddArticle, "b.md": "# Kim met Lavrov in Oslo\n"]) { folder in
      let json = try await Program.run(
        ["annotate", "--accuracy=instant", "--format=json", "b.md", "a.md", "-"],
        input: "Oslo said no.", in: folder)
      let several = try read(json.output, as: [AnnotationJSON].self)
      #expect(several.map(\.file) == ["b.md", "a.md", "-"])
      check(several[1], in: oddArticle)
      let jsonl = try await Program.run(
        ["annotate", "--accuracy=instant", "--format", "jsonl", "b.md", "a.md", "-"],
        input: "Oslo said no.", in: folder)
      let lines = try jsonl.output.split(separator: "\n").map {
        try read(String($0), as: AnnotationJSON.self)
      }
      #expect(lines == several)
    }
  }

  @Test func anOptionsEndLetsAFileBeginWithADash() async throws {
    try await withFolder(["-a.md": "Oslo said no.\n"]) { folder in
      let outcome = try await Program.run(
        ["annotate", "--accuracy=instant", "--format", "jsonl", "--", "-a.md"], in: folder)
      #expect(outcome.status == 0)
      #expect(try read(outcome.output, as: AnnotationJSON.self).file == "-a.md")
    }
  }

  @Test func lessProbableAnnotationsAreLeftOut() async throws {
    let all = try read(try await annotate("--format", "json"), as: AnnotationJSON.self)
    let minimum = try #require(all.entities.map(\.confidence).sorted().dropFirst(5).first)
    let some = try read(
      try await annotate("--format", "json", "--min-confidence", "\(minimum + 0.001)"),
      as: AnnotationJSON.self)
    check(some, in: oddArticle)
    #expect(some.entities.count < all.entities.count && !some.entities.isEmpty)
    #expect((some.entities.map(\.confidence) + some.claims.map(\.confidence)).min()! > minimum)
  }

  @Test func outputWritesAFileForEachArticle() async throws {
    try await withFolder(["x/a.md": oddArticle, "b.md": "Oslo said no.\n"]) { folder in
      for (format, suffix) in [
        ("json", "json"), ("text", "txt"), ("brat", "ann"), ("w3c", "jsonld"), ("html", "html"),
        ("conll", "conll"), ("jsonl", "jsonl"),
      ] {
        let outcome = try await Program.run(
          [
            "annotate", "--accuracy=instant", "--format", format, "--output", "new/out", "x/a.md",
            "b.md",
          ], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output == "" && outcome.errors == "")
        for (file, name) in [("x/a.md", "a"), ("b.md", "b")] {
          let written = try Data(
            contentsOf: folder.appending(path: "new/out/\(name).\(suffix)"))
          let printed = try await Program.run(
            ["annotate", "--accuracy=instant", "--format", format, file], in: folder)
          #expect(String(decoding: written, as: UTF8.self) == printed.output)
        }
      }
    }
  }

  @Test func articlesOfOneNameDoNotReplaceEachOther() async throws {
    try await withFolder(["a.md": "Oslo said no.\n", "x/a.md": "Bergen said no.\n"]) { folder in
      let outcome = try await Program.run(
        ["annotate", "--accuracy=instant", "--output", "out", "a.md", "x/a.md"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("annotate-server: x/a.md: "))
      #expect(outcome.errors.contains("out/a.txt holds another article of that name"))
      let written = try String(
        contentsOf: folder.appending(path: "out/a.txt"), encoding: .utf8)
      #expect(written.contains("Oslo") && !written.contains("Bergen"))
    }
  }

  @Test func outputThatCannotBeWrittenIsAnError() async throws {
    try await withFolder(["a.md": "Oslo said no.\n", "file": "x"]) { folder in
      let outcome = try await Program.run(
        ["annotate", "--accuracy=instant", "--output", "file/out", "a.md"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("annotate-server: "))
      #expect(outcome.errors.contains("file/out/a.txt: cannot be written"))
    }
  }

  @Test func theReadingViewShowsTheTextAndWhoSaidWhat() async throws {
    let found = try read(try await annotate("--format", "json"), as: AnnotationJSON.self)
    let text = try await annotate()
    #expect(text == (try await annotate("--format", "text")))
    #expect(!text.contains("\u{1B}"), "no colours where no terminal is")
    #expect(text.contains("[Hauge-Lien PERSON]"))
    #expect(text.contains("\nClaims\n") && text.contains("\nEntities\n"))
    for chain in found.chains { #expect(text.contains(chain.name)) }
    #expect(!text.contains("https://"), "addresses are not read")
  }

  @Test func htmlIsBalancedAndItsTextIsTheArticles() async throws {
    let tricky = """
      # AT&amp;T says "a < b" & 'c > d'

      Kim Jong Un said the &lt;script&gt; of \\<b\\> was "2 < 3 & more" in Oslo.

      """
    for text in [oddArticle, tricky] {
      let page = HTMLPage(try await annotate("--format", "html", input: text))
      #expect(page.problems == [])
      #expect(page.names.isSuperset(of: ["html", "head", "title", "body", "article", "mark"]))
      #expect(!page.names.contains("script") && !page.names.contains("b"))
    }
    let page = HTMLPage(try await annotate("--format", "html", input: tricky))
    #expect(page.text.contains("AT&T says \"a < b\" & 'c > d'"))
    #expect(page.text.contains("the <script> of <b> was \"2 < 3 & more\" in Oslo."))
  }

  @Test func webAnnotationsQuoteTheText() async throws {
    struct Selector: Decodable {
      var type: String
      var start: Int?
      var end: Int?
      var exact: String?
      var prefix: String?
      var suffix: String?
    }
    struct Target: Decodable {
      var source: String
      var selector: [Selector]
    }
    struct WebAnnotation: Decodable {
      var id: String
      var type: String
      var motivation: String
      var target: [Target]
    }
    let points = CodePoints(oddArticle)
    let json = try await annotate("--format", "w3c")
    let found = try read(try await annotate("--format", "json"), as: AnnotationJSON.self)
    let annotations = try read(json, as: [WebAnnotation].self)
    #expect(
      annotations.map(\.id) == (found.entities.map(\.id) + found.claims.map(\.id)).map { "-#\($0)" }
    )
    #expect(json.contains("\"@context\" : \"http://www.w3.org/ns/anno.jsonld\""))
    for target in annotations.flatMap(\.target) {
      try #require(
        target.selector.map(\.type) == ["TextPositionSelector", "TextQuoteSelector"])
      let start = try #require(target.selector[0].start)
      let end = try #require(target.selector[0].end)
      let quote = target.selector[1]
      #expect(quote.exact == points[start, end])
      let (prefix, suffix) = (quote.prefix ?? "?", quote.suffix ?? "?")
      #expect(points[0, start].hasSuffix(prefix))
      #expect(points[end, points.scalars.count].hasPrefix(suffix))
    }
  }
}
