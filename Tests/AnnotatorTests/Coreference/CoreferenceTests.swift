import Annotator
import Testing

@Suite struct CoreferenceTests {
  @Test(arguments: [
    // Persons.
    "[Vladimir Putin|PERSON 1] met [Kim Jong Un|PERSON 2]. [Putin|PERSON 1] thanked [Kim|PERSON 2].",
    "[Choe Son Hui|PERSON 1] spoke. [Choe|PERSON 1] left. [CHOE|PERSON 1] wept.",
    "Leader [Kim|PERSON 1] waved.\n[Kim Jong Un|PERSON 1] left.",
    "[Bill Clinton|PERSON 1] met Mrs [Clinton|PERSON 2].\n[Hillary Clinton|PERSON 2] smiled.",
    "[Donald J. Trump|PERSON 1] and [Donald Trump|PERSON 1] and [Trump|PERSON 1] are one.",
    "[Dafydd ap Rhisiart|PERSON 1] went. [Ap Rhisiart|PERSON 1] came.",
    "[Larry Lessig|PERSON 1] is [Lawrence Lessig|PERSON 1]; [Mr. Lessig|PERSON 1] spoke.",
    "[Martin Luther King Jr.|PERSON 1] spoke, and [King|PERSON 1] won.",
    // States, their other names, and their peoples.
    "The [United States|GPE 1], the [U.S.|GPE 1] and the [US|GPE 1] are one; [Americans|NORP 2] and [American|NORP 2] too.",
    "[North Korea|GPE 1] is the [Democratic People's Republic of Korea|GPE 1] or [DPRK|GPE 1]; the [North|GPE 1] is proud.",
    "[North Korea|GPE 1] and [South Korea|GPE 2] met; the [North|1] left, and so did the [South|2].",
    "[Russian|NORP 1] troops left [Russia|GPE 2] and the [Russian Federation|GPE 2].",
    "[Britain|GPE 1] is the [United Kingdom|GPE 1], and the [UK|GPE 1].",
    // Organisations.
    "The [International Atomic Energy Agency|ORG 1] met. The [IAEA|ORG 1] left.",
    "[Lundqvist Cargo Inc.|ORG 1] fell. [Lundqvist|ORG 1] rose. [Lundqvist Cargo|ORG 1] fell.",
    "The [Bank of England|ORG 1] and the [Bank of Japan|ORG 2] met at the [Bank|ORG 3].",
    "[European Union|ORG 1] and [EU|ORG 1] and [Union|ORG 2] differ.",
    "The [Korean People's Army|ORG 1] is the [KPA|NORP 1].",
    // What was taken for a person's is the organisation that its full name shows.
    "[Kestrel|PERSON 1] rose. [Kestrel Marine PLC|ORG 1] won. [Ann Roe|PERSON 2] saw [Roe Inc.|ORG 3]; [Roe|PERSON 2] left.",
  ])
  func names(_ marked: String) { check(marked) }

  @Test(arguments: [
    "[Russia|GPE 1] spoke. [Moscow|GPE 1] said so. The talks were held in [Moscow|GPE 2].",
    "[North Korea|GPE 1] has ties with [Moscow|GPE 2]. [Pyongyang|GPE 1]'s relations with [Russia|GPE 2] grow.",
    "[Russia|GPE 1] and [North Korea|GPE 2] met over weapons supplies from [Pyongyang|GPE 2] to [Moscow|GPE 1].",
    "[Lavrov|PERSON 1] of [Russia|GPE 2] visited [Pyongyang|GPE 3], and [North Korea|GPE 4] cheered.",
    "[Russia|GPE 1] knows the streets of [Moscow|GPE 2] and [Moscow|GPE 2]'s airport.",
    "[Norway|GPE 1] fished. He accused [Oslo|GPE 1] of greed. [Oslo|GPE 1] condemned the landing last month.",
    "[Iceland|GPE 1] was asked whether [Reykjavik|GPE 1] would back it.",
    "[Japan|GPE 1] was \"steadfast\", and the will of [Pyongyang|GPE 2] was too, said [North Korea|GPE 2].",
    "It snowed in [Paris|GPE 1], and [Paris|GPE 1] slept.",
  ])
  func capitals(_ marked: String) { check(marked) }

