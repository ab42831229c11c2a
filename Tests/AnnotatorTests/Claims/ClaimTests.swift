import Testing

@testable import Annotator

/// Finds the claims of a text whose lines are passages, and compares them with the marks in it.
private func check(
  _ marked: String, role: Passage.Role = .paragraph,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let passages = MarkedClaims.passages(MarkedClaims.plain(marked), role: role)
  let claims = RuleClaimExtractor().claims(in: passages)
  #expect(MarkedClaims.render(passages, claims) == marked, sourceLocation: sourceLocation)
}

@Suite struct ClaimTests {
  @Test(arguments: [
    #"{q "We won,"} {s he} {c said}."#,
    #"{q "We won,"} {c said} {s Jane Roe}."#,
    #"{q "We won!"} {s President Jane Roe} {c said}."#,
    #"{q ‘We won,’} {s he} {c said}."#,
    #"{q “He told me ‘no’ twice,”} {s she} {c said}."#,
    #"{s Roe} {c said:} {q "We won."}"#,
    #"{s Roe} {c said}, {q "We won."}"#,
    #"{q "We won,"} {c said} {s Jane Roe, a lawyer for the union}."#,
    #"{q "We won,"} {c said} {s Rep. Jane Roe (D-Va.)} at the time."#,
    #"{q "We won,"} {s Jane Roe, a small-business owner}, {c said}."#,
    #"{s Jane Roe, a lawyer for the union}, {c said:} {q "We won."}"#,
    #"{s Roe}, speaking in Oslo, {c said:} {q "We won."}"#,
    #"{q "We will build the road,"} {c according to} {s the ministry}."#,
    #"{s Hannity} {c added}, {q "I think he is still a rising star."}"#,
  ])
  func quotedByAClause(_ marked: String) { check(marked) }

  @Test(arguments: [
    // Words that the tagger mistakes, and verbs that report nowhere else.
    #"{q "We won,"} {c opined} {s Cleveland's Plain Dealer}."#,
    #"{q "We won,"} {s Roe} {c notes}."#,
    #"{q "We won,"} {c said} {s Will Doyle, a professor of law}."#,
    #"{q "We won,"} {s the minister} {c shot back}."#,
    #"{q "We won,"} {s Roe} {c laughed}."#,
    #"{q "It is over,"} {c read} {s the email}."#,
    #"{s Schilling} {c told} the BBC: {q "It was a mistake."}"#,
    "{s The ad} {c claims} {q “He is the man you can trust.”}",
    "{s Supporters} held signs, {c writing} {q “We are with you.”}",
    // Sources that need structure.
    #"{q "We won,"} {c added} {s Clarke, who wrote the paper}."#,
    #"{q "We won,"} {s Jane Roe, 34, a teacher from Leeds, who was among those asked}, {c said}."#,
    #"{q "We won,"} {s Roe, who lives in Oslo}, {c told} reporters there."#,
    #"{s The prime minister}, visiting Leeds, {c told} workers: {q "I hear you."}"#,
    // Openings.
    #"{c Said} {s Roe}, {q "We won, and they did not."}"#,
    #"As {s Roe, professor of law at Yale}, {c put it}, {q "They should know it is over."}"#,
    #"When asked if it would be possible, {s Gale} {c said:} {q "The answer is yes."}"#,
    #"{s Roe} {c said} on Twitter, in reference to her child, {q "Next summer is hers."}"#,
    // Where a quotation's content ends.
    #"{s The crowd} {c chanted} {q "Send them home," and "Build the wall."}"#,
    #"{q "It is bad luck,"} {s he} {c said}, {q that both of them were here}."#,
    #"{q "We won,"} {s Roe} {c told} "Fox and Friends," a show."#,
    "{1s A fifth} {1c said} {1q “not too likely”} and {2s others} {2c said} {2q “not at all.”}",
    "{q “We won,” Roe said}, {c according to} {s the Sun}. {q “It is over.”}",
  ])
  func quotedByStructure(_ marked: String) { check(marked) }

  @Test(arguments: [
    "{s Roe} {c declared:}\n{q “We won.”}",
    "{s Roe} {c told} his audience, to applause:\n{q “We won.”}",
    "{q “We won.”}\n{c —} {s Jane Roe, a teacher in Oslo}",
    "{q “We won, and it was late.”} {c —} {s Jane Roe}",
    "{s Roe} {c said} {q the road was closed}. {q “It is over.”}",
    "{s Roe} {c said} in a statement. {q “It is over.”}",
    "{1q “We won,”} {1c said} {1s an Iowa Democrat}.\n"
      + "{2q “They lost,”} {2c added} {2s a Nevada Democrat}.",
  ])
  func quotedAcrossSentences(_ marked: String) { check(marked) }

  @Test(arguments: [
    #"{1c Pressed on} {1q whether they lost}, {2s Roe} {2c said:} {2q "We won."}"#,
    #"{q "We won,"} {s he} {c told} reporters on Friday. {q "It is over."}"#,
    #"{q "We won,"} {s he} {c said}, {q "and they lost."}"#,
    #"{q "We won,"} {s Roe} {c said}. {q "They lost. It is over."}"#,
    #"{s Jane Roe} {c agreed}. {q "They lost the vote, and it is over."}"#,
    "{s Roe} {c said:} {q \"We won.}\n{q \"They lost.\"}",
    "{q \"We won,\"} {s Roe} {c said}.\n{q \"They lost the vote by a hundred.\"}",
    "{1s Roe} {1c said:} {1q \"We won.\"}\n{2s He} {2c added:} {2q \"They lost.\"}",
    #"{1q "We won,"} {1s {2s Roe}} {1c said}, {2c adding} {2q that it was over}."#,
  ])
  func quotedInParts(_ marked: String) { check(marked) }

