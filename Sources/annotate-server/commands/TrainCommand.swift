import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `annotate-server train`: makes the model files anew.
let trainCommand = Command(
  name: "train", operands: "DATA",
  summary: "Make the model files anew from a folder of corpora and gazetteers.",
  details: """
    DATA holds `gazetteer/*.tsv`, whose first column is a name; `clusters.tsv`, words with their
    clusters; and the corpora of names and claims, `*.train.jsonl` in the format that “evaluate”
    reads. The files of the model are written to the folder that --model names, from which the next
    build embeds them; `names.tsv`, the names that are kept by hand, and `sentences.txt`, marked
    sentences, are read there. The same data and seed give the same bytes. It takes some minutes
    and 4 GB of memory. The encoder is trained apart, by `Sources/Annotator/Model/encoder`, which
    reads what --words writes; --encoder then learns how its claims are weighed against the others.

    Example:
      annotate-server train corpora/ --model Sources/Annotator/Model

    Exit status: 0, or 2 when a file could not be read or written.
    """,
  options: [
    .value("--model", "FOLDER", "where the model's files are (default: Sources/Annotator/Model)"),
    .value("--words", "FILE", "write the words from which the encoder learns there, and no model"),
    .value("--encoder", "FILE", "weigh the claims of the encoder in FILE, and no other model"),
    .value("--seed", "N", "where the chances of training come from"),
  ],
  run: train)

private func train(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard let data = arguments.operands.first, arguments.operands.count == 1 else {
    throw UsageError("train takes one folder of data", "train")
  }
  let model = arguments.value("--model") ?? "Sources/Annotator/Model"
  var training = NameTraining()
  var claimTraining = ClaimTraining()
  if let seed = try arguments.number("--seed", in: 0...Int.max, command: "train") {
    training.seed = UInt64(seed)
    claimTraining.seed = UInt64(seed)
  }
  var isWhole = true
  func read(_ file: String) -> [UInt8]? {
    if let bytes = try? Input.bytes("\(data)/\(file)") { return bytes }
    Output.complain("annotate-server: \(data)/\(file): not read; left out")
    isWhole = false
    return nil
  }
  do {
    if let file = arguments.value("--words") {
      try store(encoderWords(model: model, reading: read), in: file)
      return isWhole ? 0 : 2
    }
    if let file = arguments.value("--encoder") {
      guard let weighed = try weighed(try Input.bytes(file), reading: read) else {
        throw InputError(file: file, message: "this is no encoder")
      }
      try store(weighed, in: file)
      return isWhole ? 0 : 2
    }
    let gazetteer = buildGazetteer(names: try Input.bytes("\(model)/names.tsv"), reading: read)
    try store(gazetteer, in: "\(model)/gazetteer.bin")
    var documents = try nameCorpora.flatMap { corpus in
      try corpus.documents(in: read(corpus.file) ?? [])
    }
    documents += nameSentences(try Input.bytes("\(model)/sentences.txt"), weight: 1)
    let names = trainNames(
      on: documents, clusters: read("clusters.tsv") ?? [], gazetteer: gazetteer, training,
      report: {
        Output.showProgress(nil)
        Output.complain("names: \($0)")
      },
      progress: { Output.showProgress("names: \($0), \(Int($1 * 100)) %") })
    Output.showProgress(nil)
    try store(names, in: "\(model)/names.bin")
    let reports = try claimCorpora.flatMap { corpus in
      try corpus.documents(in: read(corpus.file) ?? [])
    }
    let claims = trainClaims(
      on: reports, names: names, gazetteer: gazetteer, claimTraining
    ) { Output.complain("claims: \($0)") }
    try store(claims, in: "\(model)/claims.bin")
    return isWhole ? 0 : 2
  } catch let error as InputError {
    Output.complain("\(error)")
  } catch {
    Output.complain("annotate-server: \(model): cannot be written: \(reason(error))")
  }
  return 2
}

/// Writes a file of the model.
private func store(_ bytes: [UInt8], in path: String) throws {
  let url = URL(filePath: path)
  try Data(bytes).write(to: url, options: .atomic)
  print("\(url.path): \(bytes.count) bytes")
}
