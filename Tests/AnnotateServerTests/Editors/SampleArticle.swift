import Foundation
import TestSupport
import Testing

/// An article that the editors open, with what the server's command finds in it as it is and after
/// each of two edits.
struct SampleArticle: Sendable {
  /// A text, and what is found in it.
  struct Version: Sendable {
    var text: String
    var findings: Findings
  }

  /// What its file is called, without the extension.
  var name: String
  /// The article as it is.
  var original: Version
  /// A name in the article, before which the first edit puts an emoji.
  var entity: Findings.Entity
  /// The article after the first edit.
  var edited: Version
  /// The article without the line of the name.
  var cut: Version

  /// The articles that the repository holds as samples, and one with characters of every width.
  static let all = Task {
    let folder = SharedData.repository.appending(path: "seeds")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
    var texts = try files.map { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return (name: String(file.dropLast(".md".count)), text: text)
    }
    texts.insert((name: "widths", text: widths), at: 0)
    let found = try await find(in: texts.map(\.text))
    let entities = try zip(texts, found).map { article, findings in
      try #require(!findings.claims.isEmpty, "\(article.name) holds a claim")
      let names = findings.entities.filter { $0.mention == "name" && $0.chain != nil }
      return try #require(names.dropFirst(names.count / 2).first, "\(article.name) holds a name")
    }
    let edited = zip(texts, entities).map { article, entity in
      let scalars = Array(article.text.unicodeScalars)
      return string(scalars[..<entity.start]) + "😀 " + string(scalars[entity.start...])
    }
    let cut = zip(texts, entities).map { article, entity in
      let scalars = Array(article.text.unicodeScalars)
      let start = scalars[..<entity.start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      let end = scalars[entity.start...].firstIndex(of: "\n").map { $0 + 1 } ?? scalars.count
      return string(scalars[..<start]) + string(scalars[end...])
    }
    let foundAfter = try await find(in: edited + cut)
    return texts.indices.map { index in
      SampleArticle(
        name: texts[index].name, original: Version(text: texts[index].text, findings: found[index]),
        entity: entities[index],
        edited: Version(text: edited[index], findings: foundAfter[index]),
        cut: Version(text: cut[index], findings: foundAfter[texts.count + index]))
    }
  }
}

/// What `annotate-server batch` says of one text, as far as an editor shows it. Spans are in code
/// points.
struct Findings: Decodable, Sendable {
  struct Entity: Decodable, Sendable {
    var start: Int
    var end: Int
    var type: String
    var mention: String
    var chain: String?
  }
  struct Chain: Decodable, Sendable {
    var id: String
    var name: String
  }
  struct Claim: Decodable, Sendable {
    var source: [[Int]]
    var cue: [[Int]]
    var content: [[Int]]
  }
  var entities: [Entity]
  var chains: [Chain]
  var claims: [Claim]
}

/// What the server's own command finds, by another way than the protocol.
private func find(in texts: [String]) async throws -> [Findings] {
  let lines = try texts.map { try JSONEncoder().encode(["id": "1", "text": $0]) + Data("\n".utf8) }
  let outcome = try await Program.run(["batch"], input: lines.joined())
  return try outcome.output.split(separator: "\n").map {
    try JSONDecoder().decode(Findings.self, from: Data($0.utf8))
  }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

private let widths = """
  # Russia says it will build ties with Norway
  **Reuters**

  **2023-10-26 10:15**

  Asked about the accusation, Kremlin spokesman Dmitry Peskov said: "There are many such reports,
  they are all groundless 😀 as a rule. Anna Kovac of Norway knows." Æther was 𝒩ot Russia.

  Peskov, who spoke in Moscow on Thursday, said that Russia had spent $40 million on it.

  """
