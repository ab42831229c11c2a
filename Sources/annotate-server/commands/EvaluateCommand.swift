import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server evaluate`: measures the annotations against a gold corpus.
let evaluateCommand = Command(
  name: "evaluate", operands: "GOLD.jsonl",
  summary: "Measure precision, recall and F1 against a gold corpus.",
  details: """
    The gold corpus holds one document a line: {"id", "text", "markup"?, "date"?, "entities":
    [{"start", "end", "type"}], "types": […], "attributions": [{"source": [[s, e], …], "cue": …,
    "content": …}]}, spans in code points.

    Entities count as exact spans with their type, over the types that a document annotates
    exhaustively (“types”) after its “collapse”. --coarse reads GPE, LOC and FAC as one, scores
    persons, organisations and places only, and cuts a leading “the” and a trailing “'s”.
    Claims count on words that a reader sees: “token” by word, “exact” by whole part, “relation”
    where content (half of the joint words) and source meet: who said what. “direct” are those
    whose content stands all in quotation marks.

    --reliability shows instead how often names are right, by the confidence they are given with.

    Exit status: 0, or 2 when the corpus could not be read.
    """,
  options: [
    .flag("--coarse", "persons, organisations and places only"),
    .flag("--reliability", "how often names are right, by confidence"),
    .value("--format", "FORMAT", choices: ["text", "json"], "how to print the table"),
    accuracyOption(.instant),
    .value("--limit", "N", "only the first N documents"),
    .value("--min-confidence", "P", "leave out what is less probable (0 to 1)"),
    configOption,
  ],
  run: evaluate)

private func evaluate(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard let path = arguments.operands.first, arguments.operands.count == 1 else {
    throw UsageError("evaluate takes one gold corpus", "evaluate")
  }
  let limit = try arguments.number("--limit", in: 1...Int.max, command: "evaluate") ?? .max
  let least = try arguments.number("--min-confidence", in: Float(0)...1, command: "evaluate")
  guard let options = configuration(arguments, orNearest: false) else { return 2 }
  let minimum = least ?? options.minConfidence
  let stages = try arguments.stages(or: .instant, command: "evaluate")
  let name = path == "-" ? "standard input" : path
  var evaluation = Evaluation(isCoarse: arguments.has("--coarse"))
  do throws(InputError) {
    var reader = try LineReader(path)
    var number = 0
    while evaluation.documents < limit, let line = reader.next() {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      let gold: GoldDocument
      do {
        gold = try JSONDecoder().decode(GoldDocument.self, from: Data(line))
      } catch {
        throw InputError(
          file: name, place: (number, 1),
          message: "this line is no gold document; it needs “text” and “entities” or “attributions”"
        )
      }
      guard gold.hasSoundSpans else {
        throw InputError(
          file: name, place: (number, 1),
          message: "a span of this line is not [start, end] in the code points of its “text”")
      }
      let text = SourceText(gold.text)
      let analysis = analyze(
        text, as: gold.markup ?? .plain, dateline: gold.date.flatMap { Dateline(parsing: $0) },
        by: stages, knowing: options.dictionary)
      evaluation.add(
        gold, AnnotationDocument(analysis.annotations.keeping(confidence: minimum), in: text))
    }
    guard evaluation.documents > 0 else {
      throw InputError(file: name, message: "the corpus is empty: it has no line to measure")
    }
  } catch {
    Output.complain("\(error)")
    return 2
  }
  if arguments.has("--reliability") {
    let steps = evaluation.reliability.steps
    let isJSON = arguments.value("--format") == "json"
    print(isJSON ? json(steps, pretty: true) : table(steps), terminator: isJSON ? "\n" : "")
    return 0
  }
  let rows = evaluation.rows
  if arguments.value("--format") == "json" {
    print(json(rows, pretty: true))
  } else {
    print(table(rows), terminator: "")
  }
  return 0
}

/// A text at the end of a column.
private func cell(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// A share in percent.
private func percent(_ value: Double) -> String {
  let tenths = Int((value * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// The steps of confidence in columns.
private func table(_ steps: [Reliability.Step]) -> String {
  var text =
    "confidence".padding(24) + ["mean", "right", "names"].map { cell($0, 8) }.joined() + "\n"
  for (index, step) in steps.enumerated() where step.found > 0 {
    let end = index + 1 < steps.count ? steps[index + 1].from : 1
    let range = "\(percent(step.from)) to \(percent(end))"
    let cells = [percent(step.confidence), percent(step.share), "\(step.found)"]
    text += range.padding(24) + cells.map { cell($0, 8) }.joined() + "\n"
  }
  return text
}

/// The rows in columns.
private func table(_ rows: [Evaluation.Row]) -> String {
  let head = ["P", "R", "F1", "gold", "found"]
  var text = "measure".padding(24) + head.map { cell($0, 8) }.joined() + "\n"
  for row in rows {
    let cells = [
      percent(row.precision), percent(row.recall), percent(row.f1), "\(row.gold)", "\(row.found)",
    ]
    text += row.measure.padding(24) + cells.map { cell($0, 8) }.joined() + "\n"
  }
  return text
}

extension String {
  /// The text with blanks behind it, up to a width in characters.
  func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
