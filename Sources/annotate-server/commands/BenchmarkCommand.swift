import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server benchmark`: times the pipeline and the session.
let benchmarkCommand = Command(
  name: "benchmark", operands: "PATH…",
  summary: "Time the pipeline and the server's own loop on articles.",
  details: """
    PATH is a Markdown file, a folder of them, or a corpus in JSON Lines (“text”). The articles are
    annotated one after the other; then articles of 10 KB and 1 MB are put together from them,
    opened in a session, and edited a character at a time.

      annotate           visible words annotated in a CPU second
      entities alone     the same without claims and chains
      open               text in, annotations and diagnostics out, in milliseconds
      edit               one typed character in, new annotations and diagnostics out
      refine             the same until the encoder has read what is new of the paragraph
      index              a folder opened, all its articles read, on all cores (--workspace)
      claims, symbols    a question about them in, the answer out, in CPU time

    Times differ from machine to machine; ratios and the cost of a word do less.
    """,
  options: [
    .value("--edits", "N", "characters typed in each article (default: 21)"),
    .value("--workspace", "N", "only index N articles of 3 KB made of their paragraphs, and ask"),
    .value("--format", "FORMAT", choices: ["text", "json"], "how to print the figures"),
  ],
  run: benchmark)

private func benchmark(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard !arguments.operands.isEmpty else {
    throw UsageError("benchmark needs articles: a file, a folder or a corpus", "benchmark")
  }
  let edits = try arguments.number("--edits", in: 1...10_000, command: "benchmark") ?? 21
  var texts: [String] = []
  do throws(InputError) {
    for path in arguments.operands { texts += try articles(path) }
  } catch {
    Output.complain("\(error)")
    return 2
  }
  guard !texts.isEmpty else {
    Output.complain("annotate-server: there are no articles in \(arguments.operands)")
    return 2
  }
  var figures: [Figure] = []
  if let count = try arguments.number("--workspace", in: 1...1_000_000, command: "benchmark") {
    do {
      figures = try await workspaceTimes(count, from: texts)
    } catch {
      Output.complain("annotate-server: the articles cannot be written: \(reason(error))")
      return 2
    }
  } else {
    figures = throughput(texts)
    figures += await refinement(article(of: 10_000, from: texts), edits: edits)
    for (name, size) in [("10 KB", 10_000), ("1 MB", 1_000_000)] {
      figures += await latency(article(of: size, from: texts), name, edits: edits)
    }
  }
  if arguments.value("--format") == "json" {
    print(json(figures, pretty: true))
  } else {
    for figure in figures {
      let value =
        figure.value >= 100 ? "\(Int(figure.value))" : "\((figure.value * 100).rounded() / 100)"
      print(figure.name.padding(28) + value.padding(12) + figure.unit)
    }
  }
  return 0
}

/// One measured figure.
struct Figure: Encodable {
  var name: String
  var value: Double
  var unit: String
}

/// The articles of a path.
private func articles(_ path: String) throws(InputError) -> [String] {
  guard path.hasSuffix(".jsonl") else {
    var texts: [String] = []
    var failures: [InputError] = []
    for file in Input.articles([path], &failures) {
      texts.append(String(decoding: try Input.text(file).bytes, as: UTF8.self))
    }
    if let failure = failures.first { throw failure }
    return texts
  }
  struct Line: Decodable { var text: String }
  var reader = try LineReader(path)
  var texts: [String] = []
  while let line = reader.next() {
    if let text = try? JSONDecoder().decode(Line.self, from: Data(line)).text { texts.append(text) }
  }
  return texts
}

/// An article of about so many bytes: the bodies of others, one after the other.
private func article(of size: Int, from texts: [String]) -> String {
  var text = "# An Article\n**Agency**\n\n**2023-10-27 22:33**\n\n**https://example.org/a**\n\n"
  var index = 0
  while text.utf8.count < size {
    text += texts[index % texts.count] + "\n\n"
    index += 1
  }
  let cut = text.utf8.index(text.startIndex, offsetBy: size)
  return String(text[..<cut]).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "\n") + "\n"
}

/// The times of opening and editing one article.
private func latency(_ text: String, _ name: String, edits: Int) async -> [Figure] {
  var timer = await SessionTimer()
  var opened: [Double] = []
  for _ in 0..<3 { opened.append(await timer.open(text)) }
  // The middle of the article, at the start of a line with words.
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = lines.indices.first { $0 >= lines.count / 2 && !lines[$0].isEmpty } ?? 0
  var typed: [Double] = []
  for _ in 0..<edits { typed.append(await timer.type(atLine: line)) }
  return [
    Figure(name: "open, \(name)", value: median(opened), unit: "ms"),
    Figure(name: "edit, \(name)", value: median(typed), unit: "ms, median of \(edits)"),
    Figure(name: "edit, \(name)", value: typed.max() ?? 0, unit: "ms, slowest"),
  ]
}

/// The time until the encoder has read an article, and a paragraph of it that is edited.
private func refinement(_ text: String, edits: Int) async -> [Figure] {
  guard Pipeline.refined != nil else { return [] }
  var timer = await SessionTimer(takesAnnotations: true)
  let opened = await timer.open(text, until: .refinedAnnotations)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let counts = lines.map { $0.split(separator: " ").count }
  let line = counts.indices.min { abs(counts[$0] - 70) < abs(counts[$1] - 70) } ?? 0
  var typed: [Double] = []
  for _ in 0..<edits { typed.append(await timer.type(atLine: line, until: .refinedAnnotations)) }
  return [
    Figure(name: "refine, 10 KB", value: opened, unit: "ms"),
    Figure(
      name: "refine, \(counts[line]) words", value: median(typed), unit: "ms, median of \(edits)"),
    Figure(name: "refine, \(counts[line]) words", value: typed.max() ?? 0, unit: "ms, slowest"),
  ]
}

func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}
