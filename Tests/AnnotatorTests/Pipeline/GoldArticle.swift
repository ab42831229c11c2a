import Foundation
import TestSupport
import Testing

@testable import Annotator

/// An article with what is right about it. Spans are in code points.
struct GoldArticle: Decodable, Sendable {
  struct Entity: Decodable, Sendable {
    var start: Int
    var end: Int
    var type: EntityType
    var mention: MentionKind
    var optional: Bool?
  }
  private enum CodingKeys: String, CodingKey {
    case id, text, file, sha256, entities
  }

  var id: String
  var text: String
  var entities: [Entity]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    entities = try container.decode([Entity].self, forKey: .entities)
    if let own = try container.decodeIfPresent(String.self, forKey: .text) {
      text = own
      return
    }
    // Articles that belong to others are named by their file and hash.
    let file = try container.decode(String.self, forKey: .file)
    let url = try #require(SharedData.seed(file), "the article \(file)")
    let bytes = try Data(contentsOf: url)
    let hash = try container.decode(String.self, forKey: .sha256)
    try #require(sha256(bytes) == hash, "\(file) is the article that was annotated")
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The articles of a file of the repository, a JSON object a line.
  static func read(_ path: String) throws -> [GoldArticle] {
    let data = try Data(contentsOf: SharedData.repository.appending(path: path))
    return try data.split(separator: 0x0A).map {
      try JSONDecoder().decode(GoldArticle.self, from: $0)
    }
  }

  /// What the product finds in the article.
  func annotated() throws -> Analysis {
    try Pipeline.standard.annotate(SourceText(text))
  }

  /// The names of persons, organisations and countries or cities.
  var names: [Entity] {
    entities.filter {
      [.person, .organization, .geopolitical].contains($0.type) && $0.mention == .name
        && $0.optional != true
    }
  }

  /// The names that were not found with their span and type.
  func missedNames(_ analysis: Analysis) -> [String] {
    var offsets = [0]
    for scalar in text.unicodeScalars { offsets.append(offsets.last! + scalar.utf8.count) }
    let found = analysis.annotations.entities
    return names.filter { gold in
      !found.contains {
        $0.range == offsets[gold.start]..<offsets[gold.end] && $0.type == gold.type
      }
    }.map { "\(analysis.text.string(offsets[$0.start]..<offsets[$0.end])) \($0.type.rawValue)" }
  }
}
