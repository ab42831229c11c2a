import Testing

@testable import Annotator

/// Names that a workspace knows, through the whole pipeline.
struct DictionaryTests {
  private static let dictionary = NameDictionary(
    entries: [
      .init(name: "Glimmer Works", type: .organization, aliases: ["Glimmer", "the Works"]),
      .init(name: "Tarn", type: .product),
      .init(name: "Tarn Vale", type: .geopolitical),
      .init(name: "The Low Lamp", type: .facility),
      .init(name: "Ada O'Brisk", type: .person, aliases: ["Brisk"]),
      .init(name: "Grand Wick", type: .role),
      .init(name: "Soot Corp", type: .organization),
      .init(name: "otter line", type: .event),
      .init(name: "Hauge", type: .facility),
    ], ignored: ["Paris Saint", "Nine", "Dark Oslo"])

  /// The names of a text, each as `[TYPE text = chain]`; the chain is left out where it is the text.
  private func rendered(_ text: String, _ dictionary: NameDictionary) throws -> String {
    let analysis = try Pipeline.standard.knowing(dictionary)
      .annotate(SourceText(text), as: .plain)
    let found = analysis.annotations
    var result: [UInt8] = []
    var end = 0
    for entity in found.entities where entity.mention == .name && entity.range.lowerBound >= end {
      result += Array(text.utf8)[end..<entity.range.lowerBound]
      let name = analysis.visibleText(entity.range)
      let chain = entity.chain.map { found.chains[$0].name }
      let link = chain.map { $0 == name ? "" : " = \($0)" } ?? ""
      result += Array("[\(entity.type.rawValue) \(name)\(link)]".utf8)
      end = entity.range.upperBound
    }
    return String(decoding: result + Array(text.utf8)[end...], as: UTF8.self)
  }

