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
    DATA holds `gazetteer/*.tsv`, whose first column is a name. The files of the model are written
    to the folder that --model names, from which the next build embeds them; `names.tsv`, the names
    that are kept by hand, is read there. The same data give the same bytes.

    Example:
      annotate-server train ../shared/data --model Sources/Annotator/Model

    Exit status: 0, or 2 when a file could not be read or written.
    """,
  options: [
    .value("--model", "FOLDER", "where the model's files are (default: Sources/Annotator/Model)")
  ],
  run: train)

private func train(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard let data = arguments.operands.first, arguments.operands.count == 1 else {
    throw UsageError("train takes one folder of data", "train")
  }
  let model = arguments.value("--model") ?? "Sources/Annotator/Model"
  var missing: [String] = []
  do {
    let names = try Input.bytes("\(model)/names.tsv")
    let gazetteer = buildGazetteer(names: names) { file in
      let bytes = try? Input.bytes("\(data)/\(file)")
      if bytes == nil { missing.append(file) }
      return bytes
    }
    for file in missing { Output.complain("annotate-server: \(data)/\(file): not read; left out") }
    let url = URL(filePath: "\(model)/gazetteer.bin")
    try Data(gazetteer).write(to: url, options: .atomic)
    print("\(url.path): \(gazetteer.count) bytes")
    return missing.isEmpty ? 0 : 2
  } catch let error as InputError {
    Output.complain("\(error)")
  } catch {
    Output.complain("annotate-server: \(model): cannot be written: \(reason(error))")
  }
  return 2
}