  @Test(arguments: [
    "[Dmitry Peskov|PERSON 1] said: \"There are reports.\"\n[He|1] added: \"We see no point.\"",
    "[Russia|GPE 1] said on [Thursday|DATE] that [it|1] planned to build ties with [North Korea|GPE 2].",
    "[North Korea|GPE 1] says [US|GPE 2] criticism of [its|1] ties with [Russia|GPE 3] is distorted.",
    "[North Korea|GPE 1] said it was the will of the people to expand ties with [Russia|GPE 2].",
    "The [United States|GPE 1] and [its|1] allies fear that [Kim|PERSON 2] could arm [Russia|GPE 3], which has spent stocks in [its|3] war in [Ukraine|GPE 4].",
    "The [United States|GPE 1], [South Korea|GPE 2] and [Japan|GPE 3] condemned it, saying they had seen arms.",
    "[Theresa May|PERSON 1] met [Emmanuel Macron|PERSON 2]. [She|1] told [him|2] that [she|1] would leave.",
    "Spokeswoman [Jean Doe|PERSON 1] met [Bob Roe|PERSON 2]. [He|2] smiled.",
    "[Efua Sarpong|PERSON 1], the [haematologist|ROLE] who led it, spoke. [She|1] believes it.",
    "The [Talks Society|ORG 1] said that [it|1] would close. [Its|1] [president|ROLE], [Tavares Lee|PERSON 2], left.",
    "\"He is wrong,\" said [John Roe|PERSON 1] of [Peter Poe|PERSON 2].",
    "Judge [Ann Roe|PERSON 1] sentenced [Bo Ap Poe|PERSON 2] to a year, saying [he|2] had lied.",
    "[Vladimir Putin|PERSON 1] left, and [his|1] mother wept. [He|1] came. \"[He|1] rests,\" a man said.",
    "[Republicans|NORP 1] said [they|1] would vote.",
    "[Acme Inc.|ORG 1] fell, and [Acme|ORG 1] rose. Reporters asked why [it|1] had grown.",
    "[Acme Inc.|ORG 1] left a mess. The mayor of the town had seen the mess, and it grew.",
    "[Acme Inc.|ORG 1] praised it.",
    "Officials of [Iran|GPE 1] said they would vote.",
    "It is likely that [Russia|GPE 1] won, and that [it|1] lost. It rained. It seems that he lost.",
    "\"I know,\" [Ann Roe|PERSON 1] said. \"We know.\"",
    // Objects, but none that a clause explains.
    "[Acme Inc.|ORG 1] makes shoes. Some love [it|1]. Reporters find it hard to say why.",
    // Names that follow.
    "In [her|1] speech on ships, [Ann Roe|PERSON 1] spoke. When [she|1] left, [Bo Poe|PERSON 2] came.",
    "In [its|1] report, the [Talks Society|ORG 1] asked for more.",
    // Plurals for the people of an organisation, but not where a plural without a name is meant.
    "[Acme Inc.|ORG 1] said that [they|1] would sell [their|1] ships.",
    "The ships of [Acme Inc.|ORG 1] sailed before they sank.",
  ])
  func pronouns(_ marked: String) { check(marked) }

  @Test(arguments: [
    "[Russian|NORP 1] help for [the secretive state|2] came. [North Korea|GPE 2] was glad.",
    "[Lundqvist Cargo Inc.|ORG 1] cut [its|1] forecast.\n[The company|1] now expects less.",
    "[Acme Inc.|ORG 1] and [Bolt Inc.|ORG 2] met. The company left.",
    "[Norwegian|NORP 1] [Fisheries Minister|ROLE] [Sunniva Hauge-Lien|PERSON 2] came. \"Fish,\" [the minister|2] said.",
    "[Judge|ROLE] [Anwen Sayeed|PERSON 1] sat. [The judge|1] rose; the judge of another court did not.",
    "The [Aberllyn Harbour Trust|ORG 1] and [Gwynedd Council|ORG 2] spoke. He accused [the trust|1] of it.",
    "[Russia|GPE 1], [China|GPE 2] and [Iran|GPE 3] met. The country and the three countries are left.",
    "[Ghana|GPE 1] votes. [The country|1] has not voted before.",
    "The [European Union|ORG 1] waits; [the bloc|1] offered more.",
    // By what the text says that they are.
    "[Wikihow|ORG 1] is a wiki-based site. [The site|1] grew, and the other site shrank.",
    "[Ann Roe|PERSON 1], a [27-year-old|DATE] seamstress, came. [The seamstress|1] sat.",
    "The old vessel [Tern|PRODUCT 1] sailed. [This vessel|1] was lost; the vessel that came was new.",
    // By the last word of the name, where that tells one from the others.
    "They crossed the [Severn Bridge|FAC 1]. [The bridge|1] shook. The first bridge had not.",
    "The [Severn Bridge|FAC 1] and the [Forth Bridge|FAC 2] stand. The bridge shook.",
    "[A Bridge Too Far|WORK_OF_ART 1] ran. The bridge shook.",
    "The [Church of Talks|ORG 1] met. [The church|1] grew.",
    "The [Talks Union|ORG 1] met.\nOne.\nTwo.\nThree.\nFour.\nFive.\nSix.\n[The union|1] left.",
    // An apposition says who is meant, and is no mention.
    "[Wikihow|ORG 1] is a site. [Wikihow|ORG 1], the site, grew.",
    // By the kind of thing, where the article speaks of one above all.
    "[Acme Inc.|ORG 1] grew. [It|1] beat [Bolt Inc.|ORG 2] again. [The company|1] won.",
    "The [Aral Sea|LOC 1] dries. [Titan|LOC 2] has seas. [The moon|2] is cold.",
    "[Kenya|GPE 1] grew, [Kenya|GPE 1] rose, and [Kenya|GPE 1] beat [Mali|GPE 2]. [The country|1] won.",
  ])
  func descriptions(_ marked: String) {
    // What the name says after its description is found only behind the name.
    check(marked)
  }

  @Test func namesAndRolesOfChains() {
    let article = MarkedArticle(
      """
      [Kim|PERSON] met [Kim Jong Un|PERSON], [Russian|NORP] [Foreign Minister|ROLE] [Sergei Lavrov|PERSON].
      [Kremlin spokesman|ROLE] [Dmitry Peskov|PERSON] spoke of the [U.S.|GPE] and the [United States|GPE].
      [Tegwen Lloyd|PERSON], a former [deputy|ROLE], left [Pyongyang|GPE].
      """)
    let chains = resolveCoreference(article.passages).chains
    #expect(
      chains.map { "\($0.type.rawValue) \($0.name)" + ($0.role.map { " (\($0))" } ?? "") } == [
        "PERSON Kim Jong Un", "NORP Russian", "PERSON Sergei Lavrov (Foreign Minister)",
        "PERSON Dmitry Peskov (Kremlin spokesman)", "GPE United States",
        "PERSON Tegwen Lloyd (deputy)", "GPE Pyongyang",
      ])
  }
}

/// Resolves the names of marked text and compares what is found with the marks.
private func check(_ marked: String, location: SourceLocation = #_sourceLocation) {
  let article = MarkedArticle(marked)
  #expect(
    article.rendered(resolveCoreference(article.passages)) == marked, sourceLocation: location)
}
