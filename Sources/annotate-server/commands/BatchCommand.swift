import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server batch`: annotates a stream of texts.
let batchCommand = Command(
  name: "batch", operands: "[FILE|-]",
  summary: "Annotate JSON Lines: one text a line in, its annotations a line out.",
  details: """
    A line in is {"id", "text", "markup"?: "article" | "plain", "date"?: "YYYY-MM-DD"}; the line
    out {"id", "tier", "entities", "chains", "claims"} has its spans in Unicode code points of
    “text”. Lines come out in the order in which they came in, and memory does not grow with their
    number. A line that cannot be read gives {"id"?, "line", "error"}, and the run goes on.
    --config names a file of options, such as names that are known.

    Example:
      echo '{"id": "1", "text": "Kim met Lavrov.", "markup": "plain"}' | annotate-server batch

    Exit status: 0, 1 when a line could not be read, 2 when the run could not begin.
    """,
  options: [
    .value("--jobs", "N", "texts annotated at the same time (default: one a core)"),
    accuracyOption(.instant),
    .value("--min-confidence", "P", "leave out what is less probable (0 to 1)"),
    configOption,
    .flag("--ranges", "add LSP ranges"),
  ],
  run: batch)

private func batch(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard arguments.operands.count <= 1 else {
    throw UsageError("batch reads one stream; join the files with cat", "batch")
  }
  let jobs =
    try arguments.number("--jobs", in: 1...256, command: "batch")
    ?? ProcessInfo.processInfo.activeProcessorCount
  let least = try arguments.number("--min-confidence", in: Float(0)...1, command: "batch")
  let withRanges = arguments.has("--ranges")
  let stages = try arguments.stages(or: .instant, command: "batch")
  guard var options = configuration(arguments, orNearest: false) else { return 2 }
  options.minConfidence = least ?? options.minConfidence
  var reader: LineReader
  do throws(InputError) {
    reader = try LineReader(arguments.operands.first ?? "-")
  } catch {
    Output.complain("\(error)")
    return 2
  }
  // A queue of at most `jobs` texts in work, emptied from its front, keeps order and memory.
  var queue: [Task<BatchAnswer, Never>] = []
  var number = 0
  var status: Int32 = 0
  while true {
    while queue.count < jobs, let line = reader.next() {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      queue.append(
        Task { [number, options] in
          answer(line, number: number, by: stages, options, withRanges: withRanges)
        })
    }
    guard !queue.isEmpty else { return status }
    let done = await queue.removeFirst().value
    print(done.line)
    if done.isError { status = 1 }
  }
}

/// What comes out for a line.
private struct BatchAnswer: Sendable {
  var line: String
  var isError: Bool
}

/// A line of the input.
private struct BatchLine: Decodable {
  var id: BatchID
  var text: String
  var markup: TextKind?
  var date: String?
}

/// An id, which comes back as it was.
private enum BatchID: Codable {
  case string(String)
  case number(Int)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let string): try container.encode(string)
    case .number(let number): try container.encode(number)
    }
  }
}

private struct BatchError: Encodable {
  var id: BatchID?
  var line: Int
  var error: String
}

private func answer(
  _ bytes: [UInt8], number: Int, by stages: Pipeline, _ options: Options, withRanges: Bool
) -> BatchAnswer {
  func failure(_ message: String, id: BatchID? = nil) -> BatchAnswer {
    BatchAnswer(line: json(BatchError(id: id, line: number, error: message)), isError: true)
  }
  struct Identified: Decodable { var id: BatchID }
  let data = Data(bytes)
  let line: BatchLine
  do {
    line = try JSONDecoder().decode(BatchLine.self, from: data)
  } catch {
    let id = try? JSONDecoder().decode(Identified.self, from: data).id
    return failure(explained(error), id: id)
  }
  var dateline: Dateline?
  if let date = line.date {
    dateline = Dateline(parsing: date)
    if dateline == nil {
      return failure("“date” is “\(date)”; it must be a day such as 2023-10-27", id: line.id)
    }
  }
  let text = SourceText(line.text)
  let analysis = analyze(
    text, as: line.markup ?? .article, dateline: dateline, by: stages,
    knowing: options.dictionary)
  let found = analysis.annotations.keeping(confidence: options.minConfidence)
  return BatchAnswer(
    line: json(
      Identifiable(
        id: line.id, document: AnnotationDocument(found, in: text, withRanges: withRanges))),
    isError: false)
}

/// A document with the id of its line.
private struct Identifiable: Encodable {
  var id: BatchID
  var document: AnnotationDocument

  enum CodingKeys: CodingKey { case id }

  func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
  }
}

/// What is wrong with a line, in words.
private func explained(_ error: any Error) -> String {
  let shape = "it must be {\"id\", \"text\", \"markup\"?, \"date\"?}"
  switch error as? DecodingError {
  case .keyNotFound(let key, _): return "“\(key.stringValue)” is missing; \(shape)"
  case .typeMismatch(_, let context) where context.codingPath.isEmpty,
    .valueNotFound(_, let context) where context.codingPath.isEmpty:
    return "the line is no JSON object; \(shape)"
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    return "“\(context.codingPath[0].stringValue)” has the wrong type; \(shape)"
  case .dataCorrupted(let context) where context.codingPath.first?.stringValue == "markup":
    return "“markup” must be “article” or “plain”"
  case .dataCorrupted, .none: return "the line is not valid JSON; \(shape)"
  @unknown default: return "the line cannot be read; \(shape)"
  }
}
