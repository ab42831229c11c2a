import Annotator

/// A corpus from which claims are learnt; all claims of its texts must be marked.
struct ClaimCorpus {
  /// Its file in the folder of data.
  var file: String
  /// How much a text of it counts.
  var weight: Float
}

/// The corpora.
let claimCorpora = [
  ClaimCorpus(file: "polnear.train.jsonl", weight: 1)
]

extension ClaimCorpus {
  /// The texts of the corpus, from the bytes of its file.
  func documents(in bytes: [UInt8]) throws(InputError) -> [ClaimDocument] {
    try annotate_server.documents(in: bytes, of: file, needing: "“text” and “attributions”") {
      gold in
      gold.hasSoundSpans ? ClaimDocument(gold, weight: weight) : nil
    }
  }
}

extension ClaimDocument {
  /// A text with its claims, whose spans in code points become bytes.
  fileprivate init(_ gold: GoldDocument, weight: Float) {
    let offsets = gold.byteOffsets
    func ranges(_ spans: [[Int]]?) -> [Range<Int>] {
      (spans ?? []).map { offsets[$0[0]]..<offsets[$0[1]] }
    }
    self.init(
      text: SourceText(gold.text),
      claims: (gold.attributions ?? []).map {
        Claim(source: ranges($0.source), cue: ranges($0.cue), content: ranges($0.content))
      },
      ignored: ranges(gold.ignore), weight: weight)
  }
}
