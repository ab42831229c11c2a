import TestSupport
import Testing

@testable import Annotator

/// Finds the quotations of passages and draws them: `⟨` and `⟩` stand around each, `⟧` where none
/// closes, `~` before one that runs on and after one that runs into the next passage.
private func render(_ passages: [String]) -> [String] {
  let proses = passages.map { Prose(verbatim: Array($0.utf8)) }
  var found = proses.map(quotations(in:))
  linkQuotations(&found, in: proses)
  return zip(proses, found).map { prose, quotations in
    var inserts: [(at: Int, order: Int, text: String)] = []
    for quotation in quotations {
      inserts.append(
        (quotation.range.lowerBound, 1 + quotation.depth, (quotation.runsOn ? "~" : "") + "⟨"))
      inserts.append(
        (
          quotation.range.upperBound, -quotation.depth,
          (quotation.closing == nil ? "⟧" : "⟩") + (quotation.runsInto ? "~" : "")
        ))
    }
    inserts.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    var drawn: [UInt8] = []
    var last = 0
    for insert in inserts {
      drawn += prose.bytes[last..<insert.at]
      drawn += Array(insert.text.utf8)
      last = insert.at
    }
    return String(decoding: drawn + prose.bytes[last...], as: UTF8.self)
  }
}

@Suite struct QuotationTests {
  @Test(arguments: [
    // Straight and curly marks.
    (#""Yes," he said."#, #"⟨"Yes,"⟩ he said."#),
    ("“Yes,” he said. “No.”", "⟨“Yes,”⟩ he said. ⟨“No.”⟩"),
    (#"He said "yes" and "no"."#, #"He said ⟨"yes"⟩ and ⟨"no"⟩."#),
    (#"The ("so-called") deal"#, #"The (⟨"so-called"⟩) deal"#),
    (#"a deal—"the best"—was"#, #"a deal—⟨"the best"⟩—was"#),
    (#"He said: "We" --- "all of us" --- won."#, #"He said: ⟨"We"⟩ --- ⟨"all of us"⟩ --- won."#),
    // Marks that point the wrong way.
    ("” … in the case of Wyoming,” wrote Time.", "⟨” … in the case of Wyoming,”⟩ wrote Time."),
    ("He said ”yes” twice.", "He said ⟨”yes”⟩ twice."),
    ("He said “yes“ twice.", "He said ⟨“yes“⟩ twice."),
    // Other marks.
    ("Er sagte: „Ja“, und ging.", "Er sagte: ⟨„Ja“⟩, und ging."),
    ("Er sagte: „Ja”, und ging.", "Er sagte: ⟨„Ja”⟩, und ging."),
    ("Il dit « oui » et «non».", "Il dit ⟨« oui »⟩ et ⟨«non»⟩."),
    ("Er sagte »ja« und ging.", "Er sagte ⟨»ja«⟩ und ging."),
    ("``Yes,'' he said.", "⟨``Yes,''⟩ he said."),
    ("\u{A0}“Yes,”\u{A0}he said.", "\u{A0}⟨“Yes,”⟩\u{A0}he said."),
    ("\u{FEFF}\"Yes,\" he said.", "\u{FEFF}⟨\"Yes,\"⟩ he said."),
    ("Il dit ‹oui› et «non».", "Il dit ⟨‹oui›⟩ et ⟨«non»⟩."),
    ("Il dit : « Elle a dit “oui” hier. »", "Il dit : ⟨« Elle a dit ⟨“oui”⟩ hier. »⟩"),
    ("Er rief: ‚Ja‘, und ging.", "Er rief: ⟨‚Ja‘⟩, und ging."),
    // Single marks, apostrophes, possessives and elisions.
    ("'We won,' she said.", "⟨'We won,'⟩ she said."),
    ("‘We won,’ she said.", "⟨‘We won,’⟩ she said."),
    ("Don't take the workers' rights.", "Don't take the workers' rights."),
    ("Don’t take the workers’ rights.", "Don’t take the workers’ rights."),
    ("'The workers' rights are gone,' he said.", "⟨'The workers' rights are gone,'⟩ he said."),
    (
      "ties 'in all areas' with the workers' union", "ties ⟨'in all areas'⟩ with the workers' union"
    ),
    ("his 'big deliveries' of 'arms'", "his ⟨'big deliveries'⟩ of ⟨'arms'⟩"),
    ("Rock 'n' roll in the '90s, get 'em", "Rock 'n' roll in the '90s, get 'em"),
    ("Jones' and James' cars", "Jones' and James' cars"),
    ("criticism of its ties 'distorted'", "criticism of its ties ⟨'distorted'⟩"),
    ("'It's the '60s,' O'Brien said.", "⟨'It's the '60s,'⟩ O'Brien said."),
    ("The boys' \"no\" and the girls' 'yes'", "The boys' ⟨\"no\"⟩ and the girls' ⟨'yes'⟩"),
    // Measures.
    ("He is 6’2” tall and said “hi”.", "He is 6’2” tall and said ⟨“hi”⟩."),
    (#"He is 6'2" tall and said "hi"."#, #"He is 6'2" tall and said ⟨"hi"⟩."#),
    (#""I am 5'10" now," he said."#, #"⟨"I am 5'10" now,"⟩ he said."#),
    (#"the "class of 2010" met"#, #"the ⟨"class of 2010"⟩ met"#),
    (#""A 12" disc," he said."#, #"⟨"A 12" disc,"⟩ he said."#),
    // Nested ones.
    (#""It poses a 'threat' to us," he said."#, #"⟨"It poses a ⟨'threat'⟩ to us,"⟩ he said."#),
    ("“He told me, ‘Don’t go,’” she said.", "⟨“He told me, ⟨‘Don’t go,’⟩”⟩ she said."),
    ("'He told me \"no\" then,' she said.", "⟨'He told me ⟨\"no\"⟩ then,'⟩ she said."),
    ("“He said “no” to me,” she said.", "⟨“He said ⟨“no”⟩ to me,”⟩ she said."),
    (#""I read “War and Peace” once," he said."#, #"⟨"I read ⟨“War and Peace”⟩ once,"⟩ he said."#),
    // Left open by mistake.
    ("He said: \"We won", "He said: ⟨\"We won⟧"),
    ("“We won, he said. “We did.”", "⟨“We won, he said.⟧ ⟨“We did.”⟩"),
    (#"No quotation" here"#, #"No quotation" here"#),
  ])
  func pairs(_ text: String, _ expected: String) {
    #expect(render([text]) == [expected])
  }

  @Test(arguments: [
    (
      ["“We won.", "“We did,” he said."],
      ["⟨“We won.⟧~", "~⟨“We did,”⟩ he said."]
    ),
    (
      ["\"One.", "\"Two.", "\"Three,\" he said."],
      ["⟨\"One.⟧~", "~⟨\"Two.⟧~", "~⟨\"Three,\"⟩ he said."]
    ),
    (
      ["He said: “We won.", "We did.” Then he left."],
      ["He said: ⟨“We won.⟧~", "~⟨We did.”⟩ Then he left."]
    ),
    (["«We won.", "«We did», he said."], ["⟨«We won.⟧~", "~⟨«We did»⟩, he said."]),
    (["“We won.", "He left."], ["⟨“We won.⟧", "He left."]),
    (["“We won.”", "“We did.”"], ["⟨“We won.”⟩", "⟨“We did.”⟩"]),
    (["‘We won.", "‘We did,’ he said."], ["⟨‘We won.⟧~", "~⟨‘We did,’⟩ he said."]),
  ])
  func runsOverPassages(_ texts: [String], _ expected: [String]) {
    #expect(render(texts) == expected)
  }

  @Test func nestsProperlyInAnyBytes() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "\"", "'", "“", "”", "‘", "’", "„", "«", "»", "''", "``", " ", "a", "s", "5", ".", "\u{A0}",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<40, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      let found = quotations(in: Prose(verbatim: Array(text.joined().utf8)))
      for (index, one) in found.enumerated() {
        #expect(one.inner.upperBound <= one.range.upperBound, "\(text.joined())")
        for other in found[(index + 1)...] {
          let isApart = other.range.lowerBound >= one.range.upperBound
          let isInside = other.range.upperBound <= one.range.upperBound
          #expect(isApart || isInside, "\(text.joined())")
        }
      }
    }
  }
}
