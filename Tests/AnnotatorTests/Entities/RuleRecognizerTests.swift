import TestSupport
import Testing

@testable import Annotator

@Suite struct RuleRecognizerTests {
  @Test(arguments: [
    "[NORP North Korean] [ROLE leader] [PERSON Kim Jong Un] met [NORP Russian] [ROLE Foreign Minister] [PERSON Sergei Lavrov] in [GPE Pyongyang].",
    "[NORP North Korean] [ROLE Foreign Minister] [PERSON Choe Son Hui] denounced the move.",
    "Mr. [PERSON Okafor] thanked Mrs [PERSON Lindqvist].",
    "The plan, [PERSON Maria Gonzalez] said, was dead.",
    "It was [PERSON John F. Kennedy] who asked.",
    "They arrested [PERSON Omar al-Fayed] and [PERSON Vincent van Straaten].",
    "[PERSON Soo-hyang Choi] and [PERSON Ju-min Park] reported.",
    "He cited [PERSON Siân Prendergast-Oyelaran].",
    "[PERSON Martin Luther King Jr.] marched.",
    "She met [PERSON Mark Trevelyan] again.",
    "[PERSON Theresa May] resigned.",
  ])
  func people(_ marked: String) { checkNames(marked) }

  @Test(arguments: [
    "Talks between the [GPE U.S.], [GPE South Korea] and [GPE Japan] go on.",
    "Arms move from the [GPE North] to [GPE Russia], [GPE South Korea] said.",
    "He lives in [GPE Springfield], [GPE Illinois].",
    "The [LOC West] must act, a paper in [GPE Nairobi] said.",
    "They crossed the [LOC Danube] near [GPE Budapest].",
    "Ships left [LOC Lake Geneva] and [LOC Mount Kenya] behind.",
    "[GPE Moscow]'s answer came late.",
    "Troops from [GPE New Zealand] came to the [LOC Middle East].",
    "[GPE OSLO], [GPE Norway] ([ORG AP]) - The race was over.",
    "The [GPE London]-based bank closed.",
  ])
  func places(_ marked: String) { checkNames(marked) }

  @Test(arguments: [
    "The [ORG Ministry of Foreign Affairs] said so.",
    "The [ORG Danish Foreign Ministry] and the [ORG U.S. Labor Department] agreed.",
    "A study at the [ORG University of Oslo] found it.",
    "[ORG Kestrel Marine PLC] bought [ORG Lundqvist Cargo Inc.] on Monday.",
    "Shares of [ORG Marks & Spencer] fell.",
    "The [ORG UN Security Council] met.",
    "A statement by the [ORG KCNA] news agency was read.",
    "Officials of [ORG NATO] and the [ORG EU] met.",
    "The [ORG Workers' Party of Korea] ruled.",
    "The [ORG National Rifle Association] ([ORG NRA]) sued.",
    "Handout via [ORG REUTERS]",
  ])
  func organizations(_ marked: String) { checkNames(marked) }

  @Test(arguments: [
    "[ROLE [ORG Kremlin] spokesman] [PERSON Dmitry Peskov] spoke.",
    "[PERSON Dmitry Peskov], the [ROLE [ORG Kremlin] spokesman], spoke.",
    "[GPE Russia]'s [ROLE President] [PERSON Vladimir Putin] left.",
    "He met [ROLE deputy foreign minister] [PERSON Andrei Rudenko].",
    "The former prime minister, who lost, met [PERSON Anna Berg].",
    "[PERSON Anna Berg], [ROLE director], left.",
    "The president spoke.",
    "[ROLE Judge] [PERSON Anwen Pritchard] adjourned.",
    "A [NORP Dutch] [ROLE diplomat], [PERSON Inge de Vries], wrote it.",
  ])
  func roles(_ marked: String) { checkNames(marked) }

  @Test(arguments: [
    "Many [NORP Muslims] and [NORP Christians] live there.",
    "[NORP Republicans] beat [NORP Democrats].",
    "The [EVENT Battle of Verdun] raged in [EVENT World War I].",
    "He won the [WORK_OF_ART Nobel Peace Prize].",
    "The [LAW Treaty of Versailles] and the [LAW Clean Air Act] were cited.",
    "She spoke [LANGUAGE Hausa], he answered in [LANGUAGE French].",
    "An [PRODUCT F-16] crossed the [FAC Golden Gate Bridge].",
    "They met at [FAC Heathrow Airport].",
    "[EVENT Hurricane Ida] hit.",
  ])
  func otherNames(_ marked: String) { checkNames(marked) }

  @Test(arguments: [
    "Asked about it, he left.",
    "We will mark the reading in may.",
    "On Monday in May the bill passed.",
    "The question is who pays us.",
    "In March, however, prices rose.",
    "Which of these is it? None.",
    "I think. I do.",
    "",
    "...",
  ])
  func nothing(_ text: String) { checkNames(text) }

  @Test func survivesAnything() {
    var generator = SeededGenerator(seed: 7)
    let parts = [
      "Kim ", "of ", "the ", "-", "'s ", "’s", "U.S. ", "(", ") ", "Bank ", "al-", "1 ", "&", ", ",
      ". ",
      "\u{301}", "é", "Ź", "\u{2019}", "University ", "president ", "\n", "🙂", "AT&T ", "\"",
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<24, using: &generator) {
        if Int.random(in: 0..<5, using: &generator) == 0 {
          bytes.append(UInt8(Int.random(in: 0..<256, using: &generator)))
        } else {
          bytes += Array(parts[Int.random(in: 0..<parts.count, using: &generator)].utf8)
        }
      }
      let text = tokenize(Prose(verbatim: bytes))
      let mentions = RuleRecognizer().mentions(in: text)
      var end = 0
      for mention in mentions {
        #expect(!mention.tokens.isEmpty && mention.tokens.upperBound <= text.tokens.count)
        #expect((0...1).contains(mention.confidence))
        guard mention.type != .role else { continue }
        #expect(mention.tokens.lowerBound >= end)
        end = mention.tokens.upperBound
      }
    }
  }

  @Test func longRunsTakeLinearTime() {
    let text = tokenize(
      Prose(verbatim: Array(String(repeating: "Bank of Chad and ", count: 400).utf8)))
    #expect(!RuleRecognizer().mentions(in: text).isEmpty)
  }
}
