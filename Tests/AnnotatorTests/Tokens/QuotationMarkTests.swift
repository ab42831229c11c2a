import Annotator
import Testing

@Suite struct QuotationMarkTests {
  /// Checks a text's quotation marks: each is drawn as `⟦` where it opens and `⟧` where it closes, or
  /// as `!` where it has no partner. Other uses of the characters stay as they are.
  private func check(
    _ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = tokenize(Prose(verbatim: Array(source.utf8)))
    var drawn = ""
    var end = 0
    for mark in quotationMarks(in: text) {
      let range = text.tokens[mark.token].range
      drawn += String(decoding: text.prose.bytes[end..<range.lowerBound], as: UTF8.self)
      drawn += mark.partner == nil ? "!" : mark.opens ? "⟦" : "⟧"
      end = range.upperBound
    }
    drawn += String(decoding: text.prose.bytes[end...], as: UTF8.self)
    #expect(drawn == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (#"He said "no" and "yes"."#, "He said ⟦no⟧ and ⟦yes⟧."),
    ("He said “no” and ‘yes’.", "He said ⟦no⟧ and ⟦yes⟧."),
    ("„Ja“, »nein«, «non»", "⟦Ja⟧, ⟦nein⟧, ⟦non⟧"), ("``no'' and `yes'", "⟦no⟧ and ⟦yes⟧"),
    ("(\"no\")—\"yes\"—'so'", "(⟦no⟧)—⟦yes⟧—⟦so⟧"), ("”Ja” on ”nej”", "⟦Ja⟧ on ⟦nej⟧"),
    (#""posed a 'threat' to peace," he said"#, "⟦posed a ⟦threat⟧ to peace,⟧ he said"),
    (#""'No' is no answer.""#, "⟦⟦No⟧ is no answer.⟧"), ("“He said ‘no.’”", "⟦He said ⟦no.⟧⟧"),
    ("''He said 'no.'''", "⟦He said ⟦no.⟧⟧"), ("'''No' is no answer.''", "⟦⟦No⟧ is no answer.⟧"),
    ("'No' and 'yes'", "⟦No⟧ and ⟦yes⟧"), ("“like 6’2”,” he said", "⟦like 6’2”,⟧ he said"),
  ])
  func pairs(_ source: String, _ expected: String) { check(source, expected) }

  @Test(arguments: [
    "the writers' union", "6’11” tall", "6'11\" tall", "in ‘08 and the ‘90s", "Sophie in 't Veld",
    "rock 'n' roll in the '90s", "don’t give ’em the writers’ pay",
    #"He is 6'2" tall"#, "a 5\" gun", "at 40° 26' 46\" north", "It’s O’Neill’s",
  ])
  func others(_ source: String) { check(source, source) }

  @Test(arguments: [
    ("'the writers' union' said", "⟦the writers' union⟧ said"),
    ("‘the writers’ union’ said", "⟦the writers’ union⟧ said"),
    (#""He is 6'2"," she said"#, #"⟦He is 6'2",⟧ she said"#),
  ])
  func possessivesInside(_ source: String, _ expected: String) { check(source, expected) }

  @Test(arguments: [
    (#"He said "no."#, "He said !no."), ("He said no.”", "He said no.!"), ("“A. “B.”", "!A. ⟦B.⟧"),
    (#"no," he said"#, "no,! he said"), ("He said ‘no. And so", "He said !no. And so"),
    ("no.’ And so", "no.! And so"),
  ])
  func alone(_ source: String, _ expected: String) { check(source, expected) }
}
