/// What a word of a closed class does in a sentence that reports.
struct WordClasses: OptionSet {
  let rawValue: UInt32

  static let be = WordClasses(rawValue: 1 << 0)
  static let have = WordClasses(rawValue: 1 << 1)
  static let `do` = WordClasses(rawValue: 1 << 2)
  /// May, might, could.
  static let possibleModal = WordClasses(rawValue: 1 << 3)
  /// Opens a clause that tells when, why or though what.
  static let subordinator = WordClasses(rawValue: 1 << 4)
  /// A day, a month, or another word for when.
  static let time = WordClasses(rawValue: 1 << 5)
  /// What words are sent by: a statement, an interview, a tweet.
  static let medium = WordClasses(rawValue: 1 << 6)
  /// A preposition that joins a noun phrase to the one before it.
  static let linking = WordClasses(rawValue: 1 << 7)
  /// A verb that takes the verb after it along: "went on to say".
  static let catenative = WordClasses(rawValue: 1 << 8)
  /// A verb that names whom it speaks to: tell, ask.
  static let addressing = WordClasses(rawValue: 1 << 9)
  static let comma = WordClasses(rawValue: 1 << 10)
  static let colon = WordClasses(rawValue: 1 << 11)
  static let dash = WordClasses(rawValue: 1 << 12)
  static let semicolon = WordClasses(rawValue: 1 << 13)
  static let stop = WordClasses(rawValue: 1 << 14)
  static let opening = WordClasses(rawValue: 1 << 15)
  static let closing = WordClasses(rawValue: 1 << 16)
  static let that = WordClasses(rawValue: 1 << 17)
  static let by = WordClasses(rawValue: 1 << 18)
  static let according = WordClasses(rawValue: 1 << 19)
  static let whether = WordClasses(rawValue: 1 << 20)
  static let never = WordClasses(rawValue: 1 << 21)
  static let after = WordClasses(rawValue: 1 << 22)
  static let but = WordClasses(rawValue: 1 << 23)
  /// Who, which, whom, whose.
  static let relative = WordClasses(rawValue: 1 << 24)
  /// A quotation that is no speech of its own: a name, a word at arm's length.
  static let fragment = WordClasses(rawValue: 1 << 25)

  /// Written with a capital.
  static let capital = WordClasses(rawValue: 1 << 26)

  /// A hyphen within a word that the tokenizer parts: "co-founder".
  static let hyphen = WordClasses(rawValue: 1 << 27)

  /// Ends in "ing".
  static let gerund = WordClasses(rawValue: 1 << 28)

  /// A, an, the.
  static let article = WordClasses(rawValue: 1 << 29)

  /// Ends in "s".
  static let sibilant = WordClasses(rawValue: 1 << 30)
  /// An office or body that headlines quote without a verb: "Fire was arson: police".
  static let speaker = WordClasses(rawValue: 1 << 31)

  /// The classes of a word.
  static func of(_ hash: UInt64) -> WordClasses { table[hash] ?? [] }

  private static let table: [UInt64: WordClasses] = {
    var table: [UInt64: WordClasses] = [:]
    func enter(_ classes: WordClasses, _ words: String) {
      for word in words.split(separator: " ") {
        table[wordHash(String(word)), default: []].formUnion(classes)
      }
    }
    enter(.be, "be is are was were been being am 's 're 'm")
    enter(.have, "have has had having 've 'd")
    enter(.do, "do does did doing done")
    enter(.possibleModal, "may might could")
    enter(.subordinator, "as while after before when because since although though if until unless")
    enter(.subordinator, "whereas once even despite amid following during without")
    enter(.after, "after before following")
    enter(
      .time, "monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu.")
    enter(
      .time, "thurs. fri. sat. sun. january february march april may june july august september")
    enter(
      .time, "october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. today")
    enter(
      .time, "yesterday tomorrow tonight morning afternoon evening night noon midnight week month")
    enter(.time, "year day days weeks months years hours minutes moment recently earlier later ago")
    enter(.time, "weekend spring summer autumn fall winter 2010 2011 2012 2013 2014 2015 2016 2017")
    enter(.time, "2018 2019 2020 2021 2022 2023 2024 2025 2026")
    enter(.medium, "statement interview conference briefing speech email e-mail tweet post letter")
    enter(.medium, "report call message note memo op-ed column article appearance rally hearing")
    enter(.medium, "debate event broadcast testimony filing release podcast video blog book essay")
    enter(.medium, "remarks address twitter facebook instagram telegram radio television tv show")
    enter(.medium, "editorial news meeting session forum address ad advertisement reporters")
    enter(
      .linking, "of for in from at with on to near against behind within between among by under")
    enter(.linking, "over about inside outside around")
    enter(
      .catenative, "continue continues continued continuing go goes went going gone begin begins")
    enter(.catenative, "began beginning start starts started starting come came comes proceed")
    enter(.catenative, "proceeded keep kept keeps seem seems seemed appear appears appeared used")
    enter(.addressing, "tell tells told telling ask asks asked asking inform informs informed")
    enter(
      .addressing, "informing remind reminds reminded reminding assure assures assured assuring")
    enter(.addressing, "warn warns warned warning advise advises advised advising notify notified")
    enter(
      .addressing, "convince convinced convincing persuade persuaded reassure reassured promise")
    enter(.addressing, "promised show showed shows shown teach taught urge urged")
    enter(.comma, ",")
    enter(.colon, ":")
    enter(.dash, "- -- --- – — ― …")
    enter(.semicolon, ";")
    enter(.stop, ". ! ? ... …")
    enter(.opening, "( [ {")
    enter(.closing, ") ] }")
    enter(.that, "that")
    enter(
      .speaker, "police minister officials official report reports study sources source experts")
    enter(.speaker, "expert analysts analyst scientists researchers prosecutors prosecutor lawyer")
    enter(.speaker, "lawyers judge mayor governor president pm premier spokesman spokeswoman")
    enter(.speaker, "spokesperson ministry government un poll survey coroner inquest watchdog army")
    enter(.speaker, "union unions charity campaigners doctors economists commission court chief mp")
    enter(.speaker, "senator envoy chancellor secretary mps charities kremlin pentagon nato eu")
    enter(.article, "a an the")
    enter(.by, "by")
    enter(.according, "according")
    enter(.whether, "whether if")
    enter(.never, "never hardly")
    enter(.but, "but yet")
    enter(.relative, "who which whom whose")
    return table
  }()
}
