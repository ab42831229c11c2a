import TestSupport
import Testing

@testable import Annotator

/// What the built-in model finds. Its weights change with each training, so that the texts here are
/// such as any good model reads rightly.
@Suite struct LearnedNamesTests {
  /// Checks that an article, one paragraph an element, gives the names that are marked in it. Values
  /// are left out.
  func check(_ marked: [String], _ location: SourceLocation = #_sourceLocation) throws {
    let recognizer = try #require(LearnedRecognizer.standard)
    let article = parseArticle(
      SourceText("# A\n\n" + marked.map(unmarkedNames).joined(separator: "\n\n")))
    let texts = article.passages.dropFirst().map { tokenize($0.prose) }
    let first = texts.map(recognizer.mentions)
    let uses = zip(first, texts).map { nameUses(of: $0, in: $1) }
    var table = NameTable()
    for (mentions, uses) in zip(first, uses) { table.add(mentions, uses) }
    let shown = texts.indices.map {
      renderedNames(table.unified(first[$0], uses[$0]), in: texts[$0])
    }
    let wanted = marked.map { $0.replacing("*", with: "") }
    #expect(shown == wanted, sourceLocation: location)
  }

  @Test(arguments: [
    "Police in [GPE Milan] questioned [PERSON Giulia Dell'Aglio-Ferri] on Monday.",
    "[PERSON Abdel Fattah al-Sisi] met [PERSON Ismail Haniyeh] in [GPE Cairo].",
    "The [ROLE judge], [PERSON Maureen O'Callaghan], sent him home.",
    "The [ROLE teacher], [PERSON Nguyễn Văn Hùng], lives in [GPE Hanoi].",
    "[PERSON Ursula von der Leyen] and [PERSON Mark Rutte] spoke in [GPE Brussels].",
    "[PERSON Ngũgĩ wa Thiong'o] was born in [GPE Kenya].",
    "[PERSON José Manuel Albares] and [PERSON Péter Szijjártó] disagreed.",
  ])
  func peopleOfAllKinds(_ marked: String) throws { try check([marked]) }

  @Test(arguments: [
    "The [ROLE epidemiologist] [PERSON Anna Kowalska] disagreed.",
    "[PERSON Peter Nilsson], a wine lover, left.",
    "[PERSON Peter Nilsson], 61, a former [ROLE tugboat captain] who lives in [GPE Oslo], left.",
    "[PERSON Peter Nilsson], a 46-year-old [ROLE bus driver] from [GPE Bergen], left.",
    "[PERSON Peter Nilsson], now 70 and a [ROLE beekeeper], left.",
    "Its [ROLE ambassador] to [GPE Chad], [PERSON Inge de Vries], left.",
    "[NORP Norwegian] [ROLE Fisheries Minister] [PERSON Anna Kowalska] left.",
    "[PERSON Anna Kowalska], his sister, left.",
  ])
  func roles(_ marked: String) throws { try check([marked]) }

  @Test(arguments: [
    "She spoke in [LANGUAGE Welsh] and he answered in [LANGUAGE Swahili].",
    "The [NORP Welsh] farmers cheered.",
    "The book was translated from [LANGUAGE Georgian] last year.",
    "The trawler [PRODUCT Silver Harvest] sank off [GPE Norway].",
    "The [PRODUCT Boeing 737] landed at [FAC Heathrow Airport].",
    "The [LAW Clean Air Act] was passed in 1970.",
    "He won the [WORK_OF_ART Nobel Peace Prize].",
    "The wells of the [LOC Sahara] are dry.",
    "The [ORG Danish Foreign Ministry] did not answer.",
    "He studied at the [ORG University of Nairobi] for a year.",
    "She told [ORG The Guardian] that it was over.",
    "She won the [EVENT World Cup] in [GPE France].",
  ])
  func otherNames(_ marked: String) throws { try check([marked]) }

  @Test(arguments: [
    "Critics praised *[WORK_OF_ART The Long Road Home]* last week.",
    "Critics praised *[WORK_OF_ART The Book of Ruth, Abridged]* last week.",
    "Her novel *[WORK_OF_ART Kvartal]* ([WORK_OF_ART Квартал]) was praised.",
    "It is *not* over.",
  ])
  func italics(_ marked: String) throws { try check([marked]) }

  @Test(arguments: [
    "By [PERSON Caspian Wroughton-Bay], [ROLE Court Reporter]",
    "Reporting by [PERSON Soo-hyang Choi] in [GPE Seoul] and [PERSON Caspian Wroughton] in [GPE Doha]",
    "Writing by [PERSON Mark Trevelyan] Editing by [PERSON Perpetua Nwankwo-Hall]",
    "Photo: [PERSON Tómas Ellingsgaard]/[ORG The Delta Review]",
    "Photo: [PERSON Tómas Ellingsgaard]/[ORG Harbor & Street]",
  ])
  func credits(_ marked: String) throws { try check([marked]) }

  @Test(arguments: [
    "[NORP Kenyan] [PERSON Steve Riungu] won.",
    "[ORG Fenn Hale, Inc.] lost money.",
    "The [ORG Kremlin] said so.",
    "The [NORP Tories] lost the vote.",
    "A [NORP Turkish]-built bridge fell.",
  ])
  func mendedNames(_ marked: String) throws { try check([marked]) }

  @Test func formsInOtherScriptsFollowTheirNames() throws {
    try check(["[PERSON Li Xiaomei] ([PERSON 李晓梅]) lives in [GPE Beijing]."])
  }

  @Test func otherScriptsAloneAreSafe() throws {
    for text in ["Он сказал: Привет, Москва.", "قال محمد إن", "ΑΘΗΝΑ", "北京", "Tokyo 東京 Osaka"] {
      let recognizer = try #require(LearnedRecognizer.standard)
      let tokens = tokenize(Prose(verbatim: Array(text.utf8)))
      for mention in recognizer.mentions(in: tokens) {
        #expect(mention.tokens.upperBound <= tokens.tokens.count)
      }
    }
  }

  @Test func capitalsAreRead() throws {
    try check(["FERRY SINKS OFF [GPE INDONESIA], 40 DEAD, POLICE SAY"])
  }

  @Test func survivesAnything() throws {
    let recognizer = try #require(LearnedRecognizer.standard)
    var generator = SeededGenerator(seed: 11)
    let parts = [
      "*", "_", "The ", "the ", "of ", "(", ")", "Коза", "“", "”", "‘", "’", ", ", "a ",
      "46-year-old ",
      "captain ", "University ", "in ", "Welsh ", "75th ", "Festival ", "known as ", "Abu ", "\n",
      "-",
      "by ", "/", "Kim ", "and ", "61 ",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 0..<24, using: &generator)
      let text = (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
      for passage in parseArticle(SourceText(text.joined())).passages {
        let tokens = tokenize(passage.prose)
        let mentions = recognizer.mentions(in: tokens)
        let uses = nameUses(of: mentions, in: tokens)
        var table = NameTable()
        table.add(mentions, uses)
        var end = 0
        for mention in table.unified(mentions, uses) {
          #expect(!mention.tokens.isEmpty && mention.tokens.upperBound <= tokens.tokens.count)
          #expect((0...1).contains(mention.confidence))
          guard mention.type != .role else { continue }
          #expect(mention.tokens.lowerBound >= end)
          end = mention.tokens.upperBound
        }
      }
    }
  }
}
