import Annotator
import Foundation
import TestSupport
import Testing

/// A kind of fault, and how it comes into an article.
struct Damage: Sendable {
  /// The rule that is to find it.
  var rule: String
  /// Rules that may fire beside it.
  var besides: Set<String>
  /// Whether nothing else can be found where it is.
  var isAlone: Bool
  /// Plants it at a random place, and says where it is to be found; `nil` where it has no place.
  var plant: @Sendable (inout Draft, inout SeededGenerator) -> Draft.Place?

  /// A kind of fault.
  init(
    _ rule: String, besides: Set<String> = [], isAlone: Bool = false,
    plant: @escaping @Sendable (inout Draft, inout SeededGenerator) -> Draft.Place?
  ) {
    self.rule = rule
    self.besides = besides
    self.isAlone = isAlone
    self.plant = plant
  }
}

/// A hundred articles with faults planted in them at random: all are found, where they were planted,
/// and nothing else is.
@Suite struct PlantedFaultTests {
  private static let damages = markupDamages + textDamages
  /// The rules that are tried: the others are not looked at.
  private static let rules = Set(damages.map(\.rule))

  /// The sample articles, by name.
  private static let articles: [(name: String, text: String)] = {
    let folder = SharedData.repository.appending(path: "seeds")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" && $0.lastPathComponent != "README.md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map {
        (
          $0.lastPathComponent,
          String(decoding: (try? Data(contentsOf: $0)) ?? Data(), as: UTF8.self)
        )
      }
  }()

  /// A finding as it is compared: its rule and its line.
  private struct Found: Hashable, CustomStringConvertible {
    var rule: String
    var line: Int
    var description: String { "\(rule) in line \(line)" }
  }

  private func found(_ bytes: [UInt8]) throws -> Set<Found> {
    let file = try lint(file: bytes)
    return Set(
      file.findings.filter { Self.rules.contains($0.rule) }.map {
        Found(rule: $0.rule, line: file.text.lines.line(at: $0.range.lowerBound) + 1)
      })
  }

  @Test func theOriginalsAreClean() throws {
    #expect(Self.articles.count >= 10)
    for article in Self.articles {
      #expect(try found(Array(article.text.utf8)) == [], "\(article.name)")
    }
  }

  @Test(arguments: 0..<100)
  func plantedFaultsAreFound(_ number: Int) throws {
    var random = SeededGenerator(seed: UInt64(number))
    let article = Self.articles[number % Self.articles.count]
    var draft = Draft(article.text)
    var planted: [(damage: Damage, place: Draft.Place)] = []
    // Each kind has its turn, and what shall stand with it is drawn.
    var kinds = [Self.damages[number % Self.damages.count]]
    if !kinds[0].isAlone {
      kinds += Self.damages.filter { !$0.isAlone }.shuffled(using: &random).prefix(2)
    }
    for kind in kinds where !planted.contains(where: { conflicts($0.damage.rule, kind.rule) }) {
      if let place = kind.plant(&draft, &random) { planted.append((kind, place)) }
    }
    // An article with front matter has no lines of the head to damage.
    #expect(!planted.isEmpty || kinds[0].rule.hasPrefix("head/"))
    let expected = Set(
      planted.compactMap { fault in
        draft.number(of: fault.place).map { Found(rule: fault.damage.rule, line: $0) }
      })
    let found = try found(draft.bytes)
    let allowed = Set(planted.flatMap { $0.damage.besides })
    #expect(expected.subtracting(found) == [], "\(article.name): not found")
    #expect(
      found.subtracting(expected).filter { !allowed.contains($0.rule) } == [],
      "\(article.name): found, but not planted beside \(planted.map(\.damage.rule))")
  }

  /// Whether two faults cannot be in one article: both of the head, or of headings.
  private func conflicts(_ a: String, _ b: String) -> Bool {
    func part(_ rule: String) -> String {
      ["head", "heading", "file"].first { rule.hasPrefix($0) } ?? rule
    }
    return part(a) == part(b)
  }
}
