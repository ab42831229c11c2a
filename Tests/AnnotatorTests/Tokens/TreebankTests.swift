import Annotator
import Foundation
import TestSupport
import Testing

/// Agreement with corpora, measured on the ends of tokens and sentences. The floors are a little
/// below what is reached, so that they hold what there is and not chance.
@Suite struct TreebankTests {
  @Test(
    .enabled(if: SharedData.file("data/ud/en_gum-ud-dev.conllu") != nil, "needs the UD treebanks"))
  func gum() throws {
    let scores = try treebankScores("data/ud/en_gum-ud-dev.conllu") {
      $0.split(separator: "_").dropFirst().first.map(String.init) ?? $0
    }
    let news = scores["news", default: Score()] + scores["interview", default: Score()]
    let all = scores.values.reduce(Score(), +)
    report(scores, "GUM")
    #expect(news.tokens.f1 >= 0.998)
    #expect(news.sentences.f1 >= 0.99)
    #expect(all.tokens.f1 >= 0.998)
    #expect(all.sentences.f1 >= 0.98)
  }

  @Test(
    .enabled(if: SharedData.file("data/ud/en_ewt-ud-dev.conllu") != nil, "needs the UD treebanks"))
  func ewt() throws {
    // The text of EWT has lost the line ends at which many of its sentences ended.
    let scores = try treebankScores("data/ud/en_ewt-ud-dev.conllu") {
      String($0.prefix { $0 != "-" })
    }
    let all = scores.values.reduce(Score(), +)
    report(scores, "EWT")
    #expect(all.tokens.f1 >= 0.993)
    #expect(all.sentences.precision >= 0.985)
    #expect(scores["weblog", default: Score()].sentences.f1 >= 0.97)
  }

  @Test(
    .enabled(if: SharedData.file("data/conll2003.train.jsonl") != nil, "needs corpora of names"),
    arguments: [("conll2003.train", 0.997), ("ieer.dev", 0.999), ("crossner_politics.dev", 0.999)])
  func namesBeginAndEndAtTokens(_ corpus: String, _ floor: Double) throws {
    var expressible = 0
    var count = 0
    for document in try NameDocument.read("data/\(corpus).jsonl") {
      let text = tokenize(Prose(verbatim: Array(document.text.utf8)))
      let starts = Set(text.tokens.map(\.range.lowerBound))
      let ends = Set(text.tokens.map(\.range.upperBound))
      var offsets = [0]
      for scalar in document.text.unicodeScalars {
        offsets.append(offsets.last! + UTF8.width(scalar))
      }
      for name in document.entities {
        count += 1
        if starts.contains(offsets[name.start]), ends.contains(offsets[name.end]) {
          expressible += 1
        }
      }
    }
    print("\(corpus): \(expressible) of \(count) names")
    #expect(Double(expressible) / Double(count) >= floor)
  }
}

/// Counts of ends that are right, in the corpus, and found.
private struct Counts {
  var right = 0
  var gold = 0
  var found = 0

  var precision: Double { Double(right) / Double(max(found, 1)) }
  var f1: Double { 2 * Double(right) / Double(max(gold + found, 1)) }

  mutating func add(gold: Set<Int>, found: Set<Int>) {
    right += gold.intersection(found).count
    self.gold += gold.count
    self.found += found.count
  }

  static func + (a: Counts, b: Counts) -> Counts {
    Counts(right: a.right + b.right, gold: a.gold + b.gold, found: a.found + b.found)
  }
}

private struct Score {
  var tokens = Counts()
  var sentences = Counts()

  static func + (a: Score, b: Score) -> Score {
    Score(tokens: a.tokens + b.tokens, sentences: a.sentences + b.sentences)
  }
}

private func report(_ scores: [String: Score], _ corpus: String) {
  for (genre, score) in scores.sorted(by: { $0.key < $1.key }) {
    func percent(_ value: Double) -> String { String(format: "%.2f", 100 * value) }
    print(
      "\(corpus) \(genre): token ends F1 \(percent(score.tokens.f1)), "
        + "sentence ends F1 \(percent(score.sentences.f1))")
  }
}

/// The scores of each genre of a treebank; `genre` makes a document's genre from its name.
private func treebankScores(_ path: String, genre: (String) -> String) throws -> [String: Score] {
  var scores: [String: Score] = [:]
  for paragraph in try TreebankParagraph.read(path) {
    let text = tokenize(Prose(verbatim: paragraph.bytes))
    let sentenceEnds = text.sentences.map { text.tokens[$0.upperBound - 1].range.upperBound }
    scores[genre(paragraph.document), default: Score()].tokens.add(
      gold: Set(paragraph.tokenEnds), found: Set(text.tokens.map(\.range.upperBound)))
    scores[genre(paragraph.document), default: Score()].sentences.add(
      gold: Set(paragraph.sentenceEnds), found: Set(sentenceEnds))
  }
  return scores
}

/// A paragraph of a CoNLL-U file, with its text rebuilt from words and `SpaceAfter=No`.
private struct TreebankParagraph {
  var document = ""
  var bytes: [UInt8] = []
  var tokenEnds: [Int] = []
  var sentenceEnds: [Int] = []

  static func read(_ path: String) throws -> [TreebankParagraph] {
    let file = try String(contentsOf: SharedData.file(path)!, encoding: .utf8)
    var paragraphs: [TreebankParagraph] = []
    var document = ""
    var current = TreebankParagraph()
    // The word that several syntactic words make up, its last number and whether a blank follows.
    var multiword: (last: Int, hasSpace: Bool)?
    func finish() {
      if !current.bytes.isEmpty { paragraphs.append(current) }
      current = TreebankParagraph(document: document)
    }
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if let end = current.tokenEnds.last, current.sentenceEnds.last != end {
          current.sentenceEnds.append(end)
        }
      } else if line.hasPrefix("# newdoc id = ") {
        document = String(line.dropFirst(14))
        finish()
      } else if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block") {
        finish()
      } else if line.first != "#" {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        let hasSpace = !fields[9].contains("SpaceAfter=No")
        if let dash = fields[0].firstIndex(of: "-") {
          multiword = (Int(fields[0][fields[0].index(after: dash)...])!, hasSpace)
        } else if let number = Int(fields[0]) {
          current.bytes += Array(fields[1].utf8)
          current.tokenEnds.append(current.bytes.count)
          let isInside = multiword.map { number < $0.last } ?? false
          if !isInside, multiword?.hasSpace ?? hasSpace { current.bytes.append(0x20) }
          if !isInside { multiword = nil }
        }
      }
    }
    finish()
    return paragraphs
  }
}

/// A document of a corpus of names, one JSON value a line; offsets count code points.
private struct NameDocument: Decodable {
  struct Name: Decodable {
    var start: Int
    var end: Int
  }

  var text: String
  var entities: [Name]

  static func read(_ path: String) throws -> [NameDocument] {
    let data = try Data(contentsOf: SharedData.file(path)!)
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(NameDocument.self, from: Data($0))
    }
  }
}