  @Test(arguments: [
    // Every form is of one chain, whose name is that of the entry, whatever the text begins with.
    "[ORG Glimmer = Glimmer Works] closed a shop. [ORG Glimmer Works] has more, and [ORG the Works = Glimmer Works] sells.",
    // Of two names the longer counts; a name is a whole word.
    "They met in [GPE Tarn Vale] and drove a [PRODUCT Tarn] there, no tarn and no Tarn7.",
    // A name may hold a mark, the stop of its sentence is none of it, and capitals are another way.
    "He came to [ORG Soot Corp. = Soot Corp] It rained on [ORG SOOT CORP = Soot Corp], they said.",
    "It was [PERSON Ada O’Brisk = Ada O'Brisk], and [PERSON Brisk = Ada O'Brisk]'s dog barked at [PERSON ADA O'BRISK = Ada O'Brisk].",
    // Inside a sentence an article is written small.
    "He left [FAC the Low Lamp = The Low Lamp] early.",
    // What is written small is a name too.
    "They walked the [EVENT otter line] all day, not the Otter line.",
    // A word of a longer name is none by itself.
    "The [ROLE minister] [PERSON Jonas Hauge] slept at [FAC Hauge].",
    // What is ignored is nothing, neither a name nor a number.
    "He sang with Nine in a Dark Oslo on the [GPE Paris] road.",
  ])
  func namesAreFound(_ marked: String) throws {
    var text = ""
    var isMark = 0
    for piece in marked.split(separator: "[", omittingEmptySubsequences: false) {
      defer { isMark += 1 }
      guard isMark > 0 else {
        text += piece
        continue
      }
      let parts = piece.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].drop { $0 != " " }.dropFirst()
      text += name.split(separator: " =")[0] + parts[1]
    }
    let found = try rendered(text, Self.dictionary)
    #expect(found == marked)
  }

  @Test func theyAreCertain() throws {
    let analysis = try Pipeline.standard.knowing(Self.dictionary)
      .annotate(SourceText("Glimmer said it was late."), as: .plain)
    let entity = try #require(analysis.annotations.entities.first)
    #expect(entity.confidence == 1)
    let claim = try #require(analysis.annotations.claims.first)
    #expect(claim.sourceChain == entity.chain && claim.source == [entity.range])
  }

  @Test func titlesStandBesideThem() throws {
    let dictionary = NameDictionary(entries: [.init(name: "qwilm", type: .person)])
    let analysis = try Pipeline.standard.knowing(dictionary)
      .annotate(SourceText("Foreign Minister qwilm said it was late."), as: .plain)
    #expect(analysis.annotations.entities.map(\.type) == [.role, .person])
    #expect(analysis.annotations.chains.first?.role == "Foreign Minister")
  }

  @Test func markupDoesNotHideThem() throws {
    let analysis = try Pipeline.standard.knowing(Self.dictionary)
      .annotate(
        SourceText("# T\n\nAt *Glimmer\nWorks* and [Glimmer](https://Glimmer.org) `Glimmer`.\n"))
    #expect(analysis.annotations.chains.first?.mentions.count == 2)
  }

  /// Names that the dictionary keeps apart stay apart, and it may change between two versions.
  @Test func anotherDictionaryReadsAnew() throws {
    let text = SourceText("Vorlon Group and Vorlon Holdings met. Vorlon Group left.")
    func chains(_ dictionary: NameDictionary, _ previous: Analysis? = nil) throws -> Analysis {
      try Pipeline.standard.knowing(dictionary).annotate(text, as: .plain, reusing: previous)
    }
    let apart = NameDictionary(entries: [
      .init(name: "Vorlon Group", type: .organization),
      .init(name: "Vorlon Holdings", type: .organization),
    ])
    let before = try chains(NameDictionary())
    let after = try chains(apart, before)
    #expect(after.annotations.chains.map(\.name) == ["Vorlon Group", "Vorlon Holdings"])
    #expect(after.annotations == (try chains(apart)).annotations)
    let none = try chains(NameDictionary(entries: [], ignored: ["Vorlon Group"]), after)
    #expect(!none.annotations.chains.contains { $0.name == "Vorlon Group" })
    #expect(try chains(NameDictionary(), none).annotations == before.annotations)
  }

  @Test func whatIsKnownIsSpelledRight() throws {
    let text = "# T\n\nYohannes Bere said so. Later Yohanes Bere left. Yohanes Bere slept.\n"
    func spellings(_ dictionary: NameDictionary) throws -> [Finding] {
      let options = LintOptions(dictionary: dictionary)
      return lint(try LintedArticle(reading: SourceText(text), for: options), options: options)
        .findings.filter { $0.rule == SpellingInconsistent.id }
    }
    let one = try spellings(
      NameDictionary(entries: [.init(name: "Yohannes Bere", type: .person)]))
    #expect(one.map(\.fix?.title) == ["Write “Yohannes Bere”"])
    let both = NameDictionary(entries: [
      .init(name: "Yohannes Bere", type: .person, aliases: ["Yohanes Bere"])
    ])
    #expect(try spellings(both).isEmpty)
    #expect(try spellings(NameDictionary(entries: [], ignored: ["Yohannes Bere"])).isEmpty)
  }

  /// Ten thousand names that begin alike cost a look-up each, not a comparison with all of them.
  @Test func manyNamesAreQuick() throws {
    let entries = (0..<10_000).map {
      NameDictionary.Entry(name: "University of Place\($0)", type: .organization)
    }
    let dictionary = NameDictionary(entries: entries)
    let words = Array(repeating: "University of Place77 and University of Nowhere.", count: 2000)
    let text = tokenize(Prose(verbatim: Array(words.joined(separator: " ").utf8)))
    let time = ContinuousClock().measure { #expect(dictionary.hits(in: text).count == 2000) }
    #expect(time < .seconds(10))
  }

  @Test func oddNamesDoNoHarm() throws {
    let odd = ["", " ", ".", "’", "-", "a", String(repeating: "x ", count: 99), "\u{0}", "é", "€5"]
    let dictionary = NameDictionary(
      entries: odd.map { .init(name: $0, type: .person, aliases: odd) }, ignored: odd)
    for text in odd + ["x x x. ’ - . é", "a.", "A-a.a", "5 €5.", "don’t"] {
      _ = try Pipeline.standard.knowing(dictionary).annotate(SourceText(text), as: .plain)
    }
  }
}
