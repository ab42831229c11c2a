import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Corpora that tell how the training of the encoder goes on; it does not learn from them.
private let judgedClaims = [ClaimCorpus(file: "polnear.dev.jsonl", weight: 1)]
private let judgedNames = ["conll2003", "ieer", "uner_ewt"].map {
  NameCorpus(file: "\($0).dev.jsonl", weight: 1)
}
/// Of every how many texts a copy in capitals is written.
private let capitals = 6

/// The words of all corpora from which an encoder learns, a text a line.
func encoderWords(model: String, reading read: (String) -> [UInt8]?) throws -> [UInt8] {
  let gazetteer = try Input.bytes("\(model)/gazetteer.bin")
  var lines = Data()
  func add(_ words: MarkedWords) throws {
    guard !words.words.isEmpty else { return }
    lines.append(try JSONEncoder().encode(words))
    lines.append(0x0A)
  }
  for corpus in claimCorpora + judgedClaims {
    for document in try corpus.documents(in: read(corpus.file) ?? []) {
      try add(MarkedWords(document, corpus: corpus.file))
    }
  }
  func add(_ document: NameDocument, _ corpus: String, copied: Bool) throws {
    try add(MarkedWords(document, corpus: corpus, gazetteer: gazetteer))
    for copy in copied ? document.shoutedCopies : [] {
      try add(MarkedWords(copy, corpus: corpus, gazetteer: gazetteer))
    }
  }
  for corpus in nameCorpora + judgedNames {
    let isJudged = judgedNames.contains { $0.file == corpus.file }
    for (index, document) in try corpus.documents(in: read(corpus.file) ?? []).enumerated() {
      let copied = !isJudged && !document.isSilver && document.weight >= 0.5
      try add(document, corpus.file, copied: copied && index % capitals == 0)
    }
  }
  for document in nameSentences(try Input.bytes("\(model)/sentences.txt"), weight: 1) {
    try add(document, "sentences", copied: true)
  }
  return [UInt8](lines)
}

/// An encoder's file with how its claims are weighed, learnt from texts that it has not learnt from;
/// `nil` where it is none.
func weighed(_ file: [UInt8], reading read: (String) -> [UInt8]?) throws -> [UInt8]? {
  let documents = try judgedClaims.flatMap { corpus in
    try corpus.documents(in: read(corpus.file) ?? [])
  }
  return trainWeighing(of: file, on: documents) { Output.complain("encoder: \($0)") }
}
