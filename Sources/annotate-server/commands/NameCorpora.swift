import Annotator

/// A corpus from which names are learnt.
struct NameCorpus {
  /// Its file in the folder of data.
  var file: String
  /// How much a text of it counts: less where it was marked by machine or is far from news.
  var weight: Float
  /// Every how many-th text is read: machines marked more than people did.
  var step = 1
  /// Whether a machine marked it.
  var isSilver = false
}

/// The corpora, those that people marked first.
let nameCorpora = [
  NameCorpus(file: "conll2003.train.jsonl", weight: 1),
  NameCorpus(file: "wikigold.train.jsonl", weight: 1),
  NameCorpus(file: "crossner_politics.train.jsonl", weight: 1),
  NameCorpus(file: "crossner_literature.train.jsonl", weight: 0.7),
  NameCorpus(file: "crossner_science.train.jsonl", weight: 0.5),
  NameCorpus(file: "wnut17.train.jsonl", weight: 0.5),
  NameCorpus(file: "btc_news_tweets.train.jsonl", weight: 0.5),
  NameCorpus(file: "gum_news.train.jsonl", weight: 0.5),
  NameCorpus(file: "gum_free.train.jsonl", weight: 0.3),
  NameCorpus(file: "gum_nc.train.jsonl", weight: 0.3),
  NameCorpus(file: "gmb_silver.train.jsonl", weight: 0.3, step: 6, isSilver: true),
  NameCorpus(file: "silver_ontonotes_types.train.jsonl", weight: 0.4, step: 3, isSilver: true),
]

extension NameCorpus {
  /// The texts of the corpus, from the bytes of its file.
  func documents(in bytes: [UInt8]) throws(InputError) -> [NameDocument] {
    try annotate_server.documents(
      in: bytes, of: file, step: step, needing: "“text” and “entities”"
    ) { NameDocument($0, corpus: self) }
  }
}

extension NameDocument {
  /// A text with its names, whose spans in code points become bytes.
  fileprivate init(_ gold: GoldDocument, corpus: NameCorpus) {
    let offsets = gold.byteOffsets
    let names = (gold.entities ?? []).compactMap { entity -> Name? in
      guard 0 <= entity.start, entity.start < entity.end, entity.end < offsets.count else {
        return nil
      }
      return Name(range: offsets[entity.start]..<offsets[entity.end], type: entity.type)
    }
    self.init(
      text: SourceText(gold.text), names: names, types: Set(gold.types ?? []),
      collapse: gold.collapse ?? [:], weight: corpus.weight,
      isSilver: corpus.isSilver)
  }
}