  @Test(arguments: [
    "{s Roe} {c said} {q the road was closed}.",
    "{s Roe} {c said} on Saturday {q it was closed}.",
    "{s The ministry} {c has repeatedly said} {q that the road is closed}.",
    "{s Officials} {c have long warned} {q that the road may close}.",
    "{s Roe} {c did not say} {q whether the road was closed}.",
    "{s Roe} {c told} reporters {q that the road was closed}.",
    "{s Roe} {c asked} {q why the road was closed}.",
    "{q The road is closed}, {s the ministry} {c said}.",
    "{c According to} {s the ministry}, {q the road is closed}.",
    "{q The road is closed}, {c according to} {s the ministry}.",
    "{s The company} {c promised} {q to open two yards}.",
    "{s The company} {c declined} {q to comment}.",
    "{s Roe}, for his part, {c denies} {q wrongdoing}.",
    "{s The man who runs the party} {c said} {q it would win}.",
    "{s Two people familiar with the talks} {c said} {q they would fail}.",
    "{s The United States, South Korea and Japan} {c said} {q they were ready}.",
    "{s Jane Roe}, however, {c said} {q it was over}.",
    "On Tuesday {s Roe} {c said} {q it was over}.",
    "{s The union} {c urged} members {q to strike}.",
    #"{s It} {c said} {q it was the "steadfast will" of the country to trade}."#,
    "{s The allies} {c have voiced concern} {q that Kim could provide weapons}.",
  ])
  func paraphrased(_ marked: String) { check(marked) }

  @Test(arguments: [
    "{1s {2s Minister Roe}} {1c denounced} {1q the pact}, and {2c said} {2q it would fail}.",
    "{1s {2s The allies}} {1c strongly condemned} {1q the supply of arms}, {2c saying} "
      + "{2q they had seen it}.",
    "{1s {2s Norway}} {1c said} {1q it was closed}, {2c criticising} {2q the plan}.",
  ])
  func sharedSources(_ marked: String) { check(marked) }

  @Test(arguments: [
    "The so-called \"green\" car was sold in May.",
    "On the show “This Week,” Roe was late.",
    "The film “The Last Day,” which opens on Friday, cost $2 million.",
    "He drove a \"Beetle\" to work.",
    "He opened the door and left the house.",
    "The workers' houses stood near the river.",
    "", " ", "\"", "\"\"", "\n\n", "said", "said that", "according to", "\"a\" said", ": \"",
  ])
  func noClaims(_ text: String) { check(text) }

  @Test(arguments: [
    "{s Roe} {q 'will not resign'}",
    "{s PM} {c vows to} {q 'fight on' after defeat}",
    "{q Fire was arson}{c :} {s police}",
    "{q Five dead in crash} {c -} {s police}",
    "{s Minister}{c :} {q talks failed}",
    "{q Talks failed}, {s minister} {c says}",
    "{q FERRY SINKS OFF SULAWESI, 61 DEAD}, {s NAVY} {c SAYS}",
    "{q 'I was afraid'}: {s qualifier Jane Roe} stuns Ann Doe in Oslo",
    "{s EU} {c hits out at} {q 'reckless' tariffs}",
    "Storm Bella: thousands without power",
    "Police chief quits over 'toxic culture'",
  ])
  func headlines(_ marked: String) { check(marked, role: .title) }

  @Test(arguments: [
    ("He is considering a new plan.", "indirect intention positive possible"),
    ("He said it was considering a new plan.", "indirect statement positive possible"),
    ("He could not confirm that it was closed.", "indirect statement negative certain"),
    ("She would not say who had paid for it.", "indirect refusal negative certain"),
    ("He did not respond to a request.", "indirect refusal negative certain"),
    ("The minister ruled out a pact with the party.", "indirect statement negative certain"),
    ("The union called for a strike in May.", "indirect order positive certain"),
    (#""We won," he said."#, "direct statement positive certain"),
    (#"He said it was a "big" win."#, "mixed statement positive certain"),
    ("He denied that it was closed.", "indirect statement negative certain"),
    ("He did not say whether it was closed.", "indirect statement negative certain"),
    ("He declined to comment on it.", "indirect refusal negative certain"),
    ("The company promised to open two yards.", "indirect intention positive certain"),
    ("She believes that it is closed.", "indirect belief positive probable"),
    ("She said that it might be closed.", "indirect statement positive possible"),
    ("It said it would likely add two ships.", "indirect statement positive probable"),
    ("He asked whether it was closed.", "indirect question positive certain"),
    (#"The group denounced the "cruel" move."#, "mixed criticism positive certain"),
    ("The judge ordered the men to leave the hall.", "indirect order positive certain"),
  ])
  func attributes(_ text: String, _ expected: String) {
    let claims = RuleClaimExtractor().claims(in: MarkedClaims.passages(text))
    #expect(
      claims.map { "\($0.form) \($0.kind) \($0.polarity) \($0.certainty)" } == [expected])
  }
}
