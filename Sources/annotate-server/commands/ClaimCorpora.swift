import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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
    var documents: [ClaimDocument] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      do {
        let gold = try JSONDecoder().decode(GoldDocument.self, from: Data(line))
        guard gold.hasSoundSpans else { continue }
        documents.append(ClaimDocument(gold, weight: weight))
      } catch {
        throw InputError(
          file: file, place: (number + 1, 1),
          message: "this line is no document with “text” and “attributions”")
      }
    }
    return documents
  }
}

extension ClaimDocument {
  /// A text with its claims, whose spans in code points become bytes.
  fileprivate init(_ gold: GoldDocument, weight: Float) {
    var offsets: [Int] = []
    var offset = 0
    for scalar in gold.text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
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
