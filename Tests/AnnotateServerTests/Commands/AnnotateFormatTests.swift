import Foundation
import Testing

/// `annotate` in each of its formats, read back without the product's code.
@Suite(.serialized)
struct AnnotateFormatTests {
  /// A sample article whose body's lines begin with a character that counts differently in every
  /// coordinate system.
  private static let article: String = {
    let lines = (seeds["2024-10-22-mackerel-talks"] ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { $0 > 8 && !$1.isEmpty ? "😀 é \($1)" : "\($1)" }
      .joined(separator: "\n")
  }()

  private func annotate(_ arguments: String..., input: String = article) async throws -> String {
    let outcome = try await Program.run(["annotate"] + arguments, input: input)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.output
  }

  private func read<Value: Decodable>(_ json: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  @Test(arguments: seeds.keys.sorted(), [false, true])
  func jsonSpansAreThoseOfTheText(name: String, withRanges: Bool) async throws {
    let text = try #require(seeds[name])
    let arguments = ["annotate", "--format", "json"] + (withRanges ? ["--ranges"] : [])
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
    check(found, in: Self.article, withRanges: true)
  }

  @Test func jsonOfSeveralFilesIsAnArrayInTheirOrder() async throws {
    try await withFolder(["a.md": Self.article, "b.md": "# Kim met Lavrov in Oslo\n"]) { folder in
      let json = try await Program.run(
        ["annotate", "--format=json", "b.md", "a.md", "-"], input: "Oslo said no.", in: folder)
      let several = try read(json.output, as: [AnnotationJSON].self)
      #expect(several.map(\.file) == ["b.md", "a.md", "-"])
      check(several[1], in: Self.article)
      let jsonl = try await Program.run(
        ["annotate", "--format", "jsonl", "b.md", "a.md", "-"], input: "Oslo said no.", in: folder)
      let lines = try jsonl.output.split(separator: "\n").map {
        try read(String($0), as: AnnotationJSON.self)
      }
      #expect(lines == several)
    }
  }

  @Test func anOptionsEndLetsAFileBeginWithADash() async throws {
    try await withFolder(["-a.md": "Oslo said no.\n"]) { folder in
      let outcome = try await Program.run(
        ["annotate", "--format", "jsonl", "--", "-a.md"], in: folder)
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
    check(some, in: Self.article)
    #expect(some.entities.count < all.entities.count && !some.entities.isEmpty)
    #expect((some.entities.map(\.confidence) + some.claims.map(\.confidence)).min()! > minimum)
  }

  @Test func outputWritesAFileForEachArticle() async throws {
    try await withFolder(["x/a.md": Self.article, "b.md": "Oslo said no.\n"]) { folder in
      for (format, suffix) in [
        ("json", "json"), ("text", "txt"), ("brat", "ann"), ("w3c", "jsonld"), ("html", "html"),
        ("conll", "conll"), ("jsonl", "jsonl"),
      ] {
        let outcome = try await Program.run(
          ["annotate", "--format", format, "--output", "new/out", "x/a.md", "b.md"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output == "" && outcome.errors == "")
        for (file, name) in [("x/a.md", "a"), ("b.md", "b")] {
          let written = try Data(
            contentsOf: folder.appending(path: "new/out/\(name).\(suffix)"))
          let printed = try await Program.run(["annotate", "--format", format, file], in: folder)
          #expect(String(decoding: written, as: UTF8.self) == printed.output)
        }
      }
    }
  }

  @Test func outputThatCannotBeWrittenIsAnError() async throws {
    try await withFolder(["a.md": "Oslo said no.\n", "file": "x"]) { folder in
      let outcome = try await Program.run(
        ["annotate", "--output", "file/out", "a.md"], in: folder)
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

  @Test func bratSpansAreThoseOfTheText() async throws {
    let points = CodePoints(Self.article)
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
    let points = CodePoints(Self.article)
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

  @Test func htmlIsBalancedAndItsTextIsTheArticles() async throws {
    let tricky = """
      # AT&amp;T says "a < b" & 'c > d'

      Kim Jong Un said the &lt;script&gt; of \\<b\\> was "2 < 3 & more" in Oslo.

      """
    for text in [Self.article, tricky] {
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
    let points = CodePoints(Self.article)
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

/// A labelled span in code points.
struct AnnotationSpan: Hashable {
  var start: Int
  var end: Int
  var label: String
}
