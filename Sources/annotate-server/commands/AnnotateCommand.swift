import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server annotate`: prints the annotations of articles.
let annotateCommand = Command(
  name: "annotate", operands: "[FILE…|-]",
  summary: "Print the entities and claims of articles.",
  details: """
    Without a file, or with “-”, the article is read from standard input.
    In the JSON formats spans are [start, end) in Unicode code points of the file; --ranges adds
    LSP ranges (UTF-16). One file gives one JSON object, several give an array.
    Options are read from --config, else from the nearest .annotate.json at or above the current
    folder: “entities” are names that are known, “ignore” words that are none.

    Examples:
      annotate-server annotate article.md
      annotate-server annotate --format json article.md | jq '.claims[].kind'
      annotate-server annotate --format html article.md > article.html
      annotate-server annotate --format brat --output annotations/ articles/*.md

    Exit status: 0, or 2 when a file could not be read (the others are still done) or the
    configuration could not.
    """,
  options: [
    .value(
      "--format", "FORMAT", choices: AnnotationFormat.allCases.map(\.rawValue),
      "how to print them (default: text)"),
    .value("--markup", "KIND", choices: ["article", "plain"], "how to read the text"),
    accuracyOption(.refined),
    .value("--date", "YYYY-MM-DD", "the day “today” is, where the article has no date"),
    .value("--min-confidence", "P", "leave out what is less probable (0 to 1)"),
    configOption,
    .value("--output", "FOLDER", "write a file an article there instead of printing"),
    .flag("--ranges", "add LSP ranges to JSON"),
  ],
  run: annotate)

/// A format for annotations.
enum AnnotationFormat: String, CaseIterable {
  case text, json, jsonl, brat, conll, html, w3c

  /// The usual extension of a file in this format.
  var fileExtension: String {
    switch self {
    case .text: "txt"
    case .brat: "ann"
    case .w3c: "jsonld"
    case .json, .jsonl, .conll, .html: rawValue
    }
  }
}

private func annotate(_ arguments: Arguments) throws(UsageError) -> Int32 {
  let format = arguments.value("--format").flatMap(AnnotationFormat.init) ?? .text
  let kind = arguments.value("--markup").flatMap(TextKind.init) ?? .article
  let least = try arguments.number("--min-confidence", in: Float(0)...1, command: "annotate")
  let stages = try arguments.stages(or: .refined, command: "annotate")
  let dateline = try arguments.value("--date").map { text throws(UsageError) in
    guard let date = Dateline(parsing: text) else {
      throw UsageError("--date is “\(text)”; it must be a day such as 2023-10-27", "annotate")
    }
    return date
  }
  guard let options = configuration(arguments, orNearest: true) else { return 2 }
  var status: Int32 = 0
  var articles: [AnnotatedArticle] = []
  for path in arguments.operands.isEmpty ? ["-"] : arguments.operands {
    do throws(InputError) {
      let analysis = analyze(
        try Input.text(path), as: kind, dateline: dateline, by: stages,
        knowing: options.dictionary)
      articles.append(
        AnnotatedArticle(
          file: path, analysis: analysis,
          annotations: analysis.annotations.keeping(confidence: least ?? options.minConfidence)))
    } catch {
      Output.complain("\(error)")
      status = 2
    }
  }
  let style = ReportStyle(isColored: Output.isColored, withRanges: arguments.has("--ranges"))
  guard let folder = arguments.value("--output") else {
    if !articles.isEmpty { print(report(articles, format, style), terminator: "") }
    return status
  }
  var written: Set<String> = []
  for article in articles {
    let name = URL(filePath: article.file).deletingPathExtension().lastPathComponent
    let url = URL(filePath: folder).appending(path: "\(name).\(format.fileExtension)")
    guard written.insert(url.path).inserted else {
      Output.complain(
        "annotate-server: \(article.file): \(url.path) holds another article of that name; "
          + "give this one another folder")
      status = 2
      continue
    }
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: folder), withIntermediateDirectories: true)
      try Data(report([article], format, style).utf8).write(to: url, options: .atomic)
    } catch {
      Output.complain("annotate-server: \(url.path): cannot be written: \(reason(error))")
      status = 2
    }
  }
  return status
}

/// Analyses a text outside any task, where nothing cancels.
func analyze(
  _ text: SourceText, as kind: TextKind = .article, dateline: Dateline? = nil,
  by stages: Pipeline = .standard, knowing dictionary: NameDictionary = NameDictionary()
) -> Analysis {
  do throws(CancellationError) {
    return try stages.knowing(dictionary).annotate(text, as: kind, dateline: dateline)
  } catch {
    preconditionFailure("A command's analysis runs in no task that could be cancelled.")
  }
}

/// The system's words for an error.
func reason(_ error: any Error) -> String {
  (error as? CocoaError)?.underlying.map { "\($0)" } ?? "\(error)"
}
