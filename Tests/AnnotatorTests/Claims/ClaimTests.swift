import Testing

@testable import Annotator

/// Finds the claims of a text whose lines are passages, and compares them with the marks in it.
private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let passages = MarkedClaims.passages(MarkedClaims.plain(marked))
  let claims = RuleClaimExtractor().claims(in: passages)
  #expect(MarkedClaims.render(passages, claims) == marked, sourceLocation: sourceLocation)
}

@Suite struct ClaimTests {
  @Test(arguments: [
    #"{q "We won,"} {s he} {c said}."#,
    #"{q "We won,"} {c said} {s Jane Roe}."#,
    #"{q "We won!"} {s President Jane Roe} {c said}."#,
    #"{s Roe} {c said:} {q "We won."}"#,
    #"{s Roe} {c said}, {q "We won."}"#,
    #"{s Roe}{c :} {q "We won the vote."}"#,
    #"{q "We won,"} {c said} {s Jane Roe, a lawyer for the union}."#,
    #"{s Jane Roe, a lawyer for the union}, {c said:} {q "We won."}"#,
    #"{q "We won,"} {s he} {c told} reporters on Friday. {q "It is over."}"#,
    #"{q "We won,"} {s he} {c said}, {q "and they lost."}"#,
    #"{s Roe}, speaking in Oslo, {c said:} {q "We won."}"#,
    #"{q "We will build the road,"} {c according to} {s the ministry}."#,
  ])
  func direct(_ marked: String) { check(marked) }
}
